import { daysBetween, type LocalDate } from '../domain/local-date.ts';
import { accuracy, type Score } from '../domain/score.ts';
import { plural } from '../domain/words.ts';
import { type Cell, muted } from './doc.ts';

/** A chance in whole percent without the sign; never 0 or 100, because nothing is that sure. */
export function chanceText(chance: number): string {
  const whole = Math.round(chance * 100);
  return whole < 1 ? '<1' : whole > 99 ? '>99' : String(whole);
}

/** `today`, `3 days ago`, from the date something last happened. */
export function daysAgo(date: LocalDate, today: LocalDate): string {
  const days = daysBetween(date, today);
  if (days < 0) return `in ${plural(-days, 'day')}`;
  return days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

/** `63-78 %`, the 95 % interval of a share of right answers. */
export function intervalText(score: Score): string {
  const { low, high } = accuracy(score);
  return `${Math.round(low * 100)}-${Math.round(high * 100)} %`;
}

export const DASH: Cell = { ...muted('–'), value: null, spoken: 'none' };

/** `−0.300`: a number with a fixed count of digits and a true minus sign; never `−0.000`. */
export function decimal(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** Four decimals are enough for any reader of JSON or CSV. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
