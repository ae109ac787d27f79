import { expect, test } from 'vitest';
import { ACTIVITIES, parseActivity } from '../../src/domain/activity.ts';

test.each(ACTIVITIES)('"%s" is read by its name', (name) => expect(parseActivity(name)).toBe(name));

test.each([
  ['LAB', 'lab'],
  ['prac', 'practice'],
  ['v', 'video'],
  ['rea', 'reading'],
  ['rec', 'recall'],
  ['re', undefined],
  ['labs', undefined],
  ['', undefined],
])('"%s" is the activity %s', (text, activity) => expect(parseActivity(text)).toBe(activity));
