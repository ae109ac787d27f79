import { topicsFor } from '../../app/find.ts';
import { evidenceOn } from '../../app/readiness/evidence.ts';
import { forecasted } from '../../app/readiness/forecasted.ts';
import { type JudgedStanding, judgedStanding } from '../../app/readiness/standing.ts';
import { streakOf, trendOf } from '../../app/readiness/trend.ts';
import { presentTimer } from '../../app/timer/running-timer.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { parseDay, today } from '../../domain/day.ts';
import { OTHER_TOPIC } from '../../domain/edition.ts';
import { dayNumber } from '../../domain/local-date.ts';
import { outlook } from '../../domain/readiness/assess.ts';
import { explain } from '../../domain/readiness/explain.ts';
import { infer } from '../../domain/readiness/infer.ts';
import { CerttrackError } from '../../errors.ts';
import { calibrationReport } from '../../report/calibration.ts';
import type { Report } from '../../report/doc.ts';
import { explainReport } from '../../report/explain.ts';
import { statusReport } from '../../report/status.ts';
import { withTimer } from '../../report/timer.ts';
import { trendReport } from '../../report/trend.ts';
import { turnText } from '../../report/verdict.ts';
import { chanceText } from '../../report/words.ts';
import type { App } from '../app.ts';
import { percentArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { perform } from '../perform.ts';
import { show } from '../show.ts';

interface StatusOptions {
  readonly topics?: true | undefined;
  readonly explain?: string | true | undefined;
  readonly on?: string | undefined;
  readonly require?: number | undefined;
  readonly calibration?: true | undefined;
  readonly trend?: true | undefined;
}

export function statusCommand(program: Program, app: App): void {
  program
    .command('status')
    .summary('am I ready, and what now')
    .description(
      'Says how likely you are to reach your target, with the uncertainty of that and what it rests on; every section; what to do next. Without enough evidence it says so.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--topics', 'every topic instead of the sections')
    .option('--explain [topic]', 'every step behind the chance, or behind the score of a section or topic')
    .option('--on <day>', 'as of another day: what was known then, or what is left then without more study')
    .option('--require <percent>', 'exit with 1 when the chance is lower, or not known', percentArg)
    .option('--calibration', 'past predictions against how it went')
    .option('--trend', 'the chance and the hours of the last weeks, and weeks in a row with the goal reached')
    .addHelpText(
      'before',
      examples(
        'certtrack status',
        'certtrack status gcp-pmle --topics',
        'certtrack status --explain storing-data',
        'certtrack status --trend',
        'certtrack status --on 2026-12-18',
        'certtrack status --require 80 --quiet && echo "book it"',
      ),
    )
    .action((cert, options, command) => perform(app, command, (context) => status(context, cert, options)));
}

async function status(context: Context, cert: string | undefined, options: StatusOptions): Promise<void> {
  refuseMixed(options);
  const db = await context.open();
  const { track, edition } = currentTrack(context, db, cert);
  const day = options.on === undefined ? today(context.now) : parseDay(options.on, context.now);
  if (options.calibration) return show(context, calibrationReport(forecasted(db, track.certId)));
  if (options.trend)
    return show(
      context,
      trendReport(
        `Trend of ${edition.title}`,
        trendOf(context, db, track, edition),
        streakOf(context, db, track),
        track.weeklyMinutes,
      ),
    );
  const standing = judgedStanding(context, db, track, edition, day);
  const report = options.explain
    ? explained(options.explain, standing)
    : withTimer(statusReport(standing, options.topics ?? false), presentTimer(context, db));
  if (!(context.options.quiet && options.require !== undefined)) await show(context, report);
  if (options.require !== undefined) requireChance(standing, options.require);

  function explained(what: string | true, { exam, today: at }: JudgedStanding): Report {
    const topicIds = what === true ? null : topicsFor(edition, what);
    if (topicIds?.includes(OTHER_TOPIC))
      throw new CerttrackError('usage', 'time outside the guide counts for nothing in the exam', 'Name a topic of it');
    const evidence = { ...evidenceOn(db, track, edition, at), kept: undefined };
    const seen = outlook(infer(exam, evidence, dayNumber(at)));
    return explainReport({ edition, exam, explanation: explain(seen), topicIds });
  }
}

/** @throws usage when --trend or --calibration, which are answers of their own, comes with an option of the usual one */
function refuseMixed({ trend, calibration, ...usual }: StatusOptions): void {
  const alone = [trend, calibration].filter(Boolean).length;
  if (alone === 0 || (alone === 1 && Object.keys(usual).length === 0)) return;
  throw new CerttrackError(
    'usage',
    '--trend and --calibration stand alone',
    'Ask for each by itself; --require, --on, --topics and --explain are for the usual answer',
  );
}

/** @throws not_met when the chance is lower than required, or not known */
function requireChance(standing: JudgedStanding, percent: number): void {
  const { gate, assessment } = standing.readiness;
  if (!gate.met) throw new CerttrackError('not_met', 'there is not enough evidence for a chance', turnText(standing));
  if (assessment.chance * 100 < percent)
    throw new CerttrackError(
      'not_met',
      `the chance is ${chanceText(assessment.chance)} %, less than the required ${percent} %`,
      turnText(standing),
    );
}
