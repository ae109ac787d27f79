import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeCacheOf, runCached } from '../src/code-cache.ts';

/** Keeps, beside the program, what V8 has compiled of it by the end of the command given, also one that fails. Run by the build in the package's folder. */
const dist = resolve('dist');
for (const name of readdirSync(dist)) if (name.endsWith('.cache')) rmSync(join(dist, name));
const file = join(dist, 'main.cjs');
const script = runCached(file);
process.once('exit', () => {
  writeFileSync(codeCacheOf(file), script.createCachedData());
  // A build needs no database: where SQLite is missing, certtrack itself will say what to do.
  process.exitCode = 0;
});
