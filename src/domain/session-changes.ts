import { durationText, shortDuration } from './duration.ts';
import { type Session, sessionMinutes } from './session.ts';
import { whenText } from './session-phrase.ts';
import type { Zone } from './zone.ts';
/** A field that `edit` changed, in words. */
export interface ChangedField {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What `edit` changed, field by field. */
export function changedFields(before: Session, after: Session, zone: Zone): ChangedField[] {
  const shown = (value: unknown) => (value === null || value === '' ? 'nothing' : String(value));
  const fields: [string, (session: Session) => unknown][] = [
    ['topics', topicsText],
    ['time', (session) => durationText(sessionMinutes(session))],
    ['when', (session) => whenText(session, zone)],
    ['activity', (session) => session.activity],
    ['confidence', (session) => session.confidence],
    [
      'score',
      (session) =>
        session.parts
          .map((part) => (part.questions === null ? '' : `${part.correct}/${part.questions}`))
          .filter(Boolean)
          .join(' '),
    ],
    ['note', (session) => session.note],
    ['tags', (session) => session.tags.join(' ')],
    ['resource', (session) => session.resource],
  ];
  return fields
    .map(([name, of]) => ({ name, before: shown(of(before)), after: shown(of(after)) }))
    .filter((field) => field.before !== field.after)
    .map(({ name, ...field }) => ({ name, before: oneLine(field.before), after: oneLine(field.after) }));
}

/** The topics of a session, with their minutes where it has several. */
function topicsText({ parts }: Session): string {
  return parts
    .map(({ topicId, minutes }) => (parts.length === 1 ? topicId : `${topicId}=${shortDuration(minutes)}`))
    .join(' ');
}

function oneLine(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
