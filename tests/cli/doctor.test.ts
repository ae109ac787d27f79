import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsFolder, listBackups } from '../../src/store/backups.ts';
import { type Db, openSqlite } from '../../src/store/sqlite.ts';
import { inventedSessions } from '../bench/journey.ts';
import { csvOf, PDE } from '../store/logs.ts';
import { type Sandbox, sandbox } from '../support/app.ts';

let box: Sandbox;
let file: string;
beforeEach(async () => {
  box = sandbox({ now: '2026-11-22T19:00:00Z' });
  file = join(box.folder, 'data', 'certtrack.db');
  const csv = join(box.folder, 'log.csv');
  writeFileSync(csv, csvOf([...inventedSessions(PDE, 60)]));
  await box.ok('init', '--cert', 'gcp-pde');
  await box.ok('import', 'csv', csv);
  for (const words of ['log 4.3 20m', 'edit last --note changed', 'delete last', 'undo', 'start 3.1', 'undo'])
    await box.ok(...words.split(' '));
});
afterEach(() => box.remove());

interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly mended: boolean;
  readonly detail: string;
}

async function examined(...more: string[]): Promise<{ code: number; wrong: string[]; checks: Check[] }> {
  const { code, out } = await box.run('doctor', '--json', ...more);
  const { checks } = JSON.parse(out) as { checks: Check[] };
  return { code, checks, wrong: checks.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`) };
}

/** Changes the file behind certtrack's back. */
function meddle(change: (db: Db) => void): void {
  const db = openSqlite(file);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  change(db);
  db.close();
}

test('a log that was edited, deleted from and undone is sound', async () => {
  expect(await examined()).toMatchObject({ code: 0, wrong: [] });
});

test.each<[string, string, RegExp]>([
  [
    'a note that changed by itself',
    "UPDATE session SET note = 'x' WHERE rowid = 3",
    /^Journal: session [0-9a-f]{12} different$/,
  ],
  [
    'a session that vanished with its topics',
    'DELETE FROM session_topic WHERE session_id = (SELECT min(id) FROM session); DELETE FROM session WHERE id = (SELECT min(id) FROM session)',
    /^Journal: session [0-9a-f]{12} missing$/,
  ],
  [
    'a setting nobody made',
    "INSERT INTO setting VALUES ('current_cert_2', 'x')",
    /^Journal: setting current_cert_2 not in the journal$/,
  ],
  [
    'a topic row without its session',
    "INSERT INTO session_topic VALUES ('gone', 0, 'sharing-data', 5, NULL, NULL)",
    /^References: session_topic → session: 1 row$/,
  ],
  [
    'a topic no guide has',
    "UPDATE session_topic SET topic_id = 'sharing-dada' WHERE session_id = (SELECT max(id) FROM session)",
    /^Topics: gcp-pde@2025 sharing-dada$/,
  ],
  [
    'a value no session can have',
    'UPDATE session SET confidence = 77 WHERE rowid = 3',
    /^Database: CHECK constraint failed in session$/,
  ],
])('%s is found, and is not mended by guessing', async (_, sql, found) => {
  meddle((db) => void db.exec(sql));
  const before = await examined();
  expect(before.code).toBe(1);
  expect(before.wrong).toContainEqual(expect.stringMatching(found));
  expect((await examined('--fix')).wrong).toContainEqual(expect.stringMatching(found));
});

test('evidence that left the log is made anew, after a backup', async () => {
  meddle(
    (db) =>
      void db.exec(
        'UPDATE topic_day SET minutes = minutes + 10 WHERE topic_id = (SELECT min(topic_id) FROM topic_day)',
      ),
  );
  expect((await examined('--fix', '--dry-run')).wrong).toEqual([
    expect.stringMatching(/^Evidence: \d+ rows unlike the log$/),
  ]);
  expect(listBackups(file).filter(({ reason }) => reason === 'fix')).toEqual([]);
  const { code, checks } = await examined('--fix');
  expect(code).toBe(0);
  expect(checks.filter(({ mended }) => mended).map(({ check }) => check)).toEqual(['Evidence']);
  expect(listBackups(file).filter(({ reason }) => reason === 'fix')).toHaveLength(1);
  expect(await examined()).toMatchObject({ code: 0, wrong: [] });
});

test('files that others may read, and what stopped commands left, are mended', async () => {
  chmodSync(file, 0o644);
  chmodSync(backupsFolder(file), 0o755);
  const draft = join(backupsFolder(file), 'x.db.part');
  writeFileSync(draft, '', { mode: 0o600 });
  utimesSync(draft, 0, 0);
  expect((await examined()).wrong).toEqual([
    expect.stringMatching(/^Privacy: others may read .*certtrack\.db.* and \d more file/),
    `Leftovers: left by stopped commands: ${draft}`,
  ]);
  expect(await examined('--fix')).toMatchObject({ code: 0, wrong: [] });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ['Dropbox', 'Dropbox/study'],
  ['iCloud', 'Library/Mobile Documents/com~apple~CloudDocs'],
  ['OneDrive', 'OneDrive - Example Ltd'],
  ['Syncthing', 'shared/below'],
])('a database in a folder of %s is told', async (service, folder) => {
  const moved = join(box.folder, folder, 'log.db');
  mkdirSync(dirname(moved), { recursive: true });
  if (service === 'Syncthing') mkdirSync(join(box.folder, 'shared', '.stfolder'));
  renameSync(file, moved);
  renameSync(backupsFolder(file), backupsFolder(moved));
  expect((await examined('--db', moved)).wrong).toEqual([
    expect.stringMatching(`^Place: .* is synchronised by ${service},`),
  ]);
});

test('a damaged newest backup is told', async () => {
  const { name } = listBackups(file)[0] ?? { name: '' };
  const path = join(backupsFolder(file), `${name}.db`);
  writeFileSync(path, readFileSync(path).subarray(0, 5000));
  expect((await examined()).wrong).toEqual([expect.stringMatching(/^Backups: /)]);
});
