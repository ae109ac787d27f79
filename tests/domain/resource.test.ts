import { expect, test } from 'vitest';
import { openFor, type Resource } from '../../src/domain/resource.ts';

const resource = (url: string, topics: string[], status: Resource['status'] = 'open'): Resource => ({
  id: url,
  certId: 'gcp-pde',
  url,
  title: url,
  kind: 'course',
  topics,
  free: null,
  minutes: null,
  status,
  createdAt: 0,
  updatedAt: 0,
});

const TRACK = [
  resource('finished', ['a'], 'done'),
  resource('given up', ['a'], 'dropped'),
  resource('first', ['b', 'a']),
  resource('second', ['a']),
  resource('whole exam, finished', [], 'done'),
  resource('whole exam', []),
];

test.each([
  ['the first unfinished one of a topic', 'a', 'first'],
  ['of several topics at once', 'b', 'first'],
  ['none for a topic without any', 'c', undefined],
  ['for the whole exam, one that names no topic', null, 'whole exam'],
])('offered is %s', (_, topicId, url) => expect(openFor(TRACK, topicId)?.url).toBe(url));
