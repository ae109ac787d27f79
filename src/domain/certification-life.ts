import type { ExamFacts } from './edition.ts';
import type { ExamResult } from './exam-result.ts';
import { addDays, addYears, type LocalDate } from './local-date.ts';

/** Where a certification stands after its exams: nothing happened yet, held, run out, or failed and to be tried again. */
export type Life =
  | { readonly state: 'preparing' }
  | {
      readonly state: 'held' | 'expired';
      readonly passedOn: LocalDate;
      /** Null where the vendor names no validity. */
      readonly expiresOn: LocalDate | null;
      /** From when on a renewal exam may be sat. */
      readonly renewalFrom: LocalDate | null;
    }
  | {
      readonly state: 'failed';
      readonly failedOn: LocalDate;
      /** The first day the vendor's rules allow another attempt; null where it publishes none. */
      readonly earliestRetake: LocalDate | null;
      readonly attemptsLeft: number | null;
    };

/** What the results so far mean on `today` under the exam's rules. */
export function lifeOf(results: readonly ExamResult[], exam: ExamFacts, today: LocalDate): Life {
  const past = results
    .filter(({ examDate }) => examDate <= today)
    .toSorted((a, b) => (a.examDate < b.examDate ? -1 : 1));
  const last = past.at(-1);
  const passed = past.findLast((result) => result.passed);
  if (passed) {
    const life = held(passed.examDate, exam, today);
    if (life.state === 'held' || last === passed) return life;
  }
  if (last === undefined) return { state: 'preparing' };
  const fails = past.slice(passed ? past.indexOf(passed) + 1 : 0);
  return failed(
    fails.map(({ examDate }) => examDate),
    exam.retake,
    today,
  );
}

function held(
  passedOn: LocalDate,
  { validityYears, renewal }: ExamFacts,
  today: LocalDate,
): Extract<Life, { passedOn: LocalDate }> {
  const expiresOn = validityYears === null ? null : addYears(passedOn, validityYears);
  const windows = renewal.flatMap(({ windowDays }) => windowDays ?? []);
  return {
    state: expiresOn !== null && expiresOn < today ? 'expired' : 'held',
    passedOn,
    expiresOn,
    renewalFrom: expiresOn === null || windows.length === 0 ? null : addDays(expiresOn, -Math.max(...windows)),
  };
}

/** `fails` are the dates failed since the last pass, at least one. Attempts older than the vendor's period, seen from `today`, no longer count. */
function failed(fails: readonly LocalDate[], retake: ExamFacts['retake'], today: LocalDate): Life {
  const failedOn = fails.at(-1) as LocalDate;
  if (retake === null) return { state: 'failed', failedOn, earliestRetake: null, attemptsLeft: null };
  const { waitDays, maxAttempts, withinYears } = retake;
  const countedOn = (day: LocalDate) =>
    withinYears === null ? fails : fails.filter((date) => addYears(date, withinYears) > day);
  const counted = countedOn(failedOn);
  const wait = waitDays[Math.min(counted.length, waitDays.length) - 1] ?? 0;
  const usedUp = maxAttempts !== null && counted.length >= maxAttempts;
  const oldest = counted[0];
  const afterWait = addDays(failedOn, wait);
  const afterPeriod = usedUp && withinYears !== null && oldest ? addYears(oldest, withinYears) : afterWait;
  return {
    state: 'failed',
    failedOn,
    earliestRetake: afterPeriod > afterWait ? afterPeriod : afterWait,
    attemptsLeft: maxAttempts === null ? null : Math.max(0, maxAttempts - countedOn(today).length),
  };
}
