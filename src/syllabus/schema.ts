import * as z from 'zod';
import type { Weight } from '../domain/weight.ts';
import { examSchema } from './exam-schema.ts';
import { date, editionName, printed, slug, studyTime, text, url, weight } from './scalars.ts';

const MOST = 200;
const TOO_MANY = `must have at most ${MOST} entries`;
const ITEM = 'must be text, or a mapping of keys to values';

/** An objective is its text, or has parts of its own: sections, topics and three levels below them are as deep as guides go. */
const third = z.union([text, z.strictObject({ id: slug.optional(), text, objectives: z.never().optional() })], ITEM);
const second = z.union(
  [text, z.strictObject({ id: slug.optional(), text, objectives: z.array(third).max(MOST, TOO_MANY).default([]) })],
  ITEM,
);
const objective = z.union(
  [text, z.strictObject({ id: slug.optional(), text, objectives: z.array(second).max(MOST, TOO_MANY).default([]) })],
  ITEM,
);

const named = {
  id: slug
    .optional()
    .describe('Key of everything logged; made from the title when left out, and then changing with it'),
  label: printed.describe('Number the guide prints, only shown: "1.1"'),
  title: text,
};
const studied = {
  study: studyTime.optional().describe('Recommended study time: 3h30'),
  aliases: z.array(text).max(MOST, TOO_MANY).default([]).describe('Other words to find it by, such as product names'),
  objectives: z.array(objective).max(MOST, TOO_MANY).default([]),
};

const topic = z.union([text, z.strictObject({ ...named, ...studied })], ITEM);

/** A section holds topics, or stands as its only topic itself. */
const section = z.union(
  [
    text,
    z
      .strictObject({
        ...named,
        weight: weight.default(null).describe('Percent of the exam as printed: 22, "~22", "30-35"'),
        topics: z.array(topic).min(1, 'a section needs at least one topic').max(MOST, TOO_MANY).optional(),
        ...studied,
      })
      .refine(
        ({ topics, objectives, aliases, study }) =>
          topics === undefined || (objectives.length === 0 && aliases.length === 0 && study === undefined),
        'a section with topics leaves study, aliases and objectives to them',
      ),
  ],
  ITEM,
);

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language is a code such as en');

/** The shape of a syllabus file. Unknown keys are errors; unknown facts are null. */
export const syllabusSchema = z.strictObject({
  certification: slug.describe('Id of the certification, the same in all its editions: gcp-pde'),
  edition: editionName.describe('Name of this edition of the guide, usually its year: "2025"'),
  title: text,
  vendor: text,
  guide_version: printed.describe('Version printed on the guide'),
  product_version: printed.describe('Version of the product the exam is about, such as Kubernetes v1.35'),
  status: z
    .enum(['current', 'superseded', 'variant'])
    .default('current')
    .describe('variant: given beside the current one, such as a renewal exam'),
  as_of: date.nullable().default(null).describe('Day on which the guide was seen to say this'),
  retires_on: z
    .union([date, z.record(language, date)], 'must be a date, or dates by language such as { en: 2027-06-11 }')
    .nullable()
    .default(null)
    .describe('Last day the exam is given on this guide: a date, or dates by language'),
  source_url: url.nullable().default(null).describe('Where the official guide is'),
  notes: z.array(text).default([]).describe('What else a person should know, in sentences'),
  exam: examSchema.prefault({}).describe('Facts of the exam; leave out what is not published'),
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
function weighsEnough(sections: readonly (string | { readonly weight: Weight })[]): boolean {
  const weights = sections.map((item) => (typeof item === 'string' ? null : item.weight));
  if (weights.length === 0 || weights.some((weight) => weight === null)) return true;
  const sum = (end: 'min' | 'max') =>
    weights.reduce((total, weight) => total + (weight?.kind === 'range' ? weight[end] : (weight?.percent ?? 0)), 0);
  return sum('min') <= 110 && sum('max') >= 90;
}

export type SyllabusFile = z.infer<typeof syllabusSchema>;
