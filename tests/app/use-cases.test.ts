import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackup, verifyBackups } from '../../src/app/backup/backups.ts';
import { examineLog } from '../../src/app/doctor/examine-log.ts';
import { deleteEntries } from '../../src/app/entry/delete-entries.ts';
import { editEntry, entryToEdit } from '../../src/app/entry/edit-entry.ts';
import { showEntries } from '../../src/app/entry/show-entries.ts';
import type { Env } from '../../src/app/env.ts';
import { listExams, recordResult } from '../../src/app/exam/record-result.ts';
import { exportSessions } from '../../src/app/export/export-log.ts';
import { moveTrack, previewMove } from '../../src/app/guide/move-track.ts';
import { importFile } from '../../src/app/import/import-file.ts';
import { recordMock } from '../../src/app/mock/record-mock.ts';
import type { OpenLog } from '../../src/app/open-log.ts';
import { skipDays } from '../../src/app/plan/change-plan.ts';
import { viewPlan } from '../../src/app/plan/plan.ts';
import { judge } from '../../src/app/readiness/judge.ts';
import { nextStudy } from '../../src/app/readiness/next-hour.ts';
import { addCards } from '../../src/app/review/change-cards.ts';
import { rateTopic, reviews } from '../../src/app/review/review.ts';
import { listSessions } from '../../src/app/session/list-sessions.ts';
import { logSession } from '../../src/app/session/log-session.ts';
import { continueStudy, startTimer } from '../../src/app/timer/start-timer.ts';
import { stopTimer } from '../../src/app/timer/stop-timer.ts';
import { changeTrack, listTracks } from '../../src/app/track/change-track.ts';
import { startTracks } from '../../src/app/track/start-tracks.ts';
import { changes, redo, undo } from '../../src/app/undo.ts';
import type { LocalDate } from '../../src/domain/local-date.ts';
import { type Sandbox, sandbox } from '../support/app.ts';
import { envFor } from '../support/env.ts';

/** What certtrack does, called as another front end would: no words of a command line, no terminal, nobody to ask. */
let box: Sandbox;
let env: Env & OpenLog;
beforeEach(async () => {
  box = sandbox();
  env = envFor(box);
  const examDate = '2026-11-20' as LocalDate;
  await startTracks(env, ['gcp-pde'], { examDate, weeklyMinutes: 360, target: 75 });
});
afterEach(() => {
  env.close(false);
  box.remove();
});

const topic = (text: string) => [{ text, minutes: null }];

test('a session is logged, shown, changed, deleted and brought back', async () => {
  const { named, progress } = await logSession(env, { topics: topic('sharing-data'), minutes: 45, activity: 'lab' });
  expect(progress.week.minutes).toBe(45);
  expect(await showEntries(env, [named.handle])).toMatchObject([{ kind: 'session', named: { handle: named.handle } }]);
  expect((await entryToEdit(env, 'last')).kind).toBe('session');
  const edited = await editEntry(env, 'last', { kind: 'session', edits: { minutes: 50, note: 'quotas' } });
  expect(edited).toMatchObject({ edited: { named: { session: { note: 'quotas' } } } });
  await deleteEntries(env, [named.handle]);
  expect((await listSessions(env, {})).total).toBe(0);
  expect((await undo(env)).summary).toContain('deleted');
  expect((await listSessions(env, { grep: 'QUOTA' })).total).toBe(1);
  await redo(env);
  expect((await changes(env, 9)).length).toBe(6);
});

test('an edit of another kind of entry is refused', async () => {
  await logSession(env, { topics: topic('sharing-data'), minutes: 45 });
  await expect(editEntry(env, 'last', { kind: 'resource', edits: { status: 'done' } })).rejects.toThrow(
    /is no resource/,
  );
});

test('a topic of another certification goes to its log', async () => {
  await startTracks(env, ['gcp-pmle'], {});
  const { named } = await logSession(env, { topics: topic('gcp-pmle:2.1'), minutes: 30 });
  expect(named.session.certId).toBe('gcp-pmle');
  await expect(
    logSession(env, { topics: [...topic('gcp-pmle:2.1'), ...topic('gcp-pde:3.1')], minutes: 30 }),
  ).rejects.toThrow(/two certifications/);
});

test('the timer starts, switches, stops and continues', async () => {
  await startTimer(env, { topics: topic('3.1'), activity: 'lab' });
  const later = (minutes: number) => ({
    ...env,
    now: { ...env.now, instant: env.now.instant + minutes * 60_000 },
  });
  const { switched } = await startTimer(later(20), { topics: topic('4.3') });
  expect(switched?.named.session).toMatchObject({
    activity: 'lab',
    parts: [{ topicId: 'storage-systems', minutes: 20 }],
  });
  const { named } = await stopTimer(later(50), { topics: [], score: { correct: 8, questions: 10 } });
  expect(named.session.parts).toMatchObject([{ topicId: 'sharing-data', minutes: 30, correct: 8 }]);
  expect((await continueStudy(later(55))).started.timer.shares).toMatchObject([{ topicIds: ['sharing-data'] }]);
});

test('a lab with questions stays a lab', async () => {
  await startTimer(env, { topics: topic('3.1'), activity: 'lab' });
  const later = { ...env, now: { ...env.now, instant: env.now.instant + 30 * 60_000 } };
  const { named } = await stopTimer(later, { topics: [], score: { correct: 8, questions: 10 } });
  expect(named.session.activity).toBe('lab');
});

test('a practice exam, a judgement, the next hour and a plan', async () => {
  const { named, after } = await recordMock(env, { provider: 'Set', score: '41/50', minutes: 96 });
  expect(after.readiness.mocks).toBe(1);
  expect(await judge(env)).toMatchObject({ readiness: { mocks: 1 }, timer: null });
  expect((await nextStudy(env, { minutes: 45 })).now.items.length).toBeGreaterThan(0);
  const before = await viewPlan(env);
  await skipDays(env, [{ from: '2026-10-01' as LocalDate, to: '2026-10-07' as LocalDate }]);
  expect((await viewPlan(env)).plan.blocks).not.toEqual(before.plan.blocks);
  expect(await editEntry(env, named.handle, { kind: 'mock', edits: { score: '42/50' } })).toMatchObject({
    named: { mock: { correct: 42 } },
  });
});

test('the exam, and what is booked', async () => {
  await changeTrack(env, undefined, { examDate: '2026-09-21' as LocalDate }, 'exam book');
  await recordResult(env, { passed: false, date: '2026-09-21' });
  const { attempts, life } = await listExams(env);
  expect(attempts).toHaveLength(1);
  expect(life).toMatchObject({ state: 'failed' });
  expect((await listTracks(env)).tracks).toMatchObject([{ track: { certId: 'gcp-pde' }, life: { state: 'failed' } }]);
});

test('reviews', async () => {
  await addCards(env, ['sharing-data'], {});
  expect((await rateTopic(env, 'sharing-data', 'good', 5)).rated).toHaveLength(1);
  expect((await reviews(env)).schedule).toHaveLength(1);
});

test('a log goes out and comes in again', async () => {
  await logSession(env, { topics: topic('sharing-data'), minutes: 45 });
  const exported = await exportSessions(env, {});
  expect([...exported.rows(['topic_id', 'minutes'])]).toEqual([['sharing-data', 45]]);
  const text = () => ['topic_id,minutes,study_date\r\n', 'storage-systems,30,2026-09-20\r\n'];
  const input = { format: 'csv', file: 'mine.csv', text, map: [], onConflict: 'skip' } as const;
  expect(await importFile(env, input)).toMatchObject({ imported: 1 });
  expect(await importFile(env, input)).toMatchObject({ imported: 0, unchanged: 1 });
});

describe('what is tried', () => {
  test('is told exactly and saved nowhere', async () => {
    const trial = envFor(box, { dryRun: true });
    const { progress } = await logSession(trial, { topics: topic('sharing-data'), minutes: 45 });
    trial.close(false);
    expect(progress.week.minutes).toBe(45);
    expect((await listSessions(env, {})).total).toBe(0);
  });

  test('a move to another edition can be looked at first', async () => {
    await logSession(env, { topics: topic('sharing-data'), minutes: 45 });
    const move = await previewMove(env, undefined, '2023');
    expect(move.study.minutes).toBe(45);
    expect(await moveTrack(env, move)).toMatchObject({ to: { id: 'gcp-pde@2023' } });
  });
});

test('backups and the doctor', async () => {
  await logSession(env, { topics: topic('sharing-data'), minutes: 45 });
  expect((await createBackup(env, false)).sessions).toBe(1);
  expect((await verifyBackups(env, ['newest'])).failure).toBeUndefined();
  expect((await examineLog(env, { fix: false, tz: undefined })).failure).toBeUndefined();
});
