// Bundles an entry into one CommonJS file: `node .config/bundle.mjs ENTRY OUTFILE`. What package.json lists as a dependency is installed beside
// certtrack and loaded when it is first used; everything else goes into the file.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const [entry, outfile] = process.argv.slice(2);
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20.17',
  format: 'cjs',
  packages: 'bundle',
  external: Object.keys(dependencies),
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
