import type { Entry, EntryOrProblem } from './entry.ts';
import { repeats } from './repeats.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { clockSeconds, dateWith, wallReader } from './wall-reading.ts';

/** A clock-in that waits for its clock-out. */
interface Open extends TextLine {
  readonly date: string;
  readonly seconds: number;
  readonly account: string;
  readonly note: string | null;
}

/**
 * Reads a timeclock file as hledger and ledger do: `i DATE TIME ACCOUNT  DESCRIPTION` and `o DATE TIME`. The hours are those between
 * the two wall-clock times. An entry is known by its account and start, and by its count where several begin together.
 */
export function* entriesFromTimeclock(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  const at = wallReader(timezone);
  const count = repeats();
  const open: Open[] = [];
  const entry = (from: Open, text: string, endedAt: number | null): Entry => {
    const { line, account, note } = from;
    const startedAt = startOf(from);
    return {
      line,
      text,
      startedAt,
      endedAt,
      timezone,
      note,
      labels: account === '' ? [] : [account],
      sourceId: count(`${account} ${startedAt}`),
    };
  };
  const startOf = ({ date, seconds }: Open) => at(dateWith(date) ?? ('' as never), seconds);
  for (const { line, text } of textLines(pieces)) {
    if (/^\s*([;#*%|].*)?$/.test(text) || /^[bhBH] /.test(text)) continue;
    const [, code = '', date = '', time = '', rest = ''] = /^([ioO])\s+(\S+)\s+(\S+)(?:\s+(.*))?$/.exec(text) ?? [];
    const seconds = clockSeconds(time.replace(/[+-]\d{4}$/, ''));
    if (code === '' || dateWith(date) === undefined || seconds === undefined) {
      yield { line, text, message: 'this is not "i DATE TIME ACCOUNT" or "o DATE TIME"' };
      continue;
    }
    if (code === 'i') {
      const [account = '', ...description] = rest.split(/\s{2,}|\t/);
      open.push({ line, text, date, seconds, account: account.trim(), note: noteIn(description.join(' ')) });
      continue;
    }
    const [account = ''] = rest.split(/\s{2,}|\t/);
    const named = open.findLastIndex((one) => account !== '' && one.account === account.trim());
    const [from] = open.splice(named < 0 ? open.length - 1 : named, 1);
    if (from === undefined) {
      yield { line, text, message: 'a clock-out without a clock-in before it' };
      continue;
    }
    const apart = secondsBetween(from, { date, seconds });
    const both = `${from.text}\n${text}`;
    if (apart < 0) yield { line, text: both, message: 'the clock-out is before its clock-in' };
    else yield entry(from, both, startOf(from) + apart * 1000);
  }
  for (const from of open) yield entry(from, from.text, null);
}

function secondsBetween(from: { date: string; seconds: number }, to: { date: string; seconds: number }): number {
  const day = (date: string) => Date.parse(`${dateWith(date)}T00:00:00Z`) / 1000;
  return day(to.date) + to.seconds - day(from.date) - from.seconds;
}

/** A description up to its comment. */
function noteIn(description: string): string | null {
  return description.replace(/(^|\s);.*$/, '').trim() || null;
}
