import { clockSeconds } from './wall-reading.ts';

/** The time of a klog entry, in minutes: a duration, which may be negative, or a range after midnight of the record's date; open when `to` is null. */
export type KlogTime =
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'range'; readonly from: number; readonly to: number | null };

const CLOCK = String.raw`<?\d{1,2}:\d\d(?:am|pm)?>?`;
const RANGE = new RegExp(`^(${CLOCK})\\s*-\\s*(${CLOCK}|\\?+)(?:\\s+|$)`, 'i');
const DURATION = /^([+-]?)(?:(\d+)h)?(?:(\d+)m)?(?:\s+|$)/;

/** Reads the time at the start of an entry; what follows is its summary. */
export function readKlogTime(text: string): { time: KlogTime | undefined; rest: string } {
  const range = RANGE.exec(text);
  if (range) return { time: rangeOf(range[1] ?? '', range[2] ?? ''), rest: text.slice(range[0].length) };
  const duration = DURATION.exec(text);
  const [whole = '', sign, hours, minutes] = duration ?? [];
  if (hours === undefined && minutes === undefined) return { time: undefined, rest: text };
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return { time: { kind: 'duration', minutes: sign === '-' ? -size : size }, rest: text.slice(whole.length) };
}

function rangeOf(first: string, second: string): KlogTime | undefined {
  const from = minutesOf(first);
  const to = second.startsWith('?') ? null : minutesOf(second);
  if (from === undefined || to === undefined || (to !== null && to < from)) return undefined;
  return { kind: 'range', from, to };
}

/** `<23:00` belongs to the day before, `1:30>` to the day after. */
function minutesOf(text: string): number | undefined {
  const seconds = clockSeconds(text.replace(/^<|>$/g, ''));
  if (seconds === undefined) return undefined;
  return seconds / 60 + (text.endsWith('>') ? 1440 : 0) - (text.startsWith('<') ? 1440 : 0);
}
