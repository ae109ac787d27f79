import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import { dayNumber } from '../../domain/local-date.ts';
import { NOW_MINUTES, type NowItem, nowList } from '../../domain/now-list.ts';
import { nextPlanned } from '../../domain/plan/plan.ts';
import type { Advice } from '../../domain/readiness/advice.ts';
import { nextHour } from '../../domain/readiness/readiness.ts';
import type { Track } from '../../domain/track.ts';
import { cards } from '../../store/cards.ts';
import { derived, logVersion } from '../../store/derived.ts';
import type { Db } from '../../store/sqlite.ts';
import type { Env } from '../env.ts';
import { examMinutes, planToday } from '../plan/plan.ts';
import { scheduleFor } from '../review/schedule.ts';
import { evidenceOn } from './evidence.ts';
import type { JudgedStanding } from './standing.ts';

/** More suggestions than these no hour holds. */
const SUGGESTIONS = 8;

/** What to do in the time there is, and how much that is. */
export interface Now {
  readonly minutes: number;
  readonly items: readonly NowItem[];
}

/** The one list for the next hour: what `next` prints is what every other screen begins with. */
export async function nowFor(env: Env, db: Db, standing: JudgedStanding, minutes = NOW_MINUTES): Promise<Now> {
  const { track, edition } = standing;
  const due = await dueCards(env, db, track, edition);
  const plan = planToday(env, db, { track, edition });
  const planned = typeof plan === 'string' ? null : nextPlanned(plan, today(env.now));
  return {
    minutes,
    items: nowList({
      minutes,
      planned: planned !== null && planned.date === standing.today ? planned.blocks : [],
      due,
      advice: adviceFor(env, db, standing),
      examMinutes: examMinutes(edition),
    }),
  };
}

/** How many cards are due today; FSRS is loaded only where there are cards, and the log has changed. */
async function dueCards(env: Env, db: Db, track: Track, edition: Edition): Promise<number> {
  if (cards(db, track.certId).length === 0) return 0;
  const day = today(env.now);
  const basis = [logVersion(db), day, edition.id, track.examDate, env.settings.retention].join(' ');
  const schedule = await scheduleFor(env, db, track, edition);
  return derived(db, `due ${track.certId}`, basis, () => schedule().filter(({ due }) => due <= day).length);
}

/** Enough suggestions for any length of time; those that came with the answer are the first of them. */
function adviceFor(env: Env, db: Db, { track, edition, exam, readiness, today: day }: JudgedStanding): Advice[] {
  const basis = [logVersion(db), day, edition.id, track.target, track.examDate, env.version].join(' ');
  return derived(db, `advice ${track.certId}`, basis, () => {
    const examDay = track.examDate !== null && track.examDate > day ? track.examDate : day;
    const evidence = evidenceOn(db, track, edition, day);
    const wish = { today: dayNumber(day), minutes: 60 };
    const { advice } = nextHour(exam, evidence, dayNumber(examDay), readiness.gate, edition.exam.style, wish);
    return advice.slice(0, SUGGESTIONS);
  });
}
