import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { type Program, program } from './program.ts';

let certtrack: Program;
beforeEach(() => {
  certtrack = program();
  certtrack.ok('init', '--cert', 'gcp-pde');
});
afterEach(() => certtrack.remove());

const ENTER = '\r';
const DOWN = '\u001b[B';
const CTRL_C = '\u0003';

/** Runs a command at a real terminal (`script` makes one) and types each answer once its question is on the screen. */
function typed(
  words: string,
  answers: readonly (readonly [question: string, keys: string])[],
): Promise<{ code: number | null; screen: string }> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', `${certtrack.env.CERTTRACK} ${words}`, '/dev/null'], {
      env: certtrack.env,
      timeout: 60_000,
    });
    const waiting = [...answers];
    let screen = '';
    let seen = 0;
    child.stdout.on('data', (bytes) => {
      screen += bytes;
      const [next] = waiting;
      const at = next === undefined ? -1 : stripVTControlCharacters(screen).indexOf(next[0], seen);
      if (next === undefined || at < 0) return;
      waiting.shift();
      seen = at + next[0].length;
      // Let the question settle: keys typed while it is still being drawn are lost.
      setTimeout(() => child.stdin.write(next[1]), 300);
    });
    child.on('close', (code) => resolve({ code, screen: stripVTControlCharacters(screen) }));
  });
}

describe('at a terminal', () => {
  beforeEach(needs('a terminal'));

  test('add-session asks, says what it will save, and saves it', async () => {
    const { code, screen } = await typed('add-session', [
      ['type to search', 'dataplex'],
      ['3.4 Designing for a data platform', ENTER],
      ['How long?', `45m${ENTER}`],
      ['What did you do?', `${DOWN}${ENTER}`],
      ['How well do you know it', ENTER],
      ['Note?', `federated governance${ENTER}`],
      ['Save 45 m reading on 3.4 Designing for a data platform?', ENTER],
    ]);
    expect(screen).toContain('Logged 45 m reading on 3.4 Designing for a data platform');
    expect(code).toBe(0);
    expect(JSON.parse(certtrack.ok('sessions', '--json'))).toMatchObject([
      { note: 'federated governance', minutes: 45 },
    ]);
  });

  test.each([
    ['at the first question', [['type to search', CTRL_C]]],
    [
      'at a later one',
      [
        ['type to search', ENTER],
        ['How long?', CTRL_C],
      ],
    ],
  ] as const)('Ctrl-C %s ends with 130 and saves nothing', async (_, answers) => {
    const { code, screen } = await typed('add-session', answers);
    expect(screen).toContain('cancelled; nothing was saved');
    expect(code).toBe(130);
    expect(certtrack.ok('sessions', '--json')).toBe('[]\n');
  });

  test('review is answered with one key, which is saved at once', async () => {
    certtrack.ok('review', 'add', '3.1', '3.2', '--quiet');
    const { code, screen } = await typed('review', [
      ['1/2 3.1 Selecting storage systems', '3'],
      ['2/2 3.2 Planning for using a data warehouse', CTRL_C],
    ]);
    expect(screen).toContain('3.1 Selecting storage systems good');
    expect(screen).toContain('stopped; 1 answer saved');
    expect(code).toBe(130);
    expect(JSON.parse(certtrack.ok('sessions', '--json'))).toMatchObject([{ activity: 'recall', confidence: 4 }]);
  });
});
