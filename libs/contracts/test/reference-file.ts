import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../seeds/reference');

/** A file of seeds/reference as parsed JSON, fresh at every call so that a test may change it. */
export function loadReference(name: string): Record<string, unknown> & { items: Record<string, unknown>[] } {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}

type File = ReturnType<typeof loadReference>;

/** A parser of the reference data, its file, one fault put into that, and what is said of the place. */
export type BrokenFile = [string, (json: unknown) => unknown, string, (file: File) => void, RegExp];

export const firstItem = (file: File) => file.items[0] as Record<string, unknown>;

/** The file as it is shipped, with the fault. */
export function brokenReference(name: string, change: (file: File) => void): File {
  const file = loadReference(name);
  change(file);
  return file;
}
