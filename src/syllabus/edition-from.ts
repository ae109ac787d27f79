import type { Edition, ExamFacts, PassMark } from '../domain/edition.ts';
import { wholeShares } from '../domain/shares.ts';
import { normalisedWeights } from '../domain/weight.ts';
import type { SyllabusFile } from './schema.ts';

/** Study time recommended for a whole exam when the file names none: one to two months of evenings. */
const DEFAULT_HOURS = 60;

/** A valid file as a domain value; topics without a study time share their section's part of the total evenly. */
export function editionFrom(file: SyllabusFile): Edition {
  const total = Math.round((file.study?.hours ?? DEFAULT_HOURS) * 60);
  const sectionMinutes = wholeShares(total, normalisedWeights(file.sections.map(({ weight }) => weight)));
  return {
    id: `${file.certification}@${file.edition}`,
    certId: file.certification,
    title: file.title,
    vendor: file.vendor,
    guideVersion: file.guide_version,
    status: file.status,
    asOf: file.as_of,
    sourceUrl: file.source_url,
    exam: examFrom(file.exam),
    studyReason: file.study?.reason ?? null,
    sections: file.sections.map(({ id, label, title, weight, topics }, i) => ({
      id,
      label,
      title,
      weight,
      topics: topics.map(({ study, objectives, ...topic }) => ({
        ...topic,
        studyMinutes: study ?? Math.max(1, Math.round((sectionMinutes[i] ?? 0) / topics.length)),
        objectives: objectives.map((objective) => ({
          ...objective,
          objectives: objective.objectives.map((nested) => ({ ...nested, objectives: [] })),
        })),
      })),
    })),
  };
}

function examFrom(exam: SyllabusFile['exam']): ExamFacts {
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
