import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Session } from '../../src/domain/session.ts';
import { saveEdition } from '../../src/store/editions.ts';
import { nextToUndo, type RecordedEntry, revert } from '../../src/store/journal.ts';
import { openStore } from '../../src/store/open.ts';
import { LOG } from '../../src/store/schema/1-log.ts';
import { sessionWriter } from '../../src/store/sessions.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { inventedSessions } from '../bench/journey.ts';
import { addAll, logOf, NOW, PDE, PMLE } from './logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'certtrack-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true }));

const invented = [...inventedSessions(PDE, 60), ...inventedSessions(PMLE, 20, 2)];
const deleted = { ...(invented[7] as Session), deletedAt: Date.parse(NOW) };
/** Two sessions that share a day, a topic and an activity, one of them without a rating. */
const twice = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'].map((id, i) => ({
  ...(invented[0] as Session),
  id,
  confidence: i === 0 ? 4 : null,
  activity: null,
  parts: [{ topicId: 'sharing-data', minutes: 10 + i, correct: i === 0 ? 3 : null, questions: i === 0 ? 5 : null }],
}));
const SESSIONS = [...invented.filter(({ id }) => id !== deleted.id), deleted, ...twice];

/** A database as the first certtrack left it: schema 1, its rollup, one journal entry for everything. */
function schemaOne(file: string): void {
  const db = openStore(file, [LOG]);
  for (const edition of [PDE, PMLE]) saveEdition(db, edition);
  const write = sessionWriter(db);
  for (const session of SESSIONS) write(session.id, null, session);
  db.exec(`INSERT INTO topic_day SELECT cert_id, edition_id, topic_id, study_date, ifnull(activity, ''), count(*), sum(minutes),
    sum(ifnull(correct, 0)), sum(ifnull(questions, 0)) FROM session JOIN session_topic ON session_id = session.id
    WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5`);
  db.exec(
    `INSERT INTO journal (id, at, device, action, summary, state) VALUES ('first', 0, 'here', 'import', 'imported', 'applied')`,
  );
  const change = db.prepare("INSERT INTO journal_change VALUES (1, ?, 'session', ?, NULL, ?)");
  SESSIONS.forEach((session, i) => void change.run(i, session.id, JSON.stringify(session)));
  db.close();
}

test('a log of schema 1 has after its upgrade the evidence it would have if it were logged today', () => {
  const file = join(folder, 'old.db');
  schemaOne(file);
  const [old, fresh] = [openStore(file), openStore(join(folder, 'fresh.db'))];
  addAll(fresh, SESSIONS);
  expect(old.pragma('user_version', { simple: true })).toBe(fresh.pragma('user_version', { simple: true }));
  expect(logOf(old)).toEqual(logOf(fresh));
  expect(evidenceDrift(old)).toEqual([]);
  const shared = old
    .prepare(
      "SELECT sessions, minutes, tested_minutes, rating_sum, rating_weight, correct, questions FROM topic_day WHERE activity = '' AND sessions = 2",
    )
    .all();
  expect(shared).toEqual([
    { sessions: 2, minutes: 21, tested_minutes: 10, rating_sum: 40, rating_weight: 10, correct: 3, questions: 5 },
  ]);
  for (const db of [old, fresh]) db.close();
});

test('its journal still undoes what was done before the upgrade', () => {
  const file = join(folder, 'undo.db');
  schemaOne(file);
  const db = openStore(file);
  revert(db, nextToUndo(db) as RecordedEntry, { id: 'undo', at: Date.parse(NOW), action: 'undo', summary: 'undone' });
  expect(logOf(db)).toMatchObject({ sessions: [], parts: [], evidence: [] });
  db.close();
});
