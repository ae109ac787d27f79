import { durationText } from './duration.ts';
import { type Edition, labelled, topicTitle } from './edition.ts';
import { longDate } from './local-date.ts';
import { type Session, sessionMinutes, sessionScore } from './session.ts';
import { plural } from './words.ts';
import { clockText, type Zone } from './zone.ts';

const DAY = 24 * 60 * 60_000;

/** `45 m lab on 4.3 Sharing data`: a session in one phrase. */
export function sessionPhrase(session: Session, edition: Edition | undefined): string {
  const score = sessionScore(session);
  const activity = session.activity === null ? '' : ` ${session.activity}`;
  const right = score ? `, ${score.correct} of ${score.questions} right` : '';
  return `${durationText(sessionMinutes(session))}${activity} on ${topicNames(session, edition)}${right}`;
}

/** The topics of a session; a section that is there with all its topics goes by its own name. */
export function topicNames({ parts }: Pick<Session, 'parts'>, edition: Edition | undefined): string {
  const ids = parts.map((part) => part.topicId);
  if (edition === undefined) return listed(ids);
  const whole = edition.sections.filter(
    ({ topics }) => topics.length > 1 && topics.every((topic) => ids.includes(topic.id)),
  );
  const inside = new Set(whole.flatMap(({ topics }) => topics.map((topic) => topic.id)));
  return listed([
    ...whole.map((section) => `${labelled(section)} (${plural(section.topics.length, 'topic')})`),
    ...ids.filter((id) => !inside.has(id)).map((id) => topicTitle(edition, id)),
  ]);
}

/** `A`, `A and B`, `A, B and C`. */
function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
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
