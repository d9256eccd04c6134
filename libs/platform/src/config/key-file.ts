import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config-error';
import { prepareDataFolder } from './data-folder';

/** Written whole under another name and linked into place: two processes starting together end with one file. */
export function createKeyFile(file: string, content: object): void {
  const draft = draftOf(file, content);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  flushFolder(dirname(file));
}

/** Puts another content in its place; whoever reads meanwhile sees the one or the other, whole. */
export function replaceKeyFile(file: string, content: object): void {
  renameSync(draftOf(file, content), file);
  flushFolder(dirname(file));
}

/** @throws ConfigError naming the file and the variable that names it, and never quoting what it holds */
export function readKeyFile(file: string, variable: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The parser's message quotes what it stumbled over, and that is a key.
    if (error instanceof SyntaxError) throw new ConfigError(`密钥文件 ${file} 不是 JSON（${variable}）。`);
    throw error;
  }
}

function draftOf(file: string, content: object): string {
  prepareDataFolder(dirname(file));
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  return draft;
}

function flushFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
