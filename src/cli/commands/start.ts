import { change } from '../../app/change.ts';
import { namedTimer, presentTimer } from '../../app/timer/running-timer.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import type { Activity } from '../../domain/activity.ts';
import { parseStart } from '../../domain/when.ts';
import { CerttrackError } from '../../errors.ts';
import { timerStartedReport, timerText } from '../../report/timer.ts';
import { timerChange } from '../../store/timer.ts';
import type { App } from '../app.ts';
import { activityArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { chosenTopics, readTopic, sharesIn } from '../topic-words.ts';

interface StartOptions {
  readonly at?: string | undefined;
  readonly activity?: Activity | undefined;
}

export function startCommand(program: Program, app: App): void {
  program
    .command('start')
    .summary('start a timer')
    .description(
      'Starts the timer. There is one; it runs on through a restart of the machine until stop logs it or cancel throws it away.',
    )
    .argument('[topic...]', 'what you study; stop can say it too')
    .option('--at <time>', 'it began earlier: 19:00, "20m ago"')
    .option('-a, --activity <name>', 'reading, video, lab, practice or recall', activityArg)
    .addHelpText('before', examples('certtrack start sharing-data', 'certtrack start 4.3 --at 19:00 -a lab'))
    .action((words, options, command) => act(app, command, (context) => start(context, words, options)));
}

async function start(context: Context, words: readonly string[], options: StartOptions) {
  const db = await context.open();
  const { edition } = currentTrack(context, db);
  const named = words.map((word) => readTopic(word, edition));
  const topics = await chosenTopics(context.ask, edition, named);
  const { now } = context;
  const startedAt = options.at === undefined ? Math.floor(now.instant / 60_000) * 60_000 : parseStart(options.at, now);
  if (startedAt > now.instant)
    throw new CerttrackError('usage', `${options.at} lies ahead`, 'A timer starts now, or started earlier');
  const timed = topics.find(({ minutes }) => minutes !== null);
  if (timed)
    throw new CerttrackError(
      'usage',
      `"${timed.text}" has minutes of its own`,
      'The timer counts them; leave them out',
    );

  return change(context, db, () => {
    const running = presentTimer(context, db);
    if (running)
      throw new CerttrackError(
        'decision_needed',
        `a timer is running ${timerText(running)}`,
        'Log it: certtrack stop. Throw it away: certtrack cancel',
      );
    const timer = {
      certId: edition.certId,
      editionId: edition.id,
      startedAt,
      shares: sharesIn(db, edition, topics),
      activity: options.activity ?? null,
    };
    const named = namedTimer(context, db, timer);
    return {
      action: 'start',
      summary: `started a timer ${timerText({ ...named, now: startedAt }).replace(/, 0 m$/, '')}`,
      changes: [timerChange(undefined, timer)],
      result: () => timerStartedReport(named),
    };
  });
}
