import { expect, test } from 'vitest';
import { lifeOf } from '../../src/domain/certification-life.ts';
import type { ExamFacts } from '../../src/domain/edition.ts';
import type { ExamResult } from '../../src/domain/exam-result.ts';
import { addYears, type LocalDate } from '../../src/domain/local-date.ts';
import { readSyllabus } from '../../src/syllabus/library.ts';

const { exam: GOOGLE } = readSyllabus(new URL('../../syllabi/gcp-pde@2025.yaml', import.meta.url).pathname);
const SILENT: ExamFacts = { ...GOOGLE, validityYears: null, renewal: [], retake: null };
const day = (text: string) => text as LocalDate;
const results = (...words: string[]): ExamResult[] =>
  words.map((word, i) => ({
    id: String(i),
    certId: 'c',
    editionId: 'c@1',
    examDate: day(word.slice(1)),
    passed: word.startsWith('+'),
    note: null,
    prediction: null,
    createdAt: 0,
    deletedAt: null,
  }));

test.each<[string, string[], string, object]>([
  ['nothing sat', [], '2026-10-16', { state: 'preparing' }],
  ['a result in the future', ['+2027-01-01'], '2026-10-16', { state: 'preparing' }],
  [
    'a pass holds for two years, to be renewed in the last sixty days',
    ['+2026-10-16'],
    '2026-10-17',
    { state: 'held', passedOn: '2026-10-16', expiresOn: '2028-10-16', renewalFrom: '2028-08-17' },
  ],
  ['the day it expires still counts', ['+2026-10-16'], '2028-10-16', { state: 'held' }],
  ['after that it has expired', ['+2026-10-16'], '2028-10-17', { state: 'expired' }],
  ['a first fail waits 14 days', ['-2026-10-16'], '2026-10-16', { earliestRetake: '2026-10-30', attemptsLeft: 3 }],
  ['a second 60', ['-2026-10-16', '-2026-11-01'], '2026-11-02', { earliestRetake: '2026-12-31', attemptsLeft: 2 }],
  [
    'a third a year',
    ['-2026-01-01', '-2026-02-01', '-2026-05-01'],
    '2026-05-02',
    { earliestRetake: '2027-05-01', attemptsLeft: 1 },
  ],
  [
    'after four in two years the oldest must be two years past',
    ['-2026-01-10', '-2026-02-01', '-2026-05-01', '-2027-05-02'],
    '2027-05-03',
    { earliestRetake: '2028-05-01', attemptsLeft: 0 },
  ],
  [
    'years after the last fail every attempt is there again',
    ['-2020-01-01', '-2020-03-01', '-2020-06-01', '-2021-06-01'],
    '2026-10-17',
    { earliestRetake: '2022-06-01', attemptsLeft: 4 },
  ],
  ['attempts over two years ago no longer count', ['-2024-01-01', '-2026-10-16'], '2026-10-17', { attemptsLeft: 3 }],
  ['fails before a pass no longer count', ['-2026-01-01', '+2026-02-01'], '2026-03-01', { state: 'held' }],
  ['a fail while it is held changes nothing', ['+2026-01-01', '-2026-05-01'], '2026-06-01', { state: 'held' }],
  [
    'a fail after it expired is a fail',
    ['+2020-01-01', '-2026-05-01'],
    '2026-06-01',
    { state: 'failed', earliestRetake: '2026-05-15', attemptsLeft: 3 },
  ],
])('%s', (_, words, today, expected) => expect(lifeOf(results(...words), GOOGLE, day(today))).toMatchObject(expected));

test('a vendor that says nothing leaves it unknown', () => {
  expect(lifeOf(results('+2026-01-01'), SILENT, day('2036-01-01'))).toEqual({
    state: 'held',
    passedOn: '2026-01-01',
    expiresOn: null,
    renewalFrom: null,
  });
  expect(lifeOf(results('-2026-01-01'), SILENT, day('2026-01-02'))).toMatchObject({
    earliestRetake: null,
    attemptsLeft: null,
  });
});

test.each([
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2026-10-31', 0.25, '2027-01-31'],
  ['2026-12-31', 2, '2028-12-31'],
])('%s and %d years is %s', (from, years, to) => expect(addYears(day(from), years)).toBe(to));
