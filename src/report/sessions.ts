import type { SessionList } from '../app/session/list-sessions.ts';
import type { NamedSession } from '../app/session/named-session.ts';
import { shortDuration } from '../domain/duration.ts';
import { shortDate } from '../domain/local-date.ts';
import { sessionMinutes, sessionScore } from '../domain/session.ts';
import { topicNames } from '../domain/session-phrase.ts';
import { plural } from '../domain/words.ts';
import { clockText } from '../domain/zone.ts';
import { type Cell, line, muted, type Report } from './doc.ts';
import { sessionData } from './session.ts';
import { DASH, rounded } from './words.ts';

/** A list of sessions, oldest first, with what is left out when `total` is larger. */
export function sessionsReport({ sessions, total }: SessionList): Report {
  const minutes = sessions.reduce((sum, { session }) => sum + sessionMinutes(session), 0);
  const more = total > sessions.length ? `, the newest of ${total}; --all lists every one` : '';
  return {
    title: 'Sessions',
    get data() {
      return sessions.map(sessionData);
    },
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'id', header: 'Id' },
          { key: 'study_date', header: 'Date' },
          { key: 'started', header: 'Start', rank: 3 },
          { key: 'minutes', header: 'Time', align: 'right' },
          { key: 'activity', header: 'Activity', rank: 4 },
          { key: 'topics', header: 'Topic', flexible: true },
          { key: 'share_right', header: 'Right', align: 'right', rank: 5 },
          { key: 'confidence', header: 'Conf', align: 'right', rank: 1 },
          { key: 'note', header: 'Note', flexible: true, rank: 2 },
        ],
        rows: sessions.map(row),
      },
      sessions.length === 0
        ? line('No sessions match.')
        : line(muted(`${plural(sessions.length, 'session')}, ${shortDuration(minutes)}${more}`)),
    ],
  };
}

function row(named: NamedSession): Cell[] {
  const { session, handle, edition } = named;
  const score = sessionScore(session);
  const start = clockText(named.zone.wallAt(session.startedAt).minutes);
  return [
    { text: handle, value: session.id, spoken: `Session ${handle}` },
    { text: shortDate(session.studyDate), value: session.studyDate },
    { text: start },
    { text: shortDuration(sessionMinutes(session)), value: sessionMinutes(session) },
    session.activity === null ? DASH : { text: session.activity },
    { text: topicNames(session, edition), value: session.parts.map((part) => part.topicId).join(' ') },
    score === null
      ? DASH
      : {
          text: `${score.correct}/${score.questions}`,
          value: rounded(score.correct / score.questions),
          spoken: `${score.correct} of ${score.questions}`,
        },
    session.confidence === null ? DASH : { text: String(session.confidence), value: session.confidence },
    session.note === null ? { text: '', value: null } : { ...muted(session.note), value: session.note },
  ];
}
