import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../src/app/readiness/judge.ts';
import { studyTrend, trendOf } from '../../src/app/stats/trend.ts';
import { currentTrack } from '../../src/app/track/current-track.ts';
import { type Context, contextFor } from '../../src/cli/context.ts';
import { renderText } from '../../src/render/text.ts';
import { plannedBlocks } from '../../src/report/plan.ts';
import { trendReport } from '../../src/report/trend.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { appFor, PACKAGE, sandbox } from '../support/app.ts';

const NOW = '2026-11-22T21:30:00+01:00';
const box = sandbox({ now: NOW });
let context: Context;
let db: Db;

beforeAll(async () => {
  await box.ok('init', '--cert', 'gcp-pmle', '--exam', '2026-12-18', '--hours', '6/week', '--quiet');
  await box.ok('import', 'csv', join(PACKAGE, 'data/demo/sessions.csv'), '--quiet');
  await box.ok(
    'add-mock',
    '--score',
    '31/50',
    '--date',
    '2026-11-08',
    '--provider',
    'Test',
    '--quiet',
    '--cert',
    'gcp-pmle',
  );
  await box.ok('cert', 'set', 'gcp-pmle', '--days', 'mon,wed,sat', '--quiet');
  await box.ok('plan', 'skip', '2026-12-01..2026-12-04', '--quiet', '--cert', 'gcp-pmle');
  context = contextFor(appFor(box), { cert: ['gcp-pmle'] });
  db = await context.open();
});
afterAll(() => {
  context.close(false);
  box.remove();
});

const text = (blocks: Parameters<typeof renderText>[0]['blocks']) =>
  renderText({ title: '', data: null, blocks }, { width: 80, paint: (_, words) => words, accessible: false });

describe('trend', () => {
  test('has a week each, its hours, and a chance from the first week with enough evidence on', () => {
    const { track, edition } = currentTrack(context, db);
    const weeks = trendOf(context, db, track, edition);
    expect(weeks.length).toBe(12);
    expect(weeks.at(-1)).toMatchObject({ from: '2026-11-16', minutes: 446 });
    const first = weeks.findIndex(({ chance }) => chance !== null);
    expect(first).toBeGreaterThan(6);
    for (const { chance } of weeks.slice(first)) expect(chance).toBeGreaterThan(0);
    expect(trendOf(context, db, track, edition)).toEqual(weeks);
  });

  test('agrees with status on the chance today', async () => {
    const { track, edition } = currentTrack(context, db);
    const status = JSON.parse(await box.ok('status', '--json', '--cert', 'gcp-pmle'));
    const now = trendOf(context, db, track, edition).at(-1)?.chance ?? 0;
    expect(JSON.stringify(status)).toContain(String(Math.round(now * 10_000) / 10_000));
  });

  test('reads as lines', async () => {
    const report = trendReport(await studyTrend(context));
    expect(text(report.blocks)).toMatchInlineSnapshot(`
      "Trend            ▂▃▃  chance: 16 % in the week of Mon 2 Nov, 28 % now
      Hours   ▁▁▁▁▁▁▁▇▇▂██  a week: 5h32 of 6h on average over 5 weeks
      Streak  2             weeks in a row with the goal reached, this one included
      "
    `);
  });
});

test('what the plan says for now', async () => {
  const { plan, edition, today } = await judge(context);
  expect(text(plan === null ? [] : plannedBlocks(edition, plan, today))).toMatchInlineSnapshot(`
    "Your plan for tomorrow:
      3.1 Building models given the task c…  30m  recall    25 days since, 80 % left
      5.2 Automating model retraining         1h  reading   new, 9 % of the exam
      2.2 Model prototyping using notebooks  30m  practice  20 days since, 78 % left
    "
  `);
});
