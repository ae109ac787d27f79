import { didYouMean } from '../../domain/did-you-mean.ts';
import { remembered } from '../../domain/remembered.ts';
import { missingTracks, type Track } from '../../domain/track.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import type { Change } from '../../store/change.ts';
import { editionById } from '../../store/editions.ts';
import { handles } from '../../store/handles.ts';
import { record } from '../../store/journal.ts';
import type { Db } from '../../store/sqlite.ts';
import { tracks } from '../../store/tracks.ts';
import { ScatteredRows } from '../../transfer/found.ts';
import { withBackup } from '../backup/daily-backup.ts';
import { transact } from '../change.ts';
import type { Env } from '../env.ts';
import { syllabiFolder } from '../guide/find-edition.ts';
import { currentTrack } from '../track/current-track.ts';
import { startedTracks } from '../track/start-tracks.ts';
import { IMPORT_FORMATS, type ImportFormat } from './formats.ts';
import { type Mapping, mappingFor } from './mapping.ts';
import { badRows, conflicts, unknownLabels } from './refusals.ts';
import { emptyTally, type OnConflict, type Tally, takeIn } from './take-in.ts';

/** Every word that `import` takes. */
export const FORMAT_NAMES = [...Object.keys(IMPORT_FORMATS), 'mocks'];

/** A file to import. */
export interface ImportInput {
  /** One of IMPORT_FORMATS. */
  readonly format: string;
  /** What the file is called where something is wrong with it. */
  readonly file: string;
  /** Its text in pieces; it may be read twice. */
  readonly text: () => Iterable<string>;
  /** What labels mean: `label=topic`, `label=-` for none. */
  readonly map: readonly string[];
  readonly onConflict: OnConflict;
  /** A file for bad rows, which are then left out. */
  readonly skipBad?: string | undefined;
}

/** What an import did. */
export interface Imported extends Tally {
  readonly file: string;
  /** Certifications that were not tracked before. */
  readonly started: readonly string[];
  /** Sessions that differ from those in the file and were kept, by id. */
  readonly kept: readonly string[];
  readonly rejected: number;
  readonly rejects: string | null;
  /** Whether the meaning of labels was remembered. */
  readonly remembered: boolean;
  /** The short id of a session. */
  readonly handle: (id: string) => string;
}

/** Reads sessions from a file, all or nothing, as one change. @throws bad_data with the lines, decision_needed for labels and conflicts */
export async function importFile(env: Env, input: ImportInput): Promise<Imported> {
  const { file, text, skipBad } = input;
  const format = formatNamed(input.format);
  if (input.map.length > 0 && !format.labelled)
    throw new CerttrackError('usage', `${format.title} names its topics itself`, '--map is for files of other tools');
  if (skipBad === '-')
    throw new CerttrackError('usage', 'rejected rows go to a file', 'Name one: --skip-bad rejected.csv');
  const read = await format.load();
  const { findShipped, shippedRelated } = await import('../../syllabus/library.ts');
  const { writeRejects } = await import('./rejects.ts');
  const db = await env.open('create');
  const id = await env.newId();
  const takeAll = (): Imported => {
    const mapping = format.labelled ? mappingFor(env, db, input.format, input.map) : undefined;
    const edition = remembered((wanted: string) => editionById(db, wanted) ?? findShipped(syllabiFolder(env), wanted));
    const present = tracks(db);
    const reading = {
      edition,
      currentEditionId: present.length > 0 || env.cert ? currentTrack(env, db).edition.id : undefined,
      timezone: env.now.zone.name,
      now: env.now.instant,
      dayStart: env.now.dayStart,
      meaning: mapping?.meaning ?? (() => undefined),
    };
    const taken = atOnceOrScattered(db, (scattered) => {
      const tally = emptyTally();
      const started: Track[] = [];
      const rules = { onConflict: input.onConflict, skipBad: skipBad !== undefined, edition, now: reading.now };
      const changes = function* (): Generator<Change> {
        yield* takeIn(db, read(text(), { ...reading, scattered }), rules, tally);
        started.push(...missingTracks(tally.editions, present, reading.now));
        yield* startedTracks(db, started, () => shippedRelated(syllabiFolder(env)));
        yield* mapping?.changes ?? [];
      };
      record(db, { id, at: reading.now, action: 'import', summary: () => summaryOf(format, tally) }, changes());
      return { tally, started };
    });
    refuse(input, taken.tally, mapping);
    if (skipBad !== undefined && !env.dryRun) writeRejects(skipBad, format, taken.tally.problems, text());
    return {
      ...taken.tally,
      file,
      started: taken.started.map(({ editionId }) => editionId),
      kept: input.onConflict === 'skip' ? taken.tally.differing : [],
      rejected: taken.tally.problems.length,
      rejects: skipBad ?? null,
      remembered: (mapping?.changes.length ?? 0) > 0,
      handle: handles(db, 'session'),
    };
  };
  return withBackup(env, db, 'import', () => transact(env, db, takeAll));
}

/** The format that is named. @throws usage with the nearest */
export function formatNamed(name: string): ImportFormat {
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
function refuse({ file, onConflict, skipBad }: ImportInput, tally: Tally, mapping: Mapping | undefined): void {
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
