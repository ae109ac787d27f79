import { parse } from 'csv-parse/sync';

/** A record that is not blank: the line it starts on, counted from 1, its text, and its cells or what is wrong with its quotes; a quote that is never closed takes the rest of the file with it. */
export interface CsvRecord {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
  readonly wrong?: string;
  readonly unclosed?: boolean;
}

interface RawRecord {
  readonly line: number;
  readonly text: string;
}

/**
 * The records of a CSV that comes in pieces of text, also one that a spreadsheet saved (BOM, `;`, LF). A record ends at the first
 * line end outside quotes. One without any quote is what stands between its delimiters; the parser reads the others, a piece at a time.
 */
export function* csvRecords(pieces: Iterable<string>): Generator<CsvRecord> {
  let delimiter: string | undefined;
  for (const batch of rawRecords(pieces)) {
    const written = batch.filter(({ text }) => text !== '');
    delimiter ??= written[0] && delimiterOf(written[0].text);
    const quoted = cellsOfQuoted(
      written.filter(({ text }) => text.includes('"')),
      delimiter ?? ',',
    );
    for (const raw of written)
      yield raw.text.includes('"')
        ? (quoted.shift() as CsvRecord)
        : { ...raw, cells: raw.text.split(delimiter ?? ',') };
  }
}

function delimiterOf(header: string): string {
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

/** Record texts, in one batch for each piece. */
function* rawRecords(pieces: Iterable<string>): Generator<RawRecord[]> {
  let rest = '';
  let [from, seen, inQuotes, first, line] = [0, 0, false, 1, 1];
  let start = true;
  const complete = (last: boolean): RawRecord[] => {
    const found: RawRecord[] = [];
    const ends = /\r\n|\n|\r/g;
    ends.lastIndex = seen;
    for (let end = ends.exec(rest); end !== null; end = ends.exec(rest)) {
      // A carriage return at the end of a piece may be half of a line end.
      if (!last && end[0] === '\r' && ends.lastIndex === rest.length) break;
      if (oddQuotes(rest.slice(seen, end.index))) inQuotes = !inQuotes;
      seen = ends.lastIndex;
      line++;
      if (inQuotes) continue;
      found.push({ line: first, text: rest.slice(from, end.index) });
      [from, first] = [seen, line];
    }
    rest = rest.slice(from);
    [from, seen] = [0, seen - from];
    if (last && rest !== '') found.push({ line: first, text: rest });
    return found;
  };
  for (const piece of pieces) {
    rest += start ? piece.replace(/^\ufeff/, '') : piece;
    start = false;
    yield complete(false);
  }
  yield complete(true);
}

function oddQuotes(text: string): boolean {
  let odd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

/** Records with quotes in them, parsed together; where the parser gives up on one, it is told and the rest are parsed after it. */
function cellsOfQuoted(raws: readonly RawRecord[], delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  const keep = (cells: string[]) => {
    records.push({ ...(raws[records.length] as RawRecord), cells });
    return null;
  };
  while (records.length < raws.length) {
    const texts = raws.slice(records.length).map(({ text }) => text);
    try {
      parse(texts.join('\n'), {
        delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
        on_record: keep as never,
      });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const raw = raws[records.length] as RawRecord;
      records.push({ ...raw, cells: [], wrong: csvMessage(code, message), unclosed: code === 'CSV_QUOTE_NOT_CLOSED' });
    }
  }
  return records;
}

/** The parser's words, or ours where a person would not know what to do. */
function csvMessage(code: string | undefined, message: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
    return 'a quote inside a cell; quote the whole cell and write the quote twice';
  return message.replace(/ at line \d+.*$/, '');
}
