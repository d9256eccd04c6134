import type { INestApplicationContext } from '@nestjs/common';
import { CreatePerson, SetPassword } from '@zhaoguan/access';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { prepareDemoAccounts, type DemoAccount } from './accounts';

/** Makes the demo accounts that are missing. Interrupted, it is simply run again. */
export async function seedDemoAccounts(
  app: INestApplicationContext,
  dataDir: string,
): Promise<readonly DemoAccount[]> {
  const { accounts, fresh } = prepareDemoAccounts(dataDir);
  await app.get(UnitOfWork).run(systemCaller('demo'), async (tx) => {
    for (const { role, username, name, password, districts, departments, homeDistrict } of accounts) {
      const known = await app.get(SetPassword).findByUsername(tx, username);
      if (!known) {
        await app.get(CreatePerson).execute(tx, {
          username,
          name,
          password,
          roles: [role],
          districts,
          departments,
          homeDistrict: homeDistrict ?? null,
          mustChangePassword: false,
        });
      } else if (fresh) {
        await app.get(SetPassword).execute(tx, known.id, password);
      }
    }
  });
  return accounts;
}
