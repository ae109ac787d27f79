import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zoneNamed } from '../../src/domain/zone.ts';
import { readSyllabus } from '../../src/syllabus/library.ts';
import { csvLine } from '../../src/transfer/csv-text.ts';
import { inPieces } from '../../src/transfer/in-pieces.ts';
import { SESSION_COLUMNS, sessionRowWriter } from '../../src/transfer/sessions-csv.ts';
import { inventedSessions } from './journey.ts';

/**
 * Times import and export of a CSV against the sqlite3 shell doing the same with the same indexes: alternating runs, medians,
 * ratios, peak memory as GNU time has it. Arguments: how many sessions (100000), how many rounds (5), a file for the figures as JSON.
 */
const [, , sessions = '100000', rounds = '5', results] = process.argv;
const MAIN = resolve('dist/certtrack.cjs');
const folder = mkdtempSync(join(tmpdir(), 'certtrack-bench-'));
const [csv, plain, log] = ['log.csv', 'plain.db', 'log.db'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

/** Every index that certtrack keeps on what the file holds. */
const IMPORT = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
.import --csv ${csv} session
CREATE INDEX session_id ON session (session_id);
CREATE INDEX session_started ON session (started_at, session_id);
CREATE INDEX session_created ON session (created_at, session_id);
CREATE INDEX session_handle ON session (substr(session_id, 25));
CREATE INDEX part_position ON session (session_id, minutes);
CREATE UNIQUE INDEX part_topic ON session (session_id, topic_id);
CREATE INDEX topic_day ON session (cert_id, edition, topic_id, study_date, activity);
`;

const ISO = (column: string) => `strftime('%Y-%m-%dT%H:%M:%SZ', ${column} / 1000, 'unixepoch')`;
/** The columns of certtrack's CSV; times in UTC, because SQLite knows no zones. */
const EXPORT = `
WITH place AS MATERIALIZED (
  SELECT edition.id AS edition, section.value ->> 'id' AS section_id, section.value ->> 'title' AS section,
    section.value -> 'weight' ->> 'percent' AS weight, topic.value ->> 'id' AS topic_id, topic.value ->> 'title' AS topic
  FROM edition, json_each(edition.content, '$.sections') AS section, json_each(section.value, '$.topics') AS topic)
SELECT id, cert_id, edition_id, section_id, section, weight, part.topic_id, topic, study_date, ${ISO('started_at')},
  ${ISO('ended_at')}, timezone, minutes, activity, confidence, correct, questions, note, tags, resource, source,
  ${ISO('created_at')}, ${ISO('updated_at')}
FROM session JOIN session_topic AS part ON part.session_id = id
LEFT JOIN place ON place.edition = edition_id AND place.topic_id = part.topic_id
WHERE deleted_at IS NULL ORDER BY started_at, id, position;
`;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function timed(command: string, args: readonly string[], input = ''): Run {
  const env = { ...process.env, CERTTRACK_DB: log, XDG_CONFIG_HOME: folder };
  const ended = spawnSync('/usr/bin/time', ['-f', '%e %M', command, ...args], { env, input, encoding: 'utf8' });
  const [, seconds, kilobytes] = /([\d.]+) (\d+)\s*$/.exec(ended.stderr) ?? [];
  if (ended.status !== 0 || seconds === undefined)
    throw new Error(`${command} ${args.join(' ')} ended with ${ended.status}: ${ended.error ?? ended.stderr}`);
  return { seconds: Number(seconds), megabytes: Number(kilobytes) / 1024 };
}

const without = (file: string) => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
};

/** One certtrack run and its counterpart, and how often the one may take the other. */
const PAIRS = {
  import: {
    budget: { ratio: 6, megabytes: 300 },
    ours() {
      without(log);
      return timed(process.execPath, [MAIN, 'import', 'csv', csv, '--quiet']);
    },
    theirs() {
      without(plain);
      return timed('sqlite3', [plain], IMPORT);
    },
  },
  export: {
    budget: { ratio: 3, megabytes: 150 },
    ours: () => timed(process.execPath, [MAIN, 'export', '--force', '-o', join(folder, 'ours.csv')]),
    theirs: () => timed('sqlite3', ['-csv', '-header', log], `.output ${join(folder, 'theirs.csv')}\n${EXPORT}`),
  },
};

function fill(): void {
  const edition = readSyllabus(resolve('syllabi/gcp-pde@2025.yaml'));
  const rows = sessionRowWriter(() => edition, zoneNamed);
  const file = openSync(csv, 'w');
  function* lines(): Generator<string> {
    yield csvLine(SESSION_COLUMNS);
    for (const session of inventedSessions(edition, Number(sessions)))
      for (const row of rows(session)) yield csvLine(SESSION_COLUMNS.map((column) => row[column]));
  }
  for (const piece of inPieces(lines())) writeSync(file, piece);
  closeSync(file);
}

const median = (runs: readonly Run[], key: keyof Run): number =>
  runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;

try {
  fill();
  const table = Object.entries(PAIRS).map(([name, { ours, theirs, budget }]) => {
    const runs: [Run, Run][] = Array.from({ length: Number(rounds) }, () => [theirs(), ours()]);
    const [plainly, own] = [runs.map(([run]) => run), runs.map(([, run]) => run)];
    const [sqlite, seconds] = [median(plainly, 'seconds'), median(own, 'seconds')];
    return {
      command: `${name} ${sessions}`,
      'sqlite3 s': sqlite,
      'certtrack s': seconds,
      ratio: Number((seconds / sqlite).toFixed(2)),
      budget: budget.ratio,
      'peak MB': Math.round(Math.max(...own.map(({ megabytes }) => megabytes))),
      'budget MB': budget.megabytes,
    };
  });
  console.table(table);
  if (results !== undefined) writeFileSync(results, JSON.stringify(table, null, 2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
