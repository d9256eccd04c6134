import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The table of `libs/filings/README.md`: clause, where it is implemented, what tests it. */
describe('the table of clauses', () => {
  const readme = readFileSync(join(ROOT, 'libs', 'filings', 'README.md'), 'utf8');
  const section = readme.split('## Which clause stands where')[1]?.split('\n## ')[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:clause|---)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const pathsIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

  it('names for each clause a place and a test, and nothing that is not there', () => {
    expect(rows.length).toBeGreaterThan(20);
    const lacking = rows.filter((row) => pathsIn(row[2]).length === 0 || pathsIn(row[3]).length === 0);
    expect(lacking).toEqual([]);
    const paths = rows.flatMap((row) => [...pathsIn(row[2]), ...pathsIn(row[3])]);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('has every clause tested by a spec', () => {
    const specs = rows.flatMap((row) => pathsIn(row[3]));
    expect(specs.filter((path) => !path.endsWith('.spec.ts'))).toEqual([]);
  });
});
