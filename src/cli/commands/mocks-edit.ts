import type { Edition } from '../../domain/edition.ts';
import { countsLess, type Mock, UNKNOWN_PROVIDER } from '../../domain/mock.ts';
import { resolveWhen } from '../../domain/when.ts';
import { storedZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import { mockPhrase, mocksInFull } from '../../report/mock.ts';
import { editionById } from '../../store/editions.ts';
import type { App } from '../app.ts';
import { clearable, collect, minutesArg, yesNoArg } from '../args.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { mockFor } from '../find.ts';
import { examples, type Program } from '../help.ts';
import { mockScoreArg, summedScore } from '../mock-words.ts';
import { mockNamer, predictionFor, refuseMock } from '../mocks.ts';
import { act } from '../perform.ts';
import { noteFrom } from '../record-session.ts';
import { sectionsFrom } from './add-mock.ts';

export function mocksEditCommand(mocks: Program, app: App): void {
  mocks
    .command('edit')
    .summary('change any field of a mock')
    .argument('<id>', 'mock id, or "last"')
    .option('-p, --provider <name>', 'another provider')
    .option('-s, --score <right/all>', 'another result')
    .option('--section <name=right/all>', 'these sections instead, or none; may be repeated', collect)
    .option('--minutes <time>', 'how long it took, or none')
    .option('--timed <yes/no>', 'with the clock of the exam', yesNoArg)
    .option('--first <yes/no>', 'first attempt at these questions', yesNoArg)
    .option('--open-book <yes/no>', 'with notes or documentation', yesNoArg)
    .option('-d, --date <when>', 'another day or time')
    .option('-m, --note <text>', 'another note, or none; "-" reads it from standard input')
    .addHelpText('before', examples('certtrack mocks edit last --score 42/50', 'certtrack mocks edit 7f3a --first no'))
    .action((id, options, invoked) => act(app, invoked, (context) => edit(context, id, options)));
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

async function edit(context: Context, id: string, said: Edits): Promise<Report> {
  if (Object.keys(said).length === 0)
    throw new CerttrackError('usage', 'nothing to change', 'Name a field: certtrack mocks edit --help lists them');
  const edits = { ...said, note: await noteFrom(context, said.note) };
  const db = await context.open();
  return change(context, db, () => {
    const before = mockFor(db, id);
    if (before.deletedAt !== null)
      throw new CerttrackError('not_found', 'that mock is deleted', 'Bring it back first: certtrack undo');
    const { track, edition: current } = currentTrack(context, db, before.certId);
    const edition = editionById(db, before.editionId) ?? current;
    const { sections, ...score } = rescored(before, edits, edition);
    const edited: Mock = {
      ...before,
      ...score,
      sections,
      provider: edits.provider === undefined ? before.provider : edits.provider.trim() || UNKNOWN_PROVIDER,
      minutes: clearable(edits.minutes, before.minutes, minutesArg),
      timed: edits.timed ?? before.timed,
      firstAttempt: edits.first ?? before.firstAttempt,
      openBook: edits.openBook ?? before.openBook,
      note: clearable(edits.note, before.note, String),
      updatedAt: Math.floor(context.now.instant / 1000) * 1000,
      ...(edits.date === undefined ? {} : moved(context, before, edits.date)),
    };
    refuseMock(edited, edition, context);
    const after = isAnother(before, edited)
      ? { ...edited, prediction: predictionFor(db, track, current, edited) }
      : edited;
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

/** Sections and score with the edits; sections that were named make up the score unless it was named too. */
function rescored(
  before: Mock,
  { score, section }: Edits,
  edition: Edition,
): Pick<Mock, 'sections' | 'correct' | 'questions'> {
  const { correct, questions } = before;
  const named = section?.filter((word) => word !== 'none');
  const sections = named === undefined ? before.sections : sectionsFrom(named, edition);
  if (score !== undefined) return { sections, ...mockScoreArg(score, edition) };
  return { sections, ...(named !== undefined && sections.length > 0 ? summedScore(sections) : { correct, questions }) };
}

/** Whether what was expected that morning was expected of something else than this: of another day, another paper, other questions. */
function isAnother(before: Mock, after: Mock): boolean {
  return (
    before.studyDate !== after.studyDate ||
    before.questions !== after.questions ||
    before.provider !== after.provider ||
    countsLess(before).join() !== countsLess(after).join()
  );
}

function moved({ now }: Context, before: Mock, date: string): Pick<Mock, 'takenAt' | 'timezone' | 'studyDate'> {
  const zone = storedZone(before.timezone);
  const when = resolveWhen({ date, minutes: before.minutes ?? 1 }, { ...now, zone }, () => undefined);
  return { takenAt: when.endedAt, timezone: when.zone.name, studyDate: when.studyDate };
}
