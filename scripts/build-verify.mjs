/**
 * Builds the public verification script (apps/portal/src/verify) into one classic script without imports,
 * dist/portal-assets/verify-draw.js: it must also work inlined in a saved page, without a network.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const output = path('dist/portal-assets/verify-draw.js');

await build({
  configFile: false,
  root: path('.'),
  publicDir: false,
  logLevel: 'warn',
  resolve: { alias: { '@zhaoguan/draw': path('libs/draw/src/index.ts') } },
  build: {
    target: 'es2020',
    outDir: path('dist/portal-assets'),
    emptyOutDir: false,
    minify: true,
    lib: {
      entry: path('apps/portal/src/verify/verify-main.ts'),
      formats: ['iife'],
      name: 'verifyDraw',
      fileName: () => 'verify-draw.js',
    },
    // When loaded, sm-crypto-v2 builds its curves and fills a pool of random numbers, by a dynamic import. Only its hash
    // is used here, so these calls may go, and with them most of the library.
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['initRNGPool', 'weierstrass', 'Field', '__export'] },
    },
  },
});

const script = await readFile(output, 'utf8');
for (const unwanted of [/\bimport\b\s*[({*]/, /\brequire\s*\(/, /<\/script/i, /<!--/]) {
  if (unwanted.test(script)) throw new Error(`${output} must not contain ${unwanted}`);
}
console.log(`dist/portal-assets/verify-draw.js ${Math.ceil(script.length / 1024)} kB`);
