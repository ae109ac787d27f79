import { type Life, lifeOf } from '../../domain/certification-life.ts';
import { parseDay, today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import { type ExamResult, examPhrase } from '../../domain/exam-result.ts';
import { addDays, dayNumber, type LocalDate } from '../../domain/local-date.ts';
import type { Prediction } from '../../domain/mock.ts';
import { examOf } from '../../domain/readiness/exam.ts';
import { gateOf } from '../../domain/readiness/gate.ts';
import { predictExam } from '../../domain/readiness/predict.ts';
import { CerttrackError } from '../../errors.ts';
import { examResults } from '../../store/exam-results.ts';
import { change } from '../change.ts';
import { attemptNamer, type NamedAttempt } from '../entry/show-entries.ts';
import type { Env } from '../env.ts';
import { otherEditions } from '../guide/find-edition.ts';
import { evidenceOn } from '../readiness/evidence.ts';
import { type Current, currentTrack } from '../track/current-track.ts';

/** How an exam went; `date` as typed, today otherwise. */
export interface ResultInput {
  readonly cert?: string | undefined;
  readonly passed: boolean;
  readonly date?: string | undefined;
  readonly note?: string | undefined;
}

/** A result. `enough` is whether there was evidence for a chance that morning; `renewal` the edition it is renewed with. */
export interface RecordedResult {
  readonly edition: Edition;
  readonly examDate: LocalDate;
  readonly passed: boolean;
  readonly prediction: Prediction;
  readonly enough: boolean;
  readonly life: Life;
  readonly renewal: string | null;
}

/** Records how an exam went, with what was expected that morning. @throws usage for a day to come */
export async function recordResult(env: Env, { cert, passed, date, note }: ResultInput): Promise<RecordedResult> {
  const db = await env.open();
  const id = await env.newId();
  return change(env, db, () => {
    const { track, edition } = currentTrack(env, db, cert);
    const examDate = date === undefined ? today(env.now) : parseDay(date, env.now);
    if (examDate > today(env.now))
      throw new CerttrackError('usage', 'the exam would lie in the future', 'Check --date');
    const before = evidenceOn(db, track, edition, addDays(examDate, -1));
    const exam = examOf(edition, track);
    const prediction = predictExam(exam, before, dayNumber(examDate));
    const entry: ExamResult = {
      id,
      certId: track.certId,
      editionId: edition.id,
      examDate,
      passed,
      note: note || null,
      prediction,
      createdAt: env.now.instant,
      deletedAt: null,
    };
    return {
      action: `exam ${passed ? 'passed' : 'failed'}`,
      summary: `recorded ${examPhrase(entry)} (${track.certId})`,
      changes: [{ entity: 'result', id, before: null, after: entry }],
      result: () => ({
        edition,
        examDate,
        passed,
        prediction,
        enough: gateOf(exam, before, dayNumber(examDate)).met,
        life: lifeOf(examResults(db, track.certId), edition.exam, today(env.now)),
        renewal: otherEditions(env, edition).renewal,
      }),
    };
  });
}

/** The booking and the attempts of one certification, oldest first. */
export interface ExamList extends Current {
  readonly attempts: readonly NamedAttempt[];
  readonly life: Life;
  readonly today: LocalDate;
}

/** What is booked, and every attempt so far. */
export async function listExams(env: Env, cert?: string): Promise<ExamList> {
  const db = await env.open();
  const current = currentTrack(env, db, cert);
  const results = examResults(db, current.track.certId);
  const day = today(env.now);
  return {
    ...current,
    attempts: results.map(attemptNamer(db)),
    life: lifeOf(results, current.edition.exam, day),
    today: day,
  };
}
