// What certtrack is made of besides itself, and under which licences: what the bundle contains, with the texts that have to go with it, and what npm
// installs beside it, which brings its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that ask for no more than to be named. Another one is a decision to be made by a person. */
const ALLOWED = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', 'Unlicense']);

/** Whether an SPDX expression leaves a choice that is allowed; anything but a list of choices is not understood and refused. */
export function isAllowed(licence) {
  return String(licence ?? '')
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => ALLOWED.has(choice));
}

/** The npm packages whose code is in a bundle, by esbuild's account of it, sorted. */
export function bundledPackages({ inputs }) {
  const names = Object.keys(inputs).map(
    (file) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1],
  );
  return [...new Set(names.filter(Boolean))].sort();
}

/** `{name, version, license}` of everything that npm installs beside certtrack, by the lock file. */
export function installedPackages(lock) {
  const found = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ''), version, license }));
  const distinct = new Map(found.map((each) => [`${each.name} ${each.version}`, each]));
  return [...distinct.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** THIRD-PARTY.md for a bundle. Throws when a licence is not in the list, or a bundled package has no text of it. */
export function thirdParty(root, metafile) {
  const read = (...path) => readFileSync(join(root, ...path), 'utf8');
  const bundled = bundledPackages(metafile).map((name) => {
    const folder = join('node_modules', name);
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name} is bundled and brings no text of its licence`);
    const { version, license } = JSON.parse(read(folder, 'package.json'));
    return { name, version, license, text: read(folder, file).trim() };
  });
  const installed = installedPackages(JSON.parse(read('package-lock.json')));
  const refused = [...bundled, ...installed].filter(({ license }) => !isAllowed(license));
  if (refused.length > 0)
    throw new Error(
      `licences that are not in the list of .config/licences.mjs: ${refused.map(({ name, license }) => `${name} (${license ?? 'none named'})`).join(', ')}`,
    );
  const table = (rows) =>
    ['| package | version | licence |', '|---|---|---|', ...rows.map((row) => `| ${row.name} | ${row.version} | ${row.license} |`)].join('\n');
  return [
    '# What certtrack is made of besides itself',
    'Made by the build. certtrack itself is under the MIT licence (`LICENSE`).',
    '## In `main.cjs`',
    table(bundled),
    '## Installed beside it',
    'Each brings its own licence text. Versions are those certtrack was tested with; npm may choose newer ones.',
    table(installed),
    '## Licence texts of what is in `main.cjs`',
    ...bundled.map(({ name, version, text }) => `### ${name} ${version}\n\n\`\`\`text\n${text}\n\`\`\``),
  ].join('\n\n').concat('\n');
}
