import * as z from 'zod';
import { count, text, years } from './scalars.ts';

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

/** The facts of an exam; what is unknown is null. */
export const examSchema = z.strictObject({
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
