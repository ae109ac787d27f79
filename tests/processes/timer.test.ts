import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Program, program } from './program.ts';

let certtrack: Program;
beforeEach(() => {
  certtrack = program();
  certtrack.ok('init', '--cert', 'gcp-pde');
});
afterEach(() => certtrack.remove());

test('of many terminals that start a timer at once, one does', async () => {
  const ended = await Promise.all(Array.from({ length: 8 }, () => certtrack.begin('start', 'sharing-data')));
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2, 2, 2, 2, 2]);
  for (const { code, err } of ended)
    if (code === 2) expect(err).toMatch(/^error: a timer is running on 4.3 Sharing data since \d\d:\d\d/);
});

test('of many terminals that stop it at once, one logs it', async () => {
  certtrack.ok('start', 'sharing-data', '--at', '20m ago');
  const ended = await Promise.all(Array.from({ length: 8 }, () => certtrack.begin('stop', '--keep')));
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 3, 3, 3, 3, 3, 3, 3]);
  expect(JSON.parse(certtrack.ok('sessions', '--json'))).toMatchObject([{ minutes: 20 }]);
});
