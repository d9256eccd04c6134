import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@zhaoguan/testing';
import { MIGRATIONS } from '../../../migrations';
import { migrate, projectRoot } from '../src';

const LICENCE = {
  kind: 'CHILDCARE',
  siteType: null,
  jurisdiction: '610000',
  regime: 'LICENCE',
  effectiveFrom: '2027-07-01',
  transitionUntil: '2028-06-30',
  validYears: 5,
  basis: { law: '《示例托育服务条例》', article: '第八条' },
  evidence: 'M',
  note: null,
};

describe('a start of the system', () => {
  it('warns, and goes on, where a switch to licences leaves 家庭托育点 as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-regimes-'));
    const database = await createTestDatabase();
    const start = async (items: readonly object[]): Promise<string[]> => {
      const path = join(projectRoot(), 'seeds', 'reference', 'regimes.json');
      const file = JSON.parse(readFileSync(path, 'utf8')) as { items: object[] };
      writeFileSync(
        join(folder, 'regimes.json'),
        JSON.stringify({ ...file, items: [...file.items, ...items] }),
      );
      const lines: string[] = [];
      const log = (line: string) => lines.push(line);
      await migrate({ url: database.url, migrations: MIGRATIONS, referenceFolder: folder, log });
      return lines.filter((line) => line.includes('家庭托育点'));
    };
    try {
      expect(await start([])).toEqual([]);
      const [warning] = await start([LICENCE]);
      expect(warning).toMatch(/请核对 regimes\.json：610000 自 2027-07-01 起改为许可.*siteType 写 HOME/);
      // Nothing has changed since, and it is told again until somebody has decided.
      expect(await start([LICENCE])).toHaveLength(1);
      expect(await start([LICENCE, { ...LICENCE, siteType: 'HOME' }])).toEqual([]);
    } finally {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
