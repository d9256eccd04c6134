import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { FixedClock, SystemClock } from '@zhaoguan/kernel';
import { createHttpApp, JobRunner, ReferenceData } from '@zhaoguan/platform';
import { ApiModule } from '../../../../api/src/api.module';
import type { SystemOptions } from '../../../../api/src/system.module';
import type { DemoAccount } from '../accounts';
import { HttpClient } from '../http-client';
import { seedDemo } from '../seed-demo';
import { Background } from './background';
import { Journal } from './journal';
import { Scene, type At, type Who } from './scene';
import { STORIES } from './stories';
import { instantOf } from './work-days';

/** Before the first act: the directory of the county was brought in a year ago. */
const OPENED: At = [250, '09:00'];
const WHO: readonly Who[] = [
  'operator',
  'registrar-mz',
  'registrar-wj',
  'registrar-wy',
  'adviser',
  'reviewer',
];

/**
 * Tells what went on in the demo county before the day of the first start: filings in every state, staff, removals, ratings. Every
 * act is a request of the person who does it, to the system itself, whose clock stands at the day of the act. Interrupted,
 * the next start goes on where it ended; told to the end, it is not told again.
 */
export async function tellRegistration(options: SystemOptions, say: (line: string) => void): Promise<void> {
  const { config, logger } = options;
  const now = new SystemClock().now();
  const journal = Journal.open(config.dataDir, now);
  if (!journal || journal.isFinished) return;
  say('正在准备演示数据 ……');
  const clock = new FixedClock(now);
  const app = await createHttpApp(ApiModule.forRoot({ ...options, clock }), logger);
  try {
    // On a port that nobody is told of, and of this machine only.
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    await play(app, { journal, clock, base: `http://127.0.0.1:${port}`, dataDir: config.dataDir });
  } finally {
    await app.close();
  }
}

export interface Stage {
  readonly journal: Pick<Journal, 'startedAt' | 'firstDay' | 'has' | 'note' | 'done' | 'finish'>;
  readonly clock: FixedClock;
  readonly base: string;
  readonly dataDir: string;
}

export async function play(app: INestApplicationContext, stage: Stage): Promise<void> {
  const { journal, clock, base, dataDir } = stage;
  const calendar = await app.get(ReferenceData).calendar();
  const instant = (at: At): Date => instantOf(at, journal.startedAt, calendar);
  const jobs = app.get(JobRunner);
  await jobs.start();
  const background = new Background(app, clock);
  clock.set(instant(OPENED));
  const clients = await signIn(base, await seedDemo(app, dataDir));
  // As it happened: the log and the lists show it in this order. Acts of one minute stay as they are written.
  const acts = STORIES.map((act) => ({ act, on: instant(act.at) })).toSorted((a, b) => +a.on - +b.on);
  for (const { act, on } of acts) {
    if (journal.has(act.key)) continue;
    clock.set(on);
    journal.done(act.key, await act.run(new Scene(act.key, journal, clients, jobs, background)));
  }
  journal.finish();
}

async function signIn(base: string, accounts: readonly DemoAccount[]): Promise<ReadonlyMap<Who, HttpClient>> {
  const clients = new Map<Who, HttpClient>();
  for (const who of WHO) {
    const account = accounts.find(({ username }) => username === who);
    if (!account) throw new Error(`demo account ${who} is missing`);
    clients.set(who, await new HttpClient(base).signIn(who, account.password));
  }
  return clients;
}
