/** The longest single session taken without `--force`, in minutes. */
export const LONGEST_SESSION = 24 * 60;
/** No session, not even a forced one, is longer from its start to its end, in minutes. */
export const LONGEST_SPAN = 31 * 24 * 60;

const FORMS: readonly [RegExp, (m: RegExpExecArray) => number][] = [
  [/^(\d{1,5})$/, ([, m]) => Number(m)],
  [/^(\d{1,5})\s?m(?:in)?$/i, ([, m]) => Number(m)],
  [/^(\d{1,4})\s?h$/i, ([, h]) => Number(h) * 60],
  [/^(\d{1,4}(?:\.\d{1,2}))\s?h$/i, ([, h]) => Number(h) * 60],
  [/^(\d{1,4})\s?h\s?([0-5]?\d)\s?m?$/i, ([, h, m]) => Number(h) * 60 + Number(m)],
  [/^(\d{1,4}):([0-5]\d)$/, ([, h, m]) => Number(h) * 60 + Number(m)],
  [/^PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,5})M)?$/i, ([, h, m]) => Number(h ?? 0) * 60 + Number(m ?? 0)],
];

/** Minutes in `45`, `45m`, `1h30`, `1h30m`, `1.5h`, `1:30` or `PT45M`; a bare number is minutes. `undefined` for anything else and for parts of a minute. */
export function parseDuration(text: string): number | undefined {
  for (const [form, minutes] of FORMS) {
    const match = form.exec(text.trim());
    if (match) return wholeMinutes(minutes(match));
  }
  return undefined;
}

function wholeMinutes(minutes: number): number | undefined {
  const rounded = Math.round(minutes);
  return Math.abs(minutes - rounded) < 1e-9 ? rounded : undefined;
}

/** `45 m`, `2 h`, `1 h 30 m`, as people read it; `parseDuration` reads it back. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} m`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')} m`;
}

/** `7h40`, `13h`, `45m`: a duration where space is short; people can type it back. */
export function shortDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${String(rest).padStart(2, '0')}`;
}
