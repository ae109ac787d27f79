import type * as z from 'zod';
import { didYouMean } from '../domain/did-you-mean.ts';
import { keyOffset, offsetOf, type Path, type Problem, valueAt, type YamlFile } from './places.ts';

/** So many unknown keys of one place are reported; what has more is no syllabus. */
const MOST_KEYS = 20;

/** What a zod issue says, in words and at its place. */
export function fromIssue(issue: z.core.$ZodIssue, schema: z.ZodType, file: YamlFile): Problem[] {
  const { document, value, at } = file;
  const meant = meantBranch(issue);
  if (meant)
    return meant.flatMap((inner) => fromIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema, file));
  const name = issue.path.at(-1);
  const subject = typeof name === 'string' ? `${name}: ` : '';
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MOST_KEYS)
      .map((key) => at(keyOffset(document, issue.path, key), unknownKey(key, issue.path, schema, value)));
  if (issue.path.length > 0 && valueAt(value, issue.path) === undefined)
    return [at(offsetOf(document, issue.path.slice(0, -1)), `${String(name)} is missing`)];
  if (issue.code === 'invalid_value')
    return [at(offsetOf(document, issue.path), `${subject}${choiceMessage(valueAt(value, issue.path), issue.values)}`)];
  const message =
    bound(issue) ??
    (issue.code === 'invalid_type' ? `must be ${KINDS[issue.expected] ?? issue.expected}` : issue.message);
  return [at(offsetOf(document, issue.path), `${subject}${message}`)];
}

/** What is wrong inside the one branch of a union that was meant: the only one whose kind of value this is. */
function meantBranch(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const fitting = issue.errors.filter((branch) =>
    branch.every(({ path, code }) => path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value')),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function bound(issue: z.core.$ZodIssue): string | undefined {
  if (!/^Too (small|big)/.test(issue.message) && !/^expected /.test(issue.message)) return undefined;
  if (issue.code === 'too_small') return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  return undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping of keys to values',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  never: 'left out at this depth',
};

function choiceMessage(typed: unknown, values: readonly unknown[]): string {
  if (typed === null || typeof typed === 'object') return `must be one of ${values.join(', ')}`;
  const [guess] = didYouMean(String(typed), values.map(String));
  return `"${String(typed)}" is not one of ${values.join(', ')}${guess ? `; did you mean ${guess}?` : ''}`;
}

function unknownKey(key: string, path: Path, schema: z.ZodType, value: unknown): string {
  const [guess] = didYouMean(key, knownKeys(path, schema, value));
  return `unknown key "${key}"${guess ? `; did you mean ${guess}?` : ''}`;
}

/** The keys the schema knows at a place and the file does not have yet. */
function knownKeys(path: Path, top: z.ZodType, value: unknown): string[] {
  const shape = unwrapped(path.reduce(child, top as unknown))?.shape;
  const present = Object.keys((valueAt(value, path) as object | undefined) ?? {});
  return Object.keys(shape ?? {}).filter((key) => !present.includes(key));
}

interface Walkable {
  readonly shape?: Record<string, unknown>;
  readonly element?: unknown;
  readonly options?: readonly unknown[];
  readonly def?: { readonly innerType?: unknown };
}

function unwrapped(schema: unknown): Walkable | undefined {
  const walkable = schema as Walkable | undefined;
  const mapping = walkable?.options?.find((option) => unwrapped(option)?.shape);
  if (mapping) return unwrapped(mapping);
  return walkable?.def?.innerType === undefined ? walkable : unwrapped(walkable.def.innerType);
}

function child(schema: unknown, step: PropertyKey): unknown {
  const walkable = unwrapped(schema);
  return typeof step === 'number' ? walkable?.element : walkable?.shape?.[String(step)];
}
