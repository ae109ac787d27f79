import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { needs } from '../support/needs.ts';
import { program } from './program.ts';

const certtrack = program();
const bin = join(certtrack.folder, 'bin');
const env = { ...certtrack.env, PATH: `${bin}:${certtrack.env.PATH}` };
beforeAll(() => {
  certtrack.ok('init', '--cert', 'gcp-pde');
  certtrack.ok('log', 'sharing-data', '45m', '-r', 'Data course');
  mkdirSync(bin);
  writeFileSync(join(bin, 'certtrack'), `#!/bin/sh\nexec ${certtrack.env.CERTTRACK} "$@"\n`);
  chmodSync(join(bin, 'certtrack'), 0o755);
});
afterAll(() => certtrack.remove());

/** Types into an interactive shell at a terminal of its own and returns what its screen showed. */
function typedInto(shell: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', shell, '/dev/null'], {
      env: { ...env, PS1: 'ready> ', TERM: 'dumb' },
      timeout: 30_000,
      cwd: certtrack.folder,
    });
    const waiting = [...lines, 'exit\r'];
    let screen = '';
    const next = () => {
      const line = waiting.shift();
      if (line !== undefined) child.stdin.write(line);
      if (waiting.length > 0) setTimeout(next, 1500);
    };
    child.stdout.on('data', (bytes) => (screen += bytes));
    child.on('close', () => resolve(stripVTControlCharacters(screen)));
    setTimeout(next, 1000);
  });
}

describe('bash', () => {
  /** What bash would offer at the end of the line, after the part that it keeps. */
  function offered(line: string): string[] {
    const script = `
      source <(certtrack completion bash)
      COMP_LINE=$1 COMP_POINT=\${#1}
      read -ra COMP_WORDS <<< "$1"
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _certtrack certtrack
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', line], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(Boolean);
  }

  test.each([
    ['certtrack und', ['undo']],
    ['certtrack add-session shar', ['sharing-data']],
    ['certtrack log 3.', ['3.1', '3.2', '3.3', '3.4']],
    ['certtrack backup ', ['create', 'verify', 'restore']],
    ['certtrack status --format=m', ['md']],
    ['certtrack init --cert gcp-pde@2019', ['2019']],
    ['certtrack log --resource Da', ['Data\\ course']],
    ['certtrack log --resource Data\\ c', ['Data\\ course']],
  ])('%s', (line, expected) => {
    expect(offered(line)).toEqual(expected);
  });

  test('typed at a terminal', async (context) => {
    needs('a terminal')(context);
    const screen = await typedInto('bash --norc --noprofile -i', [
      'source <(certtrack completion bash)\r',
      'certtrack log sharing-d\t 7m --js\t --quiet && certtrack sessions --for\tcsv\r',
    ]);
    expect(screen).toMatch(/,7,,4\.3 Sharing data|,7,/);
  });
});

describe('zsh', () => {
  beforeEach(needs('zsh', 'a terminal'));

  test('typed at a terminal, from a sourced script and from fpath', async () => {
    for (const load of [
      'autoload -Uz compinit; compinit -u -D; source <(certtrack completion zsh)',
      `certtrack completion zsh > ${certtrack.folder}/_certtrack; fpath=(${certtrack.folder} $fpath); autoload -Uz compinit; compinit -u -D`,
    ]) {
      const screen = await typedInto('zsh -f -i', [
        `${load}\r`,
        'certtrack log storing-d\t 8m --dry-r\t --js\t\r',
        'certtrack backup \t\t\r',
        'certtrack exam \t\t\r',
      ]);
      expect(screen).toContain('"minutes": 8');
      expect(screen).toContain('"dry_run": true');
      expect(screen).toMatch(/verify +-- check that backups are sound/);
      // What needs no description has none.
      expect(screen).toMatch(/pass/);
      expect(screen).not.toMatch(/pass +--/);
    }
  });
});

describe('fish', () => {
  beforeEach(needs('fish'));

  function offered(line: string): string[] {
    const script = 'certtrack completion fish | source; complete -C $argv[1]';
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script, line], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(Boolean);
  }

  test.each([
    ['certtrack und', ['undo\ttake back the last change']],
    ['certtrack add-session shar', ['sharing-data\t4.3 Sharing data']],
    ['certtrack init --cert gcp-pde@2019', ['gcp-pde@2019']],
    ['certtrack log --activity=pr', ['--activity=practice']],
  ])('%s', (line, expected) => {
    expect(offered(line)).toEqual(expected);
  });

  test('names of files where a file belongs', () => {
    writeFileSync(join(certtrack.folder, 'guide.yaml'), '');
    expect(offered(`certtrack syllabus validate ${certtrack.folder}/gui`)).toEqual([`${certtrack.folder}/guide.yaml`]);
  });
});
