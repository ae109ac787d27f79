import { change } from '../../app/change.ts';
import { mockFor } from '../../app/find.ts';
import { mockNamer } from '../../app/mock/mock-facts.ts';
import { wantedTrack } from '../../app/track/current-track.ts';
import { USUAL_PROFILE } from '../../domain/mock.ts';
import { mockPhrase } from '../../domain/mock-phrase.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { mockData, mocksInFull } from '../../report/mock.ts';
import { mocksReport, providersReport } from '../../report/mocks.ts';
import type { Change } from '../../store/change.ts';
import { mocks, providerNamed, providers } from '../../store/mocks.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { profileArg } from '../mock-words.ts';
import { act, answer } from '../perform.ts';
import { providerChange } from './add-mock.ts';
import { mocksEditCommand } from './mocks-edit.ts';

export function mocksCommand(program: Program, app: App): void {
  const command = program
    .command('mocks')
    .helpCommand(false)
    .summary('list practice exams; show, edit, delete, provider')
    .description(
      'Lists practice exams, those of one certification with --cert. Subcommands look closer or change them.',
    )
    .option('--deleted', 'deleted ones instead')
    .addHelpText(
      'before',
      examples('certtrack mocks', 'certtrack mocks show last', 'certtrack mocks provider Google official'),
    )
    .action((options, invoked) =>
      answer(app, invoked, async (context) => {
        const db = await context.open();
        const certId = wantedTrack(context, db)?.track.certId;
        return mocksReport(mocks(db, { certId, deleted: options.deleted }).map(mockNamer(db)));
      }),
    );
  command
    .command('show')
    .summary('everything about a mock')
    .argument('<id...>', 'mock ids, or "last"')
    .addHelpText('before', examples('certtrack mocks show last', 'certtrack mocks show 7f3a --json'))
    .action((ids, _options, invoked) =>
      answer(app, invoked, async (context) => {
        const db = await context.open();
        return mocksInFull(ids.map((id) => mockFor(db, id)).map(mockNamer(db)));
      }),
    );
  mocksEditCommand(command, app);
  command
    .command('delete')
    .summary('delete mocks (undo brings them back)')
    .argument('<id...>', 'mock ids, or "last"')
    .addHelpText('before', examples('certtrack mocks delete last'))
    .action((ids, _options, invoked) => act(app, invoked, (context) => remove(context, ids)));
  command
    .command('provider')
    .summary("whose questions a provider asks: the vendor's, its own, or ones used before")
    .argument('[name]', 'provider; without one, all are listed')
    .argument('[profile]', 'official, third-party or re-used')
    .addHelpText('before', examples('certtrack mocks provider Google official', 'certtrack mocks provider'))
    .action((name, profile, _options, invoked) =>
      name === undefined
        ? answer(app, invoked, async (context) => providersReport(providers(await context.open())))
        : act(app, invoked, (context) => classify(context, name, profile)),
    );
}

async function remove(context: Context, ids: readonly string[]): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const chosen = [...new Map(ids.map((id) => mockFor(db, id)).map((mock) => [mock.id, mock])).values()];
    const gone = chosen.find(({ deletedAt }) => deletedAt !== null);
    if (gone)
      throw new CerttrackError(
        'not_found',
        `mock "${gone.provider}" is already deleted`,
        'certtrack history shows when',
      );
    return {
      action: 'mocks delete',
      summary: `deleted mock ${chosen.map(mockPhrase).join(' and ')}`,
      changes: chosen.map(
        (mock): Change => ({
          entity: 'mock',
          id: mock.id,
          before: mock,
          after: { ...mock, deletedAt: context.now.instant },
        }),
      ),
      result: () => ({
        title: 'Deleted',
        data: { deleted: chosen.map(mockNamer(db)).map(mockData) },
        blocks: [
          ...chosen.map((mock) => line(`Deleted mock ${mockPhrase(mock)}`)),
          line(muted('Bring back: certtrack undo')),
        ],
      }),
    };
  });
}

async function classify(context: Context, name: string, profile: string | undefined): Promise<Report> {
  const db = await context.open();
  return change(context, db, () => {
    const wanted = profile === undefined ? undefined : profileArg(profile);
    const changes = providerChange(db, name, wanted);
    return {
      action: 'mocks provider',
      summary: `classed ${name} as ${wanted}`,
      changes,
      result: () => {
        const now = providerNamed(db, name)?.profile ?? USUAL_PROFILE;
        return {
          title: name,
          data: { name, profile: now },
          blocks: [
            line(`${name}: ${now} questions`),
            ...(changes.length > 0 ? [line(muted('Wrong? certtrack undo'))] : []),
          ],
        };
      },
    };
  });
}
