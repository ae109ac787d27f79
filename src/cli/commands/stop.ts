import { change, type Outcome } from '../../app/change.ts';
import { draftSession, recording, type SessionWords } from '../../app/session/draft-session.ts';
import { type NamedTimer, neededTimer } from '../../app/timer/running-timer.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import { isoInZone } from '../../domain/zone.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { timerCancelledReport, timerText } from '../../report/timer.ts';
import type { Db } from '../../store/open.ts';
import { timerChange } from '../../store/timer.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { noteFrom } from '../note-from.ts';
import { act } from '../perform.ts';
import { type EndWords, endOf } from '../timer-end.ts';
import { chosenTopics, readTopic, sharesIn } from '../topic-words.ts';
import { askTopic } from './ask-for-session.ts';
import { withDetails } from './session-details.ts';

type StopOptions = EndWords & Omit<SessionWords, 'date' | 'from' | 'to' | 'ago' | 'force'>;

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
      act(app, command, async (context) => {
        const db = await context.open();
        return change(context, db, () => cancelling(neededTimer(context, db)));
      }),
    );
}

async function stop(context: Context, words: readonly string[], options: StopOptions) {
  const db = await context.open();
  const seen = neededTimer(context, db);
  const current = currentTrack(context, db, seen.timer.certId);
  const { track } = current;
  const { edition = current.edition } = seen;
  const end = await endOf(context, seen, options);
  if (end === 'discard') return change(context, db, () => cancelling(still(context, db, seen)));
  const unnamed = words.length === 0 && seen.timer.shares.length === 0;
  const topics = await chosenTopics(
    context.ask,
    edition,
    (unnamed ? [await topicOf(context, seen)] : words).map((word) => readTopic(word, edition)),
  );
  const note = await noteFrom(context, options.note);
  const id = await context.app.newId();

  return change(context, db, () => {
    const { timer } = still(context, db, seen);
    const draft = draftSession(
      context,
      db,
      edition,
      { shares: topics.length > 0 ? sharesIn(db, edition, topics) : timer.shares, minutes: undefined },
      {
        ...options,
        id,
        note,
        from: isoInZone(context.now.zone, timer.startedAt),
        to: isoInZone(context.now.zone, end),
        activity: options.activity ?? (options.score === undefined ? (timer.activity ?? undefined) : undefined),
      },
    );
    const logged = recording(context, db, { track, edition }, draft);
    const summary = `${logged.summary} with the timer`;
    return { ...logged, action: 'stop', summary, changes: [timerChange(timer, undefined), ...logged.changes] };
  });
}

async function topicOf({ ask }: Context, { edition }: NamedTimer): Promise<string> {
  if (ask && edition) return askTopic(ask, edition);
  throw new CerttrackError('usage', 'which topic did you study?', 'Write it: certtrack stop sharing-data');
}

/** The timer that was looked at before asking. @throws decision_needed when somebody stopped it meanwhile */
function still(context: Context, db: Db, seen: NamedTimer): NamedTimer {
  const present = neededTimer(context, db);
  if (JSON.stringify(present.timer) === JSON.stringify(seen.timer)) return present;
  throw new CerttrackError('decision_needed', 'another timer has been started meanwhile', 'Look: certtrack status');
}

function cancelling(named: NamedTimer): Outcome<Report> {
  return {
    action: 'cancel',
    summary: `cancelled the timer ${timerText(named)}`,
    changes: [timerChange(named.timer, undefined)],
    result: () => timerCancelledReport(named),
  };
}
