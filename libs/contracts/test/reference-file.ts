import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../seeds/reference');

/** A file of seeds/reference as parsed JSON, fresh at every call so that a test may change it. */
export function loadReference(name: string): Record<string, unknown> & { items: Record<string, unknown>[] } {
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
}
