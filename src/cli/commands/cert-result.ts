import { lifeOf } from '../../domain/certification-life.ts';
import { parseDay, today } from '../../domain/day.ts';
import type { ExamResult } from '../../domain/exam-result.ts';
import { addDays, dayNumber } from '../../domain/local-date.ts';
import { examOf } from '../../domain/readiness/exam.ts';
import { gateOf } from '../../domain/readiness/gate.ts';
import { predictExam } from '../../domain/readiness/predict.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { examResultReport } from '../../report/exam-result.ts';
import { examResults } from '../../store/exam-results.ts';
import type { App } from '../app.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { otherEditions } from '../editions.ts';
import { evidenceOn } from '../evidence.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { noteFrom } from '../record-session.ts';

export function certResultCommand(cert: Program, app: App): void {
  cert
    .command('result')
    .summary('record how the exam went')
    .argument('<outcome>', 'pass or fail')
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('-d, --date <day>', 'when it was; today otherwise')
    .option('-m, --note <text>', 'what is worth keeping, but no exam questions: you agreed not to share them')
    .addHelpText(
      'before',
      examples('certtrack cert result pass', 'certtrack cert result fail gcp-pde --date yesterday'),
    )
    .action((outcome, name, options, command) =>
      act(app, command, (context) => result(context, outcome, name, options)),
    );
}

interface ResultWords {
  readonly date?: string | undefined;
  readonly note?: string | undefined;
}

async function result(
  context: Context,
  outcome: string,
  name: string | undefined,
  words: ResultWords,
): Promise<Report> {
  if (outcome !== 'pass' && outcome !== 'fail')
    throw new CerttrackError(
      'usage',
      `an exam ends with pass or fail, not "${outcome}"`,
      'Write: certtrack cert result pass',
    );
  const db = await context.open();
  const note = await noteFrom(context, words.note);
  const id = await context.app.newId();
  return change(context, db, () => {
    const { track, edition } = currentTrack(context, db, name);
    const examDate = words.date === undefined ? today(context.now) : parseDay(words.date, context.now);
    if (examDate > today(context.now))
      throw new CerttrackError('usage', 'the exam would lie in the future', 'Check --date');
    const before = evidenceOn(db, track, edition, addDays(examDate, -1));
    const passed = outcome === 'pass';
    const exam = examOf(edition, track);
    const prediction = predictExam(exam, before, dayNumber(examDate));
    const entry: ExamResult = {
      id,
      certId: track.certId,
      editionId: edition.id,
      examDate,
      passed,
      note: note || null,
      prediction,
      createdAt: context.now.instant,
      deletedAt: null,
    };
    return {
      action: 'cert result',
      summary: `recorded ${passed ? 'a pass' : 'a fail'} of ${track.certId}`,
      changes: [{ entity: 'result', id, before: null, after: entry }],
      report: () =>
        examResultReport({
          edition,
          examDate,
          passed,
          prediction,
          enough: gateOf(exam, before, dayNumber(examDate)).met,
          life: lifeOf(examResults(db, track.certId), edition.exam, today(context.now)),
          renewal: otherEditions(context.app, edition).renewal,
        }),
    };
  });
}
