import { type Edition, OTHER_TITLE, placedTopics } from '../domain/edition.ts';
import { fromDayNumber } from '../domain/local-date.ts';
import { remembered } from '../domain/remembered.ts';
import type { Session } from '../domain/session.ts';
import { weightPercent } from '../domain/weight.ts';
import { isoInZone, isoUtc, type Zone } from '../domain/zone.ts';
import { zoneByDay } from '../domain/zone-by-day.ts';

/** The columns of a sessions CSV, a contract: only ever appended to. */
export const SESSION_COLUMNS = [
  'session_id',
  'cert_id',
  'edition',
  'section_id',
  'section',
  'section_weight',
  'topic_id',
  'topic',
  'study_date',
  'started_at',
  'ended_at',
  'timezone',
  'minutes',
  'activity',
  'confidence',
  'correct',
  'questions',
  'note',
  'tags',
  'resource',
  'source',
  'created_at',
  'updated_at',
] as const;

export type SessionColumn = (typeof SESSION_COLUMNS)[number];

/** One row per session and topic; a value is null where nothing is known. */
export type SessionRow = Readonly<Record<SessionColumn, string | number | null>>;

/** Writes sessions as rows, remembering what it looked up, so that a million rows cost little. */
export function sessionRowWriter(
  editions: (id: string) => Edition | undefined,
  zones: (name: string) => Zone,
): (session: Session) => SessionRow[] {
  const zoneOf = remembered((name: string) => zoneByDay(zones(name)));
  const placesOf = remembered((editionId: string) => placeColumns(editions(editionId)));
  const dateOf = remembered(fromDayNumber);
  return (session) => {
    const zone = zoneOf(session.timezone);
    const shared = {
      study_date: session.studyDate,
      started_at: isoInZone(zone, session.startedAt, dateOf),
      ended_at: isoInZone(zone, session.endedAt, dateOf),
      timezone: session.timezone,
      activity: session.activity,
      confidence: session.confidence,
      note: session.note,
      tags: session.tags.join(' ') || null,
      resource: session.resource,
      source: session.source,
      created_at: isoUtc(session.createdAt, dateOf),
      updated_at: isoUtc(session.updatedAt, dateOf),
    };
    return session.parts.map(({ topicId, minutes, correct, questions }) => ({
      session_id: session.id,
      cert_id: session.certId,
      edition: session.editionId,
      ...(placesOf(session.editionId).get(topicId) ?? { ...OUTSIDE, topic: OTHER_TITLE }),
      topic_id: topicId,
      ...shared,
      minutes,
      correct,
      questions,
    }));
  };
}

type PlaceColumns = Pick<SessionRow, 'section_id' | 'section' | 'section_weight' | 'topic'>;

const OUTSIDE = { section_id: null, section: null, section_weight: null };

function placeColumns(edition: Edition | undefined): Map<string, PlaceColumns> {
  return new Map(
    (edition ? placedTopics(edition) : []).map(({ section, topic }) => [
      topic.id,
      {
        section_id: section.id,
        section: section.title,
        section_weight: weightPercent(section.weight),
        topic: topic.title,
      },
    ]),
  );
}
