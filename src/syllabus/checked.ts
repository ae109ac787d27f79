import type * as z from 'zod';
import { inOrder, type Problem, type YamlFile } from './places.ts';
import { fromIssue } from './problems.ts';
import { type Kind, readYaml } from './read-yaml.ts';

export type Checked<T> = { readonly data: T } | { readonly problems: readonly Problem[] };

/** What has more problems is no guide yet; the first ones are the ones to mend. */
const MOST_PROBLEMS = 100;

/**
 * Reads a YAML file and checks it against a schema, and with `more` against what a schema cannot say. Never throws for what the file
 * holds: every problem is reported at once, in the order of the file (the first hundred of them).
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
  return result.success && problems.length === 0 ? { data: result.data } : { problems: firstOf(inOrder(problems)) };
}

function firstOf(problems: readonly Problem[]): readonly Problem[] {
  const next = problems[MOST_PROBLEMS];
  if (next === undefined) return problems;
  return [
    ...problems.slice(0, MOST_PROBLEMS),
    { ...next, message: `and ${problems.length - MOST_PROBLEMS} more problems from here on` },
  ];
}
