import { durationText } from '../domain/duration.ts';
import { labelled } from '../domain/edition.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Facts } from '../domain/progress.ts';
import { weightPercent, weightText } from '../domain/weight.ts';
import { BLANK, type Block, type Cell, type Column, line, muted, strong } from './doc.ts';
import type { Standing } from './standing.ts';
import { DASH, daysAgo, intervalText, percent, rounded, shortDuration } from './words.ts';

/** The sections of a track, a line each. */
export function sectionTable({ progress, today }: Standing): Block {
  return {
    kind: 'table',
    columns: columns('section', 'Section'),
    rows: progress.sections.map((facts) =>
      factsRow(
        facts.section.id,
        labelled(facts.section),
        {
          text: weightText(facts.section.weight),
          value: weightPercent(facts.section.weight),
          spoken: weightText(facts.section.weight).replace('~', 'about '),
        },
        facts,
        today,
      ),
    ),
  };
}

function columns(key: string, header: string): Column[] {
  return [
    { key, header, flexible: true },
    { key: 'weight', header: 'Weight', align: 'right', rank: 2 },
    { key: 'covered', header: 'Covered', align: 'right' },
    { key: 'minutes', header: 'Studied', align: 'right' },
    { key: 'recommended_minutes', header: 'of', align: 'right', rank: 3, spoken: 'recommended' },
    { key: 'share_right', header: 'Right', align: 'right', rank: 4, spoken: '' },
    { key: 'interval', header: '95 %', align: 'right', rank: 1, spoken: '' },
    { key: 'last_study_date', header: 'Last', align: 'right', spoken: 'last studied' },
  ];
}

function factsRow(id: string, name: string, weight: Cell, facts: Facts, today: LocalDate): Cell[] {
  const { coverage, minutes, recommended, score, lastDate } = facts;
  const tone = minutes === 0 ? ({ tone: 'muted' } as const) : {};
  return [
    { text: name, value: id },
    { ...weight, tone: 'muted' },
    { text: percent(coverage), bar: coverage, value: rounded(coverage), ...tone },
    { text: shortDuration(minutes), value: minutes, spoken: durationText(minutes), ...tone },
    { text: shortDuration(recommended), value: recommended, spoken: durationText(recommended), tone: 'muted' },
    score === null
      ? { ...DASH, spoken: 'no practice answers' }
      : {
          text: `${score.correct}/${score.questions}`,
          value: rounded(score.correct / score.questions),
          spoken: `${score.correct} of ${score.questions} right`,
        },
    score === null
      ? { ...DASH, spoken: '' }
      : { text: intervalText(score), spoken: `95 % interval ${intervalText(score)}` },
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
export function topicTables({ progress, today }: Standing): Block[] {
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
          facts.topic.id,
          labelled(facts.topic),
          { text: percent(facts.weight), value: rounded(facts.weight * 100) },
          facts,
          today,
        ),
      ),
    },
  ]);
}
