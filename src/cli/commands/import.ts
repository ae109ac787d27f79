import { readFileSync } from 'node:fs';
import type { Edition } from '../../domain/edition.ts';
import type { Session } from '../../domain/session.ts';
import { DEFAULT_TARGET, type Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import { importReport } from '../../report/imported.ts';
import { plural } from '../../report/words.ts';
import { editionById, saveEdition } from '../../store/editions.ts';
import type { Change } from '../../store/journal.ts';
import { sessionFinder } from '../../store/sessions.ts';
import { tracks } from '../../store/tracks.ts';
import type { RowProblem } from '../../transfer/csv-lines.ts';
import type { App } from '../app.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { backupBefore } from '../daily-backup.ts';
import { syllabiFolder } from '../editions.ts';
import { firstInUse } from '../first-in-use.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';

const MOST_SHOWN = 20;
/** Lines of a file before which the database is backed up. */
const LARGE = 100;

export function importCommand(program: Program, app: App): void {
  program
    .command('import')
    .summary("read sessions from certtrack's CSV")
    .description(
      'Reads sessions back. Importing a file twice changes nothing; a bad row is reported with its line and nothing is saved; one import is one undo.',
    )
    .argument('<format>', 'csv')
    .argument('<file>', 'file to read; "-" is standard input')
    .addHelpText(
      'before',
      examples(
        'certtrack import csv sessions.csv --dry-run',
        'certtrack import csv sessions.csv',
        'certtrack help csv   (the columns)',
      ),
    )
    .action((format, file, _options, command) => act(app, command, (context) => importFrom(context, format, file)));
}

async function importFrom(context: Context, format: string, file: string) {
  if (format !== 'csv')
    throw new CerttrackError('usage', `cannot import "${format}"`, 'Write: certtrack import csv FILE');
  const [{ findShipped }, { sessionsFromCsv }] = await Promise.all([
    import('../../syllabus/library.ts'),
    import('../../transfer/sessions-from-csv.ts'),
  ]);
  const text = await readText(context.app, file);
  const db = await context.open('create');
  const found = new Map<string, Edition | undefined>();
  const edition = (id: string) => {
    if (!found.has(id)) found.set(id, editionById(db, id) ?? findShipped(syllabiFolder(context.app), id));
    return found.get(id);
  };
  if (text.split('\n', LARGE).length === LARGE) backupBefore(context, db, 'import');
  return change(context, db, () => {
    const present = tracks(db);
    const currentEditionId =
      present.length > 0 || context.options.cert ? currentTrack(context, db).edition.id : undefined;
    const { sessions, problems } = sessionsFromCsv(text, {
      edition,
      currentEditionId,
      timezone: context.now.zone.name,
      now: context.now.instant,
      dayStart: context.now.dayStart,
    });
    if (problems.length > 0) throw badRows(file, problems);
    const find = sessionFinder(db);
    const rows = sessions.map((session) => ({ session, known: find(session.id) }));
    const fresh = rows.filter(({ known }) => known === undefined).map(({ session }) => session);
    const deleted = rows.filter(({ known }) => known !== undefined && known.deletedAt !== null);
    const kept = rows.filter(({ session, known }) => known?.deletedAt === null && differs(known, session));
    const started = newTracks(context, present, fresh);
    for (const id of new Set(fresh.map(({ editionId }) => editionId))) saveEdition(db, edition(id) as Edition);
    return {
      action: 'import',
      summary: `imported ${plural(fresh.length, 'session')} from CSV`,
      changes: [
        ...started.map((track): Change => ({ entity: 'track', id: track.certId, before: null, after: track })),
        ...firstInUse(
          db,
          started.map(({ certId }) => certId),
        ),
        ...fresh.map((session): Change => ({ entity: 'session', id: session.id, before: null, after: session })),
      ],
      report: () =>
        importReport({
          file,
          fresh,
          same: rows.length - fresh.length - kept.length,
          deleted: deleted.length,
          kept: kept.map(({ session }) => session.id),
          started: started.map(({ editionId }) => editionId),
        }),
    };
  });
}

async function readText(app: App, file: string): Promise<string> {
  if (file === '-') return app.readStdin();
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError)
      throw new CerttrackError(
        'bad_data',
        `${file} is not UTF-8 text`,
        'Save it as "CSV UTF-8" and import it again',
        error,
      );
    throw new CerttrackError('not_found', `cannot read ${file}`, 'Check the name and that you may read it', error);
  }
}

function badRows(file: string, problems: readonly RowProblem[]): CerttrackError {
  const shown = problems.slice(0, MOST_SHOWN).map(({ line, message }) => `${file}:${line} ${message}`);
  const more = problems.length > MOST_SHOWN ? [`and ${problems.length - MOST_SHOWN} more`] : [];
  return new CerttrackError(
    'bad_data',
    `${file} has ${plural(problems.length, 'problem')}; nothing was imported`,
    [...shown, ...more].join('\n'),
  );
}

/** Whether the log has this session with other content. */
function differs(present: Session, imported: Session): boolean {
  return JSON.stringify(inOrder(present)) !== JSON.stringify(inOrder(imported));
}

function inOrder(session: Session): unknown[] {
  return Object.keys(session)
    .sort()
    .map((key) =>
      key === 'parts'
        ? session.parts.map(({ topicId, minutes, correct, questions }) => [topicId, minutes, correct, questions])
        : session[key as keyof Session],
    );
}

/** Certifications the sessions belong to and that are not tracked yet, each on the newest edition its sessions name. */
function newTracks(context: Context, present: readonly Track[], sessions: readonly Session[]): Track[] {
  const editions = new Map<string, string>();
  for (const { certId, editionId } of sessions) {
    const newest = editions.get(certId);
    if (newest === undefined || editionId > newest) editions.set(certId, editionId);
  }
  return [...editions]
    .filter(([certId]) => present.every((track) => track.certId !== certId))
    .map(([certId, editionId]) => ({
      certId,
      editionId,
      examDate: null,
      weeklyMinutes: null,
      target: DEFAULT_TARGET,
      createdAt: context.now.instant,
      updatedAt: context.now.instant,
    }));
}
