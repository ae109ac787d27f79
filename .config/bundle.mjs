// Bundles an entry into one CommonJS file: `node .config/bundle.mjs ENTRY OUTFILE [THIRD-PARTY.md]`. What package.json lists as a dependency is
// installed beside certtrack and loaded when it is first used; everything else goes into the file, and the third argument tells what that is.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdParty } from './licences.mjs';

const [entry, outfile, notices] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { metafile } = await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  packages: 'bundle',
  external: Object.keys(dependencies),
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
if (notices) writeFileSync(notices, thirdParty(root, metafile));
