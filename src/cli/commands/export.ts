import { standingOf } from '../../app/readiness/standing.ts';
import { sessionNamer } from '../../app/session/named-session.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import type { Session } from '../../domain/session.ts';
import { plural } from '../../domain/words.ts';
import { storedZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { jsonStream, markdownStream, ndjsonStream, timeclockStream } from '../../render/stream.ts';
import { sessionData } from '../../report/session.ts';
import { topicsReport } from '../../report/topics.ts';
import { eachSession } from '../../store/each-session.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/open.ts';
import { csvStream } from '../../transfer/csv-text.ts';
import { SESSION_COLUMNS, type SessionColumn, sessionRowWriter } from '../../transfer/sessions-csv.ts';
import { type TimeclockEntry, timeclockWriter } from '../../transfer/timeclock-entries.ts';
import type { App } from '../app.ts';
import type { Context, Format } from '../context.ts';
import { type Destination, deliver, PLAIN, withOutput } from '../deliver.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { rendered } from '../show.ts';
import { mocksExported } from './export-mocks.ts';
import { type FilterOptions, filterFrom, withFilters } from './session-filter.ts';

export interface ExportOptions extends FilterOptions, Destination {
  readonly what?: string | undefined;
  readonly excel?: true | undefined;
}

/** What people want to read of a session; the rest of the columns is for programs. */
const READABLE: readonly SessionColumn[] = [
  'study_date',
  'topic',
  'minutes',
  'activity',
  'confidence',
  'correct',
  'questions',
  'note',
];

export function exportCommand(program: Program, app: App): void {
  const command = program
    .command('export')
    .summary('write sessions as CSV, JSON, NDJSON, Markdown or timeclock')
    .description(
      'Writes sessions, one row per session and topic, to standard output or a file. --format csv (the default), json, ndjson, md, or timeclock for hledger and ledger.',
    )
    .option('--what <rows>', 'sessions, topics (the totals of each), mocks, or all of them as JSON', 'sessions')
    .option('--excel', 'CSV as spreadsheets expect it: BOM and semicolons')
    .addHelpText(
      'before',
      examples(
        'certtrack export -o sessions.csv',
        'certtrack export --cert gcp-pde --since 2026-09-01 --format json',
        'certtrack export --what topics | column -s, -t',
        'certtrack export --format timeclock | hledger -f timeclock:- balance',
      ),
    );
  withFilters(withOutput(command)).action((options, invoked) =>
    perform(app, invoked, (context) => exportTo(context, options)),
  );
}

async function exportTo(context: Context, options: ExportOptions): Promise<void> {
  const db = await context.open();
  const { text, written } = exported(context, db, options);
  await deliver(context, text, options, written);
}

export interface Exported {
  readonly text: Iterable<string>;
  /** What has been written so far, in words. */
  readonly written: () => string;
}

function exported(context: Context, db: Db, options: ExportOptions): Exported {
  const format = context.options.json ? 'json' : (context.options.format ?? 'csv');
  if (format === 'html')
    throw new CerttrackError(
      'usage',
      'export writes csv, json, ndjson, md or timeclock',
      'A page to read: certtrack report',
    );
  if (options.what === 'topics') {
    const { since, until, topic, activity, tag, excel } = options;
    if ([since, until, topic, activity, tag, excel].some((option) => option !== undefined))
      throw new CerttrackError(
        'usage',
        'topics are exported whole: filters and --excel are for sessions',
        'Leave them out, or write --what sessions',
      );
    const { track, edition } = currentTrack(context, db);
    const report = topicsReport(standingOf(context, db, track, edition));
    return { text: [rendered(context, report, format, PLAIN)], written: () => plural(report.rows, 'topic') };
  }
  if (options.what === 'mocks') return mocksExported(context, db, options, format);
  if (options.what === 'all') return allExported(context, db, options, format);
  if (options.what !== 'sessions')
    throw new CerttrackError('usage', `cannot export "${options.what}"`, 'Write --what sessions, topics, mocks or all');
  const filter = filterFrom(context, db, options);
  let count = 0;
  function* counted(): Generator<Session> {
    for (const session of eachSession(db, filter)) {
      count++;
      yield session;
    }
  }
  return {
    text: inFormat(format, context, db, options.excel ?? false, counted()),
    written: () => plural(count, 'session'),
  };
}

/** Sessions, mocks and topics as one JSON object. @throws usage in other formats, which hold one kind of rows */
function allExported(context: Context, db: Db, options: ExportOptions, format: Format): Exported {
  if (format !== 'json')
    throw new CerttrackError('usage', 'all of it together is written as JSON', 'Add --format json, or export one kind');
  const parts = {
    sessions: exported(context, db, { ...options, what: 'sessions' }),
    mocks: exported(context, db, { ...options, what: 'mocks' }),
    topics: exported(context, db, { what: 'topics' }),
  };
  function* text(): Generator<string> {
    yield '{';
    for (const [i, [name, part]] of Object.entries(parts).entries()) {
      yield `${i === 0 ? '' : ','}\n"${name}": `;
      yield* part.text;
    }
    yield '}\n';
  }
  const written = () => Object.values(parts).map((part) => part.written());
  return { text: text(), written: () => written().join(', ') };
}

function inFormat(
  format: Exclude<Format, 'html'>,
  context: Context,
  db: Db,
  excel: boolean,
  sessions: Iterable<Session>,
): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvStream(SESSION_COLUMNS, rowsOf(db, sessions, SESSION_COLUMNS), excel);
    case 'md':
      return markdownStream(READABLE, rowsOf(db, sessions, READABLE));
    case 'json':
      return jsonStream(dataOf(context, db, sessions));
    case 'ndjson':
      return ndjsonStream(dataOf(context, db, sessions));
    case 'timeclock':
      return timeclockStream(entriesOf(db, sessions));
    case 'ics':
    case 'text':
      throw new CerttrackError(
        'usage',
        'export writes csv, json, ndjson, md or timeclock',
        'For reading on a terminal: certtrack sessions',
      );
  }
}

function* rowsOf(
  db: Db,
  sessions: Iterable<Session>,
  columns: readonly SessionColumn[],
): Generator<(string | number | null)[]> {
  const rows = sessionRowWriter((id) => editionById(db, id), storedZone);
  for (const session of sessions) for (const row of rows(session)) yield columns.map((column) => row[column]);
}

function* entriesOf(db: Db, sessions: Iterable<Session>): Generator<TimeclockEntry> {
  const entries = timeclockWriter((id) => editionById(db, id), storedZone);
  for (const session of sessions) yield* entries(session);
}

function* dataOf(context: Context, db: Db, sessions: Iterable<Session>): Generator<unknown> {
  const name = sessionNamer(context, db);
  for (const session of sessions) yield sessionData(name(session));
}
