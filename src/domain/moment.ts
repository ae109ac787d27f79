import { longDate } from './local-date.ts';
import { clockText, type Instant, type Zone } from './zone.ts';

/** `Tue 22 Sep 2026, 19:45`. */
export function momentText(at: Instant, zone: Zone): string {
  const { date, minutes } = zone.wallAt(at);
  return `${longDate(date)}, ${clockText(minutes)}`;
}
