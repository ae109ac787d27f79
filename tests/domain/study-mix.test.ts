import { expect, test } from 'vitest';
import type { Activity } from '../../src/domain/activity.ts';
import { studyMix } from '../../src/domain/study-mix.ts';

const SECTIONS = [{ id: 'storing', topics: [{ id: 'lakes' }, { id: 'warehouses' }] }];

function mixOf(minutes: Partial<Record<Activity, number>>, questions = 0) {
  const totals = Object.entries(minutes).map(([activity, own]) => ({
    topicId: 'lakes',
    activity: activity as Activity,
    minutes: own,
    questions: activity === 'practice' ? questions : 0,
  }));
  return studyMix(SECTIONS, totals)[0];
}

test.each([
  ['nine hours of video and nothing else', { video: 540 }, 0, 'only_passive'],
  ['little of it yet', { video: 179 }, 0, null],
  ['hardly any doing', { reading: 300, lab: 60 }, 0, 'mostly_passive'],
  ['a fifth of doing, no question', { reading: 240, lab: 60 }, 0, 'no_questions'],
  ['questions answered', { reading: 240, practice: 60 }, 10, null],
  ['labs alone, no question', { lab: 400 }, 0, 'no_questions'],
  ['nothing', {}, 0, null],
])('%s', (_, minutes, questions, warning) => expect(mixOf(minutes, questions)?.warning).toBe(warning));

test('topics add up to their section; others are left out', () => {
  const [mix] = studyMix(SECTIONS, [
    { topicId: 'lakes', activity: 'video', minutes: 30, questions: 0 },
    { topicId: 'warehouses', activity: 'video', minutes: 20, questions: 0 },
    { topicId: 'warehouses', activity: '', minutes: 5, questions: 3 },
    { topicId: 'other', activity: 'lab', minutes: 999, questions: 9 },
  ]);
  expect(mix).toMatchObject({ passive: 50, active: 0, questions: 3 });
  expect([...(mix?.minutes ?? [])]).toEqual([
    ['video', 50],
    ['', 5],
  ]);
});
