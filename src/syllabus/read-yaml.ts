import { type Document, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { shapeOf } from './nesting.ts';
import { type At, inOrder, type Problem, type YamlFile } from './places.ts';

const LARGEST_FILE = 1024 * 1024;
const LIMIT = { depth: 40, keys: 4000, entries: 10_000 };

/** What a file is meant to be, for its problems: `a syllabus`, and how one starts. */
export interface Kind {
  readonly name: string;
  readonly start: string;
}

/** Reads YAML that a stranger may have written. Never throws for what the file holds. */
export function readYaml(bytes: Uint8Array, kind: Kind): YamlFile | { readonly problems: readonly Problem[] } {
  if (bytes.length > LARGEST_FILE) return only(`the file is over 1 MB; ${kind.name} is a few pages of text`);
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return only('the file is not UTF-8 text');
  }
  const { depth, keys, entries } = shapeOf(source, LIMIT);
  if (depth > LIMIT.depth) return only(`the file is nested more than ${LIMIT.depth} levels deep`);
  if (entries > LIMIT.entries)
    return only(`the file has more than ${LIMIT.entries} entries; ${kind.name} is a few pages of text`);
  if (keys > LIMIT.keys) return only(`the file has more than ${LIMIT.keys} keys; ${kind.name} is a few pages of text`);

  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
    logLevel: 'error',
  });
  const at: At = (offset, message) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), message };
  };
  const problems = [
    // One slip of syntax can cascade into thousands of errors; the first ones are the ones to mend.
    ...document.errors.slice(0, 20).map((error) => at(error.pos[0], yamlMessage(error))),
    ...inOrder(aliases(document, at)).slice(0, 1),
  ];
  if (problems.length > 0) return { problems: inOrder(problems) };

  keepAsPrinted(document);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return only(`the file holds no ${kind.name.replace(/^an? /, '')}; start with "${kind.start}"`);
  return { document, value, at };
}

function only(message: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ line: 1, column: 1, message }] };
}

/** A label 1.10 and a version 1.20 are texts that only look like numbers. */
const PRINTED = ['label', 'edition', 'guide_version', 'product_version'];

function keepAsPrinted(document: Document): void {
  visit(document, {
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? key.value : undefined;
      if (typeof name === 'string' && PRINTED.includes(name) && isScalar(value) && typeof value.value === 'number')
        value.value = value.source ?? value.value;
    },
  });
}

/** An alias can name itself or multiply into billions, and no guide needs one. Merge keys are aliases in another dress. */
function aliases(document: Document, at: At): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias: (_, { range }) =>
      void problems.push(at(range?.[0] ?? 0, 'YAML aliases are not read here; write the text out')),
    Pair: (_, { key }) => {
      const { value, range } = key as { value?: unknown; range?: [number, number, number] };
      if (value === '<<' || typeof value === 'symbol')
        problems.push(at(range?.[0] ?? 0, 'YAML merge keys are not read here; write the text out'));
    },
  });
  return problems;
}

/** The parser's words, or ours where a person would not know what to do. */
function yamlMessage({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'the file holds several documents; keep one';
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return 'a ": " inside plain text; put the text in quotes';
  return message.replace(/\.$/, '');
}
