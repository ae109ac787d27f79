#!/usr/bin/env node
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import packageJson from '../package.json' with { type: 'json' };
import type { App, Output } from './cli/app.ts';
import { askAt } from './cli/ask.ts';
import { machineZone } from './cli/machine-zone.ts';
import { run } from './cli/run.ts';

const folders = envPaths('certtrack', { suffix: '' });

const app: App = {
  now: () => Date.now(),
  newId: async () => (await import('uuid')).v7(),
  zone: machineZone(process.env),
  env: process.env,
  stdout: outputOn(1, () => process.stdout),
  stderr: outputOn(2, () => process.stderr),
  readStdin: async () => (await import('node:stream/consumers')).text(process.stdin),
  ask: askAt(isatty(0) && isatty(1)),
  folders: { data: folders.data, config: folders.config, package: join(fileURLToPath(import.meta.url), '..', '..') },
  version: packageJson.version,
};

/** A stream, made when it is first written to. Its reader may go away, as `head` does: then nothing more is written, and that is no error. */
function outputOn(fd: number, stream: () => NodeJS.WriteStream): Output {
  let closed = false;
  let open: NodeJS.WriteStream | undefined;
  const opened = (): NodeJS.WriteStream => {
    open ??= stream().on('error', (error: NodeJS.ErrnoException) => {
      closed = true;
      if (error.code !== 'EPIPE') throw error;
    });
    return open;
  };
  return {
    isTTY: isatty(fd),
    columns: () => (isatty(fd) ? stream().columns : undefined),
    closed: () => closed,
    write: (piece) =>
      new Promise((resolve) => {
        const to = opened();
        if (closed || to.write(piece)) resolve();
        else to.once('drain', resolve).once('close', resolve);
      }),
  };
}

run(process.argv.slice(2), app).then((code) => {
  process.exitCode = code;
});
