import type { Session } from '../domain/session.ts';
import { KEYS, type Key, ROLLUPS, type Rollup, SUMS } from './rollups.ts';
import type { Db } from './sqlite.ts';

/** Sums evidence up in memory and writes each row once: an import of many years touches the same days again and again. */
export interface EvidenceCounter {
  /** Adds a session's parts (`sign` 1) or takes them out again (-1). Deleted sessions are no evidence. */
  readonly count: (session: Session | null, sign: 1 | -1) => void;
  /** Writes what is counted; to be called when all is counted, in the same transaction. */
  readonly write: () => void;
}

/** What is to be added to one row of the finest rollup; both in the order of its columns. */
interface Counted {
  readonly key: readonly string[];
  readonly sums: readonly number[];
}

const MOST_HELD = 5000;
const DATE = KEYS.indexOf('study_date');

export function evidenceCounter(db: Db): EvidenceCounter {
  const writers = ROLLUPS.map((rollup) => rollupWriter(db, rollup));
  const forget = db.prepare('DELETE FROM study_past WHERE until >= ?');
  const held = new Map<string, Counted>();
  const write = () => {
    if (held.size === 0) return;
    const counted = [...held.values()];
    for (const writeInto of writers) writeInto(counted);
    forget.run(
      counted.reduce((first, { key }) => (dateOf(key) < first ? dateOf(key) : first), dateOf(counted[0]?.key)),
    );
    held.clear();
  };
  return {
    write,
    count(session, sign) {
      if (session === null || session.deletedAt !== null) return;
      for (const { key, sums } of counts(session)) addTo(held, key, sums, sign);
      if (held.size > MOST_HELD) write();
    },
  };
}

function dateOf(key: readonly string[] = []): string {
  return key[DATE] ?? '';
}

function counts({ certId, editionId, studyDate, activity, confidence, parts }: Session): Counted[] {
  return parts.map(({ topicId, minutes, correct, questions }) => {
    const weight = confidence === null ? 0 : Math.max(minutes, 1);
    const tested = questions === null ? 0 : minutes;
    return {
      key: [certId, editionId, topicId, studyDate, activity ?? ''],
      sums: [1, minutes, correct ?? 0, questions ?? 0, tested, weight * (confidence ?? 0), weight],
    };
  });
}

function addTo(held: Map<string, Counted>, key: readonly string[], sums: readonly number[], sign: 1 | -1): void {
  const name = key.join('\n');
  const known = held.get(name)?.sums;
  held.set(name, { key, sums: sums.map((amount, i) => (known?.[i] ?? 0) + sign * amount) });
}

/** Adds counts to a rollup, each of its rows once, and takes out rows that no session is left of. */
function rollupWriter(db: Db, { table, key, sums }: Rollup): (counted: Iterable<Counted>) => void {
  const add = db.prepare(
    `INSERT INTO ${table} (${[...key, ...sums].join(', ')}) VALUES (${[...key, ...sums].map(() => '?').join(', ')})
     ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`,
  );
  const sweep = db.prepare(
    `DELETE FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')} AND sessions = 0`,
  );
  const keyAt = key.map((column: Key) => KEYS.indexOf(column));
  const sumAt = sums.map((sum) => SUMS.indexOf(sum));
  return (counted) => {
    const rows = new Map<string, Counted>();
    for (const one of counted)
      addTo(
        rows,
        keyAt.map((at) => one.key[at] ?? ''),
        sumAt.map((at) => one.sums[at] ?? 0),
        1,
      );
    for (const row of rows.values()) {
      add.run(...row.key, ...row.sums);
      if ((row.sums[0] ?? 0) <= 0) sweep.run(...row.key);
    }
  };
}
