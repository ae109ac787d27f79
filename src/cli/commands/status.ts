import { explainStanding } from '../../app/readiness/explain.ts';
import { type JudgeInput, judge } from '../../app/readiness/judge.ts';
import type { JudgedStanding } from '../../app/readiness/standing.ts';
import { ANSWER_FROM } from '../../domain/readiness/answer.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { explainReport } from '../../report/explain.ts';
import { statusReport } from '../../report/status.ts';
import { withTimer } from '../../report/timer.ts';
import { turnText } from '../../report/verdict.ts';
import { whyReport } from '../../report/why.ts';
import { chanceText } from '../../report/words.ts';
import type { App } from '../app.ts';
import { percentArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { show } from '../show.ts';

interface StatusOptions {
  readonly topics?: true | undefined;
  readonly why?: true | undefined;
  readonly explain?: string | true | undefined;
  readonly on?: string | undefined;
  readonly require?: number | undefined;
}

export function statusCommand(program: Program, app: App): void {
  program
    .command('status')
    .summary('am I ready, and what now')
    .description(
      'Says how likely you are to reach your target, if you sat it today and on the day of the exam; what the likely score rests on; every section; what to do now. Without enough evidence it says so.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--topics', 'every topic instead of the sections')
    .option('--why', 'why the likely score is what it is, in points that add up')
    .option('--explain [topic]', 'every step behind the chance, or behind the score of a section or topic')
    .option('--on <day>', 'as of another day: what was known then, or what is left then without more study')
    .option('--require <percent>', 'exit with 1 when the chance is lower, or not known', percentArg)
    .addHelpText(
      'before',
      examples(
        'certtrack status',
        'certtrack status gcp-pmle --topics',
        'certtrack status --why',
        'certtrack status --explain storing-data',
        'certtrack status --on 2026-12-18',
        'certtrack status --require 80 --quiet && echo "book it"',
      ),
    )
    .action((cert, options, command) => perform(app, command, (context) => status(context, cert, options)));
}

async function status(context: Context, cert: string | undefined, options: StatusOptions): Promise<void> {
  const { explain, on, require: required } = options;
  const { standing, report } = await told({ cert, on });
  if (!(context.options.quiet && required !== undefined)) await show(context, report);
  if (required !== undefined) requireChance(standing, required);

  async function told(asked: JudgeInput): Promise<{ standing: JudgedStanding; report: Report }> {
    if (explain) {
      const explained = await explainStanding(context, asked, explain === true ? undefined : explain);
      return { standing: explained.standing, report: explainReport(explained) };
    }
    const standing = await judge(context, asked);
    if (options.why) return { standing, report: whyReport(standing) };
    return { standing, report: withTimer(statusReport(standing, options.topics ?? false), standing.timer) };
  }
}

/** @throws not_met when the chance is lower than required, or not known */
function requireChance(standing: JudgedStanding, percent: number): void {
  const { gate, assessment, ownQuestionsOnly } = standing.readiness;
  if (!gate.met) throw new CerttrackError('not_met', 'there is not enough evidence for a chance', turnText(standing));
  if (assessment.chance * 100 < percent)
    throw new CerttrackError(
      'not_met',
      `the chance is ${chanceText(assessment.chance)} %, less than the required ${percent} %`,
      turnText(standing),
    );
  if (ownQuestionsOnly && percent >= ANSWER_FROM.ready * 100)
    throw new CerttrackError(
      'not_met',
      'practice questions alone make nobody ready',
      'take one practice exam of 40 questions or more: certtrack add-mock NAME RIGHT/QUESTIONS',
    );
}
