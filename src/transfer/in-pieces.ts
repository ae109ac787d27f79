const PIECE = 64 * 1024;

/** The same text in pieces large enough to be worth a write each, and small enough that memory stays flat. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
