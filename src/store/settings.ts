import type { Db } from './sqlite.ts';

/** Settings that belong to the log and travel with it: which certification is in use, which device this is, the running timer, what labels of another tool mean (JSON). */
export type SettingKey = 'current_cert' | 'device' | 'timer' | `import_map_${string}`;

export function setting(db: Db, key: SettingKey): string | undefined {
  return db.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined;
}

/** Writes a setting, or takes it out when `value` is null. */
export function putSetting(db: Db, key: string, value: string | null): void {
  if (value === null) db.prepare('DELETE FROM setting WHERE key = ?').run(key);
  else
    db.prepare(
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    ).run(key, value);
}
