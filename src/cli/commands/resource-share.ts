import type { Resource } from '../../domain/resource.ts';
import { CerttrackError } from '../../errors.ts';
import { visible } from '../../render/visible.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { plural } from '../../report/words.ts';
import type { Change } from '../../store/change.ts';
import { resources } from '../../store/resources.ts';
import type { App } from '../app.ts';
import { atomicFile } from '../atomic-file.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, perform } from '../perform.ts';

/** Sharing a learning track: `resource export` and `resource import`. */
export function resourceShareCommands(resource: Program, app: App): void {
  resource
    .command('export')
    .summary('write the track as YAML, to share it')
    .option('-o, --output <file>', 'write to a file; standard output otherwise')
    .option('--force', 'replace the file if there is one')
    .addHelpText('before', examples('certtrack resource export -o my-track.yaml'))
    .action((options, command) => perform(app, command, (context) => exportTrack(context, options)));
  resource
    .command('import')
    .summary('take in a track that somebody shared')
    .argument('<file>', 'YAML file')
    .addHelpText('before', examples('certtrack resource import my-track.yaml'))
    .action((file, _options, command) => act(app, command, (context) => importTrack(context, file)));
}

async function exportTrack(context: Context, options: { output?: string | undefined; force?: true | undefined }) {
  const db = await context.open();
  const { track } = currentTrack(context, db);
  const { resourceListText } = await import('../../syllabus/resource-list.ts');
  const listed = resources(db, track.certId).filter(({ status }) => status !== 'dropped');
  const text = resourceListText(track.certId, listed);
  if (options.output === undefined || options.output === '-')
    return context.app.stdout.write(context.app.stdout.isTTY ? visible(text) : text);
  if (!context.options.dryRun) atomicFile(options.output, [text], options.force ?? false);
  const verb = context.options.dryRun ? 'Would write' : 'Wrote';
  await context.app.stderr.write(`${verb} ${plural(listed.length, 'resource')} to ${visible(options.output)}\n`);
}

async function importTrack(context: Context, file: string): Promise<Report> {
  const [{ parseResourceList }, { problemLines, readBytes }] = await Promise.all([
    import('../../syllabus/resource-list.ts'),
    import('../../syllabus/library.ts'),
  ]);
  const bytes = readBytes(file);
  const db = await context.open();
  const id = await context.app.newId();
  const { track, edition } = currentTrack(context, db);
  const parsed = parseResourceList(bytes, edition);
  if ('problems' in parsed)
    throw new CerttrackError(
      'bad_data',
      `${plural(parsed.problems.length, 'problem')} found; nothing was imported`,
      problemLines(file, parsed.problems).join('\n'),
    );
  const ids = await Promise.all(parsed.resources.map(() => context.app.newId()));
  return change(context, db, () => {
    const present = new Set(resources(db, track.certId).map(({ url }) => url));
    const now = context.now.instant;
    const fresh = parsed.resources
      .map(
        (shared, i): Resource => ({
          ...shared,
          id: ids[i] ?? id,
          certId: track.certId,
          status: 'open',
          createdAt: now,
          updatedAt: now,
        }),
      )
      .filter(({ url }) => !present.has(url));
    const known = parsed.resources.length - fresh.length;
    return {
      action: 'resource import',
      summary: `took in ${plural(fresh.length, 'resource')}`,
      changes: fresh.map(
        (resource): Change => ({ entity: 'resource', id: resource.id, before: null, after: resource }),
      ),
      report: () => ({
        title: 'Learning track',
        data: { file, imported: fresh.length, unchanged: known },
        blocks: [
          line(
            `${fresh.length === 0 ? 'Nothing new' : plural(fresh.length, 'new resource')}${known > 0 ? `; ${known} already in your track` : ''}.`,
          ),
          ...(fresh.length > 0 ? [line(muted('certtrack resource list shows them; undo: certtrack undo'))] : []),
        ],
      }),
    };
  });
}
