import fc from 'fast-check';
import wcwidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { clustersOf, shortened, widthOf } from '../../src/render/width.ts';
import { mixedText } from './scripts.ts';

test('text of mixed scripts has the width that terminals give it', () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      expect(widthOf(text)).toBe(wcwidth(text));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['Хранение', 8],
  ['데이터'.normalize('NFD'), 6],
  ['e\u0301\u0323', 1],
  ['ᄒ', 2],
  ['👩‍💻', 2],
  ['👍🏽', 2],
  ['🇩🇪🇫🇷', 4],
  ['❤', 1],
  ['❤️', 2],
  ['1️⃣', 2],
  ['नमस्ते', 4],
  ['अभ्यास', 4],
  ['\u0301', 0],
  ['', 0],
])('"%s" takes %i columns', (text, columns) => expect(widthOf(text)).toBe(columns));

describe('shortened', () => {
  test('text is at most as wide as asked, as long as it can be, and broken between clusters', () => {
    fc.assert(
      fc.property(mixedText, fc.integer({ min: 2, max: 60 }), (text, width) => {
        const short = shortened(text, width);
        expect(wcwidth(short)).toBeLessThanOrEqual(width);
        if (wcwidth(text) <= width) {
          expect(short).toBe(text);
          return;
        }
        const kept = short.slice(0, -1);
        expect(short.endsWith('…')).toBe(true);
        expect(text.startsWith(kept)).toBe(true);
        const clusters = [...clustersOf(text)].map((cluster) => cluster.text);
        const whole = clusters.map((_, i) => clusters.slice(0, i).join('').trimEnd());
        expect(whole).toContain(kept);
        // A wide cluster may have missed by one, and spaces before the ellipsis are dropped.
        if (!/\s/.test(text)) expect(wcwidth(short)).toBeGreaterThanOrEqual(width - 1);
      }),
    );
  });

  test.each(['a\u0301', '\u0301', 'क्', '👩\u200d', '한', '1\ufe0f'])(
    '%j, however often, is measured at once',
    (unit) => {
      const text = unit.repeat(300_000);
      expect(widthOf(shortened(text, 40))).toBeLessThanOrEqual(40);
    },
  );
});
