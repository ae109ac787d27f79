import type { NamedSession } from '../app/session/named-session.ts';
import { durationText } from '../domain/duration.ts';
import { topicTitle } from '../domain/edition.ts';
import { type Session, sessionMinutes, sessionScore } from '../domain/session.ts';
import { whenText } from '../domain/session-phrase.ts';
import { isoInZone, isoUtc } from '../domain/zone.ts';
import { type Block, type Fact, type Json, line, muted, strong } from './doc.ts';

/** The JSON contract of one session, the same in every command that prints sessions. */
export function sessionData({ session, handle, edition, zone }: NamedSession): Json {
  return {
    id: session.id,
    short_id: handle,
    cert_id: session.certId,
    edition: session.editionId,
    study_date: session.studyDate,
    started_at: isoInZone(zone, session.startedAt),
    ended_at: isoInZone(zone, session.endedAt),
    timezone: session.timezone,
    minutes: sessionMinutes(session),
    activity: session.activity,
    confidence: session.confidence,
    score: sessionScore(session) as Json,
    topics: session.parts.map((part) => ({
      topic_id: part.topicId,
      topic: topicTitle(edition, part.topicId),
      minutes: part.minutes,
      correct: part.correct,
      questions: part.questions,
    })),
    note: session.note,
    tags: session.tags,
    resource: session.resource,
    source: session.source,
    created_at: isoUtc(session.createdAt),
    updated_at: isoUtc(session.updatedAt),
    deleted_at: session.deletedAt === null ? null : isoUtc(session.deletedAt),
  };
}

/** Everything about one session. */
export function sessionBlocks(named: NamedSession): Block[] {
  const { session, handle, edition, zone } = named;
  const score = sessionScore(session);
  const facts: Fact[] = [
    ...session.parts.map((part, i): Fact => {
      const right = part.questions === null ? '' : `, ${part.correct} of ${part.questions} right`;
      const alone = session.parts.length === 1 ? '' : ` (${durationText(part.minutes)}${right})`;
      return {
        label: i === 0 ? 'Topic' : 'and',
        cell: { text: topicTitle(edition, part.topicId) + alone },
      };
    }),
    { label: 'When', cell: { text: `${whenText(session, zone)} ${session.timezone}` } },
    {
      label: 'Time',
      cell: { text: `${durationText(sessionMinutes(session))}${session.activity ? ` ${session.activity}` : ''}` },
    },
    ...(score ? [{ label: 'Practice', cell: { text: `${score.correct} of ${score.questions} right` } }] : []),
    ...(session.confidence === null ? [] : [{ label: 'Confidence', cell: { text: `${session.confidence} of 5` } }]),
    ...(session.tags.length === 0 ? [] : [{ label: 'Tags', cell: { text: session.tags.join(' ') } }]),
    ...(session.resource === null ? [] : [{ label: 'Resource', cell: { text: session.resource } }]),
    ...(session.note === null ? [] : [{ label: 'Note', cell: { text: session.note } }]),
    { label: 'Recorded', cell: { text: recordedText(session), tone: 'muted' as const } },
  ];
  const gone: Block[] =
    session.deletedAt === null
      ? []
      : [line({ text: `Deleted ${isoUtc(session.deletedAt)}; "certtrack undo" may bring it back`, tone: 'warn' })];
  return [
    line(strong(`Session ${handle}`), muted(`  ${session.certId}  ${session.id}`)),
    ...gone,
    { kind: 'facts', facts },
  ];
}

function recordedText(session: Session): string {
  const changed = session.updatedAt === session.createdAt ? '' : `, changed ${isoUtc(session.updatedAt)}`;
  return `${isoUtc(session.createdAt)} from ${session.source}${changed}`;
}
