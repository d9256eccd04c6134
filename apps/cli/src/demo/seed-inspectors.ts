import type { INestApplicationContext } from '@nestjs/common';
import { SetPassword } from '@zhaoguan/access';
import { systemCaller } from '@zhaoguan/contracts';
import { AddInspector } from '@zhaoguan/inspections';
import { DomainError, plainDate } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import type { DemoAccount } from './accounts';

/** Lists the demo inspectors in the directory (执法检查人员名录库); the certificates are invented. */
export async function seedInspectors(
  app: INestApplicationContext,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const inspectors = accounts.filter(({ role }) => role === 'INSPECTOR');
  for (const [index, { username, departments, districts }] of inspectors.entries()) {
    const person = await app
      .get(UnitOfWork)
      .run(systemCaller('demo'), (tx) => app.get(SetPassword).findByUsername(tx, username));
    if (!person) throw new Error(`demo account ${username} is missing`);
    try {
      await app.get(AddInspector).execute(systemCaller('demo'), {
        personId: person.id,
        certificateNumber: `SHILI-2026-${String(index + 1).padStart(4, '0')}`,
        department: departments[0] ?? '',
        districts,
        validUntil: plainDate('2030-12-31'),
      });
    } catch (error) {
      // Listed at an earlier start.
      if (!(error instanceof DomainError && error.code === 'CERTIFICATE_TAKEN')) throw error;
    }
  }
}
