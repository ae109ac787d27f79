import { durationText } from '../domain/duration.ts';
import type { Entry, EntryOrProblem } from './entry.ts';
import { entryText, type KlogLines, type KlogRecord, recordText } from './klog-records.ts';

const MINUTE = 60_000;

/** What an entry of a record turned out to be, with the tags that hold for it. */
export interface KlogFound {
  readonly tags: readonly string[];
  readonly found: EntryOrProblem;
}

/** A break: a negative duration, with its own tags. */
export interface KlogBreak {
  readonly lines: KlogLines;
  readonly tags: readonly string[];
  readonly minutes: number;
}

/** What stands at a line of the record: an entry, while breaks are taken out of it, or what is wrong with a break. */
interface Slot {
  readonly tags: readonly string[];
  found?: EntryOrProblem;
  problem?: EntryOrProblem | undefined;
}

/**
 * The entries of a record with its breaks taken out of them: out of those that carry the break's tags, where these name topics or any
 * entry carries them, and else, as for `#lunch`, out of all; first out of the entry before the break, then of those before that, then of those after it. A break under an entry that is still running,
 * or cannot be read, goes with it.
 */
export function withoutBreaks(
  items: readonly (KlogFound | KlogBreak)[],
  record: KlogRecord,
  namesTopic: (tag: string) => boolean,
): EntryOrProblem[] {
  const slots = items.map((item): Slot => ('found' in item ? { ...item } : { tags: [] }));
  for (const [i, item] of items.entries()) {
    const slot = slots[i];
    if (slot === undefined || 'found' in item) continue;
    const wanted = item.tags.filter((tag) => namesTopic(tag) || slots.some((one) => carries(one, tag)));
    const fits = (one: Slot) => one.found !== undefined && wanted.every((tag) => carries(one, tag));
    const [before, after] = [slots.slice(0, i).filter(fits).reverse(), slots.slice(i + 1).filter(fits)];
    slot.problem = takeBreak({ ...item, tags: wanted }, before, after, record);
  }
  return slots.flatMap(({ found, problem }) => found ?? problem ?? []);
}

/** Takes a break out of the entries it fits, the nearest first; what is wrong with it, if anything. */
function takeBreak(
  pause: KlogBreak,
  before: readonly Slot[],
  after: readonly Slot[],
  record: KlogRecord,
): EntryOrProblem | undefined {
  const pool = [...before, ...after];
  const closed = pool.filter(({ found }) => minutesOf(found) > 0);
  const beside = before.length > 0 || closed.length === 0 ? pool[0] : undefined;
  if (beside?.found && 'message' in beside.found) {
    beside.found = { ...beside.found, text: `${beside.found.text}\n${entryText(pause.lines)}` };
    return undefined;
  }
  if (beside?.found && isRunning(beside.found)) return undefined;
  const total = closed.reduce((sum, { found }) => sum + minutesOf(found), 0);
  if (total < pause.minutes) return tooLong(pause, total, record);
  let rest = pause.minutes;
  for (const slot of closed) {
    const minutes = Math.max(minutesOf(slot.found) - rest, 0);
    rest -= minutesOf(slot.found) - minutes;
    slot.found = { ...(slot.found as Entry), minutes };
    if (rest === 0) return undefined;
  }
  return undefined;
}

function tooLong({ lines, tags, minutes }: KlogBreak, total: number, record: KlogRecord) {
  const tagged = tags.length === 0 ? '' : ` with ${tags.map((tag) => `#${tag}`).join(' and ')}`;
  const message =
    total === 0
      ? `a break of ${durationText(minutes)}, but no entry${tagged} to take it from`
      : `a break of ${durationText(minutes)}, but the record has only ${durationText(total)}${tagged}`;
  return { line: lines.first.line, text: recordText(record, [lines]), message };
}

/** Minutes of an entry that has ended, else none. */
function minutesOf(found: EntryOrProblem | undefined): number {
  if (found === undefined || 'message' in found || found.endedAt === null) return 0;
  return found.minutes ?? Math.round((found.endedAt - found.startedAt) / MINUTE);
}

/** `#topic` is carried by `#topic=value` too; case does not count. */
function carries({ tags }: Slot, tag: string): boolean {
  const wanted = tag.toLowerCase();
  return tags.some((own) => own.toLowerCase() === wanted || own.toLowerCase().startsWith(`${wanted}=`));
}

function isRunning(found: EntryOrProblem): boolean {
  return !('message' in found) && found.endedAt === null;
}
