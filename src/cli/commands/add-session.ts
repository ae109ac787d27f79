import { logSession, type SessionInput } from '../../app/session/log-session.ts';
import { trackOfTopics } from '../../app/topic/find-topics.ts';
import { sessionPhrase } from '../../domain/session-phrase.ts';
import { CerttrackError } from '../../errors.ts';
import type { Report } from '../../report/doc.ts';
import { recordedReport } from '../../report/recorded.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { chosenTopics, readTopicWords } from '../topic-words.ts';
import { askForSession } from './ask-for-session.ts';
import { noteFrom, withDetails } from './session-options.ts';

export function addSessionCommand(program: Program, app: App): void {
  const command = program
    .command('add-session')
    .alias('log')
    .summary('record study: topic, time, what you did')
    .description(
      'Records one piece of study. TOPIC is a slug, a label such as 4.3, a section, or the beginning of a word in a name; several share the time. gcp-pmle:2.1 is a topic of another certification.',
    )
    .argument('[words...]', 'TOPIC... DURATION, for example: sharing-data 45m')
    .option('-d, --date <when>', 'day or start: yesterday, mon, -2d, 2026-09-22, 2026-09-22T19:00')
    .option('-f, --from <time>', 'start, for example 19:00')
    .option('-t, --to <time>', 'end, for example 20:15')
    .option('--ago <time>', 'ended so long ago, for example 2h');
  withDetails(command)
    .option('--force', 'record a session over 24 h or in the future')
    .addHelpText(
      'before',
      examples(
        'certtrack add-session sharing-data 45m -a lab -m "Analytics Hub lab"',
        'certtrack add-session 3.1 3.2 1h30 -a practice --score 14/20',
        'certtrack add-session storing-data=30m sharing-data=15m --date yesterday',
        'certtrack log 4.3 --from 19:00 --to 20:15',
        'certtrack log   (asks)',
      ),
    )
    .action((words, options, invoked) => act(app, invoked, (context) => addSession(context, words, options)));
}

async function addSession(
  context: Context,
  words: readonly string[],
  options: Omit<SessionInput, 'topics' | 'minutes'>,
): Promise<Report> {
  const db = await context.open();
  const { track, edition, words: own } = trackOfTopics(context, db, words);
  const note = await noteFrom(context, options.note);
  const timed = options.from !== undefined && options.to !== undefined;
  const asked = own.length === 0 ? await askForSession(context, edition, options) : undefined;
  const { topics, minutes } = asked?.topics ?? readTopicWords(own, timed, edition);
  const input: SessionInput = {
    ...options,
    note,
    ...asked?.options,
    cert: track.certId,
    topics: await chosenTopics(context.ask, edition, topics),
    minutes,
  };
  if (asked && !context.options.yes) {
    const { named } = await logSession({ ...context, dryRun: true }, input);
    if (!(await asked.confirm(sessionPhrase(named.session, edition))))
      throw new CerttrackError('interrupted', 'cancelled; nothing was saved');
  }
  return recordedReport(await logSession(context, input));
}
