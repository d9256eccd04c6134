import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@zhaoguan/platform';
import { createTestDatabase } from '@zhaoguan/testing';
import { diagnose } from '../src/doctor/doctor.command';

const LICENCE = {
  kind: 'CHILDCARE',
  siteType: null,
  jurisdiction: '610000',
  regime: 'LICENCE',
  effectiveFrom: '2027-07-01',
};

describe('doctor', () => {
  it('asks to look at a switch to licences that leaves 家庭托育点 as they are, and fails nothing for it', async () => {
    const database = await createTestDatabase();
    const config = loadConfig({
      DATABASE_URL: database.url,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'zhaoguan-doctor-')),
    });
    const regimes = async (): Promise<string> => {
      const said: string[] = [];
      await diagnose(config, { write: (text: string) => said.push(text) });
      return said.filter((line) => line.includes('备案、许可')).join('');
    };
    try {
      expect(await regimes()).toBe('✓ 备案、许可：没有需要核对的\n');
      await database.query(
        `insert into reference.entry (id, list, key, position, data) values (uuidv7(), 'regimes', 'example', 9999, $1)`,
        [LICENCE],
      );
      expect(await regimes()).toMatch(/^! 备案、许可：请核对 regimes\.json：610000 .*siteType 写 HOME/);
    } finally {
      await database.drop();
    }
  });
});
