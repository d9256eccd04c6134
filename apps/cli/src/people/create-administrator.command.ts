import { NestFactory } from '@nestjs/core';
import { ManagePerson } from '@zhaoguan/access';
import { DEPARTMENT_CODES, systemCaller } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { createLogger, NestLogger, toProblem } from '@zhaoguan/platform';
import { openKeys } from '../../../api/src/open-keys';
import { SystemModule } from '../../../api/src/system.module';
import type { Command, CommandIo } from '../command';
import { withDatabase } from '../database/with-database';
import { administratorOptions, type AdministratorOptions } from './administrator-options';

/**
 * `create-administrator NAME --districts 610116`: the first account of an installation without demo data. The password is
 * shown once and must be changed at the first sign-in.
 */
export const createAdministratorCommand: Command = async (args, { stdout, stderr }) => {
  const options = administratorOptions(args);
  return withDatabase(
    (line) => stderr.write(`${line}\n`),
    async (config) => {
      const logger = createLogger(config.logLevel);
      const app = await NestFactory.createApplicationContext(
        SystemModule.forRoot({ config, secrets: await openKeys(config), logger }),
        { logger: new NestLogger(logger), abortOnError: false },
      );
      try {
        return await createAdministrator(app.get(ManagePerson), options, { stdout, stderr });
      } finally {
        await app.close();
      }
    },
  );
};

/** @returns the exit code: 0, or 1 with the reason in Chinese */
export async function createAdministrator(
  people: ManagePerson,
  { username, name, districts }: AdministratorOptions,
  { stdout, stderr }: CommandIo,
): Promise<number> {
  try {
    const { initialPassword } = await people.add(systemCaller('command-line'), {
      username,
      name,
      roles: ['ADMINISTRATOR'],
      districts,
      departments: DEPARTMENT_CODES,
      homeDistrict: null,
    });
    stdout.write(
      `已建立系统管理员账号 ${username}\n初始密码 ${initialPassword}（只显示这一次，首次登录须修改）\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { title, detail } = toProblem(error, '');
    stderr.write(`没有建立账号 ${username}：${title}。${detail}\n`);
    return 1;
  }
}
