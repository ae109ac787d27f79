import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { LocalDate } from '../../src/domain/local-date.ts';
import type { Sandbox, World } from '../support/app.ts';
import { addMocks, mockOf, studyJourney } from '../support/study-journey.ts';

const boxes: Sandbox[] = [];
afterEach(() => {
  for (const box of boxes.splice(0)) box.remove();
});

async function journey(world: World = {}): Promise<Sandbox> {
  const box = await studyJourney(world);
  boxes.push(box);
  return box;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('the hash of the sessions is that of what export writes, and changes with any of them', async () => {
  const box = await journey();
  const hashOf = async () => JSON.parse(await box.ok('report', '--json')).rests_on.sessions_sha256;
  const before = await hashOf();
  expect(before).toBe(sha256(await box.ok('export', '--cert', 'gcp-pde', '--format', 'csv')));
  await box.ok('edit', 'last', '--note', 'not what I wrote that evening', '--cert', 'gcp-pde');
  await box.ok('log', 'storage-systems', '10m', '--cert', 'gcp-pde', '--ago', '1h');
  expect(await hashOf()).not.toBe(before);
  await box.ok('undo');
  await box.ok('undo');
  expect(await hashOf()).toBe(before);
});

test('a named file is written once, readable by its owner, and replaced only when told to', async () => {
  const box = await journey();
  const file = join(box.folder, 'report.html');
  const { err } = await box.run('report', 'gcp-pmle', '-o', file);
  expect(err).toMatch(/^Wrote a report of \d+ KB to .*report\.html\n$/);
  expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  writeFileSync(file, 'mine');
  expect((await box.run('report', '-o', file)).code).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  await box.ok('report', '-o', file, '--force');
  expect(readFileSync(file, 'utf8')).not.toBe('mine');
});

test('without a name it goes to a file that says which certification and day, and may go there again', async () => {
  const box = await journey();
  const folder = join(box.folder, 'here');
  mkdirSync(folder);
  const before = process.cwd();
  process.chdir(folder);
  try {
    await box.ok('report', 'gcp-pmle');
    await box.ok('report', 'gcp-pmle');
    expect(existsSync('certtrack-gcp-pmle-2026-11-22.html')).toBe(true);
    await box.ok('report', 'gcp-pde', '--dry-run');
    expect(existsSync('certtrack-gcp-pde-2026-11-22.html')).toBe(false);
  } finally {
    process.chdir(before);
  }
});

test('--open opens what was written, and says so where there is no desktop', async () => {
  const opened: string[] = [];
  const box = await journey({ opened });
  const file = join(box.folder, 'report.html');
  await box.ok('report', '--open', '-o', file);
  expect(opened).toEqual([file]);
  const bare = await journey();
  const { code, err } = await bare.run('report', '--open', '-o', join(bare.folder, 'report.html'));
  expect(code).toBe(2);
  expect(err).toContain('The report is written; open it yourself');
  expect(existsSync(join(bare.folder, 'report.html'))).toBe(true);
});

test('--no-notes leaves out every note, of sessions and of mocks', async () => {
  const box = await journey();
  addMocks(box, [mockOf(1, { studyDate: '2026-11-20' as LocalDate, note: 'MOCK NOTE' })]);
  await box.ok('log', 'serving-models', '10m', '--cert', 'gcp-pmle', '-m', 'SESSION NOTE');
  for (const format of ['html', 'md', 'json', 'text']) {
    const told = await box.ok('report', 'gcp-pmle', '--format', format, '-o', '-');
    expect(told, format).toContain('SESSION NOTE');
    const quiet = await box.ok('report', 'gcp-pmle', '--format', format, '-o', '-', '--no-notes');
    expect(quiet, format).not.toMatch(/SESSION NOTE|MOCK NOTE/);
  }
  expect(await box.ok('report', 'gcp-pmle', '-o', '-')).toContain('MOCK NOTE');
});

test('what the charts show is what the log holds', async () => {
  const box = await journey();
  addMocks(box, [mockOf(1, { studyDate: '2026-11-20' as LocalDate })]);
  const data = JSON.parse(await box.ok('report', 'gcp-pmle', '--json'));
  const status = JSON.parse(await box.ok('status', 'gcp-pmle', '--json'));
  expect(data.readiness).toEqual(status.readiness);
  expect(data.trajectory.at(-1)).toMatchObject({ date: '2026-11-22', chance: status.readiness.chance });
  expect(data.ahead[0].readings.at(-1)).toMatchObject({
    date: '2026-12-18',
    chance: status.readiness.chance_on_exam_day,
  });
  const minutes = data.weeks.reduce((sum: number, week: { minutes: number }) => sum + week.minutes, 0);
  expect(minutes).toBe(status.minutes + status.other_minutes);
  expect(data.mocks).toHaveLength(1);
  expect(data.study_mix.map((one: { section_id: string }) => one.section_id)).toHaveLength(6);
});

test('a track without a single session has a report too', async () => {
  const box = await journey();
  await box.ok('init', '--cert', 'gcp-pde', '--db', join(box.folder, 'empty.db'));
  const html = await box.ok('report', '--db', join(box.folder, 'empty.db'), '-o', '-');
  expect(html).toContain('Nothing logged yet');
  expect(html).not.toMatch(/NaN|undefined|<svg/);
});

test('the first day has a report', async () => {
  const box = await journey();
  const db = ['--db', join(box.folder, 'first.db')];
  await box.ok('init', '--cert', 'gcp-pde', ...db);
  await box.ok('log', 'storage-systems', '25m', ...db);
  expect(await box.ok('report', '-o', '-', ...db)).not.toMatch(/NaN|undefined|Infinity/);
});
