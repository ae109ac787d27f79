import type * as z from 'zod';
import { inOrder, type Problem, type YamlFile } from './places.ts';
import { fromIssue } from './problems.ts';
import { type Kind, readYaml } from './read-yaml.ts';

export type Checked<T> = { readonly data: T } | { readonly problems: readonly Problem[] };

/**
 * Reads a YAML file and checks it against a schema, and with `more` against what a schema cannot say. Never throws for what the file
 * holds: every problem is reported at once, in the order of the file.
 */
export function checked<T extends z.ZodType>(
  bytes: Uint8Array,
  kind: Kind,
  schema: T,
  more: (file: YamlFile) => readonly Problem[],
): Checked<z.infer<T>> {
  const file = readYaml(bytes, kind);
  if ('problems' in file) return file;
  const result = schema.safeParse(file.value);
  const issues = result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, schema, file));
  const problems = [...issues, ...more(file)];
  return result.success && problems.length === 0 ? { data: result.data } : { problems: inOrder(problems) };
}
