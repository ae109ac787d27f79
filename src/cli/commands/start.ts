import { continueStudy, startTimer } from '../../app/timer/start-timer.ts';
import { trackOfTopics } from '../../app/topic/find-topics.ts';
import type { Activity } from '../../domain/activity.ts';
import { timerStartedReport } from '../../report/timer.ts';
import type { App } from '../app.ts';
import { activityArg } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { chosenTopics, readTopic } from '../topic-words.ts';

interface StartOptions {
  readonly at?: string | undefined;
  readonly activity?: Activity | undefined;
}

export function startCommand(program: Program, app: App): void {
  program
    .command('start')
    .summary('start a timer; on another topic, switch')
    .description(
      'Starts the timer. There is one; it runs on through a restart of the machine until stop logs it or cancel throws it away. Started on another topic, it logs the first and goes on with the second.',
    )
    .argument('[topic...]', 'what you study; stop can say it too')
    .option('--at <time>', 'it began earlier: 19:00, "20m ago"')
    .option('-a, --activity <name>', 'reading, video, lab, practice or recall', activityArg)
    .addHelpText('before', examples('certtrack start sharing-data', 'certtrack start 4.3 --at 19:00 -a lab'))
    .action((words, options, command) => act(app, command, (context) => start(context, words, options)));
}

export function continueCommand(program: Program, app: App): void {
  program
    .command('continue')
    .summary('start the timer on the last topic again')
    .description('Starts the timer on what the last session was about.')
    .addHelpText('before', examples('certtrack continue'))
    .action((_options, command) =>
      act(app, command, async (context) => timerStartedReport(await continueStudy(context))),
    );
}

async function start(context: Context, typed: readonly string[], options: StartOptions) {
  const { track, edition, words } = trackOfTopics(context, await context.open(), typed);
  const topics = await chosenTopics(
    context.ask,
    edition,
    words.map((word) => readTopic(word, edition)),
  );
  return timerStartedReport(await startTimer(context, { ...options, cert: track.certId, topics }));
}
