import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { appFor, sandbox } from '../support/app.ts';

const box = sandbox();
beforeAll(async () => {
  await box.ok('init', '--cert', 'gcp-pde', '--cert', 'gcp-pmle');
  await box.ok('log', 'sharing-data', '45m', '-a', 'lab', '--tag', 'evening', '-r', 'Data course', '--note', 'x');
});
afterAll(() => box.remove());

async function offered(...typed: string[]): Promise<string[]> {
  const out = await box.ok('__complete', ...typed);
  return out.split('\n').filter(Boolean);
}
const values = async (...typed: string[]) => (await offered(...typed)).map((line) => line.split('\t')[0]);

test.each<[string[], string[]]>([
  [['add-s'], ['add-session']],
  [['lo'], ['log']],
  [
    ['backup', ''],
    ['create', 'verify', 'restore'],
  ],
  [['cert', 'u'], ['use']],
  [['add-session', 'sharing'], ['sharing-data']],
  [
    ['log', 'sharing-data', '3.'],
    ['3.1', '3.2', '3.3', '3.4'],
  ],
  [['log', '--', '4.3'], ['4.3']],
  [
    ['log', '-a', 'r'],
    ['reading', 'recall'],
  ],
  [['log', '--activity=la'], ['--activity=lab']],
  [['log', '--tag', ''], ['evening']],
  [['log', '-r', 'Data'], ['Data course']],
  [['log', '--cert', 'gcp-pmle', 'deep'], []],
  [['--cert', 'gcp-pde', 'log', 'sharing'], ['sharing-data']],
  [
    ['log', '--cert', ''],
    ['gcp-pde', 'gcp-pmle'],
  ],
  [['log', '--conf'], ['--confidence']],
  [['log', '--js'], ['--json']],
  [['log', '-c', ''], []],
  [['init', '--cert', 'gcp-pmle@2026'], ['gcp-pmle@2026']],
  [['syllabus', 'show', 'gcp-pde@2019'], ['gcp-pde@2019']],
  [
    ['exam', ''],
    ['book', 'passed', 'failed'],
  ],
  [['status', '--format', 'm'], ['md']],
  [['edit', 'la'], ['last']],
  [['edit', 'last', ''], []],
  [['config', 'get', 'timer'], ['timer-max']],
  [['backup', 'restore', 'new'], ['newest']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['help', 'dat'], ['dates']],
  [['export', '-o', ''], [':files']],
  [['syllabus', 'validate', 'x'], [':files']],
  [
    ['import', 'time'],
    ['timewarrior', 'timeclock'],
  ],
  [['import', 'mo'], ['mocks']],
  [['import', 'csv', ''], [':files']],
  [
    ['export', '--what', ''],
    ['sessions', 'topics', 'mocks', 'all'],
  ],
  [
    ['export', '--format', ''],
    ['csv', 'json', 'ndjson', 'md', 'timeclock'],
  ],
  [['plan', 'export', '--format='], ['--format=ics']],
  [['review', 'rate', 'sharing'], ['sharing-data']],
  [
    ['review', 'rate', 'sharing-data', ''],
    ['again', 'hard', 'good', 'easy'],
  ],
  [['status', '--explain', 'sharing'], ['sharing-data']],
  [['status', '--explain=sharing'], ['--explain=sharing-data']],
  [['status', '--explain', '--jso'], ['--json']],
  [['add-mock', '--section', 'stor'], ['storing-data']],
  [
    ['config', 'set', 'color', ''],
    ['auto', 'always', 'never'],
  ],
  [['config', 'set', 'week-start', 'su'], ['sunday']],
  [['config', 'set', 'db', ''], [':files']],
  [['config', 'set', 'retention', ''], []],
  [['migrate', '--to', 'gcp-pde@2019'], ['gcp-pde@2019']],
  [['log', '--to', ''], []],
  [['nonsense', 'x'], []],
])('%j offers %j', async (typed, expected) => {
  expect(await values(...typed)).toEqual(expected);
});

test('a topic, a session and a command say what they are', async () => {
  expect(await offered('log', 'sharing')).toEqual(['sharing-data\t4.3 Sharing data']);
  expect((await offered('show', ''))[1]).toMatch(/^[0-9a-f]{4}\t2026-09-22 45 m lab on 4\.3 Sharing data$/);
  expect(await offered('undo', '')).toEqual([]);
  expect(await offered('und')).toEqual(['undo\ttake back the last change']);
});

test('every command and every option of the program is offered', async () => {
  const program = buildProgram(
    appFor(box),
    async () => {},
    () => {},
  );
  const walk = async (command: Command, path: string[]): Promise<void> => {
    const options = await values(...path, '--');
    for (const { long } of [...command.options, ...program.options]) expect(options, path.join(' ')).toContain(long);
    if (command.commands.length === 0) return;
    expect(await values(...path, '')).toEqual(command.commands.flatMap((child) => [child.name(), ...child.aliases()]));
    for (const child of command.commands) await walk(child as Command, [...path, child.name()]);
  };
  await walk(program, []);
});

test('without a database, or with a damaged one, only what is in the program is offered, and nothing fails', async () => {
  const bad = join(box.folder, 'bad.db');
  writeFileSync(bad, 'Dear diary'.repeat(500));
  for (const db of [bad, join(box.folder, 'none.db')]) {
    expect(await box.run('__complete', 'log', '--db', db, 'sh')).toEqual({ code: 0, out: '', err: '' });
    expect(await values('--db', db, 'und')).toEqual(['undo']);
  }
});

test('control characters of the log never reach the shell', async () => {
  await box.ok('log', 'other', '5m', '--tag', 'a\u001b[31mb', '-r', 'one\ttwo\nthree');
  for (const option of ['--tag', '--resource'])
    for (const line of await offered('log', option, ''))
      expect(line).toMatch(/^[^\u0000-\u0008\u000a-\u001f]*\t[^\u0000-\u001f]*$/);
});
