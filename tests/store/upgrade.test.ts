import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backupPath, listBackups } from '../../src/store/backups.ts';
import { record } from '../../src/store/journal.ts';
import { journalDrift } from '../../src/store/journal-check.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { inventedSessions } from '../bench/journey.ts';
import { sandbox } from '../support/app.ts';
import { addAll, logOf, NOW, PDE } from './logs.ts';

const box = sandbox({ now: NOW });
afterAll(() => box.remove());

/** A log of the present schema: sessions, deleted ones too, a track, settings, a timer, and the journal that led there. */
function presentLog(folder: string): string {
  const file = join(folder, 'present.db');
  const db = openStore(file);
  const sessions = [...inventedSessions(PDE, 120)];
  addAll(db, sessions);
  const track = {
    certId: 'gcp-pde',
    editionId: PDE.id,
    examDate: null,
    weeklyMinutes: 360,
    target: 75,
    countsRelated: true,
    createdAt: 1,
    updatedAt: 1,
  };
  const [gone] = sessions;
  record(db, { id: 'rest', at: Date.parse(NOW), action: 'test', summary: 'the rest' }, [
    { entity: 'track', id: 'gcp-pde', before: null, after: track },
    { entity: 'setting', id: 'current_cert', before: null, after: 'gcp-pde' },
    ...(gone
      ? [{ entity: 'session' as const, id: gone.id, before: gone, after: { ...gone, deletedAt: Date.parse(NOW) } }]
      : []),
  ]);
  db.close();
  return file;
}

/** The same log as an earlier certtrack would have kept it: the schema of that version, and of every row what that schema has columns for. */
function olderLog(folder: string, present: string, version: number): string {
  const file = join(folder, 'log.db');
  const old = openSqlite(file);
  for (const script of MIGRATIONS.slice(0, version)) old.exec(script);
  old.pragma('application_id = 0x4354524b');
  old.pragma(`user_version = ${version}`);
  old.prepare('ATTACH ? AS present').run(present);
  const columnsOf = (schema: string, table: string) =>
    (old.pragma(`${schema}.table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const tables = old
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  old.pragma('foreign_keys = OFF');
  for (const table of tables) {
    const known = columnsOf('present', table);
    const columns = columnsOf('main', table)
      .filter((column) => known.includes(column))
      .join(', ');
    if (columns !== '') old.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM present.${table}`);
  }
  old.close();
  return file;
}

test.each(MIGRATIONS.map((_, i) => i + 1))('a database of schema %i opens with every row it had', (version) => {
  const folder = join(box.folder, `schema-${version}`);
  mkdirSync(folder);
  const present = presentLog(folder);
  const expected = openStore(present);
  const file = olderLog(folder, present, version);
  const db = openStore(file);
  try {
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(logOf(db)).toEqual(logOf(expected));
    for (const table of ['journal', 'journal_change', 'edition'])
      expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual(expected.prepare(`SELECT * FROM ${table}`).all());
    expect(logOf(db).sessions).toHaveLength(120);
    expect(evidenceDrift(db)).toEqual([]);
    expect(journalDrift(db, 5)).toEqual([]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  } finally {
    db.close();
    expected.close();
  }
  const backups = listBackups(file);
  expect(backups).toHaveLength(version < MIGRATIONS.length ? 1 : 0);
  for (const backup of backups) {
    const kept = openSqlite(backupPath(file, backup));
    expect(kept.pragma('user_version', { simple: true })).toBe(version);
    expect(kept.prepare('SELECT count(*) FROM session').pluck().get()).toBe(120);
    kept.close();
  }
});
