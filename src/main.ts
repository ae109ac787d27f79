#!/usr/bin/env node
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';
import { v7 as uuidv7 } from 'uuid';
import packageJson from '../package.json' with { type: 'json' };
import type { App, Output } from './cli/app.ts';
import { askAt } from './cli/ask.ts';
import { run } from './cli/run.ts';

const folders = envPaths('certtrack', { suffix: '' });

const app: App = {
  now: () => Date.now(),
  newId: () => uuidv7(),
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  env: process.env,
  stdout: outputOn(process.stdout),
  stderr: outputOn(process.stderr),
  readStdin: () => text(process.stdin),
  ask: askAt(process.stdin, process.stdout),
  folders: { data: folders.data, config: folders.config, package: join(fileURLToPath(import.meta.url), '..', '..') },
  version: packageJson.version,
};

/** A stream whose reader may go away, as `head` does: then nothing more is written, and that is no error. */
function outputOn(stream: NodeJS.WriteStream): Output {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true;
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    closed: () => closed,
    write: (piece) =>
      new Promise((resolve) => {
        if (closed || stream.write(piece)) resolve();
        else stream.once('drain', resolve).once('close', resolve);
      }),
  };
}

process.exitCode = await run(process.argv.slice(2), app);
