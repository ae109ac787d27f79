import type { Edition } from '../../domain/edition.ts';
import { countsLess, type Mock, type MockSection, UNKNOWN_PROVIDER } from '../../domain/mock.ts';
import type { Profile } from '../../domain/readiness/parameters.ts';
import { resolveWhen } from '../../domain/when.ts';
import { CerttrackError } from '../../errors.ts';
import { mockPhrase } from '../../report/mock.ts';
import { recordedMockReport } from '../../report/recorded-mock.ts';
import type { Change } from '../../store/change.ts';
import { mocks, providerNamed } from '../../store/mocks.ts';
import type { Db } from '../../store/open.ts';
import { lastEndOn } from '../../store/sessions.ts';
import type { App } from '../app.ts';
import { collect, minutesArg } from '../args.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { mockScoreArg, mockSectionArg, profileArg, summedScore } from '../mock-words.ts';
import { mockNamer, predictionFor, refuseMock } from '../mocks.ts';
import { act } from '../perform.ts';
import { noteFrom } from '../record-session.ts';
import { judgedStanding } from '../standing.ts';
import { askForMock } from './ask-for-mock.ts';

/** Everything a person may say about a practice exam. */
export interface MockWords {
  readonly provider?: string | undefined;
  readonly profile?: Profile | undefined;
  readonly score?: string | undefined;
  readonly section?: string[] | undefined;
  readonly minutes?: number | undefined;
  readonly untimed?: true | undefined;
  readonly repeat?: true | undefined;
  readonly openBook?: true | undefined;
  readonly date?: string | undefined;
  readonly note?: string | undefined;
}

export function addMockCommand(program: Program, app: App): void {
  program
    .command('add-mock')
    .summary('record a practice exam')
    .description(
      'Records a practice exam from any provider. Its sections may be left out, or stand alone when the provider gives no total. Repeats, open-book and untimed results count less.',
    )
    .option('-p, --provider <name>', 'who asked')
    .option(
      '--profile <kind>',
      "the provider's questions: official, third-party (assumed) or re-used; kept for the provider",
      profileArg,
    )
    .option('-s, --score <right/all>', 'result, 41/50 or 82%')
    .option('--section <name=right/all>', 'result of a section, storing-data=7/10; may be repeated', collect)
    .option('--minutes <time>', 'how long it took', minutesArg)
    .option('--untimed', 'without the clock of the exam')
    .option('--repeat', 'questions seen before')
    .option('--open-book', 'with notes or documentation')
    .option('-d, --date <when>', 'day or time it ended: yesterday, mon, -2d, 2026-09-22')
    .option('-m, --note <text>', 'what is worth keeping; "-" reads it from standard input')
    .addHelpText(
      'before',
      examples(
        'certtrack add-mock --provider "Practice set 2" --score 41/50 --minutes 96',
        'certtrack add-mock -p Google --profile official --score 82%',
        'certtrack add-mock -p "Practice set 2" --section 1=7/11 --section storing-data=8/10 --repeat',
        'certtrack add-mock   (asks)',
      ),
    )
    .action((options, command) => act(app, command, (context) => addMock(context, options)));
}

async function addMock(context: Context, options: MockWords) {
  const db = await context.open();
  const { track, edition } = currentTrack(context, db);
  const said = options.score === undefined && !options.section ? await askForMock(context, edition, options) : options;
  const words = { ...said, note: await noteFrom(context, said.note) };
  const id = await context.app.newId();
  return change(context, db, () => {
    const draft = draftMock(context, db, edition, words, id);
    const classed = providerChange(db, draft.provider, words.profile);
    const before = judgedStanding(context, db, track, edition);
    const mock = { ...draft, prediction: predictionFor(db, track, edition, draft, words.profile) };
    return {
      action: 'add-mock',
      summary: `recorded mock ${mockPhrase(mock)}`,
      changes: [...classed, { entity: 'mock', id: mock.id, before: null, after: mock }],
      report: () =>
        recordedMockReport({
          named: mockNamer(db)(mock),
          before,
          after: judgedStanding(context, db, track, edition),
          introduce: isNews(db, mock),
        }),
    };
  });
}

/** Whether how this provider's questions count matters here, and has been neither said by the person nor to them. */
function isNews(db: Db, mock: Mock): boolean {
  if (mock.provider === UNKNOWN_PROVIDER || countsLess(mock).length > 0) return false;
  return providerNamed(db, mock.provider) === undefined && mocks(db, { provider: mock.provider }).length === 1;
}

/** The change that classes a provider, none when it is like that already. */
export function providerChange(db: Db, name: string, profile: Profile | undefined): Change[] {
  const before = providerNamed(db, name) ?? null;
  if (profile === undefined || before?.profile === profile) return [];
  const id = before?.name ?? name;
  return [{ entity: 'provider', id, before, after: { name: id, profile } }];
}

/** The mock the words describe. @throws usage with the reason when it must not be recorded */
function draftMock(context: Context, db: Db, edition: Edition, words: MockWords, id: string): Mock {
  const { now } = context;
  const sections = sectionsFrom(words.section ?? [], edition);
  const when = resolveWhen({ date: words.date, minutes: words.minutes ?? 1 }, now, (day) => lastEndOn(db, day));
  const recordedAt = Math.floor(now.instant / 1000) * 1000;
  const mock: Mock = {
    id,
    certId: edition.certId,
    editionId: edition.id,
    provider: words.provider?.trim() || UNKNOWN_PROVIDER,
    takenAt: when.endedAt,
    timezone: when.zone.name,
    studyDate: when.studyDate,
    ...(words.score === undefined ? summedScore(sections) : mockScoreArg(words.score, edition)),
    sections,
    minutes: words.minutes ?? null,
    timed: !words.untimed,
    firstAttempt: !words.repeat,
    openBook: words.openBook ?? false,
    note: words.note || null,
    prediction: null,
    source: 'certtrack',
    createdAt: recordedAt,
    updatedAt: recordedAt,
    deletedAt: null,
  };
  refuseMock(mock, edition, context);
  return mock;
}

/** Sections in the guide's order. @throws usage when one is named twice */
export function sectionsFrom(words: readonly string[], edition: Edition): MockSection[] {
  const named = words.map((word) => mockSectionArg(word, edition));
  const twice = named.find(({ sectionId }, i) => named.findIndex((other) => other.sectionId === sectionId) !== i);
  if (twice) throw new CerttrackError('usage', `section ${twice.sectionId} is named twice`, 'Write each section once');
  return edition.sections.flatMap(({ id }) => named.filter(({ sectionId }) => sectionId === id));
}
