import * as z from 'zod';
import { parseDuration } from '../domain/duration.ts';
import { parseIsoDate } from '../domain/local-date.ts';
import { parseWeight, type Weight } from '../domain/weight.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by "-", such as storing-data')
  .refine((id) => id !== 'other', 'the id "other" is reserved for time outside the guide');
const text = z.string().trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters');
const label = z
  .union([text, z.number().transform(String)], 'must be a short text such as "1.1"')
  .nullable()
  .default(null);
const count = z.int().min(1, 'must be at least 1').max(10_000, 'must be at most 10000');
const years = z.number().min(0.1, 'must be at least 0.1').max(100, 'must be at most 100');

const date = z.string().transform((value, context) => {
  const day = parseIsoDate(value);
  if (day === undefined) context.addIssue({ code: 'custom', message: 'must be a date such as 2026-10-04' });
  return day ?? z.NEVER;
});

const url = z
  .string()
  .regex(/^https?:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, 'must be a web address that starts with https://');

const WEIGHT = 'must be a percentage: 22, "~22", "30-35", or null where none is published';
const weight = z
  .union([z.string(), z.number()], WEIGHT)
  .nullable()
  .transform((value, context) => {
    const parsed = value === null ? null : parseWeight(String(value));
    if (parsed === undefined) context.addIssue({ code: 'custom', message: WEIGHT });
    return parsed ?? null;
  });

const STUDY = 'must be a time such as 3h, 3h30 or 45m';
const studyTime = z.union([z.string(), z.number()], STUDY).transform((value, context) => {
  const minutes = parseDuration(String(value));
  if (minutes === undefined || minutes < 1) context.addIssue({ code: 'custom', message: STUDY });
  return minutes ?? z.NEVER;
});

const nestedObjective = z.strictObject({ id: slug, text });
const objective = z.strictObject({ id: slug, text, objectives: z.array(nestedObjective).default([]) });

const topic = z.strictObject({
  id: slug,
  label,
  title: text,
  study: studyTime.optional(),
  aliases: z.array(text).default([]),
  objectives: z.array(objective).default([]),
});

const section = z.strictObject({
  id: slug,
  label,
  title: text,
  weight: weight.default(null),
  topics: z.array(topic).min(1, 'a section needs at least one topic').max(200),
});

const passMark = z.union(
  [
    z.literal('unpublished'),
    z.strictObject({ percent: z.number().gt(0).max(100) }),
    z
      .strictObject({ scaled: z.number(), min: z.number(), max: z.number() })
      .refine(({ scaled, min, max }) => min <= scaled && scaled <= max, 'the pass mark must lie on its scale'),
  ],
  'must be unpublished, { percent: 66 } or { scaled: 720, min: 100, max: 1000 }',
);

const exam = z.strictObject({
  code: text.nullable().default(null),
  questions: z
    .strictObject({
      min: count.optional(),
      max: count.optional(),
      scored: count.optional(),
      unscored: count.optional(),
    })
    .refine(({ min = 0, max = Number.POSITIVE_INFINITY }) => min <= max, 'min is larger than max')
    .nullable()
    .default(null),
  formats: z
    .array(
      z.enum([
        'multiple_choice',
        'multiple_select',
        'true_false',
        'ordering',
        'matching',
        'case_study',
        'performance_task',
        'lab',
      ]),
    )
    .default([]),
  minutes: count.nullable().default(null),
  fee: z
    .strictObject({
      amount: z.number().min(0),
      currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code such as USD'),
      note: text.optional(),
    })
    .nullable()
    .default(null),
  languages: z.array(text).default([]),
  pass_mark: passMark.default('unpublished'),
  validity_years: years.nullable().default(null),
  renewal: z
    .array(
      z.strictObject({
        kind: z.enum(['exam', 'courses', 'free_assessment']),
        window_days: count.optional(),
        extends_years: years.optional(),
      }),
    )
    .default([]),
  retake: z
    .strictObject({
      wait_days: z.array(z.int().min(0)),
      max_attempts: count.optional(),
      within_years: years.optional(),
    })
    .nullable()
    .default(null),
  style: z.enum(['concrete', 'conceptual', 'hands_on']).nullable().default(null),
  style_note: text.nullable().default(null),
});

const EDITION = 'must be a short name such as "2025"';

/** The shape of a syllabus file. Unknown keys are errors; unknown facts are null. */
export const syllabusSchema = z.strictObject({
  certification: slug,
  edition: z
    .union([z.string(), z.number().transform(String)], EDITION)
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, EDITION)),
  title: text,
  vendor: text,
  guide_version: text.nullable().default(null),
  status: z.enum(['current', 'superseded', 'variant']).default('current'),
  as_of: date.nullable().default(null),
  source_url: url.nullable().default(null),
  exam: exam.prefault({}),
  study: z.strictObject({ hours: z.number().gt(0).max(10_000), reason: text.optional() }).optional(),
  sections: z
    .array(section)
    .min(1, 'a syllabus needs at least one section')
    .max(100, 'a syllabus has at most 100 sections')
    .refine(
      weighsEnough,
      'the weights sum to less than 90 % or more than 110 %; null is for weights that are not published',
    ),
});

/** Printed weights may sum to 90-110 %: vendors round, and print ranges. */
function weighsEnough(sections: readonly { readonly weight: Weight }[]): boolean {
  const weights = sections.map(({ weight }) => weight);
  if (weights.length === 0 || weights.some((weight) => weight === null)) return true;
  const sum = (end: 'min' | 'max') =>
    weights.reduce((total, weight) => total + (weight?.kind === 'range' ? weight[end] : (weight?.percent ?? 0)), 0);
  return sum('min') <= 110 && sum('max') >= 90;
}

export type SyllabusFile = z.infer<typeof syllabusSchema>;
