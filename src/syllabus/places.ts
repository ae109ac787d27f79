import { type Document, isMap, isScalar, type Node } from 'yaml';

/** One thing wrong with a file, at a place counted from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Turns an offset in the file into a problem at its line and column. */
export type At = (offset: number, message: string) => Problem;

/** The way to a value: keys and positions, from the top of the file. */
export type Path = readonly PropertyKey[];

/** A YAML file as read: the values, and where each of them stands. */
export interface YamlFile {
  readonly document: Document;
  readonly value: unknown;
  readonly at: At;
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** The place of the value at a path, or of the nearest parent that has one. */
export function offsetOf(document: Document, path: Path): number {
  for (let end = path.length; end > 0; end--) {
    const node = document.getIn(path.slice(0, end), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** The place of a key of the mapping at a path. */
export function keyOffset(document: Document, path: Path, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find(({ key: node }) => isScalar(node) && String(node.value) === key) : undefined;
  const node = pair?.key;
  return isScalar(node) ? (node.range?.[0] ?? 0) : offsetOf(document, path);
}

/** `sections[1].topics[2]`, counted from 1. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`))
    .join('')
    .slice(1);
}

/** Problems in the order of the file. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
