import type { INestApplicationContext } from '@nestjs/common';
import { JobRunner, OutboxRelay, Scheduler } from '@zhaoguan/platform';

/** Begins to do jobs: relay, handlers, clock. Stopped by closing the application. */
export async function startWorker(app: INestApplicationContext): Promise<void> {
  await app.get(JobRunner).start();
  await app.get(OutboxRelay).start();
  app.get(Scheduler).start();
}
