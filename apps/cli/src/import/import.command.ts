import { access } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { systemCaller } from '@zhaoguan/contracts';
import { DirectoryFileError, ImportInstitutions, ImportStopped } from '@zhaoguan/institutions';
import { createLogger, NestLogger } from '@zhaoguan/platform';
import { openKeys } from '../../../api/src/open-keys';
import { SystemModule } from '../../../api/src/system.module';
import { UsageError, type Command, type CommandIo } from '../command';
import { withDatabase } from '../database/with-database';
import { ProgressTeller } from './progress';

/** What a shell expects of a program that was ended by Ctrl-C. */
const INTERRUPTED = 130;

/**
 * `import institutions FILE.xlsx|.csv`: the good rows go into the registry, the bad ones into `FILE.result.csv`.
 * Exit code 0 when every row was right, 1 when some were not, 2 when the file cannot be read (nothing is imported, or what stood
 * above the fault of a long one), 130 when it was stopped by Ctrl-C.
 */
export const importCommand: Command = async ([what, file, ...rest], io) => {
  if (what !== 'institutions' || file === undefined || rest.length > 0)
    throw new UsageError('请指明要导入的文件。');
  const path = resolve(file);
  if (
    !(await access(path).then(
      () => true,
      () => false,
    ))
  ) {
    io.stderr.write(`找不到文件 ${file}\n`);
    return 2;
  }
  return withDatabase(
    (line) => io.stderr.write(`${line}\n`),
    async (config) => {
      const logger = createLogger(config.logLevel);
      const app = await NestFactory.createApplicationContext(
        SystemModule.forRoot({ config, secrets: await openKeys(config), logger }),
        { logger: new NestLogger(logger), abortOnError: false },
      );
      try {
        return await importFile(app.get(ImportInstitutions), path, io);
      } finally {
        await app.close();
      }
    },
  );
};

/** Ctrl-C ends it between two batches; a second one ends it at once, which loses no more than the batch in hand. */
async function importFile(
  institutions: ImportInstitutions,
  path: string,
  { stdout, stderr }: CommandIo,
): Promise<number> {
  const reportPath = `${path}.result.csv`;
  const teller = new ProgressTeller(stderr, () => performance.now());
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  try {
    const summary = await institutions.execute(
      { ...systemCaller('import'), districts: ['*'] },
      path,
      reportPath,
      {
        onProgress: (progress) => teller.tell(progress),
        onResume: (lastRow) =>
          stderr.write(`上次导入到第 ${lastRow} 行：先核对已导入的部分，再从第 ${lastRow + 1} 行继续。\n`),
        signal: interruption.signal,
      },
    );
    const { rows, added, unchanged, faulty, remarked, skipped, brokenOff } = summary;
    const remarks =
      (remarked > 0 ? `，导入的行中请核对 ${remarked} 行` : '') +
      (skipped > 0 ? `，跳过合计、说明 ${skipped} 行` : '');
    if (brokenOff !== null)
      stderr.write(
        `文件没有读完：${brokenOff}。此前的数据行已导入，其后的未导入；更正文件后重新导入即可，已导入的不会重复。\n`,
      );
    stdout.write(
      `读取 ${rows} 行：新增 ${added}，已在册 ${unchanged}，有误 ${faulty}${remarks}。用时 ${teller.elapsed()}。\n结果文件：${reportPath}\n`,
    );
    return brokenOff !== null ? 2 : faulty > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof ImportStopped) {
      stderr.write(
        `已停止：前 ${error.lastRow} 行已处理并保存。再次运行同一命令，即从第 ${error.lastRow + 1} 行继续。\n`,
      );
      return INTERRUPTED;
    }
    if (!(error instanceof DirectoryFileError)) throw error;
    stderr.write(`${basename(path)} 无法导入：${error.message}\n`);
    return 2;
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}
