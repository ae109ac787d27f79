import { today } from '../../domain/day.ts';
import { dayNumber, type LocalDate } from '../../domain/local-date.ts';
import { type DayShares, daysOf, EVERY_DAY, type PlanSettings, type SkipRange } from '../../domain/plan/plan.ts';
import { type Prospects, prospectsOf } from '../../domain/plan/prospects.ts';
import { examOf } from '../../domain/readiness/exam.ts';
import { type Gate, gateOf } from '../../domain/readiness/gate.ts';
import { CerttrackError } from '../../errors.ts';
import { planWishes } from '../../store/plans.ts';
import type { Env } from '../env.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { type Current, currentTrack } from '../track/current-track.ts';
import { checkSettings, paceOf } from './plan.ts';

/** What if: what is left out is as it is. */
export interface ForecastInput {
  readonly cert?: string | undefined;
  readonly examDate?: LocalDate | undefined;
  readonly weeklyMinutes?: number | undefined;
  readonly days?: DayShares | undefined;
  readonly skips?: readonly SkipRange[] | undefined;
}

/** One pace and exam date, and where they lead. */
export interface Scenario {
  readonly kind: 'pace' | 'goal' | 'what_if';
  readonly examDate: LocalDate;
  readonly prospects: Prospects;
}

/** Where several paces lead; `settings` are those of the last scenario. */
export interface Forecasts extends Current {
  readonly settings: PlanSettings;
  readonly scenarios: readonly Scenario[];
  readonly gate: Gate;
}

/** The chance on the exam day at the pace of the last four weeks, at the weekly goal, and at what is asked. @throws usage without a date or hours */
export async function forecast(env: Env, { cert, ...asked }: ForecastInput): Promise<Forecasts> {
  const db = await env.open();
  const { track, edition } = currentTrack(env, db, cert);
  const day = today(env.now);
  const known = track.examDate !== null && track.examDate > day ? track.examDate : undefined;
  const examDate = asked.examDate ?? known;
  if (examDate === undefined)
    throw new CerttrackError('usage', 'a forecast needs the date of the exam', 'Add --exam 2026-11-20');
  const pace = paceOf(db, track.certId, day);
  const weeklyMinutes = asked.weeklyMinutes ?? track.weeklyMinutes ?? pace;
  if (weeklyMinutes <= 0) throw new CerttrackError('usage', 'how many hours a week?', 'Add --hours 6/week');
  const wishes = planWishes(db, track.certId);
  const wanted = daysOf(wishes);
  const base = { days: Object.keys(wanted).length > 0 ? wanted : EVERY_DAY, skips: wishes?.settings.skips ?? [] };
  const settings = checkSettings(
    { examDate, weeklyMinutes, days: asked.days ?? base.days, skips: asked.skips ?? base.skips },
    day,
  );
  const exam = examOf(edition, track);
  const evidence = evidenceOn(db, track, edition, day);
  const scenario = (kind: Scenario['kind'], of: PlanSettings): Scenario => ({
    kind,
    examDate: of.examDate,
    prospects: prospectsOf(exam, evidence, day, of),
  });
  const date = { examDate: known ?? examDate };
  const goal = track.weeklyMinutes;
  return {
    track,
    edition,
    settings,
    gate: gateOf(exam, evidence, dayNumber(day)),
    scenarios: [
      scenario('pace', { ...base, ...date, weeklyMinutes: pace }),
      ...(goal === null ? [] : [scenario('goal', { ...base, ...date, weeklyMinutes: goal })]),
      ...(Object.values(asked).some((value) => value !== undefined) ? [scenario('what_if', settings)] : []),
    ],
  };
}
