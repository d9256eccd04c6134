import { spawnSync } from 'node:child_process';

/** PostgreSQL refuses to run as root; these are the ways round it, best first. */
export type PrivilegeMode = 'direct' | 'user-namespace' | 'switch-user';

/** How a PostgreSQL program is run so that it is not root and does not outlive this process. */
export interface Privileges {
  readonly mode: PrivilegeMode;
  /** Who owns the files on disk; undefined: whoever runs this process. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Program and arguments that run the given ones in this way. */
  wrap(program: string, args: readonly string[]): WrappedCommand;
}

export interface WrappedCommand {
  readonly program: string;
  readonly args: string[];
  readonly options: { readonly uid?: number; readonly gid?: number };
}

/** 65534, `nobody`: initdb wants a user that /etc/passwd knows, and this one needs no change to the host. */
const NOBODY = 65534;

/**
 * Chooses how to run PostgreSQL here. As root it prefers a user namespace: no user is created, the data stay where
 * they are. Where namespaces are refused (most containers) it switches to `nobody`.
 * @param allowUserNamespaces false behaves as if the kernel refused them
 */
export function choosePrivileges(allowUserNamespaces: boolean): Privileges {
  const root = process.platform !== 'win32' && process.getuid?.() === 0;
  const dieWithParent = runs('setpriv', ['--pdeathsig', 'INT', 'true'])
    ? ['setpriv', '--pdeathsig', 'INT']
    : [];
  if (!root) return asPrefix('direct', dieWithParent);
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (allowUserNamespaces && runs('unshare', [...namespace.slice(1), 'true'])) {
    // The signal on the parent's death is set inside: entering the namespace would clear it.
    return asPrefix('user-namespace', [...namespace, ...dieWithParent], { uid: 0, gid: 0 });
  }
  return switchUser(dieWithParent.length > 0);
}

function asPrefix(mode: PrivilegeMode, prefix: readonly string[], owner?: Privileges['owner']): Privileges {
  return {
    mode,
    ...(owner ? { owner } : {}),
    wrap(program, args) {
      const [first = program, ...rest] = [...prefix, program, ...args];
      return { program: first, args: rest, options: {} };
    },
  };
}

function switchUser(withSetpriv: boolean): Privileges {
  const owner = { uid: NOBODY, gid: NOBODY };
  if (!withSetpriv) {
    return {
      mode: 'switch-user',
      owner,
      wrap: (program, args) => ({ program, args: [...args], options: owner }),
    };
  }
  const change = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  // A second setpriv, because the change of user clears the signal the first one would have set.
  return asPrefix('switch-user', [...change, 'setpriv', '--pdeathsig', 'INT'], owner);
}

/** Whether PostgreSQL's user can enter a directory: a home directory of mode 0700 above it is enough to forbid it. */
export function canReach(privileges: Privileges, directory: string): boolean {
  if (process.platform === 'win32' || privileges.mode === 'direct') return true;
  const { program, args, options } = privileges.wrap('/bin/sh', ['-c', 'cd "$1"', 'sh', directory]);
  return spawnSync(program, args, { stdio: 'ignore', cwd: '/', ...options }).status === 0;
}

function runs(program: string, args: readonly string[]): boolean {
  return process.platform === 'linux' && spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
