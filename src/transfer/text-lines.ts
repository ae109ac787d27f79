/** A line of a text, counted from 1, without its end. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a text that comes in pieces, with LF or CRLF. */
export function* textLines(pieces: Iterable<string>): Generator<TextLine> {
  let [rest, line] = ['', 0];
  for (const piece of pieces) {
    const texts = (rest + (line === 0 && rest === '' ? piece.replace(/^\ufeff/, '') : piece)).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) yield { line: ++line, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  }
  if (rest !== '') yield { line: line + 1, text: rest };
}
