import { durationText } from '../../domain/duration.ts';
import { type Edition, placedTopics, topicTitle } from '../../domain/edition.ts';
import { type Carry, type EditionMapping, evenTargets, type MappingRow } from '../../domain/edition-mapping.ts';
import { isPlain, type MovedStudy } from '../../domain/moved-study.ts';
import { CerttrackError } from '../../errors.ts';
import { fateText } from '../../report/migration.ts';
import type { Ask } from '../ask.ts';
import { topicChoice } from '../topic-choice.ts';

interface Proposal {
  readonly from: Edition;
  readonly to: Edition;
  readonly study: MovedStudy;
  readonly mapping: EditionMapping;
  /** False for a mapping that was only guessed. */
  readonly known: boolean;
}

/** Lets a person confirm or change every row that has study and is not plain; of a guessed mapping, every row that has study. */
export async function confirmedMapping(
  ask: Ask,
  { from, to, study, mapping, known }: Proposal,
): Promise<EditionMapping> {
  const changed = new Map<string, MappingRow>();
  for (const { row, minutes } of study.rows) {
    if (minutes === 0 || (known && isPlain(row))) continue;
    const title = `${topicTitle(from, row.old)} (${durationText(minutes)}): ${fateText(row, to)}`;
    const answer = await ask.select(title, [
      { name: 'as it stands', value: 'keep' },
      { name: 'counts in full', value: 'full' },
      { name: 'counts half', value: 'partial' },
      { name: 'does not count', value: 'none' },
      { name: 'another topic…', value: 'other' },
    ]);
    if (answer === 'keep') continue;
    const topicIds = answer === 'other' ? [await askTopic(ask, to)] : row.targets.map(({ topicId }) => topicId);
    changed.set(row.old, decided(row, topicIds, answer === 'other' ? 'full' : (answer as Carry)));
  }
  if (!(await ask.confirm(`Move to ${to.id}? ${durationText(study.minutes)} logged`, true)))
    throw new CerttrackError('interrupted', 'cancelled; nothing was moved');
  return { ...mapping, rows: mapping.rows.map((row) => changed.get(row.old) ?? row) };
}

async function askTopic(ask: Ask, to: Edition): Promise<string> {
  const choices = placedTopics(to).map(topicChoice);
  return ask.search(`Topic of ${to.id}? (type to search)`, (typed) =>
    choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase())),
  );
}

/** A row as a person decided it. */
function decided(row: MappingRow, topicIds: readonly string[], carry: Carry): MappingRow {
  if (topicIds.length === 0 || carry === 'none')
    return { ...row, kind: 'dropped', carry: 'none', targets: evenTargets(topicIds, 'none') };
  return { ...row, kind: row.kind === 'dropped' ? 'moved' : row.kind, carry, targets: evenTargets(topicIds, carry) };
}
