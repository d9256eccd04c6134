import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the router adds to every page that is not light. */
const ANTD = 'src/shared/ui/antd.tsx';

/**
 * What a browser must have loaded before it can show something, by the source files that show it, and the most that may
 * be: what inspectors open in corridors and yards, on whatever network there is, stays light.
 */
const LOADS = [
  { name: 'sign-in', pages: [ANTD, 'src/features/access/sign-in-page.tsx'] },
  {
    name: 'desk: frame with first page',
    pages: ['src/app/desktop-frame.tsx', 'src/features/workbench/home-page.tsx'],
  },
  {
    name: 'phone: frame with first page',
    pages: ['src/app/phone-frame.tsx', ANTD, 'src/features/workbench/home-page.tsx'],
  },
  {
    name: 'phone: frame with list of tasks',
    pages: ['src/app/phone-frame.tsx', 'src/features/inspections/tasks/task-list-page.tsx'],
    most: 200,
  },
  {
    name: 'phone: frame with task',
    pages: ['src/app/phone-frame.tsx', 'src/features/inspections/tasks/task-page.tsx'],
    most: 200,
  },
  {
    name: 'phone: frame with own recusals',
    pages: ['src/app/phone-frame.tsx', 'src/features/inspections/recusals/own-recusals-page.tsx'],
    most: 200,
  },
];

/**
 * @returns for each load the kilobytes of all its scripts and styles after gzip
 * @throws when a load is greater than it may be
 */
export async function loadSizes(folder) {
  const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const sizes = [];
  for (const { name, pages, most = Infinity } of LOADS) {
    const files = new Set();
    for (const page of ['index.html', ...pages]) collect(manifest, page, files, new Set());
    let bytes = 0;
    for (const file of files) bytes += (await stat(join(folder, `${file}.gz`))).size;
    const kilobytes = Math.ceil(bytes / 1000);
    if (kilobytes > most) throw new Error(`${name}: ${kilobytes} kB gzip, at most ${most} kB are allowed`);
    sizes.push({ name, kilobytes });
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
