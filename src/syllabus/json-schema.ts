import * as z from 'zod';
import { mappingSchema } from './mapping-schema.ts';
import { relatedSchema } from './related-schema.ts';
import { syllabusSchema } from './schema.ts';

/**
 * The files for editors, `data/schema/`: name and JSON text, made from the schemas the reader uses. They describe what a person may type;
 * what a schema cannot say (unique ids, sums of weights) only `syllabus validate` finds.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ['syllabus.schema.json', schemaText('A guide to an exam, as certtrack reads it', syllabusSchema)],
    ['mapping.schema.json', schemaText('What became of each topic of a guide in another edition', mappingSchema)],
    [
      'related.schema.json',
      schemaText('Topics of different certifications that have something in common', relatedSchema),
    ],
  ]);
}

function schemaText(title: string, schema: z.ZodType): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) }, null, 2)}\n`;
}
