import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, sandbox } from '../support/app.ts';

const ESCAPE = '\u001b[';
let box: Sandbox;
beforeEach(() => {
  box = sandbox({ tty: true });
});
afterEach(() => box.remove());

test('the colour in the settings is that of errors too', async () => {
  expect((await box.run('config', 'get', 'nonsense')).err).toContain(ESCAPE);
  await box.ok('config', 'set', 'color', 'never');
  expect((await box.run('config', 'get', 'nonsense')).err).not.toContain(ESCAPE);
  expect((await box.run('config', 'get', 'nonsense', '--color', 'always')).err).toContain(ESCAPE);
});

test('settings that cannot be read leave an error its usual colour', async () => {
  await box.ok('config', 'set', 'color', 'never');
  writeFileSync(join(box.folder, 'config', 'config.json'), 'Dear diary');
  const { code, err } = await box.run('config', 'list');
  expect(code).toBe(4);
  expect(err).toContain(ESCAPE);
});

test('the colour in the settings is that of the demo too', async () => {
  await box.ok('config', 'set', 'color', 'never');
  expect(await box.ok('demo')).not.toContain(ESCAPE);
  expect(await box.ok('demo', '--color', 'always')).toContain(ESCAPE);
});
