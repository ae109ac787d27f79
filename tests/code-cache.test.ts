import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { codeCacheOf, runCached } from '../src/code-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'certtrack-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'beside.cjs'), "module.exports = 'beside';");

/**
 * A CommonJS file, of the same length whatever the letter: V8 tells sources apart by their length. Each test has its own letters, because V8 does not
 * look at a cache for code that it has compiled in this process.
 */
function written(letter: string): string {
  const file = join(folder, `${letter}.cjs`);
  writeFileSync(
    file,
    `const later = () => require('node:fs').appendFileSync(__filename + '.ran', require('./beside.cjs') + ' ${letter};'); later();`,
  );
  return file;
}

const ran = (file: string) => readFileSync(`${file}.ran`, 'utf8');

test('a file runs as Node would run it, and again from what was compiled', () => {
  const file = written('a');
  writeFileSync(codeCacheOf(file), runCached(file).createCachedData());
  expect(runCached(file).cachedDataRejected).toBe(false);
  expect(ran(file)).toBe('beside a;beside a;');
});

test.each<[string, string, (compiled: Buffer) => Buffer]>([
  ['empty', 'bc', () => Buffer.alloc(0)],
  ['no compiled code', 'de', () => Buffer.from('what is this')],
  ['cut', 'fg', (compiled) => compiled.subarray(0, compiled.length - 8)],
  [
    'of another version of V8',
    'hi',
    (compiled) => Buffer.from(compiled.map((byte, at) => (at === 4 ? byte ^ 1 : byte))),
  ],
])('a cache that is %s is refused, and the file is compiled', (_problem, letters, spoiled) => {
  const [other = '', letter = ''] = letters;
  const compiled = runCached(written(other)).createCachedData();
  const file = written(letter);
  writeFileSync(codeCacheOf(file), spoiled(compiled));
  expect(runCached(file).cachedDataRejected).toBe(true);
  expect(ran(file)).toBe(`beside ${letter};`);
});
