import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import { labelled } from '../../domain/edition.ts';
import type { TopicFacts } from '../../domain/progress.ts';
import type { Mastery } from '../../domain/readiness/assess.ts';
import { weightText } from '../../domain/weight.ts';
import { percent } from '../../domain/words.ts';
import { reasonText } from '../advice.ts';
import { type Block, type Cell, heading, line, muted } from '../doc.ts';
import { byId, interval80, sectionTable } from '../facts-table.ts';
import { DASH, rounded } from '../words.ts';

/** The sections with what each would bring in the exam. */
export function sectionBlocks(record: StudyRecord): Block[] {
  const { progress, readiness, track } = record;
  const mastery = byId(readiness.assessment.sections);
  const rows = progress.sections.map(({ section }) => {
    const known = mastery.get(section.id) ?? { mean: 0, sd: 0 };
    const weight = weightText(section.weight);
    return { name: labelled(section), note: `weight ${weight}`, value: known.mean, ...interval80(known) };
  });
  const lowest = rows.reduce((least, row) => (row.value < least.value ? row : least), rows[0] ?? EMPTY);
  return [
    {
      kind: 'chart',
      title: 'Expected score by section',
      alternative: `Share of right answers expected in the exam, with its 80 % interval. Lowest: ${lowest.name}, ${percent(lowest.value)}.`,
      drawing: { kind: 'ranges', rows, levels: [{ value: track.target / 100, text: `target ${track.target} %` }] },
      table: sectionTable(record),
      tableShown: true,
    },
  ];
}

const EMPTY = { name: 'none', note: '', value: 0, low: 0, high: 0 };

/** Every topic: hours, practice, freshness, and what to do next with it. */
export function topicBlocks(record: StudyRecord): Block[] {
  const mastery = byId(record.readiness.assessment.topics);
  return record.progress.sections.flatMap(({ section, topics, coverage }): Block[] => [
    heading(3, labelled(section)),
    line(muted(`Weight ${weightText(section.weight)}, ${percent(coverage)} covered`)),
    {
      kind: 'table',
      columns: [
        { key: 'topic', header: 'Topic', flexible: true },
        { key: 'score', header: 'Expected', align: 'right' },
        { key: 'covered', header: 'Covered', align: 'right' },
        { key: 'fresh', header: 'Fresh', align: 'right', rank: 0 },
        { key: 'share_right', header: 'Right', align: 'right', rank: 1 },
        { key: 'minutes', header: 'Studied', align: 'right' },
        { key: 'next', header: 'Next', flexible: true },
      ],
      rows: topics.map((facts) => topicRow(record, facts, mastery.get(facts.topic.id))),
    },
  ]);
}

function topicRow(record: StudyRecord, facts: TopicFacts, mastery: Mastery | undefined): Cell[] {
  const { topic, coverage, minutes, recommended, score } = facts;
  const fresh = record.readiness.freshness[topic.id];
  const known = mastery ?? { mean: 0, sd: 0 };
  const { low, high } = interval80(known);
  return [
    { text: labelled(topic), value: topic.id },
    { text: percent(known.mean), bar: low, barTo: high, value: rounded(known.mean) },
    { text: percent(coverage), value: rounded(coverage) },
    fresh === undefined ? DASH : { text: percent(fresh), value: rounded(fresh) },
    score === null
      ? DASH
      : { text: `${score.correct}/${score.questions}`, value: rounded(score.correct / score.questions) },
    { text: `${shortDuration(minutes)} of ${shortDuration(recommended)}`, value: minutes },
    nextCell(record, topic.id),
  ];
}

function nextCell(record: StudyRecord, topicId: string): Cell {
  const advice = record.advice.find((one) => one.topicId === topicId);
  return advice === undefined ? DASH : { text: `${advice.activity}: ${reasonText(advice, record)}`, tone: 'muted' };
}
