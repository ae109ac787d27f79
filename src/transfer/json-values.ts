import type { RowProblem } from './found.ts';

/** A value of a JSON file, with the line it starts on and its text. */
export interface JsonValue {
  readonly line: number;
  readonly text: string;
  readonly value: unknown;
}

/**
 * The values of a JSON text that comes in pieces: the items of an array, or one value after another, as in NDJSON. A value that is
 * broken in itself is reported and the next one read; where brackets or quotes do not close, the file is reported.
 */
export function* jsonValues(pieces: Iterable<string>): Generator<JsonValue | RowProblem> {
  const marks = /["\\{}[\],\n]/g;
  let [rest, start, at, line, startLine, depth] = ['', 0, 0, 1, 1, 0];
  let layout: 'array' | 'sequence' | 'ended' | undefined;
  let [inString, first] = [false, true];
  /** The value between `start` and `end`, none where that is blank. */
  const taken = (end: number, next = end): (JsonValue | RowProblem)[] => {
    const raw = rest.slice(start, end);
    const text = raw.trim();
    const value = text === '' ? [] : [parsed(text, startLine + blankLines(raw))];
    [start, startLine] = [next, line];
    return value;
  };
  for (const piece of pieces) {
    rest = rest.slice(start) + (first ? piece.replace(/^\ufeff/, '') : piece);
    [at, start, first] = [at - start, 0, false];
    marks.lastIndex = at;
    for (let found = marks.exec(rest); found !== null; found = marks.exec(rest)) {
      const [mark] = found;
      const { index } = found;
      if (inString && mark === '\\') marks.lastIndex = index + 2;
      else if (inString) inString = mark !== '"' && mark !== '\n';
      else if (mark === '"') inString = true;
      else if (mark === '[' && layout === undefined && rest.slice(start, index).trim() === '') {
        [layout, depth, start, startLine] = ['array', 1, index + 1, line];
      } else if (mark === '[' || mark === '{') depth++;
      else if (mark === ',' && layout === 'array' && depth === 1) yield* taken(index, index + 1);
      else if (mark === ']' || mark === '}') {
        depth--;
        if (depth <= 0 && layout === 'array') {
          yield* taken(index, index + 1);
          layout = 'ended';
        } else if (depth <= 0) yield* taken(index + 1);
        depth = Math.max(0, depth);
      }
      if (mark === '\n') {
        if (depth === 0 && layout !== 'array') yield* taken(index);
        line++;
      } else if (mark !== '\\' && mark !== ',' && layout === undefined) layout = 'sequence';
      at = marks.lastIndex;
    }
    at = Math.max(at, rest.length);
  }
  if (layout === 'array' && depth === 1 && !inString) yield { line, message: 'the list does not end: "]" is missing' };
  else if (depth > 0 || inString)
    yield { line: startLine + blankLines(rest.slice(start)), message: 'the JSON that begins here does not end' };
  else yield* taken(rest.length);
}

/** The line ends before the first thing that is written. */
function blankLines(text: string): number {
  return /^\s*/.exec(text)?.[0].match(/\n/g)?.length ?? 0;
}

function parsed(text: string, line: number): JsonValue | RowProblem {
  try {
    return { line, text, value: JSON.parse(text) };
  } catch {
    return { line, text, message: 'this is not JSON' };
  }
}
