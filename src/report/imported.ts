import { durationText } from '../domain/duration.ts';
import { type Session, sessionMinutes } from '../domain/session.ts';
import { line, muted, type Report } from './doc.ts';
import { plural } from './words.ts';

/** What an import did: new sessions, those already there, those kept because they differ, certifications it set up. */
export interface Imported {
  readonly file: string;
  readonly fresh: readonly Session[];
  readonly same: number;
  /** Of those, sessions that were deleted here. */
  readonly deleted: number;
  readonly kept: readonly string[];
  readonly started: readonly string[];
}

export function importReport({ file, fresh, same, deleted, kept, started }: Imported): Report {
  const minutes = fresh.reduce((sum, session) => sum + sessionMinutes(session), 0);
  const added = fresh.length === 0 ? 'nothing new' : `${plural(fresh.length, 'new session')}, ${durationText(minutes)}`;
  return {
    title: 'Import',
    data: { file, imported: fresh.length, minutes, unchanged: same, deleted, kept, started },
    blocks: [
      line(`Read ${file.split('/').at(-1)}: ${added}${same > 0 ? `; ${same} already there` : ''}.`),
      ...(deleted > 0
        ? [
            line(
              `${plural(deleted, 'session')} of those you deleted; deleted stays deleted (certtrack sessions --deleted).`,
            ),
          ]
        : []),
      ...(kept.length > 0
        ? [
            line({
              text: `${plural(kept.length, 'session')} differ from yours; yours ${kept.length === 1 ? 'was' : 'were'} kept.`,
              tone: 'warn' as const,
            }),
          ]
        : []),
      ...started.map((edition) =>
        line(
          `Now tracking ${edition}. Set exam date and goal: certtrack cert set ${edition.split('@')[0]} --exam DATE --hours 6/week`,
        ),
      ),
      ...(fresh.length > 0 ? [line(muted('Take the whole import back: certtrack undo'))] : []),
    ],
  };
}
