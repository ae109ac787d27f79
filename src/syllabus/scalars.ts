import * as z from 'zod';
import { parseDuration } from '../domain/duration.ts';
import { parseIsoDate } from '../domain/local-date.ts';
import { parseWeight } from '../domain/weight.ts';

/** The smallest pieces of the files in `syllabi/`, each with the words for what is wrong with it. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by "-", such as storing-data')
  .refine((id) => id !== 'other', 'the id "other" is reserved for time outside the guide');

export const text = z.string().trim().min(1, 'must not be empty').max(300, 'must be at most 300 characters');

/** What a guide prints and YAML may take for a number: a label, a version. */
export const printed = z
  .union([text, z.number().transform(String)], 'must be a short text such as "1.1"')
  .nullable()
  .default(null);

const EDITION = 'must be a short name such as "2025"';
export const editionName = z
  .union([z.string(), z.number().transform(String)], EDITION)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, EDITION));

export const count = z.int().min(1, 'must be at least 1').max(10_000, 'must be at most 10000');
export const years = z.number().min(0.1, 'must be at least 0.1').max(100, 'must be at most 100');

const DATE = 'must be a date such as 2026-10-04';
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, DATE)
  .transform((value, context) => {
    const day = parseIsoDate(value);
    if (day === undefined) context.addIssue({ code: 'custom', message: DATE });
    return day ?? z.NEVER;
  });

export const url = z
  .string()
  .regex(/^https?:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, 'must be a web address that starts with https://');

const WEIGHT = 'must be a percentage: 22, "~22", "30-35", or null where none is published';
export const weight = z
  .union([z.string().regex(/^\s*~?\s?\d/, WEIGHT), z.number()], WEIGHT)
  .nullable()
  .transform((value, context) => {
    const parsed = value === null ? null : parseWeight(String(value));
    if (parsed === undefined) context.addIssue({ code: 'custom', message: WEIGHT });
    return parsed ?? null;
  });

const STUDY = 'must be a time such as 3h, 3h30 or 45m';
export const studyTime = z.union([z.string(), z.number()], STUDY).transform((value, context) => {
  const minutes = parseDuration(String(value));
  if (minutes === undefined || minutes < 1) context.addIssue({ code: 'custom', message: STUDY });
  return minutes ?? z.NEVER;
});

const EDITION_ID = 'must be certification@edition, such as gcp-pde@2025';
export const editionId = z.string().regex(/^[a-z0-9-]+@[a-z0-9][a-z0-9.-]*$/, EDITION_ID);
