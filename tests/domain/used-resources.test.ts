import { expect, test } from 'vitest';
import { type Resource, usedResources } from '../../src/domain/resource.ts';

const course: Resource = {
  id: 'r1',
  certId: 'gcp-pde',
  url: 'https://example.test/course',
  title: 'The course',
  kind: 'course',
  topics: [],
  free: true,
  minutes: 600,
  status: 'open',
  createdAt: 0,
  updatedAt: 0,
};

test('time logged under the address and under the title is one resource; the most used comes first', () => {
  const minutes = new Map([
    ['https://example.test/course', 40],
    ['The course', 25],
    ['own cards', 90],
  ]);
  expect(usedResources([course], minutes).map(({ title, minutes: own, status }) => [title, own, status])).toEqual([
    ['own cards', 90, null],
    ['The course', 65, 'open'],
  ]);
});

test('what was never used is left out', () => expect(usedResources([course], new Map())).toEqual([]));
