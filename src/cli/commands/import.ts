import { Option } from '@commander-js/extra-typings';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { remembered } from '../../domain/remembered.ts';
import { missingTracks, type Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { importReport } from '../../report/imported.ts';
import { plural } from '../../report/words.ts';
import type { Change } from '../../store/change.ts';
import { editionById } from '../../store/editions.ts';
import { handles } from '../../store/handles.ts';
import { record } from '../../store/journal.ts';
import type { Db } from '../../store/open.ts';
import { tracks } from '../../store/tracks.ts';
import { ScatteredRows } from '../../transfer/found.ts';
import type { App } from '../app.ts';
import { collect } from '../args.ts';
import { type Context, currentTrack, transact } from '../context.ts';
import { withBackup } from '../daily-backup.ts';
import { syllabiFolder } from '../editions.ts';
import { examples, type Program } from '../help.ts';
import { IMPORT_FORMATS, type ImportFormat } from '../importing/formats.ts';
import { type Mapping, mappingFor } from '../importing/mapping.ts';
import { badRows, conflicts, unknownLabels } from '../importing/refusals.ts';
import { emptyTally, ON_CONFLICT, type OnConflict, type Tally, takeIn } from '../importing/take-in.ts';
import { textOf } from '../importing/text-of.ts';
import { act } from '../perform.ts';
import { startedTracks } from '../started-tracks.ts';
import { importMocks } from './import-mocks.ts';

interface ImportOptions {
  readonly map?: string[] | undefined;
  readonly onConflict: OnConflict;
  readonly skipBad?: string | undefined;
}

/** Every word that `import` takes. */
const FORMAT_NAMES = [...Object.keys(IMPORT_FORMATS), 'mocks'];

export function importCommand(program: Program, app: App): void {
  program
    .command('import')
    .summary('read sessions from a file of certtrack or of another tool')
    .description(
      'Reads sessions. Importing a file twice changes nothing; a bad row is reported with its line and nothing is saved; one import is one undo. Labels of other tools (tags, projects, accounts) are told to be topics with --map, which is remembered.',
    )
    .argument('<format>', FORMAT_NAMES.join(', '))
    .argument('<file>', 'file to read; "-" is standard input')
    .option('--map <label=topic>', 'what a label means; "label=-" leaves it out; may be repeated', collect)
    .addOption(
      new Option('--on-conflict <rule>', 'when a session is there with other content')
        .choices(ON_CONFLICT)
        .default('skip' as const),
    )
    .option('--skip-bad <file>', 'leave bad rows out and write them to a file')
    .addHelpText(
      'before',
      examples(
        'certtrack import csv sessions.csv --dry-run',
        'certtrack import csv sessions.csv',
        'timew export | certtrack import timewarrior - --map bigquery=data-warehouse --map work=-',
        'certtrack help import   (the formats)',
      ),
    )
    .action((format, file, options, command) =>
      act(app, command, (context) => importFrom(context, format, file, options)),
    );
}

async function importFrom(context: Context, name: string, file: string, options: ImportOptions): Promise<Report> {
  if (name === 'mocks') return importMocks(context, file);
  const format = formatNamed(name);
  if (options.map && !format.labelled)
    throw new CerttrackError('usage', `${format.title} names its topics itself`, '--map is for files of other tools');
  if (options.skipBad === '-')
    throw new CerttrackError('usage', 'rejected rows go to a file', 'Name one: --skip-bad rejected.csv');
  const text = await textOf(context, file);
  const read = await format.load();
  const { findShipped, shippedRelated } = await import('../../syllabus/library.ts');
  const { writeRejects } = await import('../importing/rejects.ts');
  const db = await context.open('create');
  const id = await context.app.newId();
  const takeAll = (): Report => {
    const mapping = format.labelled ? mappingFor(context, db, name, options.map ?? []) : undefined;
    const edition = remembered(
      (wanted: string) => editionById(db, wanted) ?? findShipped(syllabiFolder(context.app), wanted),
    );
    const present = tracks(db);
    const reading = {
      edition,
      currentEditionId: present.length > 0 || context.options.cert ? currentTrack(context, db).edition.id : undefined,
      timezone: context.now.zone.name,
      now: context.now.instant,
      dayStart: context.now.dayStart,
      meaning: mapping?.meaning ?? (() => undefined),
    };
    const taken = atOnceOrScattered(db, (scattered) => {
      const tally = emptyTally();
      const started: Track[] = [];
      const rules = {
        onConflict: options.onConflict,
        skipBad: options.skipBad !== undefined,
        edition,
        now: reading.now,
      };
      const changes = function* (): Generator<Change> {
        yield* takeIn(db, read(text(), { ...reading, scattered }), rules, tally);
        started.push(...missingTracks(tally.editions, present, reading.now));
        yield* startedTracks(db, started, () => shippedRelated(syllabiFolder(context.app)));
        yield* mapping?.changes ?? [];
      };
      record(db, { id, at: reading.now, action: 'import', summary: () => summaryOf(format, tally) }, changes());
      return { tally, started };
    });
    refuse(file, taken.tally, options, mapping);
    if (options.skipBad !== undefined && !context.options.dryRun)
      writeRejects(options.skipBad, format, taken.tally.problems, text());
    return importReport({
      ...taken.tally,
      handle: handles(db, 'session'),
      file,
      started: taken.started.map(({ editionId }) => editionId),
      kept: options.onConflict === 'skip' ? taken.tally.differing : [],
      rejected: taken.tally.problems.length,
      rejects: options.skipBad ?? null,
      remembered: (mapping?.changes.length ?? 0) > 0,
    });
  };
  return withBackup(context, db, 'import', () => transact(context, db, takeAll));
}

function formatNamed(name: string): ImportFormat {
  const format = Object.hasOwn(IMPORT_FORMATS, name) ? IMPORT_FORMATS[name] : undefined;
  if (format) return format;
  const [guess] = didYouMean(name, FORMAT_NAMES);
  throw new CerttrackError(
    'usage',
    `cannot import "${name}"${guess ? `; did you mean ${guess}?` : ''}`,
    `Write: certtrack import FORMAT FILE, with a FORMAT of ${FORMAT_NAMES.join(', ')}`,
  );
}

/** Reads the file once, or, where rows of a session do not stand together, takes that back and reads it as a whole. */
function atOnceOrScattered<T>(db: Db, take: (scattered: boolean) => T): T {
  try {
    return db.transaction(() => take(false))();
  } catch (error) {
    if (!(error instanceof ScatteredRows)) throw error;
    return take(true);
  }
}

/** Throws what stops an import; the transaction is then rolled back. */
function refuse(
  file: string,
  tally: Tally,
  { onConflict, skipBad }: ImportOptions,
  mapping: Mapping | undefined,
): void {
  const { problems, unknown, differing } = tally;
  const stopping = problems.filter(({ text }) => skipBad === undefined || text === undefined);
  if (stopping.length > 0) throw badRows(file, stopping);
  if (mapping && unknown.size > 0) throw unknownLabels(unknown, mapping.edition);
  if (onConflict === 'fail' && differing.length > 0) throw conflicts(file, differing.length);
}

function summaryOf(format: ImportFormat, { imported, updated }: Tally): string {
  if (imported === 0 && updated > 0) return `updated ${plural(updated, 'session')} from ${format.title}`;
  if (imported === 0) return `remembered what labels of ${format.title} mean`;
  return `imported ${plural(imported, 'session')} from ${format.title}${updated > 0 ? `, updated ${updated}` : ''}`;
}
