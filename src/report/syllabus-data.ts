import type { Edition, Objective } from '../domain/edition.ts';
import { weightPercent, weightText } from '../domain/weight.ts';
import type { Json } from './doc.ts';

/** The JSON contract of an edition. */
export function editionData(edition: Edition): Json {
  const objectives = (items: readonly Objective[]): Json =>
    items.map(({ id, text, objectives: nested }) => ({ id, text, objectives: objectives(nested) }));
  const { exam } = edition;
  return {
    edition: edition.id,
    cert_id: edition.certId,
    title: edition.title,
    vendor: edition.vendor,
    guide_version: edition.guideVersion,
    product_version: edition.productVersion,
    status: edition.status,
    as_of: edition.asOf,
    retires_on: retirementData(edition),
    source_url: edition.sourceUrl,
    notes: edition.notes,
    exam: {
      code: exam.code,
      questions: exam.questions as Json,
      formats: exam.formats,
      minutes: exam.minutes,
      fee: exam.fee as Json,
      languages: exam.languages,
      pass_mark: exam.passMark as Json,
      validity_years: exam.validityYears,
      renewal: exam.renewal.map(({ kind, windowDays, extendsYears }) => ({
        kind,
        window_days: windowDays,
        extends_years: extendsYears,
      })),
      retake: exam.retake && {
        wait_days: exam.retake.waitDays,
        max_attempts: exam.retake.maxAttempts,
        within_years: exam.retake.withinYears,
      },
      style: exam.style,
      style_note: exam.styleNote,
    },
    study_reason: edition.studyReason,
    sections: edition.sections.map((section) => ({
      id: section.id,
      label: section.label,
      title: section.title,
      weight: weightText(section.weight),
      weight_percent: weightPercent(section.weight),
      topics: section.topics.map((topic) => ({
        id: topic.id,
        label: topic.label,
        title: topic.title,
        study_minutes: topic.studyMinutes,
        aliases: topic.aliases,
        objectives: objectives(topic.objectives),
      })),
    })),
  };
}

/** Last days by language; `language` is null where one day holds for all. */
export function retirementData({ retiresOn }: Edition): Json {
  return retiresOn.map(({ language, date }) => ({ language, date }));
}
