import type { LocalDate } from '../domain/local-date.ts';
import type { Entry, EntryOrProblem } from './entry.ts';
import { repeats } from './repeats.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { clockSeconds, dateWith, wallClock, wallReader } from './wall-reading.ts';

/** A clock-in or clock-out as it is read. */
interface Punch extends TextLine {
  readonly code: string;
  readonly date: LocalDate;
  readonly seconds: number;
  readonly account: string;
  readonly note: string | null;
}

/**
 * Reads a timeclock file as hledger and ledger do: `i DATE TIME ACCOUNT  DESCRIPTION` and `o DATE TIME [ACCOUNT]`. The hours are those
 * between the two wall-clock times. A clock-out without an account closes the only one that is open; among several nothing is guessed.
 */
export function* entriesFromTimeclock(pieces: Iterable<string>, timezone: string): Generator<EntryOrProblem> {
  const entry = entryMaker(timezone);
  const open: Punch[] = [];
  const accounts = new Set<string>();
  for (const { line, text } of textLines(pieces)) {
    if (/^\s*([;#*%|].*)?$/.test(text) || /^[bhBH] /.test(text)) continue;
    const wrong = (message: string, rejected = text) => ({ line, text: rejected, message });
    const punch = punchIn({ line, text });
    if (punch === undefined) yield wrong('this is not "i DATE TIME ACCOUNT" or "o DATE TIME"');
    else if (punch.code === 'i') {
      const twice = open.find((one) => keyOf(one) === keyOf(punch));
      if (twice) yield wrong(`${nameOf(twice)} is clocked in already, on line ${twice.line}`);
      else open.push(punch);
      accounts.add(keyOf(punch));
    } else {
      const at = closedBy(punch, open, accounts);
      const [from] = at < 0 ? [] : open.splice(at, 1);
      const both = `${from?.text}\n${text}`;
      if (from === undefined) yield wrong(nothingToClose(punch, open));
      else if (secondsOf(punch) < secondsOf(from)) yield wrong('the clock-out is before its clock-in', both);
      else yield entry(from, both, secondsOf(punch) - secondsOf(from));
    }
  }
  for (const from of open) yield entry(from, from.text, null);
}

/** Reads a line; a comment begins with a semicolon after a space, an account ends at two spaces. */
function punchIn({ line, text }: TextLine): Punch | undefined {
  const [, code, day = '', time = '', rest = ''] = /^([ioO])\s+(\S+)\s+(\S+)(?:(\s.*))?$/.exec(text) ?? [];
  const date = dateWith(day.replace(/(?<=\D)\d(?!\d)/g, '0$&'));
  const seconds = clockSeconds(time.replace(/[+-]\d{4}$/, ''));
  if (code === undefined || date === undefined || seconds === undefined) return undefined;
  const [account = '', ...description] = rest
    .replace(/\s;.*$/, '')
    .trim()
    .split(/\s{2,}|\t/);
  return { line, text, code, date, seconds, account, note: description.join(' ').trim() || null };
}

/** Makes entries, which last so many seconds; a null is still running. */
function entryMaker(timezone: string): (from: Punch, text: string, seconds: number | null) => Entry {
  const at = wallReader(timezone);
  const count = repeats();
  return ({ line, date, seconds: start, account, note }, text, seconds) => {
    const startedAt = at(date, start);
    return {
      ...{ line, text, startedAt, timezone, note },
      endedAt: seconds === null ? null : startedAt + seconds * 1000,
      labels: account === '' ? [] : [account],
      clock: wallClock(date, start),
      formerName: count(`${account} ${startedAt}`),
    };
  };
}

function secondsOf({ date, seconds }: Punch): number {
  return wallClock(date, seconds) / 1000;
}

/** Which of the open entries a clock-out closes, -1 for none; what is no account of the file tells how it went. */
function closedBy(punch: Punch, open: readonly Punch[], accounts: ReadonlySet<string>): number {
  const named = punch.account !== '' && (open.length > 1 || accounts.has(keyOf(punch)));
  return named ? open.findIndex((one) => keyOf(one) === keyOf(punch)) : open.length === 1 ? 0 : -1;
}

/** What an account is known by: case does not count. */
function keyOf({ account }: Punch): string {
  return account.toLowerCase();
}

function nameOf({ account }: Punch): string {
  return account === '' ? 'an entry without an account' : account;
}

function nothingToClose(punch: Punch, open: readonly Punch[]): string {
  if (open.length === 0) return 'a clock-out without a clock-in before it';
  const names = open.map(nameOf).join(' and ');
  return punch.account === ''
    ? `the clock-out names none of ${names}, which are open`
    : `${punch.account} is not clocked in; ${names} ${open.length === 1 ? 'is' : 'are'}`;
}
