import { exportMocks, exportSessions, type SessionExport } from '../../app/export/export-log.ts';
import { standing } from '../../app/readiness/judge.ts';
import type { SessionQuery } from '../../app/session/list-sessions.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { jsonStream, markdownStream, ndjsonStream, timeclockStream } from '../../render/stream.ts';
import { mockData } from '../../report/mock.ts';
import { sessionData } from '../../report/session.ts';
import { topicsReport } from '../../report/topics.ts';
import { csvStream } from '../../transfer/csv-text.ts';
import { MOCK_COLUMNS } from '../../transfer/mocks-csv.ts';
import { SESSION_COLUMNS, type SessionColumn } from '../../transfer/sessions-csv.ts';
import type { App } from '../app.ts';
import type { Context, Format } from '../context.ts';
import { type Destination, deliver, PLAIN, withOutput } from '../deliver.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { rendered } from '../show.ts';
import { withFilters } from './session-options.ts';

interface ExportOptions extends SessionQuery, Destination {
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
  const { text, written } = await exported(context, options);
  await deliver(context, text, options, written);
}

interface Exported {
  readonly text: Iterable<string>;
  /** What has been written so far, in words. */
  readonly written: () => string;
}

async function exported(context: Context, options: ExportOptions): Promise<Exported> {
  const format = context.options.json ? 'json' : (context.options.format ?? 'csv');
  if (format === 'html')
    throw new CerttrackError(
      'usage',
      'export writes csv, json, ndjson, md or timeclock',
      'A page to read: certtrack report',
    );
  switch (options.what) {
    case 'sessions': {
      const sessions = await exportSessions(context, options);
      const text = sessionsIn(format, sessions, options.excel ?? false);
      return { text, written: () => plural(sessions.count(), 'session') };
    }
    case 'topics':
      return topicsExported(context, options, format);
    case 'mocks':
      return mocksExported(context, options, format);
    case 'all':
      return allExported(context, options, format);
    default:
      throw new CerttrackError(
        'usage',
        `cannot export "${options.what}"`,
        'Write --what sessions, topics, mocks or all',
      );
  }
}

async function topicsExported(
  context: Context,
  { since, until, topic, activity, tag, grep, excel }: ExportOptions,
  format: Exclude<Format, 'html'>,
): Promise<Exported> {
  if ([since, until, topic, activity, tag, grep, excel].some((option) => option !== undefined))
    throw new CerttrackError(
      'usage',
      'topics are exported whole: filters and --excel are for sessions',
      'Leave them out, or write --what sessions',
    );
  const report = topicsReport(await standing(context));
  return { text: [rendered(context, report, format, PLAIN)], written: () => plural(report.rows, 'topic') };
}

async function mocksExported(context: Context, options: ExportOptions, format: Format): Promise<Exported> {
  const { named, rows } = await exportMocks(context, options);
  const written = () => plural(named.length, 'practice exam');
  switch (format) {
    case 'csv':
      return { text: csvStream(MOCK_COLUMNS, rows, options.excel ?? false), written };
    case 'md':
      return { text: markdownStream(MOCK_COLUMNS, rows), written };
    case 'json':
      return { text: jsonStream(named.map(mockData)), written };
    case 'ndjson':
      return { text: ndjsonStream(named.map(mockData)), written };
    default:
      throw new CerttrackError(
        'usage',
        'practice exams are exported as csv, json, ndjson or md',
        'For reading: certtrack mocks',
      );
  }
}

/** Sessions, mocks and topics as one JSON object. @throws usage in other formats, which hold one kind of rows */
async function allExported(context: Context, options: ExportOptions, format: Format): Promise<Exported> {
  if (format !== 'json')
    throw new CerttrackError('usage', 'all of it together is written as JSON', 'Add --format json, or export one kind');
  const parts = {
    sessions: await exported(context, { ...options, what: 'sessions' }),
    mocks: await exported(context, { ...options, what: 'mocks' }),
    topics: await exported(context, { what: 'topics' }),
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

function sessionsIn(format: Exclude<Format, 'html'>, sessions: SessionExport, excel: boolean): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvStream(SESSION_COLUMNS, sessions.rows(SESSION_COLUMNS), excel);
    case 'md':
      return markdownStream(READABLE, sessions.rows(READABLE));
    case 'json':
      return jsonStream(dataOf(sessions));
    case 'ndjson':
      return ndjsonStream(dataOf(sessions));
    case 'timeclock':
      return timeclockStream(sessions.timeclock());
    case 'ics':
    case 'text':
      throw new CerttrackError(
        'usage',
        'export writes csv, json, ndjson, md or timeclock',
        'For reading on a terminal: certtrack sessions',
      );
  }
}

function* dataOf(sessions: SessionExport): Generator<unknown> {
  for (const named of sessions.named()) yield sessionData(named);
}
