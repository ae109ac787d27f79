import dgram from 'node:dgram';
import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Server, Socket } from 'node:net';
import { join } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { afterEach, expect, test, vi } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { appFor, sandbox } from '../support/app.ts';
import { words } from '../support/transcript.ts';
import { program } from './program.ts';

/** Loaded before the built certtrack: whoever wants to leave the machine is written down and refused. */
const GUARD = `
const { appendFileSync } = require('node:fs');
const refuse = (what) => () => {
  appendFileSync(process.env.NETWORK_LOG, what + '\\n');
  throw new Error('no network');
};
require('node:net').Socket.prototype.connect = refuse('connect');
require('node:net').Server.prototype.listen = refuse('listen');
require('node:dgram').createSocket = refuse('datagram');
for (const dns of [require('node:dns'), require('node:dns/promises')])
  for (const name of Object.keys(dns)) if (/^(lookup|resolve|reverse)/.test(name)) dns[name] = refuse(name);
globalThis.fetch = refuse('fetch');
`;

/** Every command once, in an order in which each has something to do. */
const COMMANDS = [
  'init --cert gcp-pde --cert gcp-pmle@2024 --exam 2026-12-20 --hours 6/week',
  'cert use gcp-pde',
  'cert list',
  'cert set --target 75',
  'cert overlap gcp-pde gcp-pmle',
  'add-session 3.1 45m -a lab --score 14/20',
  'add-session 3.2 45m',
  'start 3.1 --at "20m ago"',
  'stop',
  'start 3.1',
  'cancel',
  'continue',
  'cancel',
  'add-mock --provider Elsewhere --score 33/50',
  'mocks',
  'mocks show last',
  'mocks edit last --minutes 90',
  'mocks provider Elsewhere official',
  'mocks delete last',
  'resource add https://example.com/lab --title Lab --topic 3.1 --minutes 90',
  'resource add https://example.com/course --title Course --topic 3.1',
  'resource list',
  'resource export -o track.yaml',
  'resource import track.yaml',
  'resource done Lab',
  'resource drop Course',
  'resource reopen Course',
  'status',
  'status --explain',
  'next',
  'sessions',
  'show last',
  'edit last --note x',
  'report -o report.html',
  'report --format md',
  'cert set --days mon=1h,sat=4h',
  'plan',
  'plan skip 2026-12-12',
  'forecast',
  'stats trend',
  'stats calendar',
  'stats hours',
  'stats calibration',
  'exam book 2026-12-21',
  'plan export -o plan.ics',
  'plan clear',
  'review add 3.1',
  'review rate 3.1 good',
  'review --list',
  'review drop 3.1',
  'export -o sessions.csv',
  'import csv sessions.csv',
  'delete last',
  'undo',
  'redo',
  'history',
  'syllabus list',
  'syllabus show gcp-pde',
  'syllabus diff gcp-pde@2023 gcp-pde',
  'syllabus new my-exam.yaml --cert my-exam --title Mine --vendor Me --edition 2026',
  'syllabus validate my-exam.yaml',
  'syllabus add my-exam.yaml',
  'migrate gcp-pmle --to gcp-pmle@2026 --yes',
  'exam failed gcp-pmle',
  'exam passed',
  'backup create',
  'backup list',
  'backup verify',
  'backup restore newest --yes',
  'doctor',
  'config list',
  'config set week-start sunday',
  'config get week-start',
  'config unset week-start',
  'completion bash',
  'demo',
  'help dates',
];

/** The same in this process: returns what was tried, which grows. */
function guarded(): string[] {
  const tried: string[] = [];
  const refuse = (what: string) => (): never => {
    tried.push(what);
    throw new Error('no network');
  };
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(refuse('connect'));
  vi.spyOn(Server.prototype, 'listen').mockImplementation(refuse('listen'));
  vi.spyOn(dgram, 'createSocket').mockImplementation(refuse('datagram'));
  vi.spyOn(globalThis, 'fetch').mockImplementation(refuse('fetch'));
  for (const names of [dns, dnsPromises] as object[])
    for (const name of Object.keys(names))
      if (/^(lookup|resolve|reverse)/.test(name))
        vi.spyOn(names as Record<string, () => void>, name).mockImplementation(refuse(name));
  syncBuiltinESMExports();
  return tried;
}
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test('no command opens a connection', { timeout: 60_000 }, async () => {
  const tried = guarded();
  const box = sandbox();
  const before = process.cwd();
  process.chdir(box.folder);
  try {
    for (const command of COMMANDS) expect(await box.run(...words(command)), command).toMatchObject({ code: 0 });
  } finally {
    process.chdir(before);
    box.remove();
  }
  expect(tried).toEqual([]);
});

test('nor does the program around them', () => {
  const certtrack = program();
  const log = join(certtrack.folder, 'network.log');
  const tried = () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []);
  const guard = join(certtrack.folder, 'guard.cjs');
  writeFileSync(guard, GUARD);
  const env = { NODE_OPTIONS: `--require ${guard}`, NETWORK_LOG: log };
  for (const command of ['init --cert gcp-pde', 'log 3.1 45m', 'status', 'report -o -', 'import csv -'])
    expect(certtrack.run(words(command), env).code, command).toBe(command === 'import csv -' ? 4 : 0);
  expect(tried()).toEqual([]);

  // The guard would notice.
  const node = { ...env, NODE: certtrack.env.CERTTRACK?.split(' ')[0] ?? '' };
  for (const code of ["fetch('http://127.0.0.1:9')", "require('node:http').get('http://127.0.0.1:9')"])
    expect(certtrack.bash('$NODE -e "$CODE"', { ...node, CODE: code }).code).not.toBe(0);
  expect(tried()).toEqual(['fetch', 'connect', '']);
  certtrack.remove();
});

test('the guard in this process would notice', async () => {
  const tried = guarded();
  const { get } = await import('node:http');
  const { createSocket } = await import('node:dgram');
  const { lookup } = await import('node:dns');
  for (const leave of [
    () => fetch('http://127.0.0.1:9'),
    () => get('http://127.0.0.1:9'),
    () => createSocket('udp4'),
    () => lookup('localhost', () => {}),
  ])
    expect(leave).toThrow('no network');
  expect(tried).toEqual(['fetch', 'connect', 'datagram', 'lookup']);
});

test('and these are all the commands there are', () => {
  const box = sandbox();
  const built = buildProgram(
    appFor(box),
    async () => {},
    () => {},
  );
  const run = new Set(
    COMMANDS.flatMap((line) => line.split(' ').map((_, at, words) => words.slice(0, at + 1).join(' '))),
  );
  expect(leaves(built).filter((path) => !run.has(path))).toEqual([]);
  box.remove();
});

function leaves(command: Command, path: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [path.join(' ')];
  return command.commands.flatMap((child) => leaves(child as Command, [...path, child.name()]));
}
