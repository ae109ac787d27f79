import type { JudgedStanding } from '../app/readiness/standing.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { labelled } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Facts, TopicFacts } from '../domain/progress.ts';
import type { Interval, Mastery } from '../domain/readiness/assess.ts';
import type { Readiness } from '../domain/readiness/readiness.ts';
import { weightPercent, weightText } from '../domain/weight.ts';
import { percent } from '../domain/words.ts';
import { BLANK, type Block, type Cell, type Column, line, muted, strong, type Table } from './doc.ts';
import { DASH, daysAgo, rounded } from './words.ts';

/** The sections of a track, a line each. */
export function sectionTable(standing: JudgedStanding): Table {
  const { progress, readiness } = standing;
  const mastery = byId(readiness.assessment.sections);
  return {
    kind: 'table',
    columns: columns('section', 'Section'),
    rows: progress.sections.map((facts) =>
      factsRow(
        standing,
        facts.section.id,
        labelled(facts.section),
        {
          text: weightText(facts.section.weight),
          value: weightPercent(facts.section.weight),
          spoken: weightText(facts.section.weight).replace('~', 'about '),
        },
        facts,
        mastery.get(facts.section.id),
        freshnessOf(facts.topics, readiness.freshness),
      ),
    ),
  };
}

export function byId<One extends { readonly id: string }>(items: readonly One[]): Map<string, One> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Freshness of several topics, each counting by its minutes; undefined when none was studied. */
function freshnessOf(topics: readonly TopicFacts[], freshness: Readiness['freshness']): number | undefined {
  const known = topics.filter(({ topic }) => freshness[topic.id] !== undefined);
  const minutes = known.reduce((sum, facts) => sum + facts.minutes, 0);
  const left = known.reduce((sum, facts) => sum + facts.minutes * (freshness[facts.topic.id] ?? 0), 0);
  return minutes > 0 ? left / minutes : undefined;
}

function columns(key: string, header: string): Column[] {
  return [
    { key, header, flexible: true },
    { key: 'weight', header: 'Weight', align: 'right', rank: 4 },
    { key: 'score', header: 'Score', align: 'right', spoken: 'expected score' },
    { key: 'score_interval', header: '80 %', align: 'right', rank: 5, spoken: '' },
    { key: 'covered', header: 'Covered', align: 'right' },
    { key: 'fresh', header: 'Fresh', align: 'right', rank: 3 },
    { key: 'share_right', header: 'Right', align: 'right', rank: 2, spoken: '' },
    { key: 'minutes', header: 'Studied', align: 'right', rank: 0 },
    { key: 'last_study_date', header: 'Last', align: 'right', rank: 1, spoken: 'last studied' },
  ];
}

/** The 80 % interval of a normal distribution lies so many standard deviations around its mean. */
const Z80 = 1.2816;

/** The 80 % interval of a mastery, in 0..1. */
export function interval80({ mean, sd }: Pick<Mastery, 'mean' | 'sd'>): Interval {
  return { low: Math.max(0, mean - Z80 * sd), high: Math.min(1, mean + Z80 * sd) };
}

function factsRow(
  { today }: JudgedStanding,
  id: string,
  name: string,
  weight: Cell,
  facts: Facts,
  mastery: Mastery | undefined,
  fresh: number | undefined,
): Cell[] {
  const { coverage, minutes, score, lastDate } = facts;
  const tone = minutes === 0 ? ({ tone: 'muted' } as const) : {};
  const { mean = 0, sd = 0 } = mastery ?? {};
  const { low, high } = interval80({ mean, sd });
  const interval = `${Math.round(low * 100)}-${percent(high)}`;
  return [
    { text: name, value: id },
    { ...weight, tone: 'muted' },
    { text: percent(mean), bar: low, barTo: high, value: rounded(mean), ...tone },
    { text: interval, value: interval, spoken: `80 % interval ${interval}`, tone: 'muted' },
    { text: percent(coverage), value: rounded(coverage), ...tone },
    fresh === undefined ? { ...DASH, spoken: 'nothing' } : { text: percent(fresh), value: rounded(fresh) },
    score === null
      ? { ...DASH, spoken: 'no practice answers' }
      : {
          text: `${score.correct}/${score.questions}`,
          value: rounded(score.correct / score.questions),
          spoken: `${score.correct} of ${score.questions} right`,
        },
    { text: shortDuration(minutes), value: minutes, spoken: durationText(minutes), ...tone },
    lastDate === null
      ? { ...DASH, spoken: 'never' }
      : { text: agoShort(lastDate, today), value: lastDate, spoken: daysAgo(lastDate, today) },
  ];
}

/** `today`, `3d`: where space is short. */
function agoShort(date: LocalDate, today: LocalDate): string {
  return daysAgo(date, today)
    .replace(/^yesterday$/, '1d')
    .replace(/ days? ago$/, 'd');
}

/** The topics of a track, a table for each section. */
export function topicTables(standing: JudgedStanding): Block[] {
  const { progress, readiness } = standing;
  const mastery = byId(readiness.assessment.topics);
  return progress.sections.flatMap((section, i): Block[] => [
    ...(i === 0 ? [] : [BLANK]),
    line(
      strong(labelled(section.section)),
      muted(`  weight ${weightText(section.section.weight)}, ${percent(section.coverage)} covered`),
    ),
    {
      kind: 'table',
      columns: columns('topic', 'Topic'),
      rows: section.topics.map((facts) =>
        factsRow(
          standing,
          facts.topic.id,
          labelled(facts.topic),
          { text: percent(facts.weight), value: rounded(facts.weight * 100) },
          facts,
          mastery.get(facts.topic.id),
          readiness.freshness[facts.topic.id],
        ),
      ),
    },
  ]);
}
