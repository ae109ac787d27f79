import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Edition } from '../domain/edition.ts';
import { editionFrom } from './edition-from.ts';
import { shapeOf } from './nesting.ts';
import { type At, duplicateIds, fromIssue, type Problem } from './problems.ts';
import { syllabusSchema } from './schema.ts';

export type ParsedSyllabus = { readonly edition: Edition } | { readonly problems: readonly Problem[] };

const LARGEST_FILE = 1024 * 1024;
const DEEPEST = 40;
const MOST_KEYS = 4000;

/** Reads one syllabus. Never throws for what the file holds: every problem is reported at once, in the order of the file. */
export function parseSyllabus(bytes: Uint8Array): ParsedSyllabus {
  if (bytes.length > LARGEST_FILE) return only('the file is over 1 MB; a syllabus is a few pages of text');
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return only('the file is not UTF-8 text');
  }
  const { depth, keys } = shapeOf(source);
  if (depth > DEEPEST) return only(`the file is nested more than ${DEEPEST} levels deep`);
  if (keys > MOST_KEYS) return only(`the file has more than ${MOST_KEYS} keys; a syllabus is a few pages of text`);

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
  const yamlProblems = [
    // One slip of syntax can cascade into thousands of errors; the first ones are the ones to mend.
    ...document.errors.slice(0, 20).map((error) => at(error.pos[0], yamlMessage(error))),
    ...inOrder(aliases(document, at)).slice(0, 1),
  ];
  if (yamlProblems.length > 0) return { problems: inOrder(yamlProblems) };

  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return only('the file holds no syllabus; start with "certification: my-cert"');
  const result = syllabusSchema.safeParse(value);
  const issues = result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, document, value, at));
  const problems = [...issues, ...duplicateIds(document, value, at)];
  return result.success && problems.length === 0
    ? { edition: editionFrom(result.data) }
    : { problems: inOrder(problems) };
}

function only(message: string): ParsedSyllabus {
  return { problems: [{ line: 1, column: 1, message }] };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** An alias can name itself or multiply into billions, and no syllabus needs one. Merge keys are aliases in another dress. */
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
