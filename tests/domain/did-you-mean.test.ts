import { expect, test } from 'vitest';
import { didYouMean } from '../../src/domain/did-you-mean.ts';

const KNOWN = ['sharing-data', 'storing-data', 'BigQuery', 'lab', 'lap', 'lad', 'law', 'video'];

test.each([
  ['sharng-data', ['sharing-data', 'storing-data']],
  ['bigqurey', ['BigQuery']],
  ['VIDOE', ['video']],
  ['lax', ['lab', 'lad', 'lap']],
  ['lab', ['lab', 'lad', 'lap']],
  ['kubernetes', []],
])('"%s" suggests %j', (typed, suggestions) => expect(didYouMean(typed, KNOWN)).toEqual(suggestions));

test('swapped letters are one mistake', () => expect(didYouMean('vidoe', ['video'])).toEqual(['video']));

test('half of a name must be right', () => {
  expect(didYouMean('lobs', ['lab'])).toEqual([]);
  expect(didYouMean('labs', ['lab'])).toEqual(['lab']);
});

test('a name known twice is suggested once', () => expect(didYouMean('vide', ['video', 'video'])).toEqual(['video']));
