import { durationText } from '../domain/duration.ts';
import { type Edition, labelled } from '../domain/edition.ts';
import type { Facts, Progress } from '../domain/progress.ts';
import { type Session, sessionMinutes } from '../domain/session.ts';
import type { Zone } from '../domain/zone.ts';
import { type Block, type Json, line, muted, type Report, strong } from './doc.ts';
import { type NamedSession, sessionData, sessionPhrase, whenText } from './session.ts';

/** What recording or changing a session led to. */
export interface Recorded {
  readonly verb: 'Logged' | 'Changed';
  readonly named: NamedSession;
  readonly edition: Edition;
  readonly progress: Progress;
  readonly overlaps: readonly NamedSession[];
  /** Said when the time of day was certtrack's choice, not the person's. */
  readonly placed: boolean;
}

/** One line for what was recorded, one for its effect, one for how to take it back. */
export function recordedReport(recorded: Recorded): Report {
  const { verb, named, edition, progress, overlaps, placed } = recorded;
  const { session, handle } = named;
  const when = whenText(session, named.zone);
  const effects = effectsOf(recorded);
  const week = progress.week.goal === null ? durationText(progress.week.minutes) : `${durationText(progress.week.minutes)} of ${durationText(progress.week.goal)}`;
  return {
    title: `${verb} ${handle}`,
    data: {
      session: sessionData(named),
      totals: effects.map(({ id, facts }) => ({ id, minutes: facts.minutes, recommended_minutes: facts.recommended })),
      week: { minutes: progress.week.minutes, goal_minutes: progress.week.goal },
      overlaps: overlaps.map(({ session: other }) => other.id),
    } satisfies Json,
    blocks: [
      line(`${verb} `, strong(sessionPhrase(session, edition)), muted(`  ${handle}`)),
      line(muted(`${when}${placed ? ' (no time given, so placed at noon or after the last session)' : ''}`)),
      line([...effects.map(({ name, facts }) => `${name} ${durationText(facts.minutes)} of ${durationText(facts.recommended)}`), `this week ${week}`].join(' · ')),
      ...overlaps.map(overlapLine),
      line(muted('Wrong? certtrack undo')),
    ],
  };
}

function overlapLine({ session, handle, edition, zone }: NamedSession): Block {
  const text = `Overlaps ${handle}: ${sessionPhrase(session, edition)}, ${whenText(session, zone)}`;
  return line({ text, tone: 'warn' });
}

interface Effect {
  readonly id: string;
  readonly name: string;
  readonly facts: Facts;
}

/** Totals of the topics touched when there are few, and of their sections. */
function effectsOf({ named, progress }: Recorded): Effect[] {
  const touched = new Set(named.session.parts.map((part) => part.topicId));
  const sections = progress.sections.filter(({ topics }) => topics.some(({ topic }) => touched.has(topic.id)));
  const topics = sections.flatMap((section) => section.topics).filter(({ topic }) => touched.has(topic.id));
  return [
    ...(topics.length > 2 ? [] : topics.map((facts): Effect => ({ id: facts.topic.id, name: labelled(facts.topic), facts }))),
    ...sections.map((facts): Effect => ({ id: facts.section.id, name: `section ${facts.section.label ?? facts.section.title}`, facts })),
  ];
}

/** What `edit` changed, field by field. */
export function changedFields(before: Session, after: Session, zone: Zone): string[] {
  const shown = (value: unknown) => (value === null || value === '' ? 'nothing' : String(value));
  const fields: [string, (session: Session) => unknown][] = [
    ['topics', (session) => session.parts.map((part) => part.topicId).join(' ')],
    ['time', (session) => durationText(sessionMinutes(session))],
    ['when', (session) => whenText(session, zone)],
    ['activity', (session) => session.activity],
    ['confidence', (session) => session.confidence],
    ['score', (session) => session.parts.map((part) => (part.questions === null ? '' : `${part.correct}/${part.questions}`)).filter(Boolean).join(' ')],
    ['note', (session) => session.note],
    ['tags', (session) => session.tags.join(' ')],
    ['resource', (session) => session.resource],
  ];
  return fields
    .map(([name, of]) => [name, shown(of(before)), shown(of(after))] as const)
    .filter(([, old, now]) => old !== now)
    .map(([name, old, now]) => `${name}: ${old} → ${now}`);
}

/** What was changed in a session. */
export function editedReport(recorded: Recorded, before: Session): Report {
  const report = recordedReport(recorded);
  const [first, ...rest] = report.blocks;
  const fields = changedFields(before, recorded.named.session, recorded.named.zone).map((text) => line(`  ${text}`));
  return { ...report, blocks: [...(first ? [first] : []), ...fields, ...rest] };
}
