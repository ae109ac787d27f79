import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OLD_NAMES, renamedCommand } from '../../src/cli/old-names.ts';
import { type Sandbox, sandbox } from '../support/app.ts';
import { words } from '../support/transcript.ts';

let box: Sandbox;
beforeAll(async () => {
  box = sandbox();
  await box.ok('init', '--cert', 'gcp-pde', '--exam', '2026-11-20', '--hours', '6/week');
  await box.ok('log', 'sharing-data', '45m');
  await box.ok('add-mock', '--provider', 'Set', '--score', '41/50');
  await box.ok('resource', 'add', 'https://example.com/lab', '--title', 'Storage lab');
});
afterAll(() => box.remove());

/** Each old name as people typed it, and what it says takes its place. */
test.each([
  ['status --trend', 'certtrack stats trend'],
  ['status gcp-pde --calibration', 'certtrack stats calibration gcp-pde'],
  ['sessions --calendar --weeks 4', 'certtrack stats calendar --weeks 4'],
  ['next --weak', 'certtrack status --topics'],
  ['mocks show last', 'certtrack show last-mock'],
  ['mocks edit last --minutes 80', 'certtrack edit last-mock --duration 80'],
  ['mocks provider Set official', 'certtrack edit provider:Set --profile official'],
  ['mocks provider', 'certtrack mocks'],
  [
    'plan create --hours 5/week --days mon,sat --skip 2026-10-01',
    'certtrack cert set --hours 5/week --days mon,sat, then certtrack plan skip 2026-10-01, then certtrack plan',
  ],
  ['plan show --weeks 1', 'certtrack plan --weeks 1'],
  ['plan reflow', 'certtrack plan'],
  ['plan forecast --hours 4/week', 'certtrack forecast --hours 4/week'],
  [
    'cert set gcp-pde --exam 2026-12-01 --target 75',
    'certtrack exam book 2026-12-01 gcp-pde, then certtrack cert set gcp-pde --target 75',
  ],
  ['resource done "Storage lab"', "certtrack edit 'Storage lab' --status done"],
  ['resource drop "Storage lab"', "certtrack edit 'Storage lab' --status dropped"],
  ['resource reopen "Storage lab"', "certtrack edit 'Storage lab' --status open"],
  ['review --list', 'certtrack next'],
  ['cert result fail --date 2026-09-20', 'certtrack exam failed --date 2026-09-20'],
  ['cert result pass', 'certtrack exam passed'],
  ['mocks delete last', 'certtrack delete last-mock'],
])('%s works, and says: %s', async (old, now) => {
  const { code, err } = await box.run(...words(old));
  expect(err).toContain(`is now: ${now}`);
  expect(code).toBe(0);
});

test('every old name is among them', () => {
  expect(OLD_NAMES.length).toBe(19);
  for (const old of OLD_NAMES) expect(renamedCommand(old.split(' ')).said?.old).toBe(`certtrack ${old}`);
});

test.each(['cert', 'exam', 'mocks', 'sessions', 'backup', 'syllabus', 'resource', 'config'])(
  '%s list is the bare noun, and nothing is said',
  async (noun) => {
    const listed = await box.run(noun, 'list');
    expect(listed).toEqual(await box.run(noun));
    expect(listed.err).toBe('');
  },
);

test.each(['plan create --exam 2026-12-05 --hours 5/week', 'cert set --exam 2026-12-05 --hours 5/week'])(
  'the options of every command go to each that stands for "%s"',
  (old) => {
    const { commands } = renamedCommand([...words(old), '--dry-run', '--cert', 'gcp-pde', '--db=x.db']);
    expect(commands.length).toBeGreaterThan(1);
    for (const command of commands)
      expect(command).toEqual(expect.arrayContaining(['--dry-run', '--cert', 'gcp-pde', '--db=x.db']));
  },
);

describe('several commands in the place of one', () => {
  let own: Sandbox;
  const track = async () => JSON.parse(await own.ok('cert', '--json'))[0];
  beforeEach(async () => {
    own = sandbox();
    await own.ok('init', '--cert', 'gcp-pde', '--exam', '2026-11-20', '--hours', '6/week');
  });
  afterEach(() => own.remove());

  test('save nothing under --dry-run', async () => {
    const before = await track();
    await own.ok('cert', 'set', '--exam', '2027-03-01', '--hours', '11', '--dry-run');
    await own.ok('plan', 'create', '--hours', '9', '--dry-run');
    expect(await track()).toEqual(before);
  });

  test('save nothing when one of them is refused', async () => {
    const before = await track();
    expect((await own.run('cert', 'set', '--exam', '2027-03-01', '--hours', 'many')).code).toBe(2);
    expect(await track()).toEqual(before);
  });
});

test('a note may be "last"', () => {
  expect(renamedCommand(['mocks', 'edit', 'last', '--note', 'last']).commands).toEqual([
    ['edit', 'last-mock', '--note', 'last'],
  ]);
});

test('options before the command are options of each', () => {
  expect(renamedCommand(['--cert', 'gcp-pde', 'plan', 'show']).commands).toEqual([['--cert', 'gcp-pde', 'plan']]);
});
