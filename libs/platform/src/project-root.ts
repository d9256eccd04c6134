import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the project, whether this file runs from its source or from dist/. Seeds, fonts and assets lie below it. */
export function projectRoot(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'seeds', 'reference'))) return folder;
    if (folder === dirname(folder)) throw new Error('the project folder with seeds/reference was not found');
  }
}
