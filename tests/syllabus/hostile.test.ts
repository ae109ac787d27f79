import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSyllabus } from '../../src/syllabus/parse.ts';
import { sandbox } from '../support/app.ts';

const SHIPPED = readFileSync(new URL('../../syllabi/gcp-pde@2025.yaml', import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);
const messages = (file: Uint8Array) => {
  const parsed = parseSyllabus(file);
  return 'edition' in parsed ? [] : parsed.problems.map(({ message }) => message);
};
const DEEP = ['the file is nested more than 40 levels deep'];
const nested = (levels: number, unit: string) => unit.repeat(levels);
const anyBytes = (most: number) => fc.uint8Array({ maxLength: most });
const NO_ALIASES = ['YAML aliases are not read here; write the text out'];
const NO_MERGE = ['YAML merge keys are not read here; write the text out'];
const LAUGHS = [
  'a: &a [lol]',
  ...[...'bcdefghi'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
].join('\n');
const indented = (levels: number) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

test.each([
  [
    'two megabytes',
    new Uint8Array(2 * 1024 * 1024).fill(97),
    ['the file is over 1 MB; a syllabus is a few pages of text'],
  ],
  ['invalid UTF-8', new Uint8Array([0x61, 0x3a, 0xff, 0xfe]), ['the file is not UTF-8 text']],
  ['200 lists', bytes(nested(200, '[')), DEEP],
  ['100,000 lists', bytes(nested(100_000, '[')), DEEP],
  ['100,000 maps', bytes(nested(100_000, '{a: ')), DEEP],
  ['200 levels of indentation', bytes(indented(200)), DEEP],
  ['1,000 levels of indentation', bytes(indented(1000)), DEEP],
  ['100,000 dashes on one line', bytes(nested(100_000, '- ')), DEEP],
  ['100,000 question marks on one line', bytes(nested(100_000, '? ')), DEEP],
  ['100,000 dashes after an open bracket', bytes(`a: [\nb:\n${nested(100_000, '- ')}`), DEEP],
  ['101 aliases', bytes(`a: &a x\nb: [${Array(101).fill('*a').join(', ')}]\n`), NO_ALIASES],
  ['an unknown alias', bytes('certification: *nobody\n'), NO_ALIASES],
  ['an alias of itself', bytes('sections: &a [*a]\n'), NO_ALIASES],
  ['billion laughs', bytes(LAUGHS), NO_ALIASES],
  ['a merge key', bytes('%YAML 1.1\n---\n<<: 1\n'), NO_MERGE],
  ['many documents', bytes('a: 1\n---\nb: 2\n'), ['the file holds several documents; keep one']],
])('%s end in a clear problem, quickly', (_, file, expected) => {
  const start = performance.now();
  expect(messages(file)).toEqual(expected);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('a problem stands at a place of the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab:-[]{}&*<!|>\'"%@#, \n\t?'), maxLength: 60 }), (text) => {
      const parsed = parseSyllabus(bytes(text));
      if ('edition' in parsed) return;
      for (const { line, column } of parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(text.split('\n').length);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});

test('an object that cannot become text is a problem like any other', () => {
  const yaml = SHIPPED.toString().replace('status: current', 'status: { toString: 1 }');
  expect(yaml).not.toBe(SHIPPED.toString());
  expect(messages(bytes(yaml))).toEqual([expect.stringMatching(/^status: /)]);
});

test('random bytes end in problems', () => {
  fc.assert(
    fc.property(anyBytes(400), (file) => {
      expect(messages(file)).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a mutated copy of a shipped file never throws', () => {
  const piece = fc.oneof(
    anyBytes(4),
    fc.constantFrom('*a', '&a ', '<<: ', '- ', '? ', '!!set ', '\t', '"', ': ', '[').map(bytes),
  );
  const edits = fc.array(fc.record({ at: fc.nat(SHIPPED.length), drop: fc.nat(20), piece }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(edits, (list) => {
      const file = list.reduce<Uint8Array>(
        (now, { at, drop, piece: added }) => Buffer.concat([now.subarray(0, at), added, now.subarray(at + drop)]),
        SHIPPED,
      );
      expect(() => parseSyllabus(file)).not.toThrow();
    }),
    { numRuns: 150 },
  );
});

const GOOD = 'certification: c\nedition: "1"\ntitle: T\nvendor: V\nsections:\n  - title: S\n    topics:\n';
const many = (count: number, item: string) => Array(count).fill(item).join(', ');

test.each<[string, Uint8Array | string, number, RegExp]>([
  ['an alias bomb', LAUGHS, 1, /YAML aliases are not read here/],
  ['ten megabytes', new Uint8Array(10 * 1024 * 1024).fill(97), 1, /over 1 MB/],
  ['200 levels', indented(200), 1, /more than 40 levels/],
  ['a key twice', `${GOOD}      - A\ntitle: U\n`, 1, /Map keys must be unique/],
  ['100,000 topics', `${GOOD}      [${many(100_000, 'a')}]\n`, 1, /more than 10000 entries/],
  ['an id twice', `${GOOD}      - A\n      - 1.1 A\n`, 1, /id "a", made from the text, is used twice/],
  ['9,000 topics of one id', `${GOOD}      [${many(9_000, 'a')}]\n`, 101, /and \d+ more problems from here on/],
  [
    '9,000 objectives',
    `${GOOD}      - { title: A, objectives: [${many(9_000, '{}')}] }\n`,
    1,
    /objectives: must have at most 200 entries/,
  ],
  [
    '9,000 objectives as text',
    `${GOOD}      - { title: A, objectives: [${many(9_000, 'x')}] }\n`,
    101,
    /and \d+ more problems/,
  ],
  ['a title of a megabyte of spaces', `${GOOD}      - "1${'\\t'.repeat(300_000)}a\\nb"\n`, 1, /at most 300 characters/],
  ['labels without an end', `${GOOD}      - "${'1.'.repeat(400_000)}x"\n`, 1, /at most 300 characters/],
  [
    'wrong types everywhere',
    'certification: [1]\nedition: {}\ntitle: 5\nvendor: true\nexam: []\nsections: nothing\n',
    6,
    /sections: must be a list/,
  ],
  ['a tab for indentation', `${GOOD}\t- A\n`, 5, /Tabs are not allowed/],
  ['invalid UTF-8', new Uint8Array([0x61, 0x3a, 0xff, 0xfe]), 1, /not UTF-8/],
  ['UTF-16', Buffer.from(`\ufeff${GOOD}      - A\n`, 'utf16le'), 1, /not UTF-8/],
])('%s: one list of problems, exit 4, quickly, and nothing is saved', async (_, content, count, expected) => {
  const box = sandbox();
  try {
    await box.ok('init', '--cert', 'gcp-pde');
    const database = () => readFileSync(join(box.folder, 'data', 'certtrack.db'));
    const before = database();
    const file = join(box.folder, 'hostile.yaml');
    writeFileSync(file, content);
    for (const command of ['validate', 'add']) {
      // Time of the processor: other tests may run beside this one.
      const start = process.cpuUsage();
      const { code, err, out } = await box.run('syllabus', command, file, '--json');
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(1000);
      expect({ code, out }).toEqual({ code: 4, out: '' });
      const { error } = JSON.parse(err) as { error: { code: string; hint: string } };
      expect(error.code).toBe('bad_data');
      expect(error.hint).toMatch(expected);
      expect(error.hint.split('\n')).toHaveLength(count);
    }
    expect(database().equals(before)).toBe(true);
  } finally {
    box.remove();
  }
});

test.each([
  ['a BOM', `\ufeff${GOOD}      - A\n`],
  ['CRLF', `${GOOD}      - A\n`.replaceAll('\n', '\r\n')],
  ['a BOM and CRLF', `\ufeff${GOOD}      - A\n`.replaceAll('\n', '\r\n')],
])('%s is no problem', async (_, content) => {
  const box = sandbox();
  const file = join(box.folder, 'good.yaml');
  writeFileSync(file, content);
  expect(await box.ok('syllabus', 'add', file)).toContain('Added: T (c@1), 1 section, 1 topic');
  box.remove();
});
