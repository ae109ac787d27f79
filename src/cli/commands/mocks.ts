import { type Mock, USUAL_PROFILE } from '../../domain/mock.ts';
import { resolveWhen } from '../../domain/when.ts';
import { storedZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { mockData, mockPhrase, mocksInFull } from '../../report/mock.ts';
import { mocksReport, providersReport } from '../../report/mocks.ts';
import type { Change } from '../../store/journal.ts';
import { mocks, providerNamed, providers } from '../../store/mocks.ts';
import type { App } from '../app.ts';
import { clearable, collect, minutesArg } from '../args.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { mockFor } from '../find.ts';
import { examples, type Program } from '../help.ts';
import { mockScoreArg, profileArg, summedScore } from '../mock-words.ts';
import { mockNamer, predictionFor, refuseMock } from '../mocks.ts';
import { act, answer } from '../perform.ts';
import { providerChange, sectionsFrom } from './add-mock.ts';

export function mocksCommand(program: Program, app: App): void {
  const command = program
    .command('mocks')
    .helpCommand(false)
    .summary('practice exams: list, show, edit, delete, provider')
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
        const named = context.options.cert ? currentTrack(context, db).track.certId : undefined;
        return mocksReport(mocks(db, { certId: named, deleted: options.deleted }).map(mockNamer(db)));
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
  command
    .command('edit')
    .summary('change any field of a mock')
    .argument('<id>', 'mock id, or "last"')
    .option('-p, --provider <name>', 'another provider')
    .option('-s, --score <right/all>', 'another result')
    .option('--section <name=right/all>', 'these sections instead, or none; may be repeated', collect)
    .option('--minutes <time>', 'how long it took, or none')
    .option('--timed <yes/no>', 'with the clock of the exam', yesNo)
    .option('--first <yes/no>', 'first attempt at these questions', yesNo)
    .option('--open-book <yes/no>', 'with notes or documentation', yesNo)
    .option('-d, --date <when>', 'another day or time')
    .option('-m, --note <text>', 'another note, or none')
    .addHelpText('before', examples('certtrack mocks edit last --score 42/50', 'certtrack mocks edit 7f3a --first no'))
    .action((id, options, invoked) => act(app, invoked, (context) => edit(context, id, options)));
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

function yesNo(text: string): boolean {
  if (/^(y|yes|n|no)$/i.test(text)) return /^y/i.test(text);
  throw new CerttrackError('usage', `"${text}" is neither yes nor no`);
}

interface Edits {
  readonly provider?: string | undefined;
  readonly score?: string | undefined;
  readonly section?: string[] | undefined;
  readonly minutes?: string | undefined;
  readonly timed?: boolean | undefined;
  readonly first?: boolean | undefined;
  readonly openBook?: boolean | undefined;
  readonly date?: string | undefined;
  readonly note?: string | undefined;
}

async function edit(context: Context, id: string, edits: Edits): Promise<Report> {
  if (Object.keys(edits).length === 0)
    throw new CerttrackError('usage', 'nothing to change', 'Name a field: certtrack mocks edit --help lists them');
  const db = await context.open();
  return change(context, db, () => {
    const before = mockFor(db, id);
    if (before.deletedAt !== null)
      throw new CerttrackError('not_found', 'that mock is deleted', 'Bring it back first: certtrack undo');
    const { track, edition } = currentTrack(context, db, before.certId);
    const sections =
      edits.section === undefined
        ? before.sections
        : sectionsFrom(
            edits.section.filter((word) => word !== 'none'),
            edition,
          );
    const score =
      edits.score !== undefined
        ? mockScoreArg(edits.score, edition)
        : edits.section !== undefined && sections.length > 0
          ? summedScore(sections)
          : { correct: before.correct, questions: before.questions };
    const edited: Mock = {
      ...before,
      ...score,
      sections,
      provider: edits.provider ?? before.provider,
      minutes: clearable(edits.minutes, before.minutes, minutesArg),
      timed: edits.timed ?? before.timed,
      firstAttempt: edits.first ?? before.firstAttempt,
      openBook: edits.openBook ?? before.openBook,
      note: clearable(edits.note, before.note, String),
      updatedAt: Math.floor(context.now.instant / 1000) * 1000,
      ...(edits.date === undefined ? {} : moved(context, before, edits.date)),
    };
    refuseMock(edited, edition, context);
    const after = { ...edited, prediction: predictionFor(db, track, edition, edited) };
    return {
      action: 'mocks edit',
      summary: `changed mock ${mockPhrase(before)}`,
      changes: [{ entity: 'mock', id: before.id, before, after }],
      report: () => {
        const report = mocksInFull([mockNamer(db)(after)]);
        return { ...report, blocks: [line('Changed:'), ...report.blocks, line(muted('Take it back: certtrack undo'))] };
      },
    };
  });
}

function moved({ now }: Context, before: Mock, date: string): Pick<Mock, 'takenAt' | 'studyDate'> {
  const zone = storedZone(before.timezone);
  const when = resolveWhen({ date, minutes: before.minutes ?? 1 }, { ...now, zone }, () => undefined);
  return { takenAt: when.endedAt, studyDate: when.studyDate };
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
      report: () => ({
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
      report: () => {
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
