import { type RatedCard, type Reviews, rateCard } from '../../app/review/review.ts';
import { type Edition, placedTopics } from '../../domain/edition.ts';
import { type Card, GRADES } from '../../domain/review/card.ts';
import type { ScheduledCard } from '../../domain/review/schedule.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { cardTitle } from '../../report/review.ts';
import type { Context } from '../context.ts';

const SKIP = { key: 's', name: 'skip' };
const STOP = { key: 'q', name: 'stop' };
const KEYS = [...GRADES.map((name, i) => ({ key: String(i + 1), name })), SKIP, STOP];
const LONGEST = 30;

/** Asks card by card how well it was called up. Each answer is saved at once, so that stopping in the middle loses none. */
export async function askForRatings(
  context: Context,
  { edition }: Reviews,
  due: readonly ScheduledCard[],
): Promise<RatedCard[]> {
  const { ask, app } = context;
  const rated: RatedCard[] = [];
  let begun = app.now();
  for (const [i, { card }] of due.entries()) {
    const key = await ask
      ?.key(`${i + 1}/${due.length} ${cardTitle(edition, card)}`, promptOf(edition, card), KEYS)
      .catch((error: unknown) => {
        throw rated.length > 0 ? stopped(rated.length, error) : error;
      });
    if (key === STOP.key || key === undefined) break;
    const grade = GRADES[Number(key) - 1];
    const now = app.now();
    if (grade !== undefined) {
      const minutes = Math.min(LONGEST, Math.max(1, Math.round((now - begun) / 60_000)));
      const saved = { card, grade, minutes };
      await rateCard({ ...context, now: { ...context.now, instant: now } }, saved);
      rated.push(saved);
    }
    begun = now;
  }
  return rated;
}

/** What to call up: the objectives of a topic. */
function promptOf(edition: Edition, { topicId, objectiveId }: Card): string {
  if (objectiveId !== null) return '';
  const topic = placedTopics(edition).find((placed) => placed.topic.id === topicId)?.topic;
  return (topic?.objectives ?? []).map(({ text }) => text).join(' · ');
}

function stopped(count: number, cause: unknown): unknown {
  if (!(cause instanceof CerttrackError) || cause.code !== 'interrupted') return cause;
  return new CerttrackError('interrupted', `stopped; ${plural(count, 'answer')} saved`, undefined, cause);
}
