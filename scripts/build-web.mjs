/**
 * Builds the console (apps/web) into dist/web, each asset also compressed, and prints how much a browser loads first.
 * The interface's types come from libs/api-client; the rules and words from libs/contracts, as on the server.
 */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { findModules } from './ensure.mjs';
import { loadSizes } from './support/web-sizes.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const output = path('dist/web');
/** Notes on what does not concern a browser: directives for server components, kernel/rng.ts, which only Node loads. */
const HARMLESS = new Set(['MODULE_LEVEL_DIRECTIVE']);
const COMPRESSIBLE = /\.(js|mjs|css|svg|html)$/;

/**
 * A file for each set of pages that share something would be sixty requests for one page: what every page begins with is
 * one file, and what most pages take of antd is another, which the pages of inspectors do not load.
 */
const CHUNKS = [
  { name: 'start', tags: ['$initial'], priority: 2 },
  { name: 'antd', test: /node_modules.(antd|@ant-design|@rc-component)/, minShareCount: 20, priority: 1 },
];

/** The shared rules and words do nothing by being loaded: a page brings along those that it uses. */
const PURE = /[\\/]libs[\\/](contracts|kernel|forms)[\\/]src[\\/]/;
const hasEffects = (id) => !PURE.test(id);

function onLog(level, log, handle) {
  const harmless = HARMLESS.has(log.code) || /"node:crypto" has been externalized/.test(log.message);
  if (!harmless) handle(level, log);
}

// Some packages choose their production build by this variable when they are resolved.
process.env['NODE_ENV'] = 'production';
await build({
  configFile: false,
  root: path('apps/web'),
  base: '/console/',
  publicDir: false,
  logLevel: 'warn',
  resolve: {
    alias: [{ find: /^@zhaoguan\/([a-z-]+)$/, replacement: path('libs/$1/src/index.ts') }],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    target: 'es2022',
    outDir: output,
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    // antd warns in a file by itself; the limits that matter are measured below.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      onLog,
      treeshake: { moduleSideEffects: hasEffects },
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
});

// What pdf.js fetches when a document does not bring it along.
const pdf = join(findModules(), 'pdfjs-dist');
for (const part of ['cmaps', 'standard_fonts']) {
  await cp(join(pdf, part), join(output, 'assets', 'pdf', part), { recursive: true });
}

for (const name of await readdir(join(output, 'assets'))) {
  if (!COMPRESSIBLE.test(name)) continue;
  const file = join(output, 'assets', name);
  const content = await readFile(file);
  await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
  await writeFile(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  );
}

for (const { name, kilobytes } of await loadSizes(output)) console.log(`${name}: ${kilobytes} kB gzip`);
