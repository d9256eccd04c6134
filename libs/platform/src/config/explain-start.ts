import { isNativeError } from 'node:util/types';
import { EmbeddedPostgresError } from '../embedded-postgres';
import { ConfigError } from './config-error';

/** A start that cannot go on, with what the person at the terminal can do about it; its text is all they see. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * What to print when a process does not start: for what a setting can mend, one message that names the setting;
 * for anything else the stack, because then somebody has to look into the program.
 */
export function explainStart(error: unknown): string {
  if (!isNativeError(error)) return String(error);
  const written = [StartError, ConfigError, EmbeddedPostgresError].some((kind) => error instanceof kind);
  if (written) return error.message;
  return knownFailure(error) ?? error.stack ?? error.message;
}

function knownFailure(error: Error): string | undefined {
  const { code, port, address, path, syscall } = error as NodeJS.ErrnoException & {
    readonly port?: number;
    readonly address?: string;
    readonly path?: string;
  };
  if (syscall === 'listen' && code === 'EADDRINUSE')
    return `端口 ${port} 已被占用（PORT）。请停止占用它的程序，或用 PORT 另选端口，例如：PORT=3001 npm start`;
  if (syscall === 'listen' && code === 'EACCES')
    return `没有权限监听端口 ${port}（PORT）。请改用 1024 以上的端口，例如：PORT=3001 npm start`;
  if (syscall === 'listen' && (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'))
    return `本机没有地址 ${address}（HOST）。`;
  if (syscall === 'connect' && (code === 'ECONNREFUSED' || code === 'ETIMEDOUT' || code === 'ENOENT'))
    return `连不上数据库 ${path ?? `${address}:${port}`}：请检查 DATABASE_URL，并确认 PostgreSQL 已启动。`;
  if (syscall === 'getaddrinfo') return `找不到数据库的主机名：请检查 DATABASE_URL。（${error.message}）`;
  if (code === '28P01' || code === '28000')
    return `数据库拒绝了登录：请检查 DATABASE_URL 的用户名和密码。（${error.message}）`;
  if (code === '3D000') return `数据库不存在：请先建库，或检查 DATABASE_URL。（${error.message}）`;
  return undefined;
}
