/** The offsets from UTC that clocks are set to, in minutes: quarters of an hour from -12:00 to +14:00. */
const [LEAST, MOST, STEP] = [-12 * 60, 14 * 60, 15] as const;

/** Minutes ahead of UTC in `+05:30` or `-0330`; `undefined` for other text and for offsets that no clock is set to. */
export function parseOffset(text: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?([0-5]\d)$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) + 0;
  return isOffset(offset) ? offset : undefined;
}

function isOffset(minutes: number): boolean {
  return minutes >= LEAST && minutes <= MOST && minutes % STEP === 0;
}

/** The name of the zone that is always so far ahead of UTC: the IANA one, which counts the other way round, or `+05:30` where there is none; `undefined` where no clock is. */
export function fixedZoneName(offset: number): string | undefined {
  if (!isOffset(offset)) return undefined;
  if (offset === 0) return 'UTC';
  const size = Math.abs(offset);
  const hours = Math.floor(size / 60);
  if (size % 60 === 0) return `Etc/GMT${offset > 0 ? '-' : '+'}${hours}`;
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${offset > 0 ? '+' : '-'}${pad(hours)}:${pad(size % 60)}`;
}
