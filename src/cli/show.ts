import { CerttrackError } from '../errors.ts';
import { renderCsv } from '../render/csv.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { renderText } from '../render/text.ts';
import { safeJson, visible } from '../render/visible.ts';
import type { Report } from '../report/doc.ts';
import type { Context, Format } from './context.ts';
import { type Look, styleFor } from './style.ts';

/** Shows a report in the format asked for. */
export async function show(context: Context, report: Report): Promise<void> {
  const { app, options } = context;
  const format = options.json ? 'json' : (options.format ?? 'text');
  const text = await renderedPage(context, report, format);
  // CSV holds every byte as it is, which is for files and other programs.
  await app.stdout.write(format === 'csv' && app.stdout.isTTY ? visible(text) : text);
}

/** A report in any format, for standard output unless told otherwise. HTML is loaded when it is asked for. */
export async function renderedPage(
  context: Context,
  report: Report,
  format: Format,
  output: Look = context.app.stdout,
): Promise<string> {
  if (format !== 'html') return rendered(context, report, format, output);
  return (await import('../render/html.ts')).renderHtml(report);
}

/** A report in one of the formats that are text. @throws usage when the format cannot hold it */
export function rendered(
  context: Context,
  report: Report,
  format: Exclude<Format, 'html'>,
  output: Look = context.app.stdout,
): string {
  switch (format) {
    case 'text':
      return renderText(
        report,
        styleFor(context.app, output, { flag: context.options.color, configured: context.settings.color }),
      );
    case 'json':
      return `${safeJson(report.data, 2)}\n`;
    case 'ndjson':
      return [report.data]
        .flat()
        .map((item) => `${safeJson(item)}\n`)
        .join('');
    case 'csv':
      if (report.blocks.every(({ kind }) => kind !== 'table'))
        throw new CerttrackError('usage', 'this has no table to print as CSV', 'Use --format text, json or md');
      return renderCsv(report);
    case 'md':
      return renderMarkdown(report);
    case 'ics':
      throw new CerttrackError(
        'usage',
        'only "plan export" writes a calendar',
        'Write: certtrack plan export -o plan.ics',
      );
    case 'timeclock':
      throw new CerttrackError(
        'usage',
        'only sessions can be written as a timeclock',
        'Write: certtrack export --format timeclock',
      );
  }
}
