import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, labelAndTitle, slugOf } from '../../src/syllabus/naming.ts';

test.each([
  ['1.1 Selecting storage', '1.1', 'Selecting storage'],
  ['1a What it is', '1a', 'What it is'],
  ['2.10. Logs', '2.10', 'Logs'],
  ['(3) Third', '3', 'Third'],
  ['3) Third', '3', 'Third'],
  ['4: Fourth', '4', 'Fourth'],
  ['LO-1.1 Outcome', 'LO-1.1', 'Outcome'],
  ['I9 Item', 'I9', 'Item'],
  ['  1.1   Spaces  ', '1.1', 'Spaces'],
  ['Selecting storage', null, 'Selecting storage'],
  ['5G networks', null, '5G networks'],
  ['802.1X authentication', null, '802.1X authentication'],
  ['2026 in review', null, '2026 in review'],
  ['A study of storage', null, 'A study of storage'],
  ['1.1', null, '1.1'],
])('"%s" has the label %s', (text, label, title) => expect(labelAndTitle(text)).toEqual({ label, title }));

test.each([
  ['Selecting storage', 'selecting-storage'],
  ['Services & Networking', 'services-networking'],
  ["Terraform's CI/CD (v1.12)", 'terraforms-ci-cd-v1-12'],
  ['Évaluer les modèles', 'evaluer-les-modeles'],
  ['--- !', ''],
  ['データ', ''],
  ['データ 2', '2'],
])('"%s" gives the id %j', (text, id) => expect(slugOf(text)).toBe(id));

test('an id is an id, and short, whatever it is made from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(slugOf(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(slugOf(text).length).toBeLessThanOrEqual(80);
    }),
  );
});

test.each([
  ['1.1 Selecting storage', null, 'selecting-storage'],
  [{ title: '1.1 Selecting storage' }, null, '1-1-selecting-storage'],
  [{ id: 'own', title: 'Selecting storage' }, null, 'own'],
  ['Access patterns', 'storage', 'storage-access-patterns'],
  [{ text: 'Access patterns' }, 'storage', 'storage-access-patterns'],
  [{ id: 'own', text: 'Access patterns' }, 'storage', 'own'],
  ['データ', 'storage', ''],
  [{}, null, ''],
] as const)('%j under %s has the id %s', (item, parent, id) => expect(idOf(item, parent)).toBe(id));
