import type { GuideDiff } from '../app/guide/guides.ts';
import { labelled } from '../domain/edition.ts';
import type { Collision, EditionDiff, SectionChange, TopicChange } from '../domain/edition-diff.ts';
import { MAPPING_KINDS, type MappingKind } from '../domain/edition-mapping.ts';
import { weightPercent, weightText } from '../domain/weight.ts';
import { percent, plural } from '../domain/words.ts';
import { BLANK, type Block, type Cell, type Fact, type Json, line, muted, type Report, strong } from './doc.ts';
import { DASH, rounded } from './words.ts';

/** What differs between two editions: sections with their weights, what became of each topic, reused labels. */
export function editionDiffReport({ diff, mapping }: GuideDiff): Report {
  const changed = diff.topics.filter(({ row, old, targets }) => row.kind !== 'same' || labelChanged(old, targets));
  const several = diff.topics.some(({ row }) => row.notes.some(({ edition }) => edition !== diff.to.id));
  return {
    title: `${diff.from.id} to ${diff.to.id}`,
    data: diffData(diff, mapping),
    blocks: [
      line(strong(`${diff.from.id} → ${diff.to.id}`), `  ${countsText(diff)}`),
      line(
        muted(
          mapping === 'shipped'
            ? 'Compared topic by topic; the table ships with certtrack.'
            : 'Proposed by id, title and words; nobody has confirmed it.',
        ),
      ),
      BLANK,
      sectionTable(diff.sections),
      ...part('Topics that changed', facts(changed.map((change) => changeFact(change, several)))),
      ...part(
        'Same topics, other contents',
        facts(diff.topics.filter((change) => !changed.includes(change)).flatMap((change) => noteFact(change, several))),
      ),
      ...part(
        'New topics',
        diff.fresh.map(({ topic }) => line(`  ${labelled(topic)}`, muted(`  ${topic.id}`))),
      ),
      ...part('Same number, other meaning', diff.collisions.map(collisionLine)),
    ],
  };
}

function part(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [BLANK, line(strong(title)), ...blocks];
}

function facts(list: readonly Fact[]): Block[] {
  return list.length === 0 ? [] : [{ kind: 'facts', facts: list }];
}

function countsText({ topics, fresh }: EditionDiff): string {
  const count = (kind: MappingKind) => topics.filter(({ row }) => row.kind === kind).length;
  const counts = MAPPING_KINDS.flatMap((kind) => (count(kind) > 0 ? [`${count(kind)} ${kind}`] : []));
  return `${plural(topics.length, 'topic')}: ${[...counts, ...(fresh.length > 0 ? [`${fresh.length} new`] : [])].join(', ')}`;
}

function labelChanged(old: TopicChange['old'], targets: TopicChange['targets']): boolean {
  return targets.some(({ topic }) => topic.label !== old.topic.label);
}

function sectionTable(sections: readonly SectionChange[]): Block {
  const weight = (section: SectionChange['old']): Cell =>
    section === null ? DASH : { text: weightText(section.weight), value: weightPercent(section.weight) };
  return {
    kind: 'table',
    columns: [
      { key: 'section', header: 'Section', flexible: true },
      { key: 'before', header: 'Before', align: 'right' },
      { key: 'now', header: 'Now', align: 'right' },
      { key: 'change', header: 'Change' },
    ],
    rows: sections.map(({ old, next }) => [
      { text: sectionName(old, next) },
      weight(old),
      weight(next),
      changeCell(old, next),
    ]),
  };
}

function sectionName(old: SectionChange['old'], next: SectionChange['next']): string {
  const [before, now] = [old, next].map((section) => (section ? labelled(section) : null));
  return before === null || now === null || before === now ? `${now ?? before}` : `${now} (was ${before})`;
}

function changeCell(old: SectionChange['old'], next: SectionChange['next']): Cell {
  if (old === null) return { text: 'new' };
  if (next === null) return { text: 'gone' };
  const [before, now] = [weightPercent(old.weight), weightPercent(next.weight)];
  if (before === null || now === null || before === now) return DASH;
  return { text: `${now > before ? '+' : ''}${rounded(now - before)}`, value: rounded(now - before) };
}

function changeFact({ old, row, targets }: TopicChange, several: boolean): Fact {
  const heirs = targets.map(({ topic }) => labelled(topic)).join(' + ');
  const counts = row.kind === 'dropped' ? '' : ` (${countedText(row.targets)})`;
  const what = heirs === '' ? labelled(old.topic) : `${labelled(old.topic)} → ${heirs}${counts}`;
  return { label: row.kind, cell: { text: [what, ...noteTexts(row, several)].join('\n') } };
}

function noteFact({ old: { topic }, row }: TopicChange, several: boolean): Fact[] {
  const notes = noteTexts(row, several);
  return notes.length === 0
    ? []
    : [{ label: topic.label ?? '', cell: { text: [`${topic.title}. ${notes[0]}`, ...notes.slice(1)].join('\n') } }];
}

/** The notes of a row; over several editions each says which one it is about, because its numbers are that edition's. */
function noteTexts({ notes }: TopicChange['row'], several: boolean): string[] {
  return notes.map(({ edition, text }) => (several ? `${edition.split('@')[1]}: ${text}` : text));
}

/** How much of the study carries over, over all heirs. */
function countedText(targets: readonly { readonly share: number }[]): string {
  const sum = targets.reduce((total, { share }) => total + share, 0);
  if (sum > 0.999) return 'study counts in full';
  return sum === 0 ? 'study does not count' : `${percent(sum).replace(' ', '\u00a0')} of the study counts`;
}

function collisionLine({ label, was, is, heirs }: Collision): Block {
  const before = `${was}${heirs.length > 0 ? ` (${heirs.join(', ')} now)` : ''}`;
  if (was === is) return line(`  ${label} ${is} keeps its title but holds other topics`);
  return line(`  ${label} now means something else: was ${before}, is ${is}`);
}

function diffData({ from, to, sections, topics, fresh, collisions }: EditionDiff, mapping: GuideDiff['mapping']): Json {
  const section = (value: SectionChange['old']): Json =>
    value && { id: value.id, label: value.label, title: value.title, weight_percent: weightPercent(value.weight) };
  const topic = ({ topic: { id, label, title } }: TopicChange['old']): Json => ({ id, label, title });
  return {
    from: from.id,
    to: to.id,
    mapping,
    sections: sections.map(({ old, next }) => ({ before: section(old), now: section(next) })),
    topics: topics.map(({ old, row, targets }) => ({
      before: topic(old),
      kind: row.kind,
      carry: row.carry,
      now: targets.map((target) => ({
        ...(topic(target) as object),
        share: rounded(row.targets.find(({ topicId }) => topicId === target.topic.id)?.share ?? 0),
      })),
      notes: row.notes.map(({ edition, text }) => ({ edition, text })),
    })),
    new_topics: fresh.map(topic),
    label_collisions: collisions.map(({ label, was, is, heirs }) => ({ label, was, is, heirs })),
  };
}
