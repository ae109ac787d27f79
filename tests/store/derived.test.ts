import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { derived, logVersion } from '../../src/store/derived.ts';
import { openStore } from '../../src/store/open.ts';
import type { Db } from '../../src/store/sqlite.ts';
import { sandbox } from '../support/app.ts';

const box = sandbox();
afterAll(() => box.remove());
const file = (name: string) => join(box.folder, `${name}.db`);

/** A value that counts how often it was computed. */
function counted(db: Db, basis = 'a') {
  let times = 0;
  const get = (on = basis) => derived(db, 'answer', on, () => ({ times: ++times, list: [1, null, 'x'] }));
  return { get, times: () => times };
}

test('a value is computed once for each state of what it depends on, and only the last is kept', () => {
  const db = openStore(':memory:');
  const value = counted(db);
  expect(value.get()).toEqual({ times: 1, list: [1, null, 'x'] });
  expect(value.get()).toEqual({ times: 1, list: [1, null, 'x'] });
  expect(value.get('b').times).toBe(2);
  expect(value.get('b').times).toBe(2);
  expect(value.get('a').times).toBe(3);
  expect(db.prepare('SELECT count(*) FROM derived').pluck().get()).toBe(1);
  db.close();
});

test('inside a transaction, which may be rolled back, nothing is kept', () => {
  const db = openStore(':memory:');
  const value = counted(db);
  db.exec('BEGIN');
  value.get();
  db.exec('COMMIT');
  expect(value.get().times).toBe(2);
  db.close();
});

test('the other settings of the database are as they were', () => {
  const db = openStore(':memory:');
  const settings = () => ['synchronous', 'busy_timeout'].map((name) => db.pragma(name, { simple: true }));
  const before = settings();
  counted(db).get();
  expect(settings()).toEqual(before);
  db.close();
});

test('while another program writes, the value is computed without waiting for it', () => {
  const db = openStore(file('locked'));
  const other = openStore(file('locked'));
  const value = counted(db);
  other.exec('BEGIN IMMEDIATE');
  const started = performance.now();
  expect([value.get().times, value.get().times]).toEqual([1, 2]);
  expect(performance.now() - started).toBeLessThan(1000);
  other.exec('COMMIT');
  expect([value.get().times, value.get().times]).toEqual([3, 3]);
  for (const one of [db, other]) one.close();
});

test('where nothing can be written it is computed each time', () => {
  openStore(file('read-only')).close();
  const db = new Sqlite(file('read-only'), { readonly: true });
  const value = counted(db);
  expect([value.get().times, value.get().times]).toEqual([1, 2]);
  db.close();
});

test('an error that is not about writing is not hidden', () => {
  const db = openStore(':memory:');
  const circle: unknown[] = [];
  circle.push(circle);
  expect(() => derived(db, 'answer', 'a', () => circle)).toThrow(TypeError);
  db.close();
});

test.each([
  ['a session', 'log 3.1 45m -a practice --score 3/9'],
  ['a change of one', 'edit last --score 9/9'],
  ['a mock', 'add-mock -p Set --score 20/50'],
  ['a change of one', 'mocks edit last --score 45/50'],
  ['another kind of questions', 'mocks provider Set official'],
  ['another target', 'cert set --target 80'],
  ['another exam date', 'cert set --exam 2027-01-15'],
  ['undo', 'undo'],
  ['redo', 'redo'],
  ['deleting the session', 'delete last'],
  ['deleting the mock', 'mocks delete last'],
])('after %s (%s) status answers anew, and the same as without what was kept', async (_, command) => {
  if (command.startsWith('log')) await box.ok('init', '--cert', 'gcp-pde', '--exam', '2026-11-20');
  const before = await box.ok('status', '--json');
  await box.ok(...command.split(' '));
  const after = await box.ok('status', '--json');
  expect(after).not.toBe(before);
  const db = openStore(join(box.folder, 'data', 'certtrack.db'));
  const versions = db.prepare("SELECT DISTINCT substr(basis, 1, instr(basis, ' ') - 1) FROM derived").pluck().all();
  expect(versions).toEqual([String(logVersion(db))]);
  db.exec('DELETE FROM derived');
  expect(await box.ok('status', '--json')).toBe(after);
  db.close();
});

test('a trial run leaves neither changes nor kept values behind', async () => {
  const before = await box.ok('status', '--json');
  const db = openStore(join(box.folder, 'data', 'certtrack.db'));
  const version = logVersion(db);
  await box.ok('add-mock', '--score', '50/50', '--dry-run');
  expect(await box.ok('status', '--json')).toBe(before);
  expect(logVersion(db)).toBe(version);
  await box.ok('add-mock', '--score', '10/50');
  expect(logVersion(db)).toBe(version + 1);
  expect(await box.ok('status', '--json')).not.toBe(before);
  db.close();
});

test('status answers while another program writes', async () => {
  const other = openStore(join(box.folder, 'data', 'certtrack.db'));
  await box.ok('log', '3.1', '5m');
  other.exec('BEGIN IMMEDIATE');
  const started = performance.now();
  await box.ok('status');
  expect(performance.now() - started).toBeLessThan(2000);
  other.exec('ROLLBACK');
  other.close();
});
