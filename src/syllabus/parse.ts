import type { Edition } from '../domain/edition.ts';
import { checked } from './checked.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { editionFrom } from './edition-from.ts';
import type { Problem } from './places.ts';
import { syllabusSchema } from './schema.ts';

export type ParsedSyllabus = { readonly edition: Edition } | { readonly problems: readonly Problem[] };

const KIND = { name: 'a syllabus', start: 'certification: my-cert' };

/** Reads one syllabus. Never throws for what the file holds: every problem is reported at once, in the order of the file. */
export function parseSyllabus(bytes: Uint8Array): ParsedSyllabus {
  const result = checked(bytes, KIND, syllabusSchema, duplicateIds);
  return 'data' in result ? { edition: editionFrom(result.data) } : result;
}
