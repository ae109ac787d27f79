import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACKAGE } from '../support/app.ts';

interface Licences {
  readonly isAllowed: (licence: string | undefined) => boolean;
  readonly thirdParty: (root: string, metafile: { inputs: Record<string, unknown> }) => string;
}

describe('the package', () => {
  let files: string[];
  beforeAll(() => {
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: PACKAGE,
      encoding: 'utf8',
    });
    const [{ files: listed }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
    files = listed.map(({ path }) => path).sort();
  });

  test('contains what runs and what is read, and nothing else', () => {
    const data = /^(syllabi\/(migrations\/)?[^/]+\.yaml|data\/(demo\/[^/]+\.csv|schema\/[^/]+\.schema\.json))$/;
    expect(files.filter((file) => !data.test(file))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY.md',
      'dist/certtrack.1',
      'dist/certtrack.cjs',
      'dist/main.cjs',
      expect.stringMatching(/^dist\/main\.cjs\.[^/]+\.cache$/),
      'package.json',
    ]);
    expect(files).toEqual(
      expect.arrayContaining(['data/demo/sessions.csv', 'syllabi/gcp-pde@2025.yaml', 'syllabi/related.yaml']),
    );
  });

  test('has its version in the changelog', () => {
    const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
    expect(readFileSync(join(PACKAGE, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${version} - `);
  });
});

describe('licences', () => {
  let licences: Licences;
  beforeAll(async () => {
    licences = await import(pathToFileURL(join(PACKAGE, '.config', 'licences.mjs')).href);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR WTFPL)', true],
    ['(BSD-2-Clause OR MIT OR Apache-2.0)', true],
    ['GPL-3.0-only', false],
    ['MIT AND CC-BY-4.0', false],
    ['SEE LICENSE IN LICENSE.md', false],
    [undefined, false],
  ])('%s: allowed is %s', (licence, expected) => {
    expect(licences.isAllowed(licence)).toBe(expected);
  });

  test('what is bundled is named and brings its text; what is installed is named', () => {
    const text = readFileSync(join(PACKAGE, 'dist', 'THIRD-PARTY.md'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const [bundled = '', installed = '', texts = ''] = text.split(/^## /m).slice(1);
    for (const [name, file] of Object.entries({ commander: 'LICENSE', chalk: 'license', uuid: 'LICENSE.md' })) {
      expect(bundled).toContain(`| ${name} |`);
      expect(texts).toContain(readFileSync(join(PACKAGE, 'node_modules', name, file), 'utf8').trim());
    }
    for (const name of Object.keys(dependencies)) expect(installed).toContain(`| ${name} |`);
  });

  describe('the build stops when', () => {
    const root = mkdtempSync(join(tmpdir(), 'certtrack-licences-'));
    afterAll(() => rmSync(root, { recursive: true }));
    const inputs = { 'node_modules/first/index.js': {}, 'src/main.ts': {} };

    /** A package that bundles one library and installs another. */
    function made(bundled: string, installed: string, text = 'LICENSE'): () => string {
      const folder = join(root, 'node_modules', 'first');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '1.0.0', license: bundled }));
      writeFileSync(join(folder, text), 'You may.');
      const packages = {
        '': { license: 'none of ours' },
        'node_modules/second': { version: '2.0.0', license: installed },
        'node_modules/tool': { version: '3.0.0', license: 'MPL-2.0', dev: true },
      };
      writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
      return () => licences.thirdParty(root, { inputs });
    }

    test('a bundled package is under another licence', () => {
      expect(made('GPL-3.0-only', 'MIT')).toThrow('first (GPL-3.0-only)');
    });

    test('an installed one is', () => {
      expect(made('MIT', 'SSPL-1.0')).toThrow('second (SSPL-1.0)');
    });

    test('a bundled one brings no licence text', () => {
      expect(made('MIT', 'ISC', 'readme')).toThrow('first is bundled and brings no text');
    });

    test('and only then: what development needs does not ship', () => {
      const text = made('MIT', 'ISC')();
      expect(text).toContain('| first | 1.0.0 | MIT |');
      expect(text).toContain('| second | 2.0.0 | ISC |');
      expect(text).toContain('You may.');
      expect(text).not.toContain('tool');
    });
  });
});
