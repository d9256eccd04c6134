import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * What identifies one run of one process: pids are used again, after a container restart even at once,
 * so the moment of its start (clock ticks since boot) belongs to it. Undefined where the system has no /proc.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt?: string;
}

interface ProcStat {
  readonly state: string;
  readonly parent: number;
  readonly startedAt: string;
}

const DEAD_STATES = new Set(['Z', 'X', 'x']);

function readStat(pid: number): ProcStat | undefined {
  const text = readProc(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  // The program name in brackets may itself hold spaces and brackets: count from the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', parent: Number(fields[1]), startedAt: fields[19] ?? '' };
}

/** Undefined when the process went away between looking and reading, or belongs to somebody else. */
function readProc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function hasProc(): boolean {
  return process.platform === 'linux' && readStat(process.pid) !== undefined;
}

/** The identity of a process that runs now; undefined when there is none with this pid. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  const startedAt = readStat(pid)?.startedAt;
  return startedAt === undefined ? { pid } : { pid, startedAt };
}

/** Whether the very process that was identified still runs. */
export function isSameProcessAlive(identity: ProcessIdentity): boolean {
  const now = identify(identity.pid);
  return now !== undefined && (identity.startedAt === undefined || now.startedAt === identity.startedAt);
}

/** Whether a process runs; a zombie, dead but not yet reaped by its parent, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = readStat(pid);
  return stat === undefined ? !hasProc() : !DEAD_STATES.has(stat.state);
}

/**
 * All living PostgreSQL processes, server and children, that work in a data directory, the server first.
 * @param dataDir absolute and free of symbolic links
 */
export function postgresProcessesOf(dataDir: string): number[] {
  const pids = hasProc() ? fromProc(dataDir) : fromPs(dataDir);
  const set = new Set(pids);
  return pids.toSorted((a, b) => depth(a, set) - depth(b, set));
}

function depth(pid: number, family: ReadonlySet<number>): number {
  const parent = readStat(pid)?.parent;
  return parent !== undefined && family.has(parent) ? 1 : 0;
}

function fromProc(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && isPostgresOf(pid, dataDir) && isAlive(pid));
}

function isPostgresOf(pid: number, dataDir: string): boolean {
  const commandLine = readProc(`/proc/${pid}/cmdline`);
  if (!commandLine) return false;
  const args = commandLine.split('\0');
  const program = basename(args[0] ?? '');
  // Children rename themselves to "postgres: …", but all of them work in the data directory.
  if (!program.startsWith('postgres') && program !== 'initdb') return false;
  const at = args.indexOf('-D');
  return (at >= 0 && args[at + 1] === dataDir) || workingDirectory(pid) === dataDir;
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Without /proc (macOS): the command line of the server names its data directory. Not available on Windows. */
function fromPs(dataDir: string): number[] {
  if (process.platform === 'win32') return [];
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .filter((line) => /\/(postgres|initdb)\s/.test(line) && line.includes(`-D ${dataDir} `))
    .map((line) => Number.parseInt(line, 10));
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks again every 20 ms until it is so. @returns false when it was not so within the given milliseconds */
export async function waitUntil(isSo: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!isSo()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}
