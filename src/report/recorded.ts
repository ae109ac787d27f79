import type { NamedSession } from '../app/session/named-session.ts';
import { durationText } from '../domain/duration.ts';
import { OTHER_TOPIC } from '../domain/edition.ts';
import type { Facts, Progress } from '../domain/progress.ts';
import { type Session, sessionMinutes } from '../domain/session.ts';
import { sessionPhrase } from '../domain/session-phrase.ts';
import { plural } from '../domain/words.ts';
import type { Zone } from '../domain/zone.ts';
import { type Block, type Json, line, muted, type Report, strong } from './doc.ts';
import { sessionData, whenText } from './session.ts';
import { shortDuration } from './words.ts';

/** What recording or changing a session led to. */
export interface Recorded {
  readonly verb: 'Logged' | 'Changed';
  readonly named: NamedSession;
  readonly progress: Progress;
  readonly overlaps: readonly NamedSession[];
  /** Said when it did not just end. */
  readonly backdated: boolean;
  /** Said when the time of day was certtrack's choice, not the person's. */
  readonly placed: boolean;
}

/** One line for what was recorded, one for its effect and how to take it back; in between only what may surprise. */
export function recordedReport(recorded: Recorded): Report {
  const { verb, named, progress, overlaps, backdated, placed } = recorded;
  const { session, handle, edition } = named;
  const effects = effectsOf(recorded);
  const week =
    progress.week.goal === null
      ? shortDuration(progress.week.minutes)
      : `${shortDuration(progress.week.minutes)} of ${shortDuration(progress.week.goal)}`;
  const totals = effects.map(
    ({ name, facts }) => `${name} ${shortDuration(facts.minutes)} of ${shortDuration(facts.recommended)}`,
  );
  const outside = session.parts.some(({ topicId }) => topicId === OTHER_TOPIC)
    ? [`outside the guide ${shortDuration(progress.otherMinutes)}`]
    : [];
  return {
    title: `${verb} ${handle}`,
    data: {
      session: sessionData(named),
      totals: effects.map(({ id, facts }) => ({ id, minutes: facts.minutes, recommended_minutes: facts.recommended })),
      week: { minutes: progress.week.minutes, goal_minutes: progress.week.goal },
      overlaps: overlaps.map(({ session: other }) => other.id),
    } satisfies Json,
    blocks: [
      line(`${verb} `, strong(sessionPhrase(session, edition)), muted(` · ${handle}`)),
      ...(backdated
        ? [line(`${whenText(session, named.zone)}${placed ? ' (the time of day was not given)' : ''}`)]
        : []),
      ...(overlaps.length > 0 ? [overlapLine(overlaps)] : []),
      line([...totals, ...outside, `week ${week}`].join(' · '), muted(' · undo: certtrack undo')),
    ],
  };
}

function overlapLine(overlaps: readonly NamedSession[]): Block {
  const [first] = overlaps;
  const more = overlaps.length > 1 ? ` and ${plural(overlaps.length - 1, 'other session')}` : '';
  return line({
    text: first ? `Overlaps ${first.handle}, ${whenText(first.session, first.zone)}${more}` : '',
    tone: 'warn',
  });
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
    ...(topics.length > 2
      ? []
      : topics.map((facts): Effect => ({ id: facts.topic.id, name: facts.topic.label ?? facts.topic.title, facts }))),
    ...sections.map(
      (facts): Effect => ({
        id: facts.section.id,
        name: `§${facts.section.label ?? ` ${facts.section.title}`}`,
        facts,
      }),
    ),
  ];
}

/** A field that `edit` changed, in words. */
export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What `edit` changed, field by field. */
export function changedFields(before: Session, after: Session, zone: Zone): ChangedField[] {
  const shown = (value: unknown) => (value === null || value === '' ? 'nothing' : String(value));
  const fields: [string, (session: Session) => unknown][] = [
    ['topics', topicsText],
    ['time', (session) => durationText(sessionMinutes(session))],
    ['when', (session) => whenText(session, zone)],
    ['activity', (session) => session.activity],
    ['confidence', (session) => session.confidence],
    [
      'score',
      (session) =>
        session.parts
          .map((part) => (part.questions === null ? '' : `${part.correct}/${part.questions}`))
          .filter(Boolean)
          .join(' '),
    ],
    ['note', (session) => session.note],
    ['tags', (session) => session.tags.join(' ')],
    ['resource', (session) => session.resource],
  ];
  return fields
    .map(([name, of]) => ({ name, before: shown(of(before)), after: shown(of(after)) }))
    .filter((field) => field.before !== field.after)
    .map(({ name, ...field }) => ({ name, before: oneLine(field.before), after: oneLine(field.after) }));
}

/** What was changed in a session. */
export function editedReport(recorded: Recorded, before: Session): Report {
  const report = recordedReport(recorded);
  const [first, ...rest] = report.blocks;
  const fields = changedFields(before, recorded.named.session, recorded.named.zone).map((field) =>
    line(`  ${field.name}: ${field.before} → ${field.after}`),
  );
  return { ...report, blocks: [...(first ? [first] : []), ...fields, ...rest] };
}

/** The topics of a session, with their minutes where it has several. */
function topicsText({ parts }: Session): string {
  return parts
    .map(({ topicId, minutes }) => (parts.length === 1 ? topicId : `${topicId}=${shortDuration(minutes)}`))
    .join(' ');
}

function oneLine(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
