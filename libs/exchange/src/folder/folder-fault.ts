import type { FolderProblem } from '@zhaoguan/contracts';

/** The folder of a partner cannot be served as it stands; the administrator is told why, and it is tried again. */
export class FolderFault extends Error {
  constructor(
    readonly problem: FolderProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
    this.name = 'FolderFault';
  }
}

/** One file that may not be read, in a folder that can be served: it keeps no other from being taken. */
export class UnreadableFile extends Error {
  constructor(options: ErrorOptions) {
    super('a file of a partner may not be read', options);
    this.name = 'UnreadableFile';
  }
}

const PROBLEMS: ReadonlyMap<string | undefined, FolderProblem> = new Map([
  ['EACCES', 'NO_RIGHTS'],
  ['EPERM', 'NO_RIGHTS'],
  ['ENOSPC', 'NO_SPACE'],
  ['EDQUOT', 'NO_SPACE'],
  ['EROFS', 'NO_SPACE'],
  ['ENOTDIR', 'NOT_A_FOLDER'],
  ['ELOOP', 'NOT_A_FOLDER'],
  ['ENOENT', 'GONE'],
  // A share that has gone away.
  ['EIO', 'ROOT_MISSING'],
  ['ESTALE', 'ROOT_MISSING'],
  ['EHOSTDOWN', 'ROOT_MISSING'],
]);

/** A failure of the disk that an administrator can mend, as such; any other as it is. */
export function asFolderFault(error: unknown): unknown {
  const { code, syscall } = error as Partial<NodeJS.ErrnoException>;
  // A database whose socket is gone is no folder.
  const ofDisk = syscall !== undefined && syscall !== 'connect';
  const problem = ofDisk ? PROBLEMS.get(code) : undefined;
  return problem === undefined ? error : new FolderFault(problem, { cause: error });
}
