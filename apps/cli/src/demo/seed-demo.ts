import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { ImportInstitutions } from '@zhaoguan/institutions';
import { projectRoot } from '@zhaoguan/platform';
import type { DemoAccount } from './accounts';
import { seedInspectors } from './seed-inspectors';
import { seedDemoAccounts } from './seed-accounts';

/** The invented demo county: accounts, and a directory loaded by the ordinary import. Run again, it changes nothing. */
export async function seedDemo(
  app: INestApplicationContext,
  dataDir: string,
): Promise<readonly DemoAccount[]> {
  const accounts = await seedDemoAccounts(app, dataDir);
  await seedInspectors(app, accounts);
  const folder = await mkdtemp(join(tmpdir(), 'zhaoguan-demo-'));
  try {
    await app
      .get(ImportInstitutions)
      .execute(
        systemCaller('demo'),
        join(projectRoot(), 'seeds', 'demo', 'institutions.csv'),
        join(folder, 'result.csv'),
      );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return accounts;
}
