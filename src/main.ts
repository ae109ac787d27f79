import { fstatSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import packageJson from '../package.json' with { type: 'json' };
import type { App, Output } from './cli/app.ts';
import { askAt } from './cli/ask.ts';
import { machineZone } from './cli/machine-zone.ts';
import { run } from './cli/run.ts';
import { CerttrackError } from './errors.ts';

const LOW_PRIORITY = 10;
const folders = envPaths('certtrack', { suffix: '' });

const app: App = {
  now: () => Date.now(),
  newId: async () => (await import('uuid')).v7(),
  zone: machineZone(process.env),
  env: process.env,
  stdout: outputOn(1, () => process.stdout),
  stderr: outputOn(2, () => process.stderr),
  async inBackground(argv) {
    const [{ spawn }, { setPriority }] = await Promise.all([import('node:child_process'), import('node:os')]);
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...argv], {
      detached: true,
      stdio: 'ignore',
    });
    // A process that cannot start says so as an event, which would end this one if nobody listened.
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    if (child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
    child.unref();
  },
  readStdin: async () => utf8(await (await import('node:stream/consumers')).buffer(process.stdin)),
  openFile: async (file) => void (await (await import('open')).default(file)),
  ask: askAt(isatty(0) && isatty(1)),
  folders: { data: folders.data, config: folders.config, package: join(fileURLToPath(import.meta.url), '..', '..') },
  version: packageJson.version,
};

/**
 * A stream, made when it is first written to. Its reader may go away, as `head` does: then nothing more is written, and that is no error.
 * A file or device is written to directly, because Node's stream for it neither finishes a short write nor reports a full disk in time.
 */
function outputOn(fd: number, stream: () => NodeJS.WriteStream): Output {
  let closed = false;
  let failed: Error | undefined;
  let open: NodeJS.WriteStream | undefined;
  const opened = (): NodeJS.WriteStream => {
    open ??= stream().on('error', (error: NodeJS.ErrnoException) => {
      closed = true;
      if (error.code !== 'EPIPE') failed = error;
    });
    return open;
  };
  const direct = isFile(fd);
  return {
    isTTY: isatty(fd),
    columns: () => (isatty(fd) ? stream().columns : undefined),
    closed: () => closed,
    async write(piece) {
      if (direct) return writeFileSync(fd, piece);
      const to = opened();
      if (!closed && !to.write(piece)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      if (failed) throw failed;
    },
  };
}

/** @throws bad_data for bytes that are no UTF-8 */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new CerttrackError('bad_data', 'standard input is not UTF-8 text', 'Convert it and try again', error);
  }
}

function isFile(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    return stat.isFile() || (stat.isCharacterDevice() && !isatty(fd));
  } catch {
    return false;
  }
}

run(process.argv.slice(2), app).then((code) => {
  process.exitCode = code;
});
