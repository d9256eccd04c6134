import { existsSync, readFileSync } from 'node:fs';
import { LogFault, logPublicKey, verifyLog } from '@zhaoguan/audit';
import { createDataSource, loadConfig, openDatabase, StartError } from '@zhaoguan/platform';
import { lookAtKeys } from '../../../api/src/open-keys';
import { UsageError, type Command, type CommandIo } from '../command';

const HOLDS = 0;
const BROKEN = 1;

/**
 * `log verify [--anchor FILE …]`: recomputes the transparency log from the database. An anchor is a checkpoint that
 * somebody kept outside (the text of /api/v1/public/log/checkpoint); only such a one shows that nothing was cut off or
 * sealed anew by somebody who holds the key.
 * @returns 0 when everything holds, 1 with the first entry that does not
 */
export const logCommand: Command = async ([action, ...rest], io) => {
  if (action !== 'verify') throw new UsageError('log 的子命令只有 verify。');
  const anchors = anchorFiles(rest).map(readAnchor);
  const config = loadConfig();
  const database = await openDatabase(config, () => undefined);
  try {
    const secrets = await lookAtKeys({ ...config, databaseUrl: database.url });
    if (!secrets) throw new StartError('还没有密钥：系统还没有启动过，没有可以核对的日志。');
    return await verifyDatabase(database.url, { publicKey: logPublicKey(secrets.logKey), anchors }, io);
  } finally {
    await database.close();
  }
};

export async function verifyDatabase(
  url: string,
  options: { readonly publicKey: string; readonly anchors?: readonly string[] },
  { stdout }: CommandIo,
): Promise<number> {
  const source = await createDataSource({ url, role: 'app', poolSize: 2 }).initialize();
  try {
    // One snapshot: entries that arrive meanwhile belong to the next verification.
    const log = await source.transaction('REPEATABLE READ', (manager) => verifyLog(manager, options));
    const waiting = log.waiting > 0 ? `，另有 ${log.waiting} 条等待排入` : '';
    stdout.write(`OK 日志完整：${log.size} 条记录，${log.checkpoints} 个检查点${waiting}。\n`);
    return HOLDS;
  } catch (error) {
    if (!(error instanceof LogFault)) throw error;
    stdout.write(`${error.message}\n`);
    return BROKEN;
  } finally {
    await source.destroy();
  }
}

function anchorFiles(args: readonly string[]): string[] {
  const files = args.filter((_, index) => index % 2 === 1);
  const named = args.filter((_, index) => index % 2 === 0).every((arg) => arg === '--anchor');
  if (!named || args.length % 2 !== 0) throw new UsageError('参数应为 --anchor 文件，可多次。');
  return files;
}

function readAnchor(file: string): string {
  if (!existsSync(file)) throw new UsageError(`找不到检查点文件 ${file}。`);
  return readFileSync(file, 'utf8');
}
