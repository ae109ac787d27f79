// Bundles an entry into one CommonJS file: `node .config/bundle.mjs ENTRY OUTFILE [THIRD-PARTY.md]`. What package.json lists as a dependency is
// installed beside certtrack and loaded when it is first used; everything else goes into the file, and the third argument tells what that is.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { thirdParty } from './licences.mjs';

const [entry, outfile, notices] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const installed = Object.keys(dependencies);
/**
 * A library loaded when it is first used, `import('open')`, becomes a require(): Node cannot import() from code that is compiled already
 * (src/code-cache.ts), and every version certtrack runs on can require ES modules. The file in between is what keeps `default` their default.
 */
const requireWhenUsed = {
  name: 'require-when-used',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === 'dynamic-import' && installed.includes(path) ? { path, namespace: 'when-used' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'when-used' }, ({ path }) => ({
      contents: `export * from '${path}'; export { default } from '${path}';`,
    }));
  },
};
const { metafile } = await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  supported: { 'dynamic-import': false },
  packages: 'bundle',
  external: installed,
  plugins: [requireWhenUsed],
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
});
if (notices) writeFileSync(notices, thirdParty(root, metafile));
