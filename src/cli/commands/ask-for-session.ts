import type { SessionInput } from '../../app/session/log-session.ts';
import { ACTIVITIES } from '../../domain/activity.ts';
import { LONGEST_SESSION, parseDuration } from '../../domain/duration.ts';
import { type Edition, OTHER_TITLE, OTHER_TOPIC } from '../../domain/edition.ts';
import { parseScore, scoreProblem } from '../../domain/score.ts';
import { topicsLike } from '../../domain/topic-match.ts';
import { resolveWhen } from '../../domain/when.ts';
import { CerttrackError } from '../../errors.ts';
import { activityArg, scoreArg } from '../args.ts';
import type { Choice } from '../ask.ts';
import type { Context } from '../context.ts';
import { topicChoice } from '../topic-choice.ts';
import type { TopicWords } from '../topic-words.ts';

/** What a person answered, and the last question: whether to save it. */
interface AskedSession {
  readonly topics: TopicWords;
  readonly options: Pick<SessionInput, 'activity' | 'score' | 'confidence' | 'note'>;
  readonly confirm: (phrase: string) => Promise<boolean>;
}

/** Asks for a session, leaving out what the flags already say. @throws usage when nobody is there to ask */
export async function askForSession(
  { ask, now }: Context,
  edition: Edition,
  given: Omit<SessionInput, 'topics' | 'minutes'>,
): Promise<AskedSession> {
  if (ask === null)
    throw new CerttrackError(
      'usage',
      'which topic, and how long?',
      'Write both: certtrack add-session sharing-data 45m (on a terminal, without arguments, certtrack asks)',
    );
  const timed = given.from !== undefined && given.to !== undefined;
  // What the flags say about the time is checked before anything is asked.
  resolveWhen({ ...given, minutes: timed ? undefined : 1 }, now, () => undefined);
  const topic = await askTopic(ask, edition);
  const minutes = timed ? undefined : parseDuration(await ask.input('How long? (45m, 1h30)', durationCheck));
  const activity = given.activity ?? (await askActivity(ask));
  const score = given.score ?? (activity === 'practice' || activity === 'recall' ? await askScore(ask) : undefined);
  const confidence = given.confidence ?? (await askConfidence(ask));
  const note = given.note ?? (await ask.input('Note? (Enter for none)', () => undefined));
  return {
    topics: { topics: [{ text: topic, minutes: null }], minutes },
    options: { activity, score, confidence, note },
    confirm: (phrase) => ask.confirm(`Save ${phrase}?`, true),
  };
}

type Asker = NonNullable<Context['ask']>;

/** The slug of a topic, found by typing. */
export function askTopic(ask: Asker, edition: Edition): Promise<string> {
  return ask.search(`Topic of ${edition.id}? (type to search)`, (typed) => topicChoices(edition, typed));
}

async function askActivity(ask: Asker) {
  const none = { name: 'skip', value: '' };
  const answer = await ask.select('What did you do?', [none, ...ACTIVITIES.map((name) => ({ name, value: name }))]);
  return answer === '' ? undefined : activityArg(answer);
}

async function askScore(ask: Asker) {
  const check = (text: string) => (text.trim() === '' ? undefined : scoreCheck(text));
  const answer = await ask.input('Practice questions right? (14/20, Enter for none)', check);
  return answer.trim() === '' ? undefined : scoreArg(answer);
}

async function askConfidence(ask: Asker) {
  const scale = ['1  lost', '2  shaky', '3  getting there', '4  solid', '5  could teach it'];
  const answer = await ask.select('How well do you know it now?', [
    { name: 'skip', value: '' },
    ...scale.map((name) => ({ name, value: name.slice(0, 1) })),
  ]);
  return answer === '' ? undefined : Number(answer);
}

function durationCheck(text: string): string | undefined {
  const minutes = parseDuration(text) ?? 0;
  if (minutes > LONGEST_SESSION) return 'That is more than a day';
  return minutes > 0 ? undefined : 'Write 45m, 1h30 or 1:30';
}

function scoreCheck(text: string): string | undefined {
  const score = parseScore(text);
  return score ? scoreProblem(score) : 'Write right answers of all questions: 14/20';
}

/** The guide's topics, all of them by section; typing ranks them by the rules of the command line. */
function topicChoices(edition: Edition, typed: string): Choice[] {
  const word = typed.trim().toLowerCase();
  const found = topicsLike(edition, word).map(topicChoice);
  const offersOther = OTHER_TOPIC.startsWith(word) || OTHER_TITLE.toLowerCase().startsWith(word);
  const other = {
    name: OTHER_TITLE,
    value: OTHER_TOPIC,
    group: 'Other',
    description: 'Time that belongs to no topic of the guide',
  };
  return [...found, ...(offersOther ? [other] : [])];
}
