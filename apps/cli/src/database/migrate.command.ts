import type { Command } from '../command';
import { withDatabase } from './with-database';

export const migrateCommand: Command = async (_args, { stderr, stdout }) => {
  await withDatabase(
    (line) => stderr.write(`${line}\n`),
    async () => undefined,
  );
  stdout.write('数据库已是最新版本。\n');
  return 0;
};
