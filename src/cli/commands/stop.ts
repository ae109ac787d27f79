import type { SessionDetails } from '../../app/session/log-session.ts';
import { type NamedTimer, neededTimer } from '../../app/timer/running-timer.ts';
import { cancelTimer, endOf, stopTimer, type TimerEnd } from '../../app/timer/stop-timer.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { exampleEnd, timerText } from '../../domain/timer-phrase.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { recordedReport } from '../../report/recorded.ts';
import { timerCancelledReport } from '../../report/timer.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { chosenTopics, readTopic } from '../topic-words.ts';
import { askTopic } from './ask-for-session.ts';
import { noteFrom, withDetails } from './session-options.ts';

export function stopCommand(program: Program, app: App): void {
  const command = program
    .command('stop')
    .summary('stop the timer and log the session')
    .description(
      'Stops the timer and logs what it counted. A timer that was probably forgotten is never logged as it is: certtrack asks when you stopped.',
    )
    .argument('[topic...]', 'what you studied, when it is not what start said')
    .option('--at <time>', 'you stopped earlier: 21:30, "20m ago"')
    .option('--keep', 'log all of it, however long it ran');
  withDetails(command)
    .addHelpText(
      'before',
      examples('certtrack stop', 'certtrack stop --at 21:30 -c 4', 'certtrack stop 4.3 --score 14/20 -m "row access"'),
    )
    .action((words, options, invoked) => act(app, invoked, (context) => stop(context, words, options)));
}

export function cancelCommand(program: Program, app: App): void {
  program
    .command('cancel')
    .summary('throw the running timer away')
    .description('Throws the running timer away and logs nothing. undo lets it run on.')
    .addHelpText('before', examples('certtrack cancel'))
    .action((_options, command) =>
      act(app, command, async (context) => timerCancelledReport(await cancelTimer(context))),
    );
}

async function stop(context: Context, words: readonly string[], options: TimerEnd & SessionDetails): Promise<Report> {
  const db = await context.open();
  const seen = neededTimer(context, db);
  const { edition = currentTrack(context, db, seen.timer.certId).edition } = seen;
  const end = await endFor(context, seen, options);
  if (end === 'discard') return timerCancelledReport(await cancelTimer(context, seen.timer));
  const unnamed = words.length === 0 && seen.timer.shares.length === 0;
  const named = unnamed && context.ask ? [await askTopic(context.ask, edition)] : words;
  const topics = await chosenTopics(
    context.ask,
    edition,
    named.map((word) => readTopic(word, edition)),
  );
  const note = await noteFrom(context, options.note);
  return recordedReport(await stopTimer(context, { ...options, ...end, note, topics, seen: seen.timer }));
}

/** The end as the options tell it; asked where the timer was probably forgotten and somebody is there. */
async function endFor(context: Context, seen: NamedTimer, { at, keep }: TimerEnd): Promise<TimerEnd | 'discard'> {
  const { ask } = context;
  if (ask === null || !seen.forgotten || at !== undefined || keep) return { at, keep };
  const answer = await ask.select(`The timer has been running ${timerText(seen)}. Was all of it study?`, [
    { name: 'no, I stopped earlier', value: 'at' },
    { name: 'yes, keep all of it', value: 'keep' },
    { name: 'throw it away', value: 'discard' },
  ]);
  if (answer === 'discard') return 'discard';
  if (answer === 'keep') return { keep: true };
  const example = exampleEnd(seen);
  const check = (text: string) =>
    text.trim() === ''
      ? `write when you stopped, such as ${example}`
      : problemOf(() => endOf(context, seen, { at: text }));
  return { at: await ask.input(`When did you stop? (such as ${example})`, check) };
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof CerttrackError) return error.message;
    throw error;
  }
}
