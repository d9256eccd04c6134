import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '..', 'src');
/** Schemas of the modules that may import this one. */
const ABOVE =
  'filings|inspections|enforcement|credit|removals|staff|feedback|publication|workbench|unfiled|exchange';

describe('the registry, which all other modules import', () => {
  it('reads no table or view of theirs', () => {
    const reads = new RegExp(String.raw`\b(from|join|into|update)\s+(${ABOVE})\.\w+`, 'i');
    const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((file) => reads.test(readFileSync(join(SOURCES, file), 'utf8')))).toEqual([]);
  });
});
