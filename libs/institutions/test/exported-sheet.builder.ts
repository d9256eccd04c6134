import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { DirectoryCell } from '../src/domain/directory-row-cells';
import { readDirectoryFile } from '../src/import/directory-reader';

let count = 0;

/** Fetches a list as .xlsx and keeps it. @returns where it lies, and its rows as our own reader sees them */
export async function exportedSheet(
  app: TestApp,
  person: TestPerson,
  path: string,
): Promise<{ readonly file: string; readonly rows: readonly (readonly DirectoryCell[])[] }> {
  const answer = await app.as(person).get(path).responseType('blob').expect(200);
  count += 1;
  const file = join(app.config.dataDir, `exported-${count}.xlsx`);
  writeFileSync(file, answer.body as Buffer);
  const rows: (readonly DirectoryCell[])[] = [];
  for await (const { cells } of readDirectoryFile(file)) rows.push(cells);
  return { file, rows };
}
