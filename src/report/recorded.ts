import type { EditedSession } from '../app/session/edit-session.ts';
import type { Recorded } from '../app/session/log-session.ts';
import type { NamedSession } from '../app/session/named-session.ts';
import { shortDuration } from '../domain/duration.ts';
import { OTHER_TOPIC } from '../domain/edition.ts';
import type { Facts } from '../domain/progress.ts';
import { changedFields } from '../domain/session-changes.ts';
import { sessionPhrase, whenText } from '../domain/session-phrase.ts';
import { plural } from '../domain/words.ts';
import { type Block, type Json, line, muted, type Report, strong } from './doc.ts';
import { sessionData } from './session.ts';

/** One line for what was recorded, one for its effect and how to take it back; in between only what may surprise. */
export function recordedReport(recorded: Recorded, verb: 'Logged' | 'Changed' = 'Logged'): Report {
  const { named, progress, overlaps, backdated, placed } = recorded;
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
      ...(recorded.unknownResource === null ? [] : [resourceLine(recorded.unknownResource)]),
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

function resourceLine(text: string): Block {
  return line({
    text: `"${text}" is no resource of your track; kept as text. Your resources: certtrack resource`,
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

/** What was changed in a session. */
export function editedReport(edited: EditedSession): Report {
  const report = recordedReport(edited, 'Changed');
  const [first, ...rest] = report.blocks;
  const fields = changedFields(edited.before, edited.named.session, edited.named.zone).map((field) =>
    line(`  ${field.name}: ${field.before} → ${field.after}`),
  );
  return { ...report, blocks: [...(first ? [first] : []), ...fields, ...rest] };
}
