import type { ExamFacts, PassMark } from '../domain/edition.ts';
import type { SyllabusFile } from './schema.ts';

/** The facts of an exam as a domain value. */
export function examFrom(exam: SyllabusFile['exam']): ExamFacts {
  const { questions, fee, retake } = exam;
  return {
    code: exam.code,
    questions: questions && {
      min: questions.min ?? null,
      max: questions.max ?? null,
      scored: questions.scored ?? null,
      unscored: questions.unscored ?? null,
    },
    formats: exam.formats,
    minutes: exam.minutes,
    fee: fee && { amount: fee.amount, currency: fee.currency, note: fee.note ?? null },
    languages: exam.languages,
    passMark: passMarkFrom(exam.pass_mark),
    validityYears: exam.validity_years,
    renewal: exam.renewal.map(({ kind, window_days, extends_years }) => ({
      kind,
      windowDays: window_days ?? null,
      extendsYears: extends_years ?? null,
    })),
    retake: retake && {
      waitDays: retake.wait_days,
      maxAttempts: retake.max_attempts ?? null,
      withinYears: retake.within_years ?? null,
    },
    style: exam.style,
    styleNote: exam.style_note,
  };
}

function passMarkFrom(mark: SyllabusFile['exam']['pass_mark']): PassMark {
  if (mark === 'unpublished') return { kind: 'unpublished' };
  if ('percent' in mark) return { kind: 'percent', percent: mark.percent };
  return { kind: 'scaled', pass: mark.scaled, min: mark.min, max: mark.max };
}
