import { expect, test } from 'vitest';
import { entriesFromTimeclock } from '../../src/transfer/timeclock.ts';
import { told } from './told.ts';

test('pairs, comments, several at once, one that still runs', () => {
  const text = `; a comment
i 2026/09/22 19:00:00 study:lake  a note ; and a comment
o 2026/09/22 19:45:30
i 2026-09-22 23:30 study:mesh
i 2026-09-22 23:40 work
o 2026-09-23 00:15 study:mesh
O 2026-09-23 00:20

i 2026-09-24 9:00:00+0200
`;
  expect(told(entriesFromTimeclock, text)).toEqual([
    '2026-09-22T17:00:00 | 2026-09-22T17:45:30 | study:lake | a note',
    '2026-09-22T21:30:00 | 2026-09-22T22:15:00 | study:mesh',
    '2026-09-22T21:40:00 | 2026-09-22T22:20:00 | work',
    '2026-09-24T07:00:00 | running | ',
  ]);
});

test('what is wrong, with its line', () => {
  expect(
    told(
      entriesFromTimeclock,
      'o 2026-09-22 19:00\ni 2026-02-30 19:00 a\ni 2026-09-22 19:00 a\no 2026-09-22 18:00\nhello\n',
    ),
  ).toEqual([
    '1: a clock-out without a clock-in before it',
    '2: this is not "i DATE TIME ACCOUNT" or "o DATE TIME"',
    '4: the clock-out is before its clock-in',
    '5: this is not "i DATE TIME ACCOUNT" or "o DATE TIME"',
  ]);
});

test('the hours are those of the wall clock, as hledger counts them, in both nights of daylight saving', () => {
  const text = `i 2026-03-29 01:30:00 a
o 2026-03-29 03:30:00
i 2026-03-29 02:30:00 a
o 2026-03-29 03:30:00
i 2026-10-25 01:30:00 a
o 2026-10-25 03:30:00
`;
  expect(told(entriesFromTimeclock, text)).toEqual([
    '2026-03-29T00:30:00 | 2026-03-29T02:30:00 | a',
    '2026-03-29T01:30:00 | 2026-03-29T02:30:00 | a',
    '2026-10-24T23:30:00 | 2026-10-25T01:30:00 | a',
  ]);
});

test('comments after one space, accounts in other case, dates without leading zeros', () => {
  const text = `i 2026/1/8 11:00 data-lake ; reading
i 2026/1/8 12:00 data-warehouse
o 2026/1/8 13:00 Data-Lake ; done
o 2026/1/8 13:30 DATA-WAREHOUSE
i 2026-1-08 14:00 big query  slots ; and more
o 2026.1.8 14:30 ;done
`;
  expect(told(entriesFromTimeclock, text)).toEqual([
    '2026-01-08T10:00:00 | 2026-01-08T12:00:00 | data-lake',
    '2026-01-08T11:00:00 | 2026-01-08T12:30:00 | data-warehouse',
    '2026-01-08T13:00:00 | 2026-01-08T13:30:00 | big query | slots',
  ]);
});

test('among several open accounts nothing is guessed', () => {
  const open = 'i 2026-09-22 19:00 lake\ni 2026-09-22 19:10 mesh\n';
  expect(
    told(entriesFromTimeclock, `${open}o 2026-09-22 20:00\no 2026-09-22 20:00 lakes\no 2026-09-22 20:00 mesh\n`),
  ).toEqual([
    '3: the clock-out names none of lake and mesh, which are open',
    '4: lakes is not clocked in; lake and mesh are',
    '2026-09-22T17:10:00 | 2026-09-22T18:00:00 | mesh',
    '2026-09-22T17:00:00 | running | lake',
  ]);
  expect(told(entriesFromTimeclock, `${open}i 2026-09-22 19:20 Lake\no 2026-09-22 20:00 lake\n`)).toEqual([
    '3: lake is clocked in already, on line 1',
    '2026-09-22T17:00:00 | 2026-09-22T18:00:00 | lake',
    '2026-09-22T17:10:00 | running | mesh',
  ]);
  expect(told(entriesFromTimeclock, 'i 2026-09-22 19:00\ni 2026-09-22 19:10\no 2026-09-22 20:00\n')).toEqual([
    '2: an entry without an account is clocked in already, on line 1',
    '2026-09-22T17:00:00 | 2026-09-22T18:00:00 | ',
  ]);
});

test('the only open entry is closed by a word on how it went, not by the account of another', () => {
  const lake = 'i 2026-09-22 19:00 lake\no 2026-09-22 20:00 finished the chapter\n';
  expect(told(entriesFromTimeclock, `${lake}i 2026-09-22 20:00 mesh\no 2026-09-22 21:00 lake\n`)).toEqual([
    '2026-09-22T17:00:00 | 2026-09-22T18:00:00 | lake',
    '4: lake is not clocked in; mesh is',
    '2026-09-22T18:00:00 | running | mesh',
  ]);
});
