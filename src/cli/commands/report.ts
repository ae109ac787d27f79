import { resolve } from 'node:path';
import { today } from '../../domain/day.ts';
import type { Track } from '../../domain/track.ts';
import { CerttrackError } from '../../errors.ts';
import type { App } from '../app.ts';
import type { Context, Format } from '../context.ts';
import { type Destination, PLAIN, save, withOutput } from '../deliver.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { renderedPage } from '../show.ts';

interface ReportOptions extends Destination {
  readonly open?: true | undefined;
  readonly notes?: boolean | undefined;
}

export function reportCommand(program: Program, app: App): void {
  const command = program
    .command('report')
    .summary('all of it with charts, as one HTML page or Markdown')
    .description(
      [
        'Writes where you stand and how you got there: readiness over time, sections, topics, hours, practice exams, study mix, notes and resources,',
        'with what it rests on. One HTML page that needs no network, to read, print or send; --format md for Markdown.',
      ].join('\n'),
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .addHelpText(
      'before',
      examples(
        'certtrack report',
        'certtrack report gcp-pde --open',
        'certtrack report --no-notes -o evidence.html',
        'certtrack report --format md -o report.md',
      ),
    );
  withOutput(command)
    .option('--open', 'open it in the browser')
    .option('--no-notes', 'leave the notes out, before it goes to somebody else')
    .action((cert, options, invoked) => perform(app, invoked, (context) => reportTo(context, cert, options)));
}

async function reportTo(context: Context, cert: string | undefined, options: ReportOptions): Promise<void> {
  const format = formatOf(context);
  const file = fileOf(options, format);
  const [{ gatherStudyRecord }, { studyReport }] = await Promise.all([
    import('../../app/study-record/study-record.ts'),
    import('../../report/study/study-report.ts'),
  ]);
  const record = await gatherStudyRecord(context, { cert, notes: options.notes ?? true });
  const report = studyReport(record);
  if (file === '-') return context.app.stdout.write(await renderedPage(context, report, format));
  const page = await renderedPage(context, report, format, PLAIN);
  const named = file ?? usualName(context, record.track);
  const size = Math.ceil(Buffer.byteLength(page) / 1024);
  const force = options.force === true || file === undefined;
  await save(context, [page], { file: named, force }, () => `a report of ${size} KB`);
  if (options.open && !context.options.dryRun) await opened(context.app, resolve(named));
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
function fileOf({ output, open }: ReportOptions, format: Format): string | undefined {
  const file = output ?? (format === 'html' ? undefined : '-');
  if (open && file === '-')
    throw new CerttrackError('usage', 'what goes to standard output cannot be opened', 'Name a file: -o report.html');
  return file;
}

/** `certtrack-gcp-pde-2026-09-22.html`: its name says that certtrack made it, so it may be made again on the same day. */
function usualName({ now }: Context, { certId }: Track): string {
  return `certtrack-${certId}-${today(now)}.html`;
}

/** @throws usage where there is no desktop to open it on; the file stays */
async function opened(app: App, file: string): Promise<void> {
  try {
    await app.openFile(file);
  } catch (error) {
    throw new CerttrackError('usage', `cannot open ${file} here`, 'The report is written; open it yourself', error);
  }
}
