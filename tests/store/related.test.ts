import { expect, test } from 'vitest';
import type { RelatedTopics } from '../../src/domain/related.ts';
import { derived } from '../../src/store/derived.ts';
import { openStore } from '../../src/store/open.ts';
import { relatedTo, saveRelated } from '../../src/store/related.ts';

const link = (topicId: string, share = 0.5): RelatedTopics => ({
  from: { certId: 'a', topicId },
  to: { certId: 'b', topicId: 'x' },
  share,
  reason: 'same product',
});
const LINKS = [link('one'), link('two')];

test('links that are kept already are not written, whatever their order, and what was derived from them stays', () => {
  const db = openStore(':memory:');
  saveRelated(db, LINKS);
  derived(db, 'judgement', 'basis', () => 1);
  const written = () => db.prepare('SELECT total_changes()').pluck().get();
  const before = written();
  saveRelated(db, LINKS.toReversed());
  expect(written()).toBe(before);
  expect(derived(db, 'judgement', 'basis', () => 2)).toBe(1);
  db.close();
});

test('other links take their place, and what was derived is made anew', () => {
  const db = openStore(':memory:');
  saveRelated(db, LINKS);
  derived(db, 'judgement', 'basis', () => 1);
  saveRelated(db, [link('one', 0.8)]);
  expect(relatedTo(db, 'b')).toEqual([link('one', 0.8)]);
  expect(derived(db, 'judgement', 'basis', () => 2)).toBe(2);
  db.close();
});

test('links are kept all or none', () => {
  const db = openStore(':memory:');
  saveRelated(db, LINKS);
  expect(() => saveRelated(db, [link('three'), link('three')])).toThrow();
  expect(relatedTo(db, 'b')).toEqual(LINKS);
  db.close();
});
