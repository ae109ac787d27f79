import { zoneNamed } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { csvLine } from '../../render/csv.ts';
import { markdownText } from '../../render/markdown.ts';
import { safeJson, visible } from '../../render/visible.ts';
import { sessionData } from '../../report/session.ts';
import { topicsReport } from '../../report/topics.ts';
import { plural } from '../../report/words.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/open.ts';
import { eachSession } from '../../store/sessions.ts';
import { SESSION_COLUMNS, type SessionRow, sessionRowWriter } from '../../transfer/sessions-csv.ts';
import type { App } from '../app.ts';
import { activityArg, collect } from '../args.ts';
import { atomicFile } from '../atomic-file.ts';
import { type Context, currentTrack, rendered } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { sessionNamer, standingOf } from '../standing.ts';
import { type FilterOptions, filterFrom } from './session-filter.ts';

interface ExportOptions extends FilterOptions {
  readonly what?: string | undefined;
  readonly output?: string | undefined;
  readonly force?: true | undefined;
  readonly excel?: true | undefined;
}

/** Pieces of this size are written at once, so that memory stays flat and system calls few. */
const PIECE = 64 * 1024;

export function exportCommand(program: Program, app: App): void {
  program
    .command('export')
    .summary('write sessions as CSV, JSON, NDJSON or Markdown')
    .description(
      'Writes sessions, one row per session and topic, to standard output or a file. --format csv (the default), json, ndjson or md.',
    )
    .option('-o, --output <file>', 'write to a file; "-" is standard output')
    .option('--force', 'replace the file if there is one')
    .option('--what <rows>', 'sessions, or topics: the totals of each topic', 'sessions')
    .option('--excel', 'CSV as spreadsheets expect it: BOM and semicolons')
    .option('--since <day>', 'from this study date on')
    .option('--until <day>', 'up to this study date')
    .option('--topic <topic>', 'of this topic or section; may be repeated', collect)
    .option('-a, --activity <name>', 'with this activity', activityArg)
    .option('--tag <tag>', 'with this tag')
    .addHelpText(
      'before',
      examples(
        'certtrack export -o sessions.csv',
        'certtrack export --cert gcp-pde --since 2026-09-01 --format json',
        'certtrack export --what topics | column -s, -t',
      ),
    )
    .action((options, command) => perform(app, command, (context) => exportTo(context, options)));
}

async function exportTo(context: Context, options: ExportOptions): Promise<void> {
  const db = await context.open();
  const pieces = piecesOf(context, db, options);
  if (options.output === undefined || options.output === '-') {
    const { stdout } = context.app;
    for (const piece of gathered(pieces.text)) {
      if (stdout.closed()) return;
      await stdout.write(stdout.isTTY ? visible(piece.replaceAll('\r\n', '\n')) : piece);
    }
    return;
  }
  if (!context.options.dryRun) atomicFile(options.output, gathered(pieces.text), options.force ?? false);
  else for (const _ of pieces.text);
  if (context.options.quiet) return;
  const verb = context.options.dryRun ? 'Would write' : 'Wrote';
  await context.app.stderr.write(`${verb} ${plural(pieces.count(), pieces.noun)} to ${visible(options.output)}\n`);
}

interface Pieces {
  readonly text: Iterable<string>;
  /** How many have been written so far. */
  readonly count: () => number;
  readonly noun: string;
}

function piecesOf(context: Context, db: Db, options: ExportOptions): Pieces {
  const format = context.options.json ? 'json' : (context.options.format ?? 'csv');
  if (options.what === 'topics') {
    const { track, edition } = currentTrack(context, db);
    const report = topicsReport(standingOf(context, db, track, edition));
    return { text: [rendered(context, report, format)], count: () => report.rows, noun: 'topic' };
  }
  if (options.what !== 'sessions')
    throw new CerttrackError('usage', `cannot export "${options.what}"`, 'Write --what sessions or --what topics');
  let count = 0;
  const filter = filterFrom(context, db, options);
  const counted = function* () {
    for (const session of eachSession(db, filter)) {
      count++;
      yield session;
    }
  };
  const name = sessionNamer(context, db);
  const text = (): Iterable<string> => {
    switch (format) {
      case 'csv':
        return csv(db, options.excel ?? false, counted);
      case 'ndjson':
        return mapped(counted(), (session) => `${safeJson(sessionData(name(session)))}\n`);
      case 'json':
        return jsonArray(mapped(counted(), (session) => safeJson(sessionData(name(session)))));
      case 'md':
        return markdown(db, counted);
      case 'text':
        throw new CerttrackError(
          'usage',
          'export writes csv, json, ndjson or md',
          'For reading on a terminal: certtrack sessions',
        );
    }
  };
  return { text: text(), count: () => count, noun: 'session' };
}

type Sessions = () => Generator<Parameters<ReturnType<typeof sessionRowWriter>>[0]>;

function* rowsOf(db: Db, sessions: Sessions): Generator<SessionRow> {
  const rows = sessionRowWriter((id) => editionById(db, id), zoneNamed);
  for (const session of sessions()) yield* rows(session);
}

function* csv(db: Db, excel: boolean, sessions: Sessions): Generator<string> {
  const delimiter = excel ? ';' : ',';
  yield (excel ? '\ufeff' : '') + csvLine(SESSION_COLUMNS, delimiter);
  for (const row of rowsOf(db, sessions))
    yield csvLine(
      SESSION_COLUMNS.map((column) => row[column]),
      delimiter,
    );
}

function* markdown(db: Db, sessions: Sessions): Generator<string> {
  const columns = ['study_date', 'topic', 'minutes', 'activity', 'confidence', 'correct', 'questions', 'note'] as const;
  yield `| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}\n`;
  for (const row of rowsOf(db, sessions))
    yield `| ${columns.map((column) => markdownText(String(row[column] ?? ''))).join(' | ')} |\n`;
}

function* jsonArray(items: Iterable<string>): Generator<string> {
  let before = '[';
  for (const item of items) {
    yield `${before}\n${item}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

function* mapped<T>(items: Iterable<T>, text: (item: T) => string): Generator<string> {
  for (const item of items) yield text(item);
}

function* gathered(texts: Iterable<string>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length >= PIECE) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
