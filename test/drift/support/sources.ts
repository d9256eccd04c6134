import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';

export interface SourceFile {
  /** Path from the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below the folders, tests and generated code left out. */
export function productSources(folders: readonly string[] = ['apps', 'libs']): SourceFile[] {
  const root = projectRoot();
  return folders
    .flatMap((folder) => filesBelow(root, folder))
    .filter(
      (path) =>
        /\.tsx?$/.test(path) && !/(\/test\/|\/generated\/|\.spec\.|\/testing\/|^apps\/web\/)/.test(path),
    )
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}
