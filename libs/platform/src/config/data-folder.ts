import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from './config-error';

/**
 * Makes the data folder when it is missing and tries it out, before anything relies on it.
 * @throws ConfigError naming DATA_DIR when it cannot be made, is no folder, or cannot be written to
 */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolders(folder);
    if (!statSync(folder).isDirectory()) throw new ConfigError(unusable(folder, '它是文件，不是目录'));
    const trial = join(folder, `.trial-${randomUUID()}`);
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(unusable(folder, reasonOf(error as NodeJS.ErrnoException)), { cause: error });
  }
}

/** One after the other from the top: asked to make them all at once, Node does not come back for a path such as /proc/x. */
export function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const path of missing) {
    try {
      mkdirSync(path);
    } catch (error) {
      // Another process may be making them at the same moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    // Explicitly, because a umask of 077 would shut PostgreSQL's user out.
    chmodSync(path, 0o755);
  }
}

function unusable(folder: string, reason: string): string {
  return `数据目录 ${folder} 不能使用（DATA_DIR）：${reason}。请用 DATA_DIR 另选一个可以写入的目录。`;
}

const REASONS: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOTDIR', '路径中有一段是文件，不是目录'],
  ['EACCES', '没有写入权限'],
  ['EPERM', '没有写入权限'],
  ['EROFS', '所在的磁盘是只读的'],
  ['ENOSPC', '磁盘空间不足'],
  ['EDQUOT', '磁盘空间不足'],
  ['ENOENT', '此处不能建立目录或者文件'],
]);

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return REASONS.get(code) ?? message;
}
