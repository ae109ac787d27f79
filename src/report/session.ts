import type { NamedSession } from '../app/session/named-session.ts';
import { durationText } from '../domain/duration.ts';
import { topicTitle } from '../domain/edition.ts';
import { longDate } from '../domain/local-date.ts';
import { type Session, sessionMinutes, sessionScore } from '../domain/session.ts';
import { plural } from '../domain/words.ts';
import { clockText, isoInZone, isoUtc, type Zone } from '../domain/zone.ts';
import { BLANK, type Block, type Fact, type Json, line, muted, type Report, strong } from './doc.ts';

const DAY = 24 * 60 * 60_000;

/** The JSON contract of one session, the same in every command that prints sessions. */
export function sessionData({ session, handle, edition, zone }: NamedSession): Json {
  return {
    id: session.id,
    short_id: handle,
    cert_id: session.certId,
    edition: session.editionId,
    study_date: session.studyDate,
    started_at: isoInZone(zone, session.startedAt),
    ended_at: isoInZone(zone, session.endedAt),
    timezone: session.timezone,
    minutes: sessionMinutes(session),
    activity: session.activity,
    confidence: session.confidence,
    score: sessionScore(session) as Json,
    topics: session.parts.map((part) => ({
      topic_id: part.topicId,
      topic: topicTitle(edition, part.topicId),
      minutes: part.minutes,
      correct: part.correct,
      questions: part.questions,
    })),
    note: session.note,
    tags: session.tags,
    resource: session.resource,
    source: session.source,
    created_at: isoUtc(session.createdAt),
    updated_at: isoUtc(session.updatedAt),
    deleted_at: session.deletedAt === null ? null : isoUtc(session.deletedAt),
  };
}

/** `Tue 22 Sep 2026, 19:00-19:45`, and which study date it counts for when that is the evening before. */
export function whenText(session: Session, zone: Zone): string {
  const start = zone.wallAt(session.startedAt);
  const end = zone.wallAt(session.endedAt);
  const counts = start.date === session.studyDate ? '' : ` (counts for ${longDate(session.studyDate)})`;
  const until =
    session.endedAt - session.startedAt < DAY
      ? clockText(end.minutes)
      : `${longDate(end.date)}, ${clockText(end.minutes)}`;
  return `${longDate(start.date)}, ${clockText(start.minutes)}-${until}${counts}`;
}

/** Everything about one session. */
function sessionReport(named: NamedSession): Report {
  const { session, handle, edition, zone } = named;
  const score = sessionScore(session);
  const facts: Fact[] = [
    ...session.parts.map((part, i): Fact => {
      const right = part.questions === null ? '' : `, ${part.correct} of ${part.questions} right`;
      const alone = session.parts.length === 1 ? '' : ` (${durationText(part.minutes)}${right})`;
      return {
        label: i === 0 ? 'Topic' : 'and',
        cell: { text: topicTitle(edition, part.topicId) + alone },
      };
    }),
    { label: 'When', cell: { text: `${whenText(session, zone)} ${session.timezone}` } },
    {
      label: 'Time',
      cell: { text: `${durationText(sessionMinutes(session))}${session.activity ? ` ${session.activity}` : ''}` },
    },
    ...(score ? [{ label: 'Practice', cell: { text: `${score.correct} of ${score.questions} right` } }] : []),
    ...(session.confidence === null ? [] : [{ label: 'Confidence', cell: { text: `${session.confidence} of 5` } }]),
    ...(session.tags.length === 0 ? [] : [{ label: 'Tags', cell: { text: session.tags.join(' ') } }]),
    ...(session.resource === null ? [] : [{ label: 'Resource', cell: { text: session.resource } }]),
    ...(session.note === null ? [] : [{ label: 'Note', cell: { text: session.note } }]),
    { label: 'Recorded', cell: { text: recordedText(session), tone: 'muted' as const } },
  ];
  const gone: Block[] =
    session.deletedAt === null
      ? []
      : [line({ text: `Deleted ${isoUtc(session.deletedAt)}; "certtrack undo" may bring it back`, tone: 'warn' })];
  return {
    title: `Session ${handle}`,
    data: sessionData(named),
    blocks: [
      line(strong(`Session ${handle}`), muted(`  ${session.certId}  ${session.id}`)),
      ...gone,
      { kind: 'facts', facts },
    ],
  };
}

function recordedText(session: Session): string {
  const changed = session.updatedAt === session.createdAt ? '' : `, changed ${isoUtc(session.updatedAt)}`;
  return `${isoUtc(session.createdAt)} from ${session.source}${changed}`;
}

/** A heading and one session per block, for `show` with several ids. */
export function sessionsInFull(sessions: readonly NamedSession[]): Report {
  const reports = sessions.map(sessionReport);
  const [only] = reports;
  if (only && reports.length === 1) return only;
  return {
    title: plural(sessions.length, 'session'),
    data: reports.map((report) => report.data),
    blocks: reports.flatMap((report, i) => (i === 0 ? report.blocks : [BLANK, ...report.blocks])),
  };
}
