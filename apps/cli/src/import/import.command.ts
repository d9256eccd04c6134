import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { systemCaller } from '@zhaoguan/contracts';
import { DirectoryFileError, ImportInstitutions, type ImportProgress } from '@zhaoguan/institutions';
import { createLogger, loadSecrets, NestLogger } from '@zhaoguan/platform';
import { SystemModule } from '../../../api/src/system.module';
import { UsageError, type Command } from '../command';
import { withDatabase } from '../database/with-database';

/**
 * `import institutions FILE.xlsx|.csv`: the good rows go into the registry, the bad ones into `FILE.result.csv`.
 * Exit code 0 when every row was right, 1 when some were not, 2 when the file cannot be read (nothing is imported).
 */
export const importCommand: Command = async ([what, file, ...rest], { stdout, stderr }) => {
  if (what !== 'institutions' || file === undefined || rest.length > 0)
    throw new UsageError('请指明要导入的文件。');
  const path = resolve(file);
  const reportPath = `${path}.result.csv`;
  if (
    !(await access(path).then(
      () => true,
      () => false,
    ))
  ) {
    stderr.write(`找不到文件 ${file}\n`);
    return 2;
  }
  return withDatabase(
    (line) => stderr.write(`${line}\n`),
    async (config) => {
      const logger = createLogger(config.logLevel);
      const app = await NestFactory.createApplicationContext(
        SystemModule.forRoot({ config, secrets: loadSecrets(config), logger }),
        { logger: new NestLogger(logger), abortOnError: false },
      );
      try {
        const summary = await app
          .get(ImportInstitutions)
          .execute({ ...systemCaller('import'), districts: ['*'] }, path, reportPath, tellNowAndThen(stderr));
        const skipped = summary.skipped > 0 ? `，跳过合计、说明 ${summary.skipped} 行` : '';
        stdout.write(
          `读取 ${summary.rows} 行：新增 ${summary.added}，已在册 ${summary.unchanged}，有误 ${summary.faulty}${skipped}。\n结果文件：${reportPath}\n`,
        );
        return summary.faulty > 0 ? 1 : 0;
      } catch (error) {
        if (!(error instanceof DirectoryFileError)) throw error;
        stderr.write(`${file} 无法导入：${error.message}\n`);
        return 2;
      } finally {
        await app.close();
      }
    },
  );
};

const TELL_EVERY_MS = 2_000;

/** Of a long import how far it has come; a short one is over before there is anything to say. */
function tellNowAndThen(stderr: { write(text: string): unknown }): (progress: ImportProgress) => void {
  const began = performance.now();
  let told = began;
  return ({ rows, added }) => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    const seconds = Math.round((now - began) / 1000);
    stderr.write(`已处理 ${rows} 行（新增 ${added}），用时 ${seconds} 秒……\n`);
  };
}
