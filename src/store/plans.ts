import type { PlanBlock, PlanWishes, Reason, SkipRange } from '../domain/plan/plan.ts';
import type { Db } from './sqlite.ts';

type Row = Omit<PlanWishes, 'settings' | 'blocks' | 'retired'> &
  Omit<PlanWishes['settings'], 'weekdays' | 'skips'> & { weekdays: string; skips: string; retired: string };

/** What a person said of the plan of a certification. */
export function planWishes(db: Db, certId: string): PlanWishes | undefined {
  const row = db
    .prepare(
      `SELECT cert_id AS certId, edition_id AS editionId, exam_date AS examDate, weekly_minutes AS weeklyMinutes, weekdays, skips,
         retired, revision, created_at AS createdAt, updated_at AS updatedAt FROM plan WHERE cert_id = ?`,
    )
    .get(certId) as Row | undefined;
  if (row === undefined) return undefined;
  const blocks = db
    .prepare(
      'SELECT date, minutes, topic_id AS topicId, activity, reason FROM plan_block WHERE cert_id = ? ORDER BY position',
    )
    .all(certId) as (Omit<PlanBlock, 'reason'> & { reason: string })[];
  const { examDate, weeklyMinutes, weekdays, skips, retired, ...plan } = row;
  return {
    ...plan,
    settings: {
      examDate,
      weeklyMinutes,
      weekdays: JSON.parse(weekdays) as PlanWishes['settings']['weekdays'],
      skips: JSON.parse(skips) as SkipRange[],
    },
    retired: JSON.parse(retired) as PlanWishes['retired'],
    blocks: blocks.map((block) => ({ ...block, reason: JSON.parse(block.reason) as Reason })),
  };
}

/** Writes a plan over whatever stands there, or takes it out when it is null. Only the journal calls this. */
export function putPlan(db: Db, certId: string, plan: PlanWishes | null): void {
  db.prepare('DELETE FROM plan WHERE cert_id = ?').run(certId);
  if (plan === null) return;
  const { settings, blocks, retired, ...rest } = plan;
  db.prepare(
    `INSERT INTO plan (cert_id, edition_id, exam_date, weekly_minutes, weekdays, skips, retired, revision, created_at, updated_at)
     VALUES (@certId, @editionId, @examDate, @weeklyMinutes, @weekdays, @skips, @retired, @revision, @createdAt, @updatedAt)`,
  ).run({
    ...rest,
    examDate: settings.examDate,
    weeklyMinutes: settings.weeklyMinutes,
    weekdays: JSON.stringify(settings.weekdays),
    skips: JSON.stringify(settings.skips),
    retired: JSON.stringify(retired),
  });
  const insert = db.prepare(
    `INSERT INTO plan_block (cert_id, position, date, minutes, topic_id, activity, reason)
     VALUES (@certId, @position, @date, @minutes, @topicId, @activity, @reason)`,
  );
  blocks.forEach(
    (block, position) => void insert.run({ certId, position, ...block, reason: JSON.stringify(block.reason) }),
  );
}
