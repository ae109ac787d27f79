import { evidenceOn } from '../../app/readiness/evidence.ts';
import { type JudgedStanding, judgedStanding } from '../../app/readiness/standing.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { durationText, LONGEST_SESSION } from '../../domain/duration.ts';
import { dayNumber } from '../../domain/local-date.ts';
import { nextHour, SUGGESTED_MINUTES, SUGGESTIONS } from '../../domain/readiness/readiness.ts';
import { CerttrackError } from '../../errors.ts';
import { nextReport } from '../../report/next.ts';
import type { Db } from '../../store/open.ts';
import { minutesByResource, resources } from '../../store/resources.ts';
import type { App } from '../app.ts';
import { countArg, minutesArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { answer } from '../perform.ts';

interface NextOptions {
  readonly minutes: number;
  readonly count: number;
  readonly weak?: boolean;
}

export function nextCommand(program: Program, app: App): void {
  program
    .command('next')
    .summary('what to do with the next hour, and why')
    .description(
      'Ranks topics by how much an hour on each raises the chance of reaching the target on the day of the exam. Where evidence is missing, the quiz or mock that would tell most comes first.',
    )
    .argument('[cert]', 'certification; the one in use otherwise')
    .option('--minutes <time>', 'how long you have', minutesArg, SUGGESTED_MINUTES)
    .option('-n, --count <count>', 'how many suggestions', countArg, SUGGESTIONS)
    .option('--weak', 'only what you have begun, the weakest first')
    .addHelpText('before', examples('certtrack next', 'certtrack next --minutes 45 --count 3', 'certtrack next --weak'))
    .action((cert, options, command) => answer(app, command, (context) => next(context, cert, options)));
}

async function next(context: Context, cert: string | undefined, { minutes, count, weak = false }: NextOptions) {
  if (minutes > LONGEST_SESSION)
    throw new CerttrackError(
      'usage',
      `${durationText(minutes)} is more than a day`,
      'Write what you have: --minutes 45',
    );
  const db = await context.open();
  const { track, edition } = currentTrack(context, db, cert);
  const standing = judgedStanding(context, db, track, edition);
  const own = resources(db, track.certId);
  return nextReport({
    standing,
    advice: adviceFor(db, standing, { minutes, count, weak }),
    minutes,
    resources: own,
    spent: minutesByResource(
      db,
      track.certId,
      own.map(({ url }) => url),
    ),
  });
}

/** What was already thought of when judging, where that is enough. */
function adviceFor(db: Db, standing: JudgedStanding, { minutes, count, weak }: Required<NextOptions>) {
  const { track, edition, exam, readiness, today: now } = standing;
  if (minutes === SUGGESTED_MINUTES && !weak && count <= SUGGESTIONS) return readiness.next.slice(0, count);
  const examDay = track.examDate !== null && track.examDate > now ? track.examDate : now;
  const wish = { today: dayNumber(now), minutes, weak };
  const evidence = evidenceOn(db, track, edition, now);
  return nextHour(exam, evidence, dayNumber(examDay), readiness.gate, edition.exam.style, wish).advice.slice(0, count);
}
