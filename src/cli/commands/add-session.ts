import type { Activity } from '../../domain/activity.ts';
import type { Edition } from '../../domain/edition.ts';
import type { Score } from '../../domain/score.ts';
import { overlapping, type Session, shareOut } from '../../domain/session.ts';
import { resolveWhen } from '../../domain/when.ts';
import { CerttrackError } from '../../errors.ts';
import { recordedReport } from '../../report/recorded.ts';
import { sessionPhrase } from '../../report/session.ts';
import { editionById } from '../../store/editions.ts';
import type { Db } from '../../store/open.ts';
import { lastEndOn, sessionsBetween } from '../../store/sessions.ts';
import { tracks } from '../../store/tracks.ts';
import type { App } from '../app.ts';
import { activityArg, collect, confidenceArg, scoreArg } from '../args.ts';
import { type Context, change, currentTrack } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act } from '../perform.ts';
import { refuse } from '../refuse.ts';
import { resourceText } from '../resources.ts';
import { sessionNamer, standingOf } from '../standing.ts';
import { chosenTopics, readTopicWords, sharesFor, type TopicWords } from '../topic-words.ts';
import { askForSession } from './ask-for-session.ts';

/** Everything a person may say about a session. */
export interface SessionWords {
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly ago?: string | undefined;
  readonly activity?: Activity | undefined;
  readonly confidence?: number | undefined;
  readonly score?: Score | undefined;
  readonly note?: string | undefined;
  readonly tag?: string[] | undefined;
  readonly resource?: string | undefined;
  readonly force?: true | undefined;
}

export function addSessionCommand(program: Program, app: App): void {
  program
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
    .option('--ago <time>', 'ended so long ago, for example 2h')
    .option('-a, --activity <name>', 'reading, video, lab, practice or recall', activityArg)
    .option('-c, --confidence <1-5>', 'how well you know it now', confidenceArg)
    .option('-s, --score <right/all>', 'practice questions, for example 14/20', scoreArg)
    .option('-m, --note <text>', 'what is worth keeping; "-" reads it from standard input')
    .option('--tag <tag>', 'a tag; may be repeated', collect)
    .option('-r, --resource <name>', 'course, book or link it was about')
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
    .action((words, options, command) => act(app, command, (context) => addSession(context, words, options)));
}

async function addSession(context: Context, words: readonly string[], options: SessionWords) {
  const db = await context.open();
  const { track, edition } = currentTrack(context, db);
  const note = options.note === '-' ? (await context.app.readStdin()).trimEnd() : options.note;
  const timed = options.from !== undefined && options.to !== undefined;
  const asked = words.length === 0 ? await askForSession(context, edition, options) : undefined;
  const said = { ...options, ...(note === undefined ? {} : { note }), ...asked?.options };
  const { topics, minutes } = asked?.topics ?? readTopicWords(words, timed);
  const chosen = { topics: await chosenTopics(context.ask, edition, topics), minutes };
  const id = await context.app.newId();
  const draft = () => draftSession(context, db, edition, chosen, { ...said, id });
  if (asked && !context.options.yes && !(await asked.confirm(sessionPhrase(draft().session, edition))))
    throw new CerttrackError('interrupted', 'cancelled; nothing was saved');

  return change(context, db, () => {
    const { session, placed } = draft();
    const overlaps = overlapping(session, sessionsBetween(db, session.startedAt, session.endedAt));
    const name = sessionNamer(context, db);
    const justEnded = context.now.instant - session.endedAt <= 60_000;
    const backdated = !justEnded || session.studyDate !== context.now.zone.wallAt(session.startedAt).date;
    return {
      action: 'add-session',
      summary: `logged ${sessionPhrase(session, edition)}`,
      changes: [{ entity: 'session', id: session.id, before: null, after: session }],
      report: () => {
        const { progress } = standingOf(context, db, track, edition);
        return recordedReport({
          verb: 'Logged',
          named: name(session),
          progress,
          overlaps: overlaps.map(name),
          backdated,
          placed,
        });
      },
    };
  });
}

/** The session the words describe, and whether its time of day was placed. @throws usage with the reason when it must not be recorded */
function draftSession(
  context: Context,
  db: Db,
  edition: Edition,
  words: TopicWords,
  said: SessionWords & { readonly id: string },
) {
  const { now } = context;
  if (words.topics.length === 0)
    throw new CerttrackError(
      'usage',
      'which topic did you study?',
      'Write it first: certtrack add-session sharing-data 45m',
    );
  const shares = sharesFor(edition, words.topics, () =>
    tracks(db).flatMap((track) => editionById(db, track.editionId) ?? []),
  );
  const when = resolveWhen({ ...said, minutes: words.minutes }, now, (day) => lastEndOn(db, day));
  const recordedAt = Math.floor(now.instant / 1000) * 1000;
  const score = said.score ?? null;
  const session: Session = {
    id: said.id,
    certId: edition.certId,
    editionId: edition.id,
    startedAt: when.startedAt,
    endedAt: when.endedAt,
    timezone: now.zone.name,
    studyDate: when.studyDate,
    activity: said.activity ?? (score === null ? null : 'practice'),
    confidence: said.confidence ?? null,
    note: said.note || null,
    tags: [...new Set(said.tag)],
    resource: resourceText(db, edition.certId, said.resource),
    source: 'certtrack',
    createdAt: recordedAt,
    updatedAt: recordedAt,
    deletedAt: null,
    parts: shareOut(shares, when.minutes, score),
  };
  refuse(session, context, said.force);
  return { session, placed: !when.timed };
}
