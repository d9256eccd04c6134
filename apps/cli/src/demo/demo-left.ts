import { existsSync } from 'node:fs';
import { StartError, type AppConfig } from '@zhaoguan/platform';
import { accountsFile } from './accounts';

/**
 * Without the demonstration nobody signs in by its accounts, and no invented institution stands on the public register: a
 * folder in which it ran is not for real work.
 * @throws StartError with what to do
 */
export function assertNoDemoLeft({ demo, dataDir }: Pick<AppConfig, 'demo' | 'dataDir'>): void {
  const file = accountsFile(dataDir);
  if (demo || !existsSync(file)) return;
  throw new StartError(
    `数据目录 ${dataDir} 运行过演示，里面有演示账号（${file}）和虚构的机构，不能用于正式运行（DEMO=false）。` +
      '请用 DATA_DIR 另选一个空目录，设置了 DATABASE_URL 的也请另建数据库；要继续演示，请不要设置 DEMO=false。',
  );
}
