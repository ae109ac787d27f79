import type { StudyRecord } from '../../app/study-record/study-record.ts';
import { shortDuration } from '../../domain/duration.ts';
import { addDays, daysBetween, longDate, shortDate } from '../../domain/local-date.ts';
import type { Interval } from '../../domain/readiness/assess.ts';
import type { Projection, Reading } from '../../domain/readiness/trajectory.ts';
import { type Block, type Cell, type Chart, line, muted } from '../doc.ts';
import type { Hue, Layer } from '../doc-drawing.ts';
import { chanceText, rounded } from '../words.ts';

/** One of the two numbers a reading holds, with its interval. */
interface Measure {
  readonly name: string;
  readonly interval: string;
  readonly value: (reading: Reading) => number;
  readonly said: (value: number) => string;
  readonly range: (reading: Reading) => Interval;
}

const SCORE: Measure = {
  name: 'Expected score',
  interval: '80 % interval',
  value: ({ score }) => score,
  said: (value) => String(Math.round(value * 100)),
  range: ({ score80 }) => score80,
};
const CHANCE: Measure = {
  name: 'Chance',
  interval: 'what the evidence allows',
  value: ({ chance }) => chance,
  said: chanceText,
  range: ({ chanceRange }) => chanceRange,
};

/** A few readings, or one, stand in the middle of some empty days. */
const MARGIN_DAYS = 4;

/** Readiness as it was seen week by week, and what is ahead. */
export function readinessBlocks(record: StudyRecord): Block[] {
  const named = record.trajectory.filter((reading) => reading.named);
  return [
    ...(named.length > 0
      ? [
          chartOf(
            record,
            CHANCE,
            named,
            `Chance of reaching ${record.track.target} %`,
            record.readiness.gate.met ? record.ahead : [],
          ),
        ]
      : [
          line(muted('No chance has been named yet: there were too few practice answers. The score is a rough guess.')),
        ]),
    chartOf(record, SCORE, record.trajectory, 'Expected score in the exam', record.ahead),
    line(muted('Each point is computed from no more than what was logged by then, so the past does not change.')),
  ];
}

function chartOf(
  { trajectory, track, today }: StudyRecord,
  measure: Measure,
  readings: readonly Reading[],
  title: string,
  ahead: readonly Projection[],
): Chart {
  const first = trajectory[0]?.date ?? today;
  const last = ahead[0]?.readings.at(-1)?.date ?? today;
  const margin = daysBetween(first, last) < 7 ? MARGIN_DAYS : 0;
  const exam = track.examDate !== null && track.examDate >= first && track.examDate <= last ? track.examDate : null;
  return {
    kind: 'chart',
    title,
    alternative: alternative(measure, readings, ahead),
    drawing: {
      kind: 'time',
      unit: 'percent',
      from: addDays(first, -margin),
      to: addDays(last, margin),
      most: 1,
      layers: [...past(measure, readings), ...ahead.flatMap((one, i) => future(measure, one, i === 0 ? 1 : 3))],
      levels: measure === SCORE ? [{ value: track.target / 100, text: `target ${track.target} %` }] : [],
      moments: [
        ...(last > today ? [{ date: today, text: 'today' }] : []),
        ...(exam === null ? [] : [{ date: exam, text: `exam ${shortDate(exam)}` }]),
      ],
    },
    table: {
      kind: 'table',
      columns: [
        { key: 'date', header: 'As of' },
        { key: 'value', header: measure.name, align: 'right' },
        { key: 'range', header: measure.interval, align: 'right' },
        { key: 'assuming', header: 'Assuming', flexible: true },
      ],
      rows: [
        ...readings.map((reading) => row(measure, reading, 'what was logged by then')),
        ...ahead.flatMap((one) => one.readings.slice(1).map((reading) => row(measure, reading, assumption(one)))),
      ],
    },
  };
}

function past(measure: Measure, readings: readonly Reading[]): Layer[] {
  return [
    {
      kind: 'band',
      name: measure.interval,
      hue: 0,
      points: readings.map((reading) => ({ date: reading.date, ...measure.range(reading) })),
    },
    { kind: 'line', name: measure.name.toLowerCase(), hue: 0, points: pointsOf(measure, readings) },
  ];
}

function future(measure: Measure, one: Projection, hue: Hue): Layer[] {
  return [{ kind: 'line', name: assumption(one), hue, dashed: true, points: pointsOf(measure, one.readings) }];
}

function pointsOf({ value }: Measure, readings: readonly Reading[]) {
  return readings.map((reading) => ({ date: reading.date, value: value(reading) }));
}

function assumption({ weeklyMinutes }: Projection): string {
  return weeklyMinutes === 0
    ? 'if nothing more is studied'
    : `at the pace of the last four weeks, ${shortDuration(Math.round(weeklyMinutes))} a week over the whole guide`;
}

function alternative(measure: Measure, readings: readonly Reading[], ahead: readonly Projection[]): string {
  const last = readings.at(-1);
  if (last === undefined) return '';
  const [first] = readings;
  const said = (reading: Reading) => `${measure.said(measure.value(reading))} %`;
  const since = first && first !== last ? `, ${said(first)} on ${longDate(first.date)}` : '';
  const now = `${said(last)} (${rangeText(measure, last)}) on ${longDate(last.date)}${since}.`;
  const then = ahead.flatMap((one) => {
    const end = one.readings.at(-1);
    return end ? [`${said(end)} ${assumption(one)}`] : [];
  });
  const exam = ahead[0]?.readings.at(-1)?.date;
  return exam === undefined ? now : `${now} On the day of the exam, ${longDate(exam)}: ${then.join(', ')}.`;
}

function rangeText({ range, said }: Measure, reading: Reading): string {
  const { low, high } = range(reading);
  return `${said(low)}-${said(high)} %`;
}

function row(measure: Measure, reading: Reading, assuming: string): Cell[] {
  const value = measure.value(reading);
  return [
    { text: longDate(reading.date), value: reading.date },
    { text: `${measure.said(value)} %`, value: rounded(value) },
    { text: rangeText(measure, reading), tone: 'muted' },
    { text: assuming, tone: 'muted' },
  ];
}
