import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a browser must have loaded before it can show something, by the source files that show it. */
const LOADS = [
  { name: 'sign-in', pages: ['src/features/access/sign-in-page.tsx'] },
  {
    name: 'desk: frame with first page',
    pages: ['src/app/desktop-frame.tsx', 'src/features/workbench/home-page.tsx'],
  },
  {
    name: 'phone: frame with first page',
    pages: ['src/app/phone-frame.tsx', 'src/features/workbench/home-page.tsx'],
  },
];

/** @returns for each load the kilobytes of all its scripts and styles after gzip */
export async function loadSizes(folder) {
  const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const sizes = [];
  for (const { name, pages } of LOADS) {
    const files = new Set();
    for (const page of ['index.html', ...pages]) collect(manifest, page, files, new Set());
    let bytes = 0;
    for (const file of files) bytes += (await stat(join(folder, `${file}.gz`))).size;
    sizes.push({ name, kilobytes: Math.ceil(bytes / 1000) });
  }
  return sizes;
}

function collect(manifest, key, files, seen) {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build of the console`);
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const imported of chunk.imports ?? []) collect(manifest, imported, files, seen);
}
