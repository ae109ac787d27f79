import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeJson, visible, visibleLine } from '../../src/render/visible.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'\u0000\n\r\t\u001b\u007f\u009b\u2028\u202e\ud83d\udc4d'.split(''), 'a', '日'),
  }),
);
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

test.each([
  ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
  ['bell\u0007', 'bell␇'],
  ['del\u007f', 'del␡'],
  ['\u009b31m', '<009B>31m'],
  ['\u202egnp.exe', '<202E>gnp.exe'],
  ['zero\u200bwidth', 'zero<200B>width'],
  ['half \ud800 pair', 'half <D800> pair'],
  ['soft\u00adhyphen, word\u2060joiner', 'soft<00AD>hyphen, word<2060>joiner'],
  ['a tag \u{e0041} nobody sees', 'a tag <E0041> nobody sees'],
  ['over\rwritten', 'over␍written'],
])('%j is shown as "%s"', (text, shown) => expect(visible(text)).toBe(shown));

test.each(['plain', 'two\nlines\tand a tab', 'Grüße', '日本語', '👍🏽 👨\u200d👩\u200d👧', 'e\u0301', 'עברית', '<b>'])(
  '"%s" stays as it is',
  (text) => expect(visible(text)).toBe(text),
);

test('no character of the basic plane is left to act on a terminal', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join(' ');
  expect(visible(all)).not.toMatch(CONTROLS);
});

test('no control character survives in any text, and what is shown may be shown again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = visible(text);
      expect(shown).not.toMatch(CONTROLS);
      expect(shown).not.toMatch(/\p{Surrogate}/u);
      expect(visible(shown)).toBe(shown);
    }),
  );
});

test.each([
  ['a\nb', 'a↵b'],
  ['a\r\nb', 'a↵b'],
  ['a\tb', 'a b'],
])('%j on one line is "%s"', (text, shown) => expect(visibleLine(text)).toBe(shown));

test('a line is one line', () => {
  fc.assert(fc.property(anyText, (text) => !/[\n\r\t\u0085\u2028\u2029]/.test(visibleLine(text))));
});

test('safe JSON is the same data without a control character', () => {
  fc.assert(
    fc.property(
      fc.dictionary(anyText, fc.oneof(anyText, fc.integer(), fc.array(anyText))),
      fc.constantFrom(undefined, 2),
      (data, indent) => {
        const json = safeJson(data, indent);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(data)));
        expect(json).not.toMatch(CONTROLS);
        if (indent === undefined) expect(json).not.toContain('\n');
      },
    ),
  );
});

test('an escape in JSON is an escape', () =>
  expect(safeJson({ note: '\u001b\u007f\u202e' })).toBe('{"note":"\\u001b\\u007f\\u202e"}'));

test('JSON escapes what cannot be seen, beyond the basic plane too', () => {
  const json = safeJson('a\u{e0041}\u2060');
  expect(json).toBe('"a\\udb40\\udc41\\u2060"');
  expect(JSON.parse(json)).toBe('a\u{e0041}\u2060');
});
