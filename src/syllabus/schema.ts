import * as z from 'zod';
import { parseDuration } from '../domain/duration.ts';
import { parseIsoDate } from '../domain/local-date.ts';
import { parseWeight } from '../domain/weight.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by "-", such as storing-data')
  .refine((id) => id !== 'other', 'the id "other" is reserved for time outside the guide');
const text = z.string().trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters');
const label = z
  .union([text, z.number().transform(String)])
  .nullable()
  .default(null);
const count = z.int().min(1).max(10_000);
const years = z.number().min(0.1).max(100);

const date = z.string().transform((value, context) => {
  const day = parseIsoDate(value);
  if (day === undefined) context.addIssue({ code: 'custom', message: 'must be a date such as 2026-10-04' });
  return day ?? z.NEVER;
});

const url = z
  .string()
  .regex(/^https?:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, 'must be a web address that starts with https://');

const weight = z
  .union([z.string(), z.number()])
  .nullable()
  .transform((value, context) => {
    const parsed = value === null ? null : parseWeight(String(value));
    if (parsed === undefined)
      context.addIssue({
        code: 'custom',
        message: 'must be a percentage: 22, "~22", "30-35", or null where none is published',
      });
    return parsed ?? null;
  });

const studyTime = z.union([z.string(), z.number()]).transform((value, context) => {
  const minutes = parseDuration(String(value));
  if (minutes === undefined || minutes < 1)
    context.addIssue({ code: 'custom', message: 'must be a time such as 3h, 3h30 or 45m' });
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
    z.strictObject({ scaled: z.number(), min: z.number(), max: z.number() }),
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

/** The shape of a syllabus file. Unknown keys are errors; unknown facts are null. */
export const syllabusSchema = z.strictObject({
  certification: slug,
  edition: z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be a short name such as "2025"')),
  title: text,
  vendor: text,
  guide_version: text.nullable().default(null),
  status: z.enum(['current', 'superseded', 'variant']).default('current'),
  as_of: date.nullable().default(null),
  source_url: url.nullable().default(null),
  exam: exam.prefault({}),
  study: z.strictObject({ hours: z.number().gt(0).max(10_000), reason: text.optional() }).optional(),
  sections: z.array(section).min(1, 'a syllabus needs at least one section').max(100),
});

export type SyllabusFile = z.infer<typeof syllabusSchema>;
