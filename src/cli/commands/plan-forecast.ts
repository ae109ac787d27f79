import { paceOf, planningFor } from '../../app/plan/planning.ts';
import { prospectsOf } from '../../domain/plan/prospects.ts';
import { forecastReport, type Scenario } from '../../report/plan-forecast.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';
import { type PlanWords, settingsFrom, skipArg, weekdaysArg } from '../plan-words.ts';

export function planForecastCommand(plan: Program, app: App): void {
  plan
    .command('forecast')
    .summary('the chance on exam day: as you go, at the goal, and what if')
    .description(
      'Forecasts the chance on exam day at the pace of the last four weeks, at the weekly goal, and at what you name. Changes nothing.',
    )
    .option('--exam <date>', 'what if the exam were on this day')
    .option('--hours <per-week>', 'what if you studied so much, 4/week')
    .option('--days <weekdays>', 'what if on these days, mon,wed,sat', weekdaysArg)
    .option('--skip <range>', 'what if with these days off; may be repeated', skipArg)
    .addHelpText(
      'before',
      examples(
        'certtrack plan forecast',
        'certtrack plan forecast --hours 4/week',
        'certtrack plan forecast --exam 2026-12-18',
      ),
    )
    .action((words, command) => answer(app, command, (context) => forecast(context, words)));
}

async function forecast(context: Context, words: PlanWords) {
  const db = await context.open();
  const planning = planningFor(context, db);
  const { track, edition, exam, evidence, gate, plan, today } = planning;
  const asked = Object.keys(words).length > 0;
  const settings = settingsFrom(words, track, plan, context);
  const pace = paceOf(db, planning);
  const known = track.examDate !== null && track.examDate > today ? track.examDate : undefined;
  const base = {
    weekdays: plan?.settings.weekdays ?? settings.weekdays,
    skips: plan?.settings.skips ?? settings.skips,
  };
  const scenario = (name: string, of: typeof settings): Scenario => ({
    name,
    examDate: of.examDate,
    prospects: prospectsOf(exam, evidence, today, of),
  });
  const scenarios = [
    scenario('As in the last four weeks', {
      ...settings,
      ...base,
      examDate: known ?? settings.examDate,
      weeklyMinutes: pace,
    }),
    ...(track.weeklyMinutes === null
      ? []
      : [
          scenario('At the weekly goal', {
            ...base,
            examDate: known ?? settings.examDate,
            weeklyMinutes: track.weeklyMinutes,
          }),
        ]),
    ...(asked ? [scenario('What if', settings)] : []),
  ];
  return forecastReport({ edition, target: track.target, settings, scenarios, gate });
}
