import { change } from '../../app/change.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import type { Resource } from '../../domain/resource.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import type { Change } from '../../store/change.ts';
import { resources } from '../../store/resources.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { type Destination, deliver, withOutput } from '../deliver.ts';
import { examples, type Program } from '../help.ts';
import { act, perform } from '../perform.ts';

/** Sharing a learning track: `resource export` and `resource import`. */
export function resourceShareCommands(resource: Program, app: App): void {
  const command = resource
    .command('export')
    .summary('write the track as YAML, to share it')
    .addHelpText('before', examples('certtrack resource export -o my-track.yaml'));
  withOutput(command).action((options, invoked) => perform(app, invoked, (context) => exportTrack(context, options)));
  resource
    .command('import')
    .summary('take in a track that somebody shared')
    .argument('<file>', 'YAML file')
    .addHelpText('before', examples('certtrack resource import my-track.yaml'))
    .action((file, _options, command) => act(app, command, (context) => importTrack(context, file)));
}

async function exportTrack(context: Context, to: Destination) {
  const db = await context.open();
  const { track } = currentTrack(context, db);
  const { resourceListText } = await import('../../syllabus/resource-list.ts');
  const listed = resources(db, track.certId).filter(({ status }) => status !== 'dropped');
  await deliver(context, [resourceListText(track.certId, listed)], to, () => plural(listed.length, 'resource'));
}

async function importTrack(context: Context, file: string): Promise<Report> {
  const [{ parseResourceList }, { problemLines, readBytes }] = await Promise.all([
    import('../../syllabus/resource-list.ts'),
    import('../../syllabus/library.ts'),
  ]);
  const bytes = readBytes(file);
  const db = await context.open();
  const { track, edition } = currentTrack(context, db);
  const parsed = parseResourceList(bytes, edition);
  if ('problems' in parsed)
    throw new CerttrackError(
      'bad_data',
      `${plural(parsed.problems.length, 'problem')} found; nothing was imported`,
      problemLines(file, parsed.problems).join('\n'),
    );
  const shared = await Promise.all(
    parsed.resources.map(async (resource) => ({ ...resource, id: await context.app.newId() })),
  );
  return change(context, db, () => {
    const present = new Set(resources(db, track.certId).map(({ url }) => url));
    const now = context.now.instant;
    const fresh = shared
      .filter(({ url }) => !present.has(url))
      .map(
        (resource): Resource => ({
          ...resource,
          certId: track.certId,
          status: 'open',
          createdAt: now,
          updatedAt: now,
        }),
      );
    const known = shared.length - fresh.length;
    return {
      action: 'resource import',
      summary: `took in ${plural(fresh.length, 'resource')}`,
      changes: fresh.map(
        (resource): Change => ({ entity: 'resource', id: resource.id, before: null, after: resource }),
      ),
      result: () => ({
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
