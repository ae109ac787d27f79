import type { Span } from '../report/doc.ts';
import { clustersOf, widthOf } from './width.ts';

/** A piece of a span. */
interface Piece {
  readonly span: Span;
  text: string;
}

/** A word with the spaces before it; either may be of several spans. */
interface Word {
  readonly spaces: Piece[];
  readonly parts: Piece[];
}

/** Breaks spans into lines of at most `width` columns, at spaces where there are any, else inside a word. Spaces at a break are dropped. */
export function wrapSpans(spans: readonly Span[], width: number): Span[][] {
  return ownLines(spans)
    .flatMap((line) => linesOf(wordsOf(line), Math.max(width, 2)))
    .map((line) => line.map(({ span, text }) => ({ ...span, text })));
}

/** The lines that the text has of its own. */
function ownLines(spans: readonly Span[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const span of spans)
    for (const [i, text] of span.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      lines.at(-1)?.push({ span, text });
    }
  return lines;
}

function wordsOf(line: readonly Piece[]): Word[] {
  const words: Word[] = [{ spaces: [], parts: [] }];
  for (const { span, text } of line)
    for (const run of text.match(/ +|[^ ]+/g) ?? []) {
      const last = words.at(-1);
      if (!run.startsWith(' ')) last?.parts.push({ span, text: run });
      else if (last?.parts.length === 0) last.spaces.push({ span, text: run });
      else words.push({ spaces: [{ span, text: run }], parts: [] });
    }
  return words.filter(({ parts }) => parts.length > 0);
}

function linesOf(words: readonly Word[], width: number): Piece[][] {
  const lines: Piece[][] = [[]];
  let used = 0;
  const add = ({ span, text }: Piece, columns: number) => {
    const last = lines.at(-1)?.at(-1);
    if (last?.span === span) last.text += text;
    else lines.at(-1)?.push({ span, text });
    used += columns;
  };
  const nextLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const { spaces, parts } of words) {
    const [gap, length] = [widthOfAll(spaces), widthOfAll(parts)];
    if (used === 0 || goesOn(length, width - used - gap, width))
      for (const space of spaces) add(space, widthOf(space.text));
    else nextLine();
    const whole = used + length <= width;
    for (const { span, text } of parts)
      for (const cluster of whole ? [{ text, width: widthOf(text) }] : clustersOf(text)) {
        if (used + cluster.width > width) nextLine();
        add({ span, text: cluster.text }, cluster.width);
      }
  }
  return lines;
}

/** Whether a word goes on a line with so much left: when it fits or, too long for any line, is broken no more often by starting there. */
function goesOn(length: number, left: number, width: number): boolean {
  if (length <= width) return length <= left;
  return Math.floor((length - left - 1) / width) + 1 <= Math.floor((length - 1) / width);
}

function widthOfAll(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + widthOf(text), 0);
}
