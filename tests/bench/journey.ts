import { v7 as uuidv7 } from 'uuid';
import { ACTIVITIES } from '../../src/domain/activity.ts';
import { type Edition, placedTopics } from '../../src/domain/edition.ts';
import { addDays, fromDayNumber, type LocalDate } from '../../src/domain/local-date.ts';
import type { Session } from '../../src/domain/session.ts';
import { zoneNamed } from '../../src/domain/zone.ts';
import { seeded } from '../support/seeded.ts';

/** `count` believable sessions on an edition over so many years that end on `last`, the same for the same seed. */
export function* inventedSessions(
  edition: Edition,
  count: number,
  seed = 1,
  last: LocalDate = fromDayNumber(20777),
  years = 9,
): Generator<Session> {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const topics = placedTopics(edition);
  const zone = zoneNamed('Europe/Berlin');
  const days = years * 365;
  const first = addDays(last, -days);
  const byDay = new Map<number, { date: ReturnType<typeof addDays>; midnight: number }>();
  for (let i = 0; i < count; i++) {
    const day = Math.floor((i * days) / count);
    let known = byDay.get(day);
    if (!known) {
      const date = addDays(first, day);
      known = { date, midnight: zone.instantsOf({ date, minutes: 5 * 60 })[0] ?? 0 };
      byDay.clear();
      byDay.set(day, known);
    }
    const minutes = 10 + below(80);
    const startedAt = known.midnight + below(17 * 60) * 60_000;
    const endedAt = startedAt + minutes * 60_000;
    const activity = ACTIVITIES[below(ACTIVITIES.length)] ?? null;
    const questions = activity === 'practice' ? 5 + below(20) : null;
    const random16 = Uint8Array.from({ length: 16 }, () => below(256));
    yield {
      id: uuidv7({ msecs: endedAt, random: random16 }),
      certId: edition.certId,
      editionId: edition.id,
      startedAt,
      endedAt,
      timezone: zone.name,
      studyDate: known.date,
      activity,
      confidence: random() < 0.5 ? 1 + below(5) : null,
      note: random() < 0.5 ? `note ${i}, with "quotes" and a comma` : null,
      tags: random() < 0.2 ? ['evening'] : [],
      resource: random() < 0.3 ? 'course' : null,
      source: 'certtrack',
      createdAt: endedAt,
      updatedAt: endedAt,
      deletedAt: null,
      parts: [
        {
          topicId: topics[below(topics.length)]?.topic.id ?? '',
          minutes,
          correct: questions === null ? null : below(questions + 1),
          questions,
        },
      ],
    };
  }
}
