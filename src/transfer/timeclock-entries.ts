import { type Edition, OTHER_TOPIC, placedTopics } from '../domain/edition.ts';
import { dayNumber, fromDayNumber } from '../domain/local-date.ts';
import { remembered } from '../domain/remembered.ts';
import type { Session } from '../domain/session.ts';
import type { Zone } from '../domain/zone.ts';
import { zoneByDay } from '../domain/zone-by-day.ts';

/** One clock-in and clock-out: wall-clock times `YYYY-MM-DD HH:MM:SS`, the account, and the note. */
export interface TimeclockEntry {
  readonly in: string;
  readonly out: string;
  readonly account: string;
  readonly note: string | null;
}

const DAY = 86_400;

/**
 * Writes sessions as timeclock entries, one for each topic with time, one after the other from the start on the session's own wall
 * clock. Each lasts the minutes that were studied, so that the hours stay right over breaks and over daylight saving, which
 * readers of the format do not know. The account is `certification:section:topic`.
 */
export function timeclockWriter(
  editions: (id: string) => Edition | undefined,
  zones: (name: string) => Zone,
): (session: Session) => TimeclockEntry[] {
  const zoneOf = remembered((name: string) => zoneByDay(zones(name)));
  const accountsIn = remembered((id: string) => accountsOf(editions(id)));
  return ({ certId, editionId, timezone, startedAt, parts, note }) => {
    const known = accountsIn(editionId);
    const { date, minutes } = zoneOf(timezone).wallAt(startedAt);
    let second = dayNumber(date) * DAY + minutes * 60 + (Math.floor(startedAt / 1000) % 60);
    return parts
      .filter((part) => part.minutes > 0)
      .map((part) => {
        const from = second;
        second += part.minutes * 60;
        const account = known.get(part.topicId) ?? `${certId}:${part.topicId}`;
        return { in: wallText(from), out: wallText(second), account, note };
      });
  };
}

function accountsOf(edition: Edition | undefined): Map<string, string> {
  if (!edition) return new Map();
  return new Map([
    [OTHER_TOPIC, `${edition.certId}:${OTHER_TOPIC}`],
    ...placedTopics(edition).map(
      ({ section, topic }) => [topic.id, `${edition.certId}:${section.id}:${topic.id}`] as const,
    ),
  ]);
}

function wallText(second: number): string {
  const day = Math.floor(second / DAY);
  const pad = (n: number) => String(n).padStart(2, '0');
  const rest = second - day * DAY;
  return `${fromDayNumber(day)} ${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
}
