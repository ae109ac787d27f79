import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chosenColor, writeSettings } from '../../app/settings.ts';
import { type Instant, zoneNamed } from '../../domain/zone.ts';
import { renderText } from '../../render/text.ts';
import { BLANK, type Block, line, muted, strong } from '../../report/doc.ts';
import type { App, Output } from '../app.ts';
import type { GlobalOptions } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { styleFor } from '../style.ts';

type Run = (argv: readonly string[], app: App) => Promise<void>;

/** The sample journey's own calendar: the evening before the first exam, and ten weeks after the start. */
const EVE_OF_PDE = Date.parse('2026-10-15T21:30:00+02:00');
const TEN_WEEKS_IN = Date.parse('2026-11-22T21:30:00+01:00');

/** Shows certtrack at work on the sample journey in a throwaway database, by running its own commands. */
export function demoCommand(program: Program, app: App, run: Run): void {
  program
    .command('demo')
    .summary('see a sample journey, in a throwaway database')
    .description(
      'Runs certtrack on a sample journey of ten weeks: set-up, import, status, export. Your own data is not touched.',
    )
    .addHelpText('before', examples('certtrack demo'))
    .action(async (_options, command) => {
      const folder = mkdtempSync(join(tmpdir(), 'certtrack-demo-'));
      try {
        await journey(app, run, folder, command.optsWithGlobals() as GlobalOptions);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
}

async function journey(app: App, run: Run, folder: string, { color = 'auto' }: GlobalOptions): Promise<void> {
  const configured = chosenColor(app.folders);
  const style = styleFor(app, app.stdout, { flag: color, configured });
  const say = (...blocks: Block[]) => app.stdout.write(renderText({ title: '', data: null, blocks }, style));
  const sample = (now: Instant, stdout: Output): App => ({
    ...app,
    stdout,
    now: () => now,
    zone: zoneNamed('Europe/Berlin'),
    env: { ...app.env, CERTTRACK_DB: undefined, CERTTRACK_CERT: undefined },
    ask: null,
    folders: { data: folder, config: folder, package: app.folders.package },
  });
  writeSettings(sample(TEN_WEEKS_IN, app.stdout).folders, { color: configured });
  const step = async (now: Instant, shown: string, args: readonly string[], stdout = app.stdout) => {
    await say(BLANK, line(strong(`$ certtrack ${shown}`)));
    await run([...args, '--color', color], sample(now, stdout));
  };

  const data = (file: string) => join(app.folders.package, 'data', 'demo', file);
  await say(line('An engineer with a data-science background prepares two Google Cloud exams.'));
  await step(TEN_WEEKS_IN, 'init --cert gcp-pde --exam 2026-10-16 --hours 10/week --target 75', [
    'init',
    '--cert',
    'gcp-pde',
    '--exam',
    '2026-10-16',
    '--hours',
    '10/week',
    '--target',
    '75',
    '--quiet',
  ]);
  await step(TEN_WEEKS_IN, 'init --cert gcp-pmle --exam 2026-12-18 --hours 6/week', [
    'init',
    '--cert',
    'gcp-pmle',
    '--exam',
    '2026-12-18',
    '--hours',
    '6/week',
    '--quiet',
  ]);
  await step(TEN_WEEKS_IN, 'import csv data/demo/sessions.csv', ['import', 'csv', data('sessions.csv')]);
  await step(TEN_WEEKS_IN, 'import mocks data/demo/mocks.csv', ['import', 'mocks', data('mocks.csv')]);
  await say(BLANK, line(muted('On Thu 15 Oct 2026, the evening before the first exam:')));
  await step(EVE_OF_PDE, 'status gcp-pde', ['status', 'gcp-pde']);
  await say(BLANK, line(muted('On Sun 22 Nov 2026, five weeks into the second:')));
  await step(TEN_WEEKS_IN, 'status gcp-pmle', ['status', 'gcp-pmle']);
  const exported = collector();
  await step(TEN_WEEKS_IN, 'export | head -n 3 | cut -c 1-78', ['export'], exported.output);
  await say(
    ...exported
      .text()
      .split('\r\n')
      .slice(0, 3)
      .map((row) => line(row.slice(0, 78))),
  );
  await say(
    BLANK,
    line('That was a throwaway database; nothing was kept. Your turn:'),
    line(strong('  certtrack init'), muted('                              choose your certification')),
    line(strong('  certtrack add-session 3.1 45m -a reading'), muted('  log the first session')),
    line(muted('(Not on your PATH yet? In a clone, npm install -g . puts certtrack there.)')),
  );
}

/** An output that keeps what is written to it. */
function collector(): { output: Output; text: () => string } {
  let kept = '';
  return {
    output: {
      isTTY: false,
      columns: () => undefined,
      closed: () => false,
      async write(text) {
        kept += text;
      },
    },
    text: () => kept,
  };
}
