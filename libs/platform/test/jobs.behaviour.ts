import { Injectable } from '@nestjs/common';
import { SUBSCRIPTIONS, systemCaller, type JobName } from '@zhaoguan/contracts';
import { DeadJobs, JobRunner, OnJob, type JobRun } from '../src';
import { declareJob, eventually, PlatformApp, type PlatformAppOptions } from './platform-app';

declareJob('test.note');
declareJob('test.fail', { attempts: 3, backoffMs: 40 });
declareJob('test.shaky', { attempts: 4, backoffMs: 20 });
declareJob('test.lazy', { attempts: 1 });
declareJob('test.heavy', { queue: 'heavy' });
declareJob('test.gated');

type Note = JobRun<JobName> & { readonly payload: { readonly text: string } };

/** Effects land in a table, so that two of them would be seen; attempts are counted outside, for those that failed. */
@Injectable()
export class TestHandlers {
  readonly attempts: { readonly text: string; readonly at: number }[] = [];
  private pass = Promise.resolve();
  private reach = (): void => undefined;

  /** Makes a gated job wait until the gate is opened. */
  closeGate(): { readonly reached: Promise<void>; readonly open: () => void } {
    let open = (): void => undefined;
    this.pass = new Promise((resolve) => (open = resolve));
    const reached = new Promise<void>((resolve) => (this.reach = resolve));
    return { reached, open: () => open() };
  }

  @OnJob('test.gated' as JobName)
  async gated(run: Note): Promise<void> {
    this.reach();
    await this.pass;
    await this.effect(run);
  }

  @OnJob('test.note' as JobName)
  async note(run: Note): Promise<void> {
    await this.effect(run);
  }
  @OnJob('test.heavy' as JobName)
  async heavy(run: Note): Promise<void> {
    await this.effect(run);
  }
  @OnJob('test.fail' as JobName)
  async fail(run: Note): Promise<void> {
    this.attempts.push({ text: run.payload.text, at: performance.now() });
    await run.complete(async ({ manager }) => {
      await manager.query('insert into public.effect (text) values ($1)', [run.payload.text]);
      throw new Error('the printer is on fire');
    });
  }
  @OnJob('test.shaky' as JobName)
  async shaky(run: Note): Promise<void> {
    this.attempts.push({ text: run.payload.text, at: performance.now() });
    const mine = this.attempts.filter(({ text }) => text === run.payload.text);
    if (mine.length < 3) throw new Error('not yet');
    await this.effect(run);
  }
  @OnJob('test.lazy' as JobName)
  async lazy(): Promise<void> {
    this.attempts.push({ text: 'lazy', at: performance.now() });
  }

  private async effect(run: Note): Promise<void> {
    await run.complete(async ({ manager }) => {
      await manager.query('insert into public.effect (text) values ($1)', [run.payload.text]);
    });
  }
}

const EFFECTS = `create table if not exists public.effect (seq bigint generated always as identity, text text not null);
  grant select, insert on public.effect to zhaoguan_app`;

export async function startWithHandlers(options: PlatformAppOptions = {}): Promise<PlatformApp> {
  const app = await PlatformApp.open({ ...options, providers: [TestHandlers] });
  await app.database.query(EFFECTS);
  await app.nest.get(JobRunner).start();
  await app.relay.start();
  return app;
}

export async function effectsOf(app: PlatformApp, prefix = ''): Promise<string[]> {
  const rows = await app.database.query<{ text: string }>(
    'select text from public.effect where starts_with(text, $1) order by seq',
    [prefix],
  );
  return rows.map(({ text }) => text);
}

/** What holds on either backend. */
export function behavesAsAQueue(backend: Pick<PlatformAppOptions, 'redis'>): void {
  let app: PlatformApp;
  beforeAll(async () => {
    app = await startWithHandlers(backend);
  });
  afterAll(() => app.stop());
  const handlers = (): TestHandlers => app.nest.get(TestHandlers);
  const done = (text: string, count = 1): Promise<void> =>
    eventually(`${count} × ${text}`, async () => (await effectsOf(app, text)).length >= count);
  const keyOf = async (text: string): Promise<string> => {
    const [row] = await app.database.query<{ key: string }>(
      `select 'outbox-' || id || '-' || nonce as key from platform.outbox where payload->>'text' = $1`,
      [text],
    );
    return row?.key ?? '';
  };
  const deadOf = (text: string): Promise<{ error: string; key: string }[]> =>
    app.database.query(`select error, key from platform.dead_job where payload->>'text' = $1`, [text]);

  it('does a committed job soon, on either queue, and settles its outbox row', async () => {
    await app.enqueue('test.note', { text: 'soon' });
    await app.enqueue('test.heavy', { text: 'soon heavy' });
    await done('soon', 2);
    const rows = await app.database.query(
      `select 1 from platform.outbox where settled_at is null or dispatched_at is null`,
    );
    expect(rows).toEqual([]);
  });

  it('has an event done as one job for each subscription', async () => {
    Object.assign(SUBSCRIPTIONS, { 'draw.opened': ['test.note', 'test.heavy'] });
    await app.run((tx) => tx.emit('draw.opened', { text: 'event', drawId: 'x' } as never));
    await done('event', 2);
    expect(await effectsOf(app, 'event')).toHaveLength(2);
  });

  it('takes effect once when it is delivered twice, also at the same time', async () => {
    const runner = app.nest.get(JobRunner);
    const deliver = (): Promise<void> => runner.run('test.note', 'twice-1', { text: 'twice' });
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(await effectsOf(app, 'twice')).toEqual(['twice']);
  });

  it('tries again with growing waits until it works', async () => {
    await app.enqueue('test.shaky', { text: 'shaky' });
    await done('shaky');
    const times = handlers().attempts.filter(({ text }) => text === 'shaky');
    expect(times).toHaveLength(3);
    const [first = 0, second = 0] = times.slice(1).map(({ at }, i) => at - (times[i]?.at ?? 0));
    expect(first).toBeGreaterThanOrEqual(18);
    expect(second).toBeGreaterThanOrEqual(36);
    expect(await effectsOf(app, 'shaky')).toEqual(['shaky']);
  });

  it('puts a job that fails for good on the list, with its reason, and leaves nothing of its work', async () => {
    await app.enqueue('test.fail', { text: 'hopeless' });
    await eventually('dead job', async () => (await deadOf('hopeless')).length > 0);
    expect(handlers().attempts.filter(({ text }) => text === 'hopeless')).toHaveLength(3);
    expect(await deadOf('hopeless')).toEqual([
      { error: 'the printer is on fire', key: await keyOf('hopeless') },
    ]);
    expect(await effectsOf(app, 'hopeless')).toEqual([]);
    const [row] = await app.database.query<{ settled: boolean }>(
      `select settled_at is not null as settled from platform.outbox where payload->>'text' = 'hopeless'`,
    );
    expect(row?.settled).toBe(true);
  });

  it('takes a handler that never completed for failed', async () => {
    await app.enqueue('test.lazy', { text: 'lazy' });
    await eventually('dead job', async () => (await deadOf('lazy')).length > 0);
    expect((await deadOf('lazy'))[0]?.error).toContain('without completing');
  });

  it('waits until not_before, by the injected clock', async () => {
    await app.enqueue('test.note', { text: 'later' }, new Date(app.clock.now().getTime() + 60_000));
    await app.enqueue('test.note', { text: 'now' });
    await done('now');
    expect(await effectsOf(app, 'later')).toEqual([]);
    app.clock.advance(60_000);
    await done('later');
  });

  it('hands over in the order of writing', async () => {
    await app.run(async (tx) => {
      for (let i = 0; i < 20; i += 1) {
        await tx.enqueue('test.heavy' as JobName, { text: `order ${String(i).padStart(2, '0')}` } as never);
      }
    });
    await done('order', 20);
    // The heavy queue does one at a time, so the order of effects is the order in which it was given them.
    const texts = await effectsOf(app, 'order');
    expect(texts).toEqual([...texts].sort());
  });

  it('buries a row of an unknown job and goes on with those behind it', async () => {
    await app.database.query(
      `insert into platform.outbox (job, payload, not_before, created_at)
       values ('other.version', '{"text": "unknown"}', '2026-01-01', '2026-01-01')`,
    );
    await app.enqueue('test.note', { text: 'behind' });
    await done('behind');
    await eventually('dead job', async () => (await deadOf('unknown')).length > 0);
    expect((await deadOf('unknown'))[0]?.error).toContain('other.version');
  });

  it('does not double with two processes on one database', async () => {
    const second = await startWithHandlers({ ...backend, database: app.database, clock: app.clock });
    const texts = Array.from({ length: 100 }, (_, i) => `shared ${String(i).padStart(3, '0')}`);
    await Promise.all(texts.map((text, i) => (i % 2 ? app : second).enqueue('test.note', { text })));
    await done('shared', 100);
    await second.stop();
    expect((await effectsOf(app, 'shared')).sort()).toEqual(texts);
    const dispatches = await app.database.query(
      `select 1 from platform.dead_job where payload->>'text' like 'shared%'`,
    );
    expect(dispatches).toEqual([]);
  });

  it('gives the queue again what the queue has lost, and buries what failed there unnoticed', async () => {
    const lost = await app.run(async (tx) => {
      const [row]: { id: string }[] = await tx.manager.query(
        `insert into platform.outbox (job, payload, not_before, created_at, dispatched_at)
         values ('test.note', '{"text": "lost"}', $1, $1, $1) returning id`,
        [tx.at],
      );
      return row?.id;
    });
    await app.relay.recall();
    expect(await effectsOf(app, 'lost')).toEqual([]);
    app.clock.advance(11 * 60_000);
    await app.relay.recall();
    await done('lost');
    const [row] = await app.database.query<{ settled: boolean }>(
      'select settled_at is not null as settled from platform.outbox where id = $1',
      [lost],
    );
    expect(row?.settled).toBe(true);

    await app.database.query(`delete from platform.dead_job where payload->>'text' = 'hopeless'`);
    await app.database.query(
      `update platform.outbox set settled_at = null, dispatched_at = '2026-11-20T02:00:00Z'
        where payload->>'text' = 'hopeless'`,
    );
    await app.relay.recall();
    expect(await deadOf('hopeless')).toHaveLength(1);
  });

  it('does a dead job once more when it is retried, and not twice', async () => {
    const dead = app.nest.get(DeadJobs);
    await dead.bury({ name: 'test.note', key: 'old-key', payload: { text: 'second life' }, error: 'x' });
    const [row] = await app.work.read(systemCaller('test'), (manager) => dead.list(manager, 1));
    await app.run((tx) => dead.retry(tx, row?.id ?? ''));
    await done('second life');
    await expect(app.run((tx) => dead.retry(tx, row?.id ?? ''))).rejects.toMatchObject({
      code: 'JOB_RETRIED',
    });
    expect(await effectsOf(app, 'second life')).toHaveLength(1);
  });

  it('goes on within seconds after the database has cut every connection', async () => {
    const before = performance.now();
    await app.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await eventually('a transaction again', async () => {
      try {
        await app.enqueue('test.note', { text: 'after the cut' });
        return true;
      } catch {
        return false; // the pool may still hand out a connection that it does not know to be dead
      }
    });
    await done('after the cut');
    expect(performance.now() - before).toBeLessThan(15_000);
    await app.enqueue('test.heavy', { text: 'heavy after' });
    await done('heavy after');
  });

  it('does every job that was asked for while connections were cut again and again', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `storm ${String(i).padStart(2, '0')}`);
    for (const [i, text] of texts.entries()) {
      await eventually('enqueued', async () => {
        try {
          await app.enqueue('test.note', { text });
          return true;
        } catch {
          return false; // cut in the middle: nothing was committed, so asking again does not double
        }
      });
      if (i % 10 === 5) {
        await app.database.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
        );
      }
    }
    await eventually('all', async () => new Set(await effectsOf(app, 'storm')).size === 40, 60);
    await new Promise((resume) => setTimeout(resume, 500));
    const [once] = await app.database.query<{ rows: string; effects: string }>(
      `select (select count(*) from platform.outbox where payload->>'text' like 'storm%') as rows,
              (select count(*) from public.effect where text like 'storm%') as effects`,
    );
    expect(once?.effects).toBe(once?.rows);
  });
}
