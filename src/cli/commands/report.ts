import { resolve } from 'node:path';
import { today } from '../../domain/day.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import { visible } from '../../render/visible.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import type { App } from '../app.ts';
import { atomicFile } from '../atomic-file.ts';
import { type Context, currentTrack, type Format } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { rendered, renderedPage } from '../show.ts';

interface ReportOptions {
  readonly output?: string | undefined;
  readonly force?: true | undefined;
  readonly open?: true | undefined;
  readonly notes?: boolean | undefined;
}

export function reportCommand(program: Program, app: App): void {
  program
    .command('report')
    .summary('all of it with charts, as one HTML page or Markdown')
    .description(
      [
        'Writes where you stand and how you got there: readiness over time, sections, topics, hours, practice exams, study mix, notes and resources,',
        'with what it rests on. One HTML page that needs no network, to read, print or send; --format md for Markdown.',
      ].join('\n'),
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('-o, --output <file>', 'write to a file; "-" is standard output')
    .option('--force', 'replace the file if there is one')
    .option('--open', 'open it in the browser')
    .option('--no-notes', 'leave the notes out, before it goes to somebody else')
    .addHelpText(
      'before',
      examples(
        'certtrack report',
        'certtrack report gcp-pde --open',
        'certtrack report --no-notes -o evidence.html',
        'certtrack report --format md -o report.md',
      ),
    )
    .action((cert, options, command) => perform(app, command, (context) => reportTo(context, cert, options)));
}

async function reportTo(context: Context, cert: string | undefined, options: ReportOptions): Promise<void> {
  const format = formatOf(context);
  const file = fileOf(context, options, format);
  const db = await context.open();
  const { track, edition } = currentTrack(context, db, cert);
  const [{ studyRecord }, { studyReport }] = await Promise.all([
    import('../study-record.ts'),
    import('../../report/study/study-report.ts'),
  ]);
  const report = studyReport(studyRecord(context, db, track, edition, options.notes ?? true));
  const page = await renderedPage(context, report, format);
  if (file === '-') return context.app.stdout.write(page);
  await save(context, file ?? usualName(context, track), page, options, file === undefined);
}

/** The formats a report can be told in. */
const TOLD: readonly Format[] = ['html', 'md', 'text', 'json'];

/** HTML unless another format is asked for. */
function formatOf({ options }: Context): Format {
  const format = options.json ? 'json' : (options.format ?? 'html');
  if (TOLD.includes(format)) return format;
  throw new CerttrackError(
    'usage',
    `a report is not told as ${format.toUpperCase()}`,
    'Use --format html, md, text or json; rows for spreadsheets: certtrack export',
  );
}

/** The file named; undefined for the usual one. Only HTML goes to a file by itself. */
function fileOf({ options: { dryRun } }: Context, { output, open }: ReportOptions, format: Format): string | undefined {
  const file = output ?? (format === 'html' ? undefined : '-');
  if (open && file === '-')
    throw new CerttrackError('usage', 'what goes to standard output cannot be opened', 'Name a file: -o report.html');
  return dryRun && file === undefined ? undefined : file;
}

/** `certtrack-gcp-pde-2026-09-22.html`: its name says that certtrack made it, so it may be made again on the same day. */
function usualName({ now }: Context, { certId }: Track): string {
  return `certtrack-${certId}-${today(now)}.html`;
}

async function save(
  context: Context,
  file: string,
  page: string,
  { force, open }: ReportOptions,
  usual: boolean,
): Promise<void> {
  const { app, options } = context;
  if (!options.dryRun) atomicFile(file, [page], force === true || usual);
  if (!options.quiet) await app.stderr.write(rendered(context, savedReport(context, file, page), 'text'));
  if (open && !options.dryRun) await opened(app, resolve(file));
}

function savedReport({ options }: Context, file: string, page: string): Report {
  const size = `${Math.ceil(Buffer.byteLength(page) / 1024)} KB`;
  const said = `${options.dryRun ? 'Would write' : 'Wrote'} ${visible(file)}`;
  return { title: 'Report', data: null, blocks: [line(said, muted(`, ${size}`))] };
}

/** @throws usage where there is no desktop to open it on; the file stays */
async function opened(app: App, file: string): Promise<void> {
  try {
    await app.openFile(file);
  } catch (error) {
    throw new CerttrackError('usage', `cannot open ${file} here`, 'The report is written; open it yourself', error);
  }
}
