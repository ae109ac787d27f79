import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import { addDays, type LocalDate, longDate } from '../../domain/local-date.ts';
import { countsLess, type Mock, shareOf } from '../../domain/mock.ts';
import { scoreText } from '../../domain/mock-phrase.ts';
import { accuracy } from '../../domain/score.ts';
import { percent, plural } from '../../domain/words.ts';
import { type Block, type Cell, type Chart, type Column, line, type Table } from '../doc.ts';
import type { Hue, Layer } from '../doc-drawing.ts';
import { DASH, intervalText, rounded } from '../words.ts';

const MARGIN_DAYS = 4;
const HUES: readonly Hue[] = [0, 4, 3, 2, 1, 5];

/** Practice exams over time, each with the interval a paper of its length allows. */
export function mockBlocks(record: StudyRecord): Block[] {
  const { mocks } = record;
  if (mocks.length === 0)
    return [line('No practice exam recorded yet. A timed mock of 40+ questions says more than hours do.')];
  return [chartOf(record)];
}

function chartOf({ mocks, track, journal, trajectory, today }: StudyRecord): Chart {
  const [first, last] = [mocks[0] as Mock, mocks.at(-1) as Mock];
  return {
    kind: 'chart',
    title: 'Practice exams over time',
    alternative: alternative(mocks),
    drawing: {
      kind: 'time',
      unit: 'percent',
      from: earlier(trajectory[0]?.date ?? today, addDays(first.studyDate, -MARGIN_DAYS)),
      to: addDays(last.studyDate > today ? last.studyDate : today, MARGIN_DAYS),
      most: 1,
      layers: layersOf(mocks),
      levels: [{ value: track.target / 100, text: `target ${track.target} %` }],
      moments: [],
    },
    table: mockTable(mocks, journal !== null),
    tableShown: true,
  };
}

function alternative(mocks: readonly Mock[]): string {
  const shares = mocks.map(shareOf);
  const [first = 0] = shares;
  if (mocks.length === 1) return `One practice exam, ${percent(first)} right, with its 95 % interval.`;
  return `${plural(mocks.length, 'practice exam')}, each with its 95 % interval: the first ${percent(first)}, the last ${percent(shares.at(-1) ?? 0)}, the best ${percent(Math.max(...shares))}.`;
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** A layer for each of the providers with most mocks, and one for the rest. */
function layersOf(mocks: readonly Mock[]): Layer[] {
  const names = providersOf(mocks);
  const own = names.length > HUES.length ? names.slice(0, HUES.length - 1) : names;
  const groups = [
    ...own.map((name) => ({ name, mocks: mocks.filter(({ provider }) => provider === name) })),
    { name: 'other providers', mocks: mocks.filter(({ provider }) => !own.includes(provider)) },
  ].filter((group) => group.mocks.length > 0);
  return groups.map(({ name, mocks: grouped }, i) => ({
    kind: 'dots',
    name,
    hue: HUES[i] ?? 5,
    points: grouped.map((mock) => {
      const { share, low, high } = accuracy(mock);
      return {
        date: mock.studyDate,
        value: share,
        low,
        high,
        text: `${longDate(mock.studyDate)}: ${scoreText(mock)}, ${mock.provider}`,
      };
    }),
  }));
}

/** Providers, the one with most mocks first. */
function providersOf(mocks: readonly Mock[]): string[] {
  const counts = new Map<string, number>();
  for (const { provider } of mocks) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** Every practice exam, with what was expected of it and why it may count less. */
function mockTable(mocks: readonly Mock[], withNotes: boolean): Table {
  const columns: Column[] = [
    { key: 'date', header: 'Date' },
    { key: 'provider', header: 'Provider' },
    { key: 'score', header: 'Right', align: 'right' },
    { key: 'share', header: 'Share', align: 'right' },
    { key: 'interval', header: '95 %', align: 'right' },
    { key: 'expected', header: 'Expected', align: 'right' },
    { key: 'minutes', header: 'Time', align: 'right' },
    { key: 'note', header: 'Note', flexible: true },
  ];
  const rows = mocks.map((mock) => mockRow(mock, withNotes));
  const shown = rows.some((row) => row.at(-1)?.text !== '') ? columns.length : columns.length - 1;
  return { kind: 'table', columns: columns.slice(0, shown), rows: rows.map((row) => row.slice(0, shown)) };
}

function mockRow(mock: Mock, withNotes: boolean): Cell[] {
  const less = countsLess(mock);
  const remarks = [less.length > 0 ? `counts less: ${less.join(', ')}` : '', (withNotes && mock.note) || ''];
  return [
    { text: longDate(mock.studyDate).slice(4), value: mock.studyDate },
    { text: mock.provider },
    Number.isInteger(mock.correct) ? { text: `${mock.correct}/${mock.questions}` } : DASH,
    { text: percent(shareOf(mock)), value: rounded(shareOf(mock)), tone: 'strong' },
    { text: intervalText(mock), tone: 'muted' },
    mock.prediction === null
      ? DASH
      : { text: percent(mock.prediction.score), value: rounded(mock.prediction.score), tone: 'muted' },
    mock.minutes === null ? DASH : { text: shortDuration(mock.minutes), value: mock.minutes },
    { text: remarks.filter(Boolean).join('; ') },
  ];
}
