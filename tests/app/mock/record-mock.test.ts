import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { editEntry } from '../../../src/app/entry/edit-entry.ts';
import type { Env } from '../../../src/app/env.ts';
import { recordMock } from '../../../src/app/mock/record-mock.ts';
import type { OpenLog } from '../../../src/app/open-log.ts';
import { startTracks } from '../../../src/app/track/start-tracks.ts';
import type { LocalDate } from '../../../src/domain/local-date.ts';
import type { Mock } from '../../../src/domain/mock.ts';
import { type Sandbox, sandbox } from '../../support/app.ts';
import { envFor } from '../../support/env.ts';

let box: Sandbox;
let env: Env & OpenLog;
beforeEach(async () => {
  box = sandbox();
  env = envFor(box);
  const examDate = '2026-11-20' as LocalDate;
  await startTracks(env, ['gcp-pde'], { examDate, weeklyMinutes: 360, target: 75 });
});
afterEach(() => {
  env.close(false);
  box.remove();
});

const expectedOf = ({ prediction }: Mock) => prediction?.score ?? Number.NaN;

async function taken(date: string, score: string, minutes = 60): Promise<Mock> {
  return (await recordMock(env, { provider: `Set at ${date}`, score, date, minutes })).named.mock;
}

test('the second mock of a day is expected from the first', async () => {
  const first = await taken('2026-09-20T09:00', '48/50');
  const second = await taken('2026-09-20T14:00', '20/50');
  expect(expectedOf(second)).toBeGreaterThan(expectedOf(first));
});

test('what is told later but was taken earlier is not expected from what came after it', async () => {
  const late = await taken('2026-09-20T14:00', '48/50');
  const early = await taken('2026-09-20T09:00', '48/50');
  expect(expectedOf(early)).toBe(expectedOf(late));
});

test('a mock of the day before counts like one of the same morning: each once', async () => {
  await taken('2026-09-19T09:00', '48/50');
  const morning = expectedOf(await taken('2026-09-20T09:00', '48/50'));
  const evening = expectedOf(await taken('2026-09-20T19:00', '48/50'));
  const next = expectedOf(await taken('2026-09-21T09:00', '48/50'));
  expect(morning).toBeLessThan(evening);
  expect(evening).toBeLessThan(next);
});

test('mocks told by their day alone follow each other, whatever their length', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 4 }), async (lengths) => {
      const ends: number[] = [];
      for (const minutes of lengths) ends.push((await taken('2026-09-18', '40/50', minutes)).takenAt);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      expect(new Set(ends).size).toBe(ends.length);
    }),
    { numRuns: 5 },
  );
});

test('a time is the start, and a changed length goes with a changed time', async () => {
  const mock = await taken('2026-09-20T09:00', '40/50', 60);
  const edits = { date: '2026-09-20T10:00', minutes: 90 };
  const edited = await editEntry(env, mock.id, { kind: 'mock', edits });
  expect(edited).toMatchObject({ named: { mock: { takenAt: mock.takenAt + 90 * 60_000, minutes: 90 } } });
});
