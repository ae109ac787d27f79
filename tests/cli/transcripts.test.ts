import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTranscript, replay } from '../support/transcript.ts';

const files = ['transcripts', '../errors'].flatMap((folder) => {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(path, name));
});

test.each(files)('%s still reads the same', async (file) => {
  await expect(await replay(readTranscript(file))).toMatchFileSnapshot(file);
});
