import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Session } from '../../src/domain/session.ts';
import { evidenceDrift } from '../../src/store/topic-days.ts';
import { inventedSessions } from '../bench/journey.ts';
import { sandbox } from '../support/app.ts';
import { look } from '../support/database.ts';
import { filesIn } from './files.ts';
import { csvOf, hostileLog, logOf, NOW, PDE } from './logs.ts';

const box = sandbox({ now: NOW });
afterAll(() => box.remove());

const { newFile, fileWith, databaseWith } = filesIn(box.folder);

async function startedDatabase(): Promise<string> {
  const db = newFile('db');
  await box.ok('init', '--cert', 'gcp-pde', '--db', db);
  return db;
}
const read = async (...argv: string[]) => JSON.parse(await box.ok('import', ...argv, '--json'));
const contentOf = (file: string) => look(file, (db) => ({ ...logOf(db), drift: evidenceDrift(db) }));

describe.each(['json', 'ndjson'])('%s', (format) => {
  test('export, import into an empty database, export: the same bytes, whatever the notes hold', async () => {
    await fc.assert(
      fc.asyncProperty(hostileLog, async (sessions) => {
        const [from, to] = [databaseWith(sessions), newFile('db')];
        const exported = await box.ok('export', '--format', format, '--db', from);
        await box.ok('import', format, fileWith(exported), '--db', to);
        expect(await box.ok('export', '--format', format, '--db', to)).toBe(exported);
        expect(await box.ok('export', '--db', to)).toBe(await box.ok('export', '--db', from));
        expect(look(to, evidenceDrift)).toEqual([]);
        expect(await read(format, fileWith(exported), '--db', to)).toMatchObject({ imported: 0, kept: [] });
      }),
      { numRuns: 20 },
    );
  });
});

test('halves of surrogate pairs are replaced on the way in, and a second import changes nothing', async () => {
  const db = await startedDatabase();
  const file = fileWith(
    String.raw`[{"note":"half \ud83d of a \udca9 pair","tags":["\udfff"],"study_date":"2026-09-20","topics":[{"topic_id":"other","minutes":5}]}]`,
  );
  expect(await read('json', file, '--db', db)).toMatchObject({ imported: 1 });
  expect(await box.ok('export', '--db', db)).toContain('half \ufffd of a \ufffd pair,\ufffd');
  expect(await read('json', file, '--db', db)).toMatchObject({ imported: 0, unchanged: 1, kept: [] });
});

test('what "sessions --json" and "show --json" print comes back in; deleted sessions do not', async () => {
  const [from, to] = [await startedDatabase(), await startedDatabase()];
  for (const topic of ['sharing-data', 'data-lake']) await box.ok('add-session', topic, '45m', '--db', from);
  await box.ok('import', 'json', fileWith(await box.ok('show', 'last', '--json', '--db', from)), '--db', to);
  await box.ok('import', 'json', fileWith(await box.ok('sessions', '--json', '--db', from)), '--db', to);
  expect(await box.ok('export', '--db', to)).toBe(await box.ok('export', '--db', from));
  await box.ok('delete', 'last', '--db', from);
  const deleted = fileWith(await box.ok('sessions', '--deleted', '--json', '--db', from));
  expect(await read('json', deleted, '--db', to)).toMatchObject({ imported: 0, left_out: { deleted: 1 } });
});

test('a file whose rows are shuffled gives the same log as the one in order', async () => {
  const two = (session: Session): Session => ({
    ...session,
    endedAt: session.startedAt + 200 * 60_000,
    parts: [
      { topicId: 'data-lake', minutes: 0, correct: null, questions: null },
      { topicId: 'other', minutes: 30, correct: null, questions: null },
    ],
  });
  const sessions = [...inventedSessions(PDE, 40)].map((session, i) => (i % 2 ? session : two(session)));
  const [header = '', ...rows] = csvOf(sessions).trimEnd().split('\r\n');
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
      // The topics of a session keep their order, which is part of it.
      const order = shuffled.sort((a, b) =>
        a.slice(0, 36) === b.slice(0, 36) ? rows.indexOf(a) - rows.indexOf(b) : 0,
      );
      const firsts = new Map<string, string[]>();
      for (const row of rows) firsts.set(row.slice(0, 36), [...(firsts.get(row.slice(0, 36)) ?? []), row]);
      const kept = order.map((row) => firsts.get(row.slice(0, 36))?.shift() ?? '');
      const db = newFile('db');
      const done = await read('csv', fileWith([header, ...kept].join('\r\n')), '--db', db);
      expect(done).toMatchObject({ imported: 40 });
      expect(await box.ok('export', '--db', db)).toBe(await box.ok('export', '--db', databaseWith(sessions)));
      expect(look(db, evidenceDrift)).toEqual([]);
    }),
    { numRuns: 5 },
  );
});

describe('bad rows', () => {
  /** Files with good and bad entries, and what has to be mended in the rejected ones. */
  const FILES: [string, string, [string | RegExp, string][]][] = [
    [
      'csv',
      'topic_id,minutes,study_date,note\nother,5,2026-09-20,"a\nb"\nother,many,2026-09-20,"c\nd"\nother,7,2026-09-20,e "f"\nother,8,2026-09-20,\n',
      [
        ['many', '6'],
        ['e "f"', 'e f'],
      ],
    ],
    [
      'json',
      '[{"topics":[{"topic_id":"other","minutes":5}],"study_date":"2026-09-20"},\n{"topics":[{"topic_id":"othr","minutes":7}],"study_date":"2026-09-20"},\n{"a":},\n{"topics":[{"topic_id":"other","minutes":6}],"study_date":"2026-09-20"}]',
      [
        ['othr', 'other'],
        ['{"a":}', '{"topics":[{"topic_id":"other","minutes":9}],"study_date":"2026-09-20"}'],
      ],
    ],
    [
      'ndjson',
      '{"topics":[{"topic_id":"other","minutes":5}],"study_date":"2026-09-20"}\n{"topics":[{"topic_id":"othr","minutes":7}],"study_date":"2026-09-20"}\n{"topics":[{"topic_id":"other","minutes":6}],"study_date":"2026-09-20"}\n',
      [['othr', 'other']],
    ],
    [
      'timewarrior',
      '[{"start":"20260920T170000Z","end":"20260920T180000Z","tags":["other"]},\n{"start":"20260921T170000Z","end":"20260921","tags":["other"]}]',
      [['"20260921"', '"20260921T180000Z"']],
    ],
    [
      'watson',
      '[["a",1,"other","f1",[],0],[1790000000,1790002000,"other","f2",[],0]]',
      [['"a",1', '1790100000,1790102000']],
    ],
    [
      'klog',
      '2026-09-20\n#other\n    9:00 - 10:00\n    11:00 - 10:00 typo\n        goes on\n\n2026-09-21\n    1h #other\n',
      [['11:00 - 10:00', '11:00 - 12:00']],
    ],
    [
      'toggl',
      'Project,Start date,Start time,Duration\nother,2026-09-20,19:00:00,1:00:00\nother,2026-09-21,19:00:00,1 h\n',
      [['1 h', '1:00:00']],
    ],
    [
      'timeclock',
      'i 2026-09-20 19:00:00 other\no 2026-09-20 20:00:00\ni 2026-09-21 19:00:00 other\no 2026-09-21 18:00:00\n',
      [['18:00:00', '20:00:00']],
    ],
  ];

  test.each(FILES)('%s: they stop everything, or are left out, mended and imported', async (format, text, mends) => {
    const db = await startedDatabase();
    const before = contentOf(db);
    const [file, rejects] = [fileWith(text), newFile(format)];
    const refused = await box.run('import', format, file, '--db', db);
    expect(refused.code).toBe(4);
    expect(refused.err.match(new RegExp(`${file}:\\d+ `, 'g'))).toHaveLength(mends.length);
    expect(contentOf(db)).toEqual(before);

    const predicted = await read(format, file, '--db', db, '--skip-bad', rejects, '--dry-run');
    expect(existsSync(rejects)).toBe(false);
    expect(contentOf(db)).toEqual(before);
    const done = await read(format, file, '--db', db, '--skip-bad', rejects);
    expect({ dry_run: true, ...done }).toEqual(predicted);
    expect(done).toMatchObject({ rejected: mends.length });

    const again = await box.run('import', format, rejects, '--db', db);
    expect({ code: again.code, lines: again.err.match(/\.\w+:\d+ /g)?.length }).toEqual({
      code: 4,
      lines: mends.length,
    });
    const mended = mends.reduce((bad, [from, to]) => bad.replace(from, to), readFileSync(rejects, 'utf8'));
    expect(await read(format, fileWith(mended), '--db', db)).toMatchObject({ imported: mends.length });
    expect(look(db, evidenceDrift)).toEqual([]);
  });

  test.each([
    [
      'csv',
      'topic_id,minutes,study_date\nother,5,2026-09-20\nother,5,"2026-09-20\n',
      'a quote is opened and never closed',
    ],
    ['csv', 'topic,minutes\n', 'the column topic_id is missing'],
    ['json', '[{"topics":[{"topic_id":"other","minutes":5}],"study_date":"2026-09-20"}', 'the list does not end'],
    ['toggl', 'Project\n', 'the column "start date" is missing'],
  ])('%s: a file that is wrong as a whole cannot be imported without its bad rows', async (format, text, message) => {
    const db = await startedDatabase();
    const { code, err } = await box.run('import', format, fileWith(text), '--db', db, '--skip-bad', newFile('txt'));
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining(message) });
    expect(contentOf(db).sessions).toEqual([]);
  });
});

const intervals = (tags: readonly string[][]) =>
  JSON.stringify(
    tags.map((own, i) => ({ start: `202609${10 + i}T170000Z`, end: `202609${10 + i}T180000Z`, tags: own })),
  );

describe('what labels mean', () => {
  test('it is remembered, and one undo takes back sessions and what was remembered', async () => {
    const db = await startedDatabase();
    const before = contentOf(db);
    const file = fileWith(intervals([['lake'], ['job'], ['lake', 'lab', 'late night']]));
    expect((await box.run('import', 'timewarrior', file, '--db', db)).code).toBe(2);
    expect(contentOf(db)).toEqual(before);
    const done = await read('timewarrior', file, '--db', db, '--map', 'lake=3.3', '--map', 'job=-');
    expect(done).toMatchObject({ imported: 2, left_out: { skipped: 1 }, remembered: true });
    const rows = (await box.ok('export', '--format', 'ndjson', '--db', db)).trimEnd().split('\n');
    expect(rows.map((row) => JSON.parse(row))).toMatchObject([
      { topics: [{ topic_id: 'data-lake', minutes: 60 }], activity: null, tags: [], source: 'timewarrior' },
      { topics: [{ topic_id: 'data-lake', minutes: 60 }], activity: 'lab', tags: ['late-night'] },
    ]);
    const more = fileWith(intervals([['lake'], ['job'], ['lake', 'lab', 'late night'], ['job', 'lake']]));
    expect(await read('timewarrior', more, '--db', db)).toMatchObject({ imported: 1, unchanged: 2, remembered: false });
    await box.ok('undo', '--db', db);
    await box.ok('undo', '--db', db);
    expect(contentOf(db)).toEqual(before);
    expect((await box.run('import', 'timewarrior', file, '--db', db)).code).toBe(2);
  });

  test('each format remembers its own; a later --map wins; a section shares the time; no label has a name', async () => {
    const db = await startedDatabase();
    const file = fileWith(intervals([['x'], []]));
    await box.ok('import', 'timewarrior', file, '--db', db, '--map', 'x=data-lake', '--map', '=other');
    const frames = fileWith('[[1789000000,1789003600,"x","f1",[],0]]');
    expect((await box.run('import', 'watson', frames, '--db', db)).code).toBe(2);
    await box.ok('import', 'watson', frames, '--db', db, '--map', 'x=storing-data');
    const done = await read('timewarrior', file, '--db', db, '--map', 'x=data-warehouse', '--on-conflict', 'update');
    expect(done).toMatchObject({ imported: 0, updated: 1, unchanged: 1 });
    const topics = (await box.ok('export', '--format', 'ndjson', '--db', db))
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row).topics.map((topic: { topic_id: string }) => topic.topic_id));
    expect(topics).toEqual([
      ['storage-systems', 'data-warehouse', 'data-lake', 'data-platform'],
      ['data-warehouse'],
      ['other'],
    ]);
  });

  test('topics of another certification, but not of two in one entry', async () => {
    const db = await startedDatabase();
    await box.ok('init', '--cert', 'gcp-pmle', '--db', db);
    const file = fileWith(intervals([['ml'], ['gcp-pmle:serving-and-scaling:serving-models']]));
    await box.ok(
      'import',
      'timewarrior',
      file,
      '--db',
      db,
      '--cert',
      'gcp-pde',
      '--map',
      'ml=gcp-pmle:training-models',
    );
    const csv = await box.ok('export', '--db', db);
    expect(csv.match(/,gcp-pmle,gcp-pmle@\d+,/g)).toHaveLength(2);
    const both = await box.run(
      'import',
      'timewarrior',
      fileWith(intervals([['ml', 'data-lake']])),
      '--db',
      db,
      '--cert',
      'gcp-pde',
    );
    expect(both).toMatchObject({ code: 4, err: expect.stringContaining('topics of two certifications') });
  });
});

describe('a session that differs', () => {
  test.each([
    ['skip', 0, 'mine'],
    ['update', 0, 'theirs'],
    ['fail', 2, 'mine'],
  ])('--on-conflict %s', async (rule, code, note) => {
    const db = databaseWith([...inventedSessions(PDE, 4)].slice(0, 3).map((session) => ({ ...session, note: 'mine' })));
    await box.ok('init', '--cert', 'gcp-pde', '--db', db);
    const before = contentOf(db);
    const csv = fileWith(
      csvOf([...inventedSessions(PDE, 4)].map((session, i) => ({ ...session, note: i < 2 ? 'theirs' : 'mine' }))),
    );
    const ended = await box.run('import', 'csv', csv, '--db', db, '--on-conflict', rule);
    expect(ended.code).toBe(code);
    const notes = contentOf(db).sessions.map((session) => (session as { note: string }).note);
    expect(notes.filter((text) => text === note).length).toBeGreaterThanOrEqual(2);
    expect(notes).toHaveLength(rule === 'fail' ? 3 : 4);
    expect(contentOf(db).drift).toEqual([]);
    if (rule !== 'fail') await box.ok('undo', '--db', db);
    expect(contentOf(db)).toEqual(before);
  });
});

describe('progress', () => {
  const long = fileWith(`${' \n'.repeat(2_500_000)}${csvOf([...inventedSessions(PDE, 2)])}`);
  test.each([
    [{ tty: true }, [], /^\rReading 5 %\rReading .*\rReading 99 %\r\u001b\[K$/s],
    [{ tty: false }, [], /^$/],
    [{ tty: true }, ['--quiet'], /^$/],
    [{ tty: true }, ['--json'], /^$/],
  ])('with %j and %j', async (world, flags, expected) => {
    const reader = sandbox({ now: NOW, ...world });
    const blanks = fileWith(readFileSync(long, 'utf8').replaceAll(' \n', '\r\n'));
    const { code, err } = await reader.run('import', 'csv', blanks, ...flags);
    expect(code).toBe(0);
    expect(err).toMatch(expected);
    reader.remove();
  });
});
