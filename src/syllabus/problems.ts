import { type Document, isMap, isScalar, type Node } from 'yaml';
import type * as z from 'zod';
import { didYouMean } from '../domain/did-you-mean.ts';
import { syllabusSchema } from './schema.ts';

/** One thing wrong with a syllabus file, at a place counted from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Turns an offset in the file into a problem at its line and column. */
export type At = (offset: number, message: string) => Problem;

type Path = readonly PropertyKey[];

/** So many unknown keys of one place are reported; what has more is no syllabus. */
const MOST_KEYS = 20;

/** What a zod issue says, in words and at its place. */
export function fromIssue(issue: z.core.$ZodIssue, document: Document, value: unknown, at: At): Problem[] {
  const name = issue.path.at(-1);
  const subject = typeof name === 'string' ? `${name}: ` : '';
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MOST_KEYS)
      .map((key) => at(keyOffset(document, issue.path, key), unknownKey(key, issue.path, value)));
  if (issue.path.length > 0 && valueAt(value, issue.path) === undefined)
    return [at(offsetOf(document, issue.path.slice(0, -1)), `${String(name)} is missing`)];
  if (issue.code === 'invalid_value')
    return [at(offsetOf(document, issue.path), `${subject}${choiceMessage(valueAt(value, issue.path), issue.values)}`)];
  const message =
    bound(issue) ??
    (issue.code === 'invalid_type' ? `must be ${KINDS[issue.expected] ?? issue.expected}` : issue.message);
  return [at(offsetOf(document, issue.path), `${subject}${message}`)];
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
};

function choiceMessage(typed: unknown, values: readonly unknown[]): string {
  if (typed === null || typeof typed === 'object') return `must be one of ${values.join(', ')}`;
  const [guess] = didYouMean(String(typed), values.map(String));
  return `"${String(typed)}" is not one of ${values.join(', ')}${guess ? `; did you mean ${guess}?` : ''}`;
}

function unknownKey(key: string, path: Path, value: unknown): string {
  const [guess] = didYouMean(key, knownKeys(path, value));
  return `unknown key "${key}"${guess ? `; did you mean ${guess}?` : ''}`;
}

/** The keys the schema knows at a place and the file does not have yet. */
function knownKeys(path: Path, value: unknown): string[] {
  let schema: unknown = syllabusSchema;
  for (const step of path) schema = child(schema, step);
  const shape = unwrapped(schema)?.shape;
  const present = Object.keys((valueAt(value, path) as object | undefined) ?? {});
  return Object.keys(shape ?? {}).filter((key) => !present.includes(key));
}

interface Walkable {
  readonly shape?: Record<string, unknown>;
  readonly element?: unknown;
  readonly def?: { readonly innerType?: unknown };
}

function unwrapped(schema: unknown): Walkable | undefined {
  const walkable = schema as Walkable | undefined;
  return walkable?.def?.innerType === undefined ? walkable : unwrapped(walkable.def.innerType);
}

function child(schema: unknown, step: PropertyKey): unknown {
  const walkable = unwrapped(schema);
  return typeof step === 'number' ? walkable?.element : walkable?.shape?.[String(step)];
}

/** Ids must be unique in the whole file: sections, topics and objectives share one namespace. */
export function duplicateIds(document: Document, value: unknown, at: At): Problem[] {
  const seen = new Map<string, Path>();
  const problems: Problem[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (Array.isArray(node)) node.forEach((item, i) => void walk(item, [...path, i]));
    else if (node !== null && typeof node === 'object') {
      const { id } = node as { id?: unknown };
      if (typeof id === 'string') {
        const first = seen.get(id);
        if (first)
          problems.push(
            at(offsetOf(document, [...path, 'id']), `id "${id}" is used twice, first at ${pathText(first)}`),
          );
        else seen.set(id, path);
      }
      for (const key of ['sections', 'topics', 'objectives'])
        walk((node as Record<string, unknown>)[key], [...path, key]);
    }
  };
  walk(value, []);
  return problems;
}

function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`))
    .join('')
    .slice(1);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** The place of the value at a path, or of the nearest parent that has one. */
function offsetOf(document: Document, path: Path): number {
  for (let end = path.length; end > 0; end--) {
    const node = document.getIn(path.slice(0, end), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find(({ key: node }) => isScalar(node) && String(node.value) === key) : undefined;
  const node = pair?.key;
  return isScalar(node) ? (node.range?.[0] ?? 0) : offsetOf(document, path);
}
