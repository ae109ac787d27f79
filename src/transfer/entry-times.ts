import { fromDayNumber, type LocalDate } from '../domain/local-date.ts';
import { type Instant, studyDateAt, type Zone } from '../domain/zone.ts';
import type { Present } from './csv-cells.ts';
import type { Entry } from './entry.ts';

const DAY = 86_400_000;

/** When an entry was, from its start to its end, and the study date it belongs to. */
interface EntryTimes {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly studyDate: LocalDate;
}

/** When an entry was; nothing while it is running. One that tells its day only belongs to that day and, where that is today, is over by now. */
export function entryTimes(
  { startedAt, endedAt, clock, placed }: Entry,
  zone: Zone,
  { now, dayStart }: Present,
): EntryTimes | undefined {
  if (endedAt === null) return undefined;
  if (!placed) return { startedAt, endedAt, studyDate: studyDateAt(zone, startedAt, dayStart) };
  const studyDate = fromDayNumber(clock / DAY);
  const late = studyDate <= zone.wallAt(now).date ? Math.max(0, endedAt - now) : 0;
  return { startedAt: startedAt - late, endedAt: endedAt - late, studyDate };
}
