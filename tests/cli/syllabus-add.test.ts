import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type Sandbox, sandbox } from '../support/app.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
});
afterEach(() => box.remove());

const guide = (topics: readonly string[], edition = '1') =>
  `certification: c\nedition: "${edition}"\ntitle: C\nvendor: V\nsections:\n  - title: S\n    topics:\n${topics.map((topic) => `      - ${topic}\n`).join('')}`;
const write = (text: string, name = 'guide.yaml') => {
  const file = join(box.folder, name);
  writeFileSync(file, text);
  return file;
};
/** Every row of the log, and the guides in it. */
const stored = () => {
  const db = openStore(join(box.folder, 'data', 'certtrack.db'));
  try {
    return ['edition', 'track', 'session', 'session_topic', 'topic_day'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    );
  } finally {
    db.close();
  }
};

test('undo takes a guide away again, and the change of one exactly', async () => {
  await box.ok('syllabus', 'add', write(guide(['{ id: a, title: A }'])));
  await box.ok('undo');
  expect(stored()[0]).toEqual([]);
  await box.ok('redo');
  await box.ok('init', '--cert', 'c');
  await box.ok('log', 'a', '1h');
  const before = stored();
  await box.ok('syllabus', 'add', write(guide(['{ id: a, title: Another }', 'New one'])));
  expect(stored()).not.toEqual(before);
  await box.ok('undo');
  expect(stored()).toEqual(before);
});

test('all progress is kept when titles, labels and the order change', async () => {
  await box.ok('syllabus', 'add', write(guide(['{ id: a, label: 1, title: A }', '{ id: b, label: 2, title: B }'])));
  await box.ok('init', '--cert', 'c');
  await box.ok('log', 'a', '1h', '--score', '3/4');
  const [, tracks, ...log] = stored();
  await box.ok('syllabus', 'add', write(guide(['{ id: b, label: 1, title: Two }', '{ id: a, label: 2, title: One }'])));
  expect(stored().slice(1)).toEqual([tracks, ...log]);
  const topics = JSON.parse(await box.ok('export', '--what', 'topics', '--json')) as readonly object[];
  expect(topics).toContainEqual(expect.objectContaining({ topic_id: 'a', minutes: 60, correct: 3 }));
});

test('only topics with study logged are worth a question', async () => {
  await box.ok('syllabus', 'add', write(guide(['{ id: a, title: A }', '{ id: b, title: B }'])));
  await box.ok('init', '--cert', 'c');
  await box.ok('log', 'a', '1h');
  await box.ok('log', 'other', '1h');
  const before = stored();
  const gone = write(guide(['{ id: b, title: B }']));
  expect(await box.run('syllabus', 'add', gone)).toMatchObject({
    code: 2,
    err: expect.stringContaining('a (1h logged)'),
  });
  box.world.answers = [false];
  expect(await box.run('syllabus', 'add', gone)).toMatchObject({ code: 130 });
  expect(stored()).toEqual(before);
  box.world.answers = [true];
  await box.ok('syllabus', 'add', gone);
  expect(stored().slice(1)).toEqual(before.slice(1));
  await box.ok('undo');
  await box.ok('syllabus', 'add', write(guide(['{ id: a, title: A }'])));
});

test('a guide that ships cannot be replaced, and a bad one changes nothing', async () => {
  const shipped = write(guide(['A']).replace('certification: c', 'certification: gcp-pde').replace('"1"', '"2025"'));
  expect(await box.run('syllabus', 'add', shipped)).toMatchObject({
    code: 2,
    err: expect.stringContaining('2025-mine'),
  });
  await box.ok('syllabus', 'add', write(guide(['A'])));
  const before = stored();
  expect(await box.run('syllabus', 'add', write('sections: [*a]\n'))).toMatchObject({ code: 4 });
  expect(await box.run('syllabus', 'add', join(box.folder, 'missing.yaml'))).toMatchObject({ code: 3 });
  expect(stored()).toEqual(before);
});

test('a certification without an edition is its current one, shipped or added', async () => {
  const own = guide(['A'], '2027').replace('certification: c', 'certification: gcp-pde');
  await box.ok('syllabus', 'add', write(own));
  expect(await box.ok('syllabus', 'show', 'gcp-pde')).toContain('gcp-pde@2025');
  await box.ok('syllabus', 'add', write(`${own}as_of: 2027-01-01\n`));
  expect(await box.ok('syllabus', 'show', 'gcp-pde')).toContain('gcp-pde@2027');
  await box.ok('syllabus', 'add', write(guide(['A'], '1')));
  await box.ok('syllabus', 'add', write(`${guide(['A'], '2')}status: superseded\n`));
  expect(await box.ok('init', '--cert', 'c')).toContain('c@1');
});

test('adding in a dry run makes no database', async () => {
  expect(await box.ok('syllabus', 'add', write(guide(['A'])), '--dry-run')).toContain('Added');
  expect((await box.run('status')).code).toBe(3);
});
