import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { App } from '../src/cli/app.ts';
import { manualPage } from '../src/cli/manual.ts';
import { buildProgram } from '../src/cli/program.ts';

/** Writes the manual page to the file named, run by the build in the package's folder. The date is the newest in the changelog; today's before the first release. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const [date = new Date().toISOString().slice(0, 10)] = /\d{4}-\d{2}-\d{2}/.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
// The definitions need no App; only running a command would.
const program = buildProgram(
  { version } as App,
  async () => {},
  () => {},
);
writeFileSync(resolve(process.argv[2] ?? 'dist/certtrack.1'), manualPage(program, { version, date }));
