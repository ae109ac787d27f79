import type { Forecasts, Scenario } from '../app/plan/forecast.ts';
import { durationText, shortDuration } from '../domain/duration.ts';
import { longDate } from '../domain/local-date.ts';
import type { ForecastPoint } from '../domain/plan/forecast.ts';
import type { PlanSettings } from '../domain/plan/plan.ts';
import { MOST_WEEKLY, type Prospects } from '../domain/plan/prospects.ts';
import type { Gate } from '../domain/readiness/gate.ts';
import { READY_FROM } from '../domain/readiness/verdict.ts';
import { percent } from '../domain/words.ts';
import { BLANK, type Block, type Cell, type Fact, type Json, line, muted, type Report, strong } from './doc.ts';
import { chanceText, DASH, rounded } from './words.ts';

const SCENARIOS: Readonly<Record<Scenario['kind'], string>> = {
  pace: 'As in the last four weeks',
  goal: 'At the weekly goal',
  what_if: 'What if',
};

/** Chances on exam day at several paces, and what they rest on. */
export function forecastReport({ edition, track, settings, scenarios, gate }: Forecasts): Report {
  const { target } = track;
  const goal = scenarios.at(-1);
  return {
    title: `Forecast for ${edition.title}`,
    data: {
      cert_id: edition.certId,
      target_percent: target,
      scenarios: scenarios.map(({ kind, examDate, prospects }) => ({
        name: SCENARIOS[kind],
        exam_date: examDate,
        weekly_minutes: prospects.forecast.weeklyMinutes,
        ...prospectsData(prospects, gate),
      })),
    },
    blocks: [
      line(strong(`Chance to reach ${target} % on exam day`), muted(`  ${edition.id}`)),
      BLANK,
      scenarioTable(scenarios),
      BLANK,
      ...(goal
        ? adviceLines(goal.prospects, {
            ...settings,
            examDate: goal.examDate,
            weeklyMinutes: goal.prospects.forecast.weeklyMinutes,
          })
        : []),
      ...roughLine(gate),
      line(
        muted(
          'Range: from keeping half of the pace to half as much again; people slip. Practice results on the way will move it either way.',
        ),
      ),
    ],
  };
}

function scenarioTable(scenarios: readonly Scenario[]): Block {
  return {
    kind: 'table',
    columns: [
      { key: 'scenario', header: '', flexible: true },
      { key: 'weekly_minutes', header: 'A week', align: 'right', spoken: '' },
      { key: 'exam_date', header: 'Exam', spoken: 'exam' },
      { key: 'chance', header: 'Chance', align: 'right', spoken: 'chance' },
      { key: 'range', header: 'Range', align: 'right', spoken: 'range' },
      { key: 'ready_by', header: 'Ready by', rank: 1, spoken: 'even odds to be ready by' },
    ],
    rows: scenarios.map(({ kind, examDate, prospects: { forecast, halfReady } }): Cell[] => [
      { text: SCENARIOS[kind], value: SCENARIOS[kind] },
      {
        text: shortDuration(forecast.weeklyMinutes),
        value: forecast.weeklyMinutes,
        spoken: `${durationText(forecast.weeklyMinutes)} a week`,
      },
      { text: longDate(examDate), value: examDate },
      {
        text: `${chanceText(forecast.examDay.chance)} %`,
        value: rounded(forecast.examDay.chance),
        bar: forecast.examDay.slow,
        barTo: forecast.examDay.fast,
      },
      { text: rangeText(forecast.examDay) },
      halfReady === null
        ? { ...DASH, text: 'not before the exam', spoken: '' }
        : { text: longDate(halfReady), value: halfReady },
    ]),
  };
}

function rangeText(examDay: ForecastPoint): string {
  const [low, high] = [chanceText(examDay.slow), chanceText(examDay.fast)];
  return low === high ? `${low} %` : `${low}-${high} %`;
}

/** The chance on exam day as a fact, with its range as the bar. */
export function chanceFact({ forecast: { examDay }, enough }: Prospects): Fact {
  const { chance, slow, fast } = examDay;
  return {
    label: 'Chance',
    cell: { text: `${chanceText(chance)} %`, bar: slow, barTo: fast, tone: enough ? 'good' : 'strong' },
    note: `on exam day if you keep to it; ${rangeText(examDay)} from half the pace to half as much again`,
  };
}

/** What would be enough when the hours are not. */
export function adviceLines(
  { enough, neededMinutes, laterDate }: Prospects,
  { weeklyMinutes, examDate }: PlanSettings,
): Block[] {
  if (enough) return [];
  const ways = [
    ...(neededMinutes === null ? [] : [`${durationText(neededMinutes)} a week until ${longDate(examDate)}`]),
    ...(laterDate === null ? [] : [`an exam on ${longDate(laterDate)} at ${durationText(weeklyMinutes)} a week`]),
  ];
  const text =
    ways.length === 0
      ? `Neither ${durationText(MOST_WEEKLY)} a week until ${longDate(examDate)} nor two years more at ${durationText(weeklyMinutes)} a week reach ${percent(READY_FROM)}, where certtrack says ready. Practice exams will tell more; more hours and a later date together: certtrack forecast --hours 10/week --exam DATE`
      : `Below ${percent(READY_FROM)}, where certtrack says ready. That would take ${ways.join(', or ')}.`;
  return [line({ text, tone: 'warn' })];
}

export function roughLine({ met }: Gate): Block[] {
  return met
    ? []
    : [line(muted('Rough: there is too little evidence yet to name a chance for today (certtrack status).'))];
}

/** The JSON of a forecast. */
export function prospectsData(prospects: Prospects, gate: Gate): { readonly [key: string]: Json } {
  const { forecast, halfReady, likelyReady, enough, neededMinutes, laterDate } = prospects;
  const { chance, slow, fast, ready } = forecast.examDay;
  return {
    rests_on_results: gate.met,
    chance: rounded(chance),
    chance_slow: rounded(slow),
    chance_fast: rounded(fast),
    ready: rounded(ready),
    ready_even_odds_by: halfReady,
    ready_likely_by: likelyReady,
    enough,
    needed_weekly_minutes: neededMinutes,
    needed_exam_date: laterDate,
    points: forecast.points.map((point) => ({
      date: point.date,
      chance: rounded(point.chance),
      chance_slow: rounded(point.slow),
      chance_fast: rounded(point.fast),
      ready: rounded(point.ready),
    })),
  };
}
