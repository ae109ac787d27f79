import { type Document, isAlias, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type * as z from 'zod';
import { didYouMean } from '../domain/did-you-mean.ts';
import type { Edition } from '../domain/edition.ts';
import { editionFrom } from './edition-from.ts';
import { type SyllabusFile, syllabusSchema } from './schema.ts';

/** One thing wrong with a syllabus file, at a place counted from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type ParsedSyllabus = { readonly edition: Edition } | { readonly problems: readonly Problem[] };

type Path = readonly PropertyKey[];

const LARGEST_FILE = 1024 * 1024;
const DEEPEST = 40;
const MOST_ALIASES = 100;

/** Reads one syllabus. Never throws for what the file holds: every problem is reported at once, in the order of the file. */
export function parseSyllabus(bytes: Uint8Array): ParsedSyllabus {
  if (bytes.length > LARGEST_FILE) return only('the file is over 1 MB; a syllabus is a few pages of text');
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return only('the file is not UTF-8 text');
  }
  if (deepest(source) > DEEPEST) return only(`the file is nested more than ${DEEPEST} levels deep`);

  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const yamlProblems = document.errors.map((error) => at(error.pos[0], error.message.replace(/\.$/, '')));
  if (yamlProblems.length > 0) return { problems: yamlProblems };

  const bomb = aliasBomb(document);
  if (bomb !== undefined)
    return { problems: [at(bomb, `more than ${MOST_ALIASES} YAML aliases; write the text out instead`)] };

  const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
  if (value === null || typeof value !== 'object')
    return only('the file holds no syllabus; start with "certification: my-cert"');
  const result = syllabusSchema.safeParse(value);
  const schemaProblems = result.success
    ? []
    : result.error.issues.flatMap((issue) => fromIssue(issue, document, value, at));
  const problems = [...schemaProblems, ...duplicateIds(document, value, at)];
  if (result.success && problems.length === 0) return { edition: editionFrom(result.data as SyllabusFile) };
  return { problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function only(message: string): ParsedSyllabus {
  return { problems: [{ line: 1, column: 1, message }] };
}

/** A cheap bound on nesting before the parser recurses into it: brackets in flow style, indentation in block style. */
function deepest(source: string): number {
  let flow = 0;
  let most = 0;
  for (const char of source) {
    if (char === '[' || char === '{') most = Math.max(most, ++flow);
    else if (char === ']' || char === '}') flow = Math.max(0, flow - 1);
  }
  const indents: number[] = [];
  for (const line of source.split('\n')) {
    const indent = line.search(/[^\s-]/);
    if (indent < 0) continue;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    most = Math.max(most, indents.length);
  }
  return most;
}

/** Where the first alias stands, when there are too many of them. */
function aliasBomb(document: Document): number | undefined {
  const places: number[] = [];
  visit(document, { Alias: (_, alias) => void places.push(alias.range?.[0] ?? 0) });
  return places.length > MOST_ALIASES ? places[0] : undefined;
}

function fromIssue(
  issue: z.core.$ZodIssue,
  document: Document,
  value: unknown,
  at: (offset: number, message: string) => Problem,
): Problem[] {
  const name = issue.path.at(-1);
  const subject = typeof name === 'string' ? `${name}: ` : '';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => at(keyOffset(document, issue.path, key), unknownKey(key, issue.path, value)));
  if (issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined)
    return [at(offsetOf(document, issue.path.slice(0, -1)), `${String(name)} is missing`)];
  if (issue.code === 'invalid_value')
    return [at(offsetOf(document, issue.path), `${subject}${choiceMessage(valueAt(value, issue.path), issue.values)}`)];
  const message = issue.message.replace(/^Invalid input: /, '').replace(/^Too (small|big): /, '');
  return [at(offsetOf(document, issue.path), `${subject}${message}`)];
}

function choiceMessage(typed: unknown, values: readonly unknown[]): string {
  const [guess] = didYouMean(String(typed), values.map(String));
  return `"${String(typed)}" is not one of ${values.join(', ')}${guess ? `; did you mean ${guess}?` : ''}`;
}

function unknownKey(key: string, path: Path, value: unknown): string {
  const [guess] = didYouMean(key, knownKeys(path, value));
  return `unknown key "${key}"${guess ? `; did you mean ${guess}?` : ''}`;
}

/** The keys the schema knows at a place, by validating an object with one impossible key there would be roundabout: the shape is walked. */
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
function duplicateIds(document: Document, value: unknown, at: (offset: number, message: string) => Problem): Problem[] {
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
  return isScalar(node) || isAlias(node) ? (node.range?.[0] ?? 0) : offsetOf(document, path);
}
