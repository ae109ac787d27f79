import { change } from '../../app/change.ts';
import { topicsFor } from '../../app/find.ts';
import { resourceFor, resourceNamer } from '../../app/resource/find-resource.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { RESOURCE_KINDS, type Resource, type ResourceKind } from '../../domain/resource.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { resourceData, resourcesReport } from '../../report/resources.ts';
import { resources } from '../../store/resources.ts';
import type { App } from '../app.ts';
import { collect, minutesArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';
import { resourceShareCommands } from './resource-share.ts';

interface ResourceWords {
  readonly title?: string | undefined;
  readonly kind?: ResourceKind | undefined;
  readonly topic?: string[] | undefined;
  readonly free?: true | undefined;
  readonly paid?: true | undefined;
  readonly minutes?: number | undefined;
}

export function resourceCommand(program: Program, app: App): void {
  const command = program
    .command('resource')
    .helpCommand(false)
    .summary('your learning track: add, list, done, drop, reopen, export, import')
    .description(
      'Courses, labs, books and links you study from. "next" offers the unfinished ones, sessions name them with -r.',
    )
    .addHelpText(
      'before',
      examples(
        'certtrack resource add https://example.com/course --title "Data course" --kind course --topic 3.1',
        'certtrack resource list',
        'certtrack resource done "Data course"',
      ),
    );
  command
    .command('add')
    .summary('add a resource')
    .argument('<url>', 'its address, or the name of a book')
    .option('--title <text>', 'its name; the address otherwise')
    .option('--kind <kind>', RESOURCE_KINDS.join(', '), kindArg)
    .option(
      '--topic <topic>',
      'what it is for, a topic or section; may be repeated; without one, the whole exam',
      collect,
    )
    .option('--free', 'it costs nothing')
    .option('--paid', 'it costs money')
    .option('--minutes <time>', 'how long it takes', minutesArg)
    .addHelpText(
      'before',
      examples(
        'certtrack resource add https://example.com/lab --title "Storage lab" --kind lab --topic 3.1 --free --minutes 90',
      ),
    )
    .action((url, options, invoked) => act(app, invoked, (context) => add(context, url, options)));
  command
    .command('list')
    .summary('the whole track, and how far along it you are')
    .addHelpText('before', examples('certtrack resource list', 'certtrack resource list --json'))
    .action((_options, invoked) =>
      answer(app, invoked, async (context) => {
        const db = await context.open();
        const { track, edition } = currentTrack(context, db);
        return resourcesReport(resources(db, track.certId).map(resourceNamer(db, track.certId)), edition);
      }),
    );
  resourceShareCommands(command, app);
  for (const [name, status, about] of [
    ['done', 'done', 'mark a resource as finished'],
    ['drop', 'dropped', 'give a resource up; it stays in the list'],
    ['reopen', 'open', 'take a resource up again'],
  ] as const)
    command
      .command(name)
      .summary(about)
      .argument('<resource>', 'short id, address, title or a part of it')
      .addHelpText('before', examples(`certtrack resource ${name} "Storage lab"`))
      .action((text, _options, invoked) => act(app, invoked, (context) => mark(context, text, status)));
}

function kindArg(text: string): ResourceKind {
  const kind = RESOURCE_KINDS.find((known) => known === text.toLowerCase());
  if (kind) return kind;
  const [guess] = didYouMean(text, RESOURCE_KINDS);
  throw new CerttrackError(
    'usage',
    `no kind of resource "${text}"${guess ? `; did you mean ${guess}?` : ''}`,
    `Kinds: ${RESOURCE_KINDS.join(', ')}`,
  );
}

async function add(context: Context, url: string, words: ResourceWords): Promise<Report> {
  if (words.free && words.paid) throw new CerttrackError('usage', 'it cannot be both --free and --paid');
  const address = url.trim();
  if (address === '') throw new CerttrackError('usage', 'which resource?', 'Write its address or name');
  const db = await context.open();
  const id = await context.app.newId();
  return change(context, db, () => {
    const { track, edition } = currentTrack(context, db);
    if (resources(db, track.certId).some((known) => known.url === address))
      throw new CerttrackError('usage', `${address} is in your track already`, 'certtrack resource list');
    const resource: Resource = {
      id,
      certId: track.certId,
      url: address,
      title: words.title?.trim() || address,
      kind: words.kind ?? 'article',
      topics: [...new Set(words.topic?.flatMap((text) => topicsFor(edition, text)))],
      free: words.free ? true : words.paid ? false : null,
      minutes: words.minutes ?? null,
      status: 'open',
      createdAt: context.now.instant,
      updatedAt: context.now.instant,
    };
    return {
      action: 'resource add',
      summary: `added ${resource.kind} "${resource.title}"`,
      changes: [{ entity: 'resource', id, before: null, after: resource }],
      result: () => {
        const named = resourceNamer(db, track.certId)(resource);
        return {
          title: resource.title,
          data: resourceData(named),
          blocks: [
            line(`Added ${resource.kind} "${resource.title}"`, muted(` · ${named.handle}`)),
            line(muted(`Log with it: certtrack add-session TOPIC 45m -r ${named.handle} · undo: certtrack undo`)),
          ],
        };
      },
    };
  });
}

async function mark(context: Context, text: string, status: Resource['status']): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const { track } = currentTrack(context, db);
    const before = resourceFor(db, track.certId, text);
    if (!before) throw new CerttrackError('not_found', `no resource "${text}"`, 'certtrack resource list shows them');
    const after: Resource = { ...before, status, updatedAt: context.now.instant };
    return {
      action: `resource ${status}`,
      summary: `marked "${before.title}" as ${status}`,
      changes: before.status === status ? [] : [{ entity: 'resource', id: before.id, before, after }],
      result: () => ({
        title: after.title,
        data: resourceData(resourceNamer(db, track.certId)(after)),
        blocks:
          before.status === status
            ? [line(`"${after.title}" is ${status} already`)]
            : [line(`"${after.title}" is ${status}`), line(muted('Wrong? certtrack undo'))],
      }),
    };
  });
}
