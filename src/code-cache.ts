import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname } from 'node:path';
import { arch, platform, versions } from 'node:process';
import { Script } from 'node:vm';

/** Where the compiled code of a CommonJS file is kept. V8 refuses that of another version, but does not tell processors apart. */
export const codeCacheOf = (file: string): string => `${file}.${platform}-${arch}-${versions.v8}.cache`;

/**
 * Runs a CommonJS file as Node would, from the code that was compiled when certtrack was built: compiling is half of a start. Without such
 * code, or when V8 refuses it, the file is compiled as usual. Such a file cannot `import()`; the bundle requires instead. Returns the script,
 * which can tell what has been compiled by now.
 */
export function runCached(file: string): Script {
  const script = new Script(wrap(readFileSync(file, 'utf8')), {
    filename: file,
    cachedData: readIfThere(codeCacheOf(file)),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return script;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
