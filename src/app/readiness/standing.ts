import { lifeOf } from '../../domain/certification-life.ts';
import { today } from '../../domain/day.ts';
import type { Edition } from '../../domain/edition.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { progressOf, weekOf } from '../../domain/progress.ts';
import { examOf } from '../../domain/readiness/exam.ts';
import { readinessOn } from '../../domain/readiness/readiness.ts';
import { remembered } from '../../domain/remembered.ts';
import type { Session } from '../../domain/session.ts';
import type { Track } from '../../domain/track.ts';
import { storedZone } from '../../domain/zone.ts';
import { zoneByDay } from '../../domain/zone-by-day.ts';
import type { NamedSession } from '../../report/session.ts';
import type { JudgedStanding, Standing } from '../../report/standing.ts';
import { derived, logVersion } from '../../store/derived.ts';
import { editionById } from '../../store/editions.ts';
import { examResults } from '../../store/exam-results.ts';
import { handles } from '../../store/handles.ts';
import type { Db } from '../../store/open.ts';
import { studyTotals } from '../../store/topic-days.ts';
import type { Env } from '../env.ts';
import { otherEditions } from '../guide/find-edition.ts';
import { planStanding } from '../plan/plan-standing.ts';
import { evidenceToJudge, relatedStudy } from './evidence.ts';
import { streakOf } from './trend.ts';

/** Gathers the facts of a track as of a day, today unless named. */
export function standingOf(
  env: Env,
  db: Db,
  track: Track,
  edition: Edition,
  day: LocalDate = today(env.now),
): Standing {
  const week = weekOf(day, env.settings.weekStart);
  return {
    edition,
    track,
    today: day,
    related: relatedStudy(db, track, day),
    life: lifeOf(examResults(db, track.certId), edition.exam, day),
    ...otherEditions(env, edition),
    progress: progressOf(edition, track, studyTotals(db, edition, week, day), day, week),
  };
}

/** The facts with the answer to "am I ready". What is said of today is kept until the log changes. */
export function judgedStanding(
  env: Env,
  db: Db,
  track: Track,
  edition: Edition,
  day: LocalDate = today(env.now),
): JudgedStanding {
  const exam = examOf(edition, track);
  const judge = () =>
    readinessOn(day, exam, evidenceToJudge(db, track, edition, day), track.examDate, edition.exam.style);
  const standing = { ...standingOf(env, db, track, edition, day), exam };
  if (day !== today(env.now)) return { ...standing, readiness: judge(), streak: null, plan: null };
  const basis = [logVersion(db), day, edition.id, env.settings.weekStart, env.version].join(' ');
  const kept = <Value>(name: string, compute: () => Value) => derived(db, `${name} ${track.certId}`, basis, compute);
  return {
    ...standing,
    readiness: kept('readiness', judge),
    streak: kept('streak', () => streakOf(env, db, track)),
    plan: kept('plan', () => planStanding(env, db, track, edition) ?? null),
  };
}

/** Gives sessions their short ids, editions and zones, each edition and zone looked up once. */
export function sessionNamer(env: Env, db: Db): (session: Session) => NamedSession {
  const { zone: own } = env.now;
  const editionOf = remembered((id: string) => editionById(db, id));
  const zoneOf = remembered((name: string) => (name === own.name ? own : zoneByDay(storedZone(name))));
  const handle = handles(db, 'session');
  return (session) => ({
    session,
    handle: handle(session.id),
    edition: editionOf(session.editionId),
    zone: zoneOf(session.timezone),
  });
}
