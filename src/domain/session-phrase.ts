import { durationText } from './duration.ts';
import { type Edition, labelled, topicTitle } from './edition.ts';
import { type Session, sessionMinutes, sessionScore } from './session.ts';
import { plural } from './words.ts';

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
