import { change } from '../../app/change.ts';
import { draftSession, recording, type SessionWords } from '../../app/session/draft-session.ts';
import { currentTrack } from '../../app/track/current-track.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Share } from '../../domain/session.ts';
import { sessionPhrase } from '../../domain/session-phrase.ts';
import { CerttrackError } from '../../errors.ts';
import type { Db } from '../../store/open.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { noteFrom } from '../note-from.ts';
import { act } from '../perform.ts';
import { chosenTopics, readTopicWords, sharesIn, type TopicWord } from '../topic-words.ts';
import { askForSession } from './ask-for-session.ts';
import { withDetails } from './session-details.ts';

export function addSessionCommand(program: Program, app: App): void {
  const command = program
    .command('add-session')
    .alias('log')
    .summary('record study: topic, time, what you did')
    .description(
      'Records one piece of study. TOPIC is a slug, a label such as 4.3, a section, or a part of a name; several share the time.',
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

async function addSession(context: Context, words: readonly string[], options: SessionWords) {
  const db = await context.open();
  const { track, edition } = currentTrack(context, db);
  const note = await noteFrom(context, options.note);
  const timed = options.from !== undefined && options.to !== undefined;
  const asked = words.length === 0 ? await askForSession(context, edition, options) : undefined;
  const said = { ...options, ...(note === undefined ? {} : { note }), ...asked?.options };
  const { topics, minutes } = asked?.topics ?? readTopicWords(words, timed, edition);
  const chosen = await chosenTopics(context.ask, edition, topics);
  const id = await context.app.newId();
  const draft = () =>
    draftSession(context, db, edition, { shares: sharesOf(db, edition, chosen), minutes }, { ...said, id });
  if (asked && !context.options.yes && !(await asked.confirm(sessionPhrase(draft().session, edition))))
    throw new CerttrackError('interrupted', 'cancelled; nothing was saved');

  return change(context, db, () => recording(context, db, { track, edition }, draft()));
}

function sharesOf(db: Db, edition: Edition, topics: readonly TopicWord[]): Share[] {
  if (topics.length === 0)
    throw new CerttrackError(
      'usage',
      'which topic did you study?',
      'Write it first: certtrack add-session sharing-data 45m',
    );
  return sharesIn(db, edition, topics);
}
