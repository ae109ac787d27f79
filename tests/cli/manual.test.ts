import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HELP_TOPICS } from '../../src/cli/help-topics.ts';
import { manualPage } from '../../src/cli/manual.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { appFor, sandbox } from '../support/app.ts';
import { needs } from '../support/needs.ts';

const box = sandbox();
const file = join(box.folder, 'certtrack.1');
const program = buildProgram(
  appFor(box),
  async () => {},
  () => {},
);
const page = manualPage(program, { version: '1.2.3', date: '2026-11-25' });
beforeAll(() => writeFileSync(file, page));
afterAll(() => box.remove());

function leaves(command: Command, path: string[] = []): { name: string; command: Command }[] {
  return command.commands.length === 0
    ? [{ name: path.join(' '), command }]
    : command.commands.flatMap((child) => leaves(child as Command, [...path, child.name()]));
}

test('is good style to the last line', (context) => {
  needs('mandoc')(context);
  const { stdout, stderr } = spawnSync('mandoc', ['-Tlint', '-Wall', file], { encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
});

test('man shows every command, option, example and topic as it is typed', (context) => {
  needs('man')(context);
  const { stdout, stderr } = spawnSync('man', ['--warnings', '-l', file], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '200', MAN_KEEP_FORMATTING: '', LC_ALL: 'C.UTF-8' },
  });
  expect(stderr).toBe('');
  for (const { name, command } of leaves(program)) {
    expect(stdout).toMatch(new RegExp(`^ {3}${name}\\b`, 'm'));
    for (const { flags } of command.options) expect(stdout, name).toContain(flags);
  }
  expect(stdout).toContain('certtrack add-session sharing-data 45m -a lab -m "Analytics Hub lab"');
  for (const { text } of Object.values(HELP_TOPICS))
    for (const line of text.split('\n').filter(Boolean)) expect(stdout).toContain(line.trim());
});

test('a line never begins with what roff takes for a request', () => {
  const requests = page.split('\n').filter((line) => /^[.']/.test(line));
  expect(requests.filter((line) => !/^\.(TH|SH|SS|PP|TP|B|I|nf|fi)\b/.test(line))).toEqual([]);
});
