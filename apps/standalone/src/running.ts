import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isSameProcessAlive, type ProcessIdentity } from '@zhaoguan/platform';

/** A system that runs on a data folder: its process and where it listens. */
export interface RunningSystem extends ProcessIdentity {
  readonly port: number;
}

const fileIn = (dataDir: string): string => join(dataDir, 'running.json');

/** Leaves word of this process for whoever starts another one on the folder. @returns takes it back */
export function noteRunning(dataDir: string, port: number): () => void {
  const note: RunningSystem = { ...(identify(process.pid) ?? { pid: process.pid }), port };
  writeFileSync(fileIn(dataDir), JSON.stringify(note), { mode: 0o600 });
  return () => rmSync(fileIn(dataDir), { force: true });
}

/** The living system of the folder; a note whose process is gone (power cut, kill -9) is none. */
export function findRunning(dataDir: string): RunningSystem | undefined {
  const note = readNote(fileIn(dataDir));
  return note && isSameProcessAlive(note) ? note : undefined;
}

function readNote(file: string): RunningSystem | undefined {
  try {
    const note = JSON.parse(readFileSync(file, 'utf8')) as Partial<RunningSystem>;
    return typeof note.pid === 'number' && typeof note.port === 'number'
      ? (note as RunningSystem)
      : undefined;
  } catch {
    return undefined; // never written, or cut off by a full disk
  }
}

/** What the person who starts a second one has to know. */
export function alreadyRunning({ pid, port }: RunningSystem, dataDir: string): string {
  return `照管已经在端口 ${port} 上运行（进程 ${pid}，数据目录 ${dataDir}）。要重新启动，请先停止它：kill ${pid}；要再运行一个，请用 PORT 和 DATA_DIR 另选端口和目录。`;
}
