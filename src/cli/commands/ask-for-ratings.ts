import { placedTopics } from '../../domain/edition.ts';
import { GRADES } from '../../domain/review/card.ts';
import type { ScheduledCard } from '../../domain/review/schedule.ts';
import { cardTitle, ratedReport } from '../../report/review.ts';
import type { Db } from '../../store/open.ts';
import { type Context, currentTrack } from '../context.ts';
import { type RatedCard, recordRating } from '../record-rating.ts';

const SKIP = { key: 's', name: 'skip' };
const STOP = { key: 'q', name: 'stop' };
const KEYS = [...GRADES.map((name, i) => ({ key: String(i + 1), name })), SKIP, STOP];
const LONGEST = 30;

/** Asks card by card how well it was called up. Each answer is saved at once, so that stopping in the middle loses none. */
export async function askForRatings(context: Context, db: Db, due: readonly ScheduledCard[]): Promise<RatedCard[]> {
  const { ask, app } = context;
  const { edition } = currentTrack(context, db);
  const rated: RatedCard[] = [];
  let begun = app.now();
  for (const [i, { card }] of due.entries()) {
    const about = placedTopics(edition).find(({ topic }) => topic.id === card.topicId)?.topic.objectives ?? [];
    const prompt =
      card.objectiveId === null && about.length > 0 ? ` (${about.map(({ text }) => text).join(' · ')})` : '';
    const key = await ask?.key(`${i + 1}/${due.length} ${cardTitle(edition, card)}${prompt}`, KEYS);
    if (key === STOP.key || key === undefined) break;
    const grade = GRADES[Number(key) - 1];
    const now = app.now();
    if (grade !== undefined) {
      const minutes = Math.min(LONGEST, Math.max(1, Math.round((now - begun) / 60_000)));
      const saved = { card, grade, minutes };
      await recordRating(context, db, saved, () => ratedReport(edition, [], 0));
      rated.push(saved);
    }
    begun = now;
  }
  return rated;
}
