import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { afterAll, describe, expect, test } from 'vitest';
import { SETTINGS } from '../src/app/settings.ts';
import { HELP_TOPICS } from '../src/cli/help-topics.ts';
import { buildProgram } from '../src/cli/program.ts';
import { EXIT_CODES } from '../src/errors.ts';
import { SESSION_COLUMNS } from '../src/transfer/sessions-csv.ts';
import { appFor, PACKAGE, sandbox } from './support/app.ts';
import { readTranscript, words } from './support/transcript.ts';

const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');

function everyCommand(command: Command, path: string[] = []): { path: string[]; command: Command }[] {
  return command.commands.flatMap((child) => {
    const own = [...path, child.name()];
    return [{ path: own, command: child as Command }, ...everyCommand(child as Command, own)];
  });
}

const box = sandbox();
afterAll(box.remove);
const program = buildProgram(
  appFor(box),
  async () => {},
  () => {},
);
const commands = everyCommand(program);

describe.each(commands.map(({ path, command }) => ({ name: path.join(' '), path, command })))(
  '$name',
  ({ name, path, command }) => {
    test('is in the README', () => {
      expect(readme).toMatch(new RegExp(`certtrack ${path[0]}\\b|\`${path[0]}`));
      if (path[1]) expect(readme, `${name} is missing`).toMatch(new RegExp(`${path[0]} [a-z|\\\\]*\\b${path[1]}\\b`));
    });

    test('has help that starts with an example of it and says what it is', async () => {
      const help = await box.ok(...path, '--help');
      const [first, example] = help.split('\n');
      expect(first).toBe('Examples:');
      expect(example).toContain(`certtrack ${path.join(' ')}`);
      expect(command.summary()).not.toBe('');
    });

    test('explains every option and argument', () => {
      for (const { flags, description } of command.options) expect(description, flags).not.toBe('');
      for (const argument of command.registeredArguments) expect(argument.description, argument.name()).not.toBe('');
    });

    test('has its options in the README', () => {
      for (const { long } of command.options) expect(readme, `${name} ${long}`).toContain(String(long));
    });
  },
);

test('every option of every command is in the README', () => {
  for (const { long } of program.options) expect(readme).toContain(String(long));
});

test('exit codes are the same in the code, in help and in the README', async () => {
  const codes = [...new Set([0, ...Object.values(EXIT_CODES)])].sort((a, b) => a - b);
  const help = HELP_TOPICS['exit-codes']?.text ?? '';
  expect([...help.matchAll(/^(\d+) /gm)].map(([, code]) => Number(code))).toEqual(codes);
  expect([...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code))).toEqual(codes);
});

test('help topics, settings and CSV columns are documented', () => {
  for (const topic of Object.keys(HELP_TOPICS)) expect(readme).toContain(`help ${topic}`);
  for (const key of Object.keys(SETTINGS)) expect(readme).toContain(key);
  expect((HELP_TOPICS.csv?.text ?? '').replace(/\s+/g, ' ')).toContain(SESSION_COLUMNS.join(', '));
});

test('the first screen of the README is what certtrack prints', () => {
  const [, shown = ''] = /```console\n([^`]*)```/.exec(readme) ?? [];
  const transcript = readTranscript(join(PACKAGE, 'tests/cli/transcripts/readme.txt'));
  const printed = transcript.slice(transcript.indexOf('$ certtrack add-session')).replace(/^ {4}/gm, '');
  expect(shown.replaceAll('\n\n$', '\n$')).toBe(printed);
});

/** `sh` blocks whose lines start with `certtrack` are run in order, in one sandbox. */
test('every example in the README runs', async () => {
  const reader = sandbox({ now: '2026-11-22T21:30:00+01:00', answers: [] });
  try {
    const blocks = [...readme.matchAll(/```sh\n([^`]*)```/g)].map(([, block]) => block ?? '');
    const lines = blocks.flatMap((block) => block.split('\n')).filter((line) => line.startsWith('certtrack '));
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) {
      const argv = words(line.replace(/\s+#.*$/, '').replaceAll('{file}', join(reader.folder, 'x'))).slice(1);
      const { code, err } = await reader.run(
        ...argv.map((word) => (/\.(csv|ics|yaml)$/.test(word) ? join(reader.folder, word) : word)),
      );
      expect(err, line).toSatisfy((text: string) => text === '' || text.startsWith('Wrote '));
      expect(code, line).toBe(0);
    }
  } finally {
    reader.remove();
  }
});
