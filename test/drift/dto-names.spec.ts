import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The OpenAPI document knows a class by its name alone: of two with one name, one would describe the answers of both. */
describe('the classes that describe the interface', () => {
  it('have a name each', () => {
    const files = execFileSync('git', ['ls-files', 'libs/*/src/*.ts'], { cwd: ROOT, encoding: 'utf8' });
    const places = new Map<string, string[]>();
    for (const file of files.trim().split('\n')) {
      for (const [, name = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(/class (\w+Dto)\b/g)) {
        places.set(name, [...(places.get(name) ?? []), file]);
      }
    }
    expect(places.size).toBeGreaterThan(100);
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
  });
});
