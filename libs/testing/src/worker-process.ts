import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot, type AppConfig } from '@zhaoguan/platform';
import { freePort } from './servers';

export interface WorkerProcess {
  stop(): Promise<void>;
}

/** The worker of the production shape, as a process of its own on the database, queue and keys of these settings. */
export async function startWorkerProcess(config: AppConfig): Promise<WorkerProcess> {
  const hook = join(projectRoot(), 'test', 'faults', 'support', 'typescript-hook.cjs');
  const child = spawn(
    process.execPath,
    ['-r', hook, join(projectRoot(), 'apps', 'worker', 'src', 'main.ts')],
    {
      env: {
        ...process.env,
        DATABASE_URL: config.databaseUrl,
        REDIS_URL: config.redisUrl ?? '',
        DATA_DIR: config.dataDir,
        HOST: '127.0.0.1',
        PORT: String(await freePort()),
        LOG_LEVEL: 'fatal',
      },
      stdio: 'inherit',
    },
  );
  return {
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
