/** @jest-environment node */
import { createTestDatabase, startRedis } from '@zhaoguan/testing';
import { behavesAsAQueue, effectsOf, startWithHandlers, TestHandlers } from './jobs.behaviour';
import { eventually } from './platform-app';

describe('jobs on Redis', () => {
  behavesAsAQueue({ redis: true });

  it('loses nothing when a Redis without persistence restarts', async () => {
    const redis = await startRedis();
    const app = await startWithHandlers({ redis: redis.url });
    await app.enqueue('test.note', { text: 'before' });
    await eventually('before', async () => (await effectsOf(app, 'before')).length === 1);
    await redis.stop();
    await app.enqueue('test.note', { text: 'while away' });
    const again = await startRedis(Number(new URL(redis.url).port));
    await app.enqueue('test.note', { text: 'after' });
    const all = async (): Promise<boolean> => (await effectsOf(app)).length >= 3;
    await eventually('all three', all, 30);
    expect((await effectsOf(app)).sort()).toEqual(['after', 'before', 'while away']);
    await app.stop();
    await again.stop();
  });

  it('gives a job again that Redis had taken and forgot', async () => {
    const redis = await startRedis();
    const app = await startWithHandlers({ redis: redis.url });
    // Taken by the queue, not yet begun: delayed work is what a crash of Redis loses.
    const [row] = await app.run((tx) =>
      tx.manager.query<{ id: string }[]>(
        `insert into platform.outbox (job, payload, not_before, created_at, dispatched_at)
         values ('test.note', '{"text": "forgotten"}', $1, $1, $1) returning id`,
        [tx.at],
      ),
    );
    expect(row?.id).toBeDefined();
    await redis.stop();
    const again = await startRedis(Number(new URL(redis.url).port));
    await eventually(
      'recalled',
      async () => {
        app.clock.advance(11 * 60_000); // what could not be asked about is asked about again as late as this
        await app.relay.recall().catch(() => undefined); // refused until the connection stands again
        return (await effectsOf(app)).length === 1;
      },
      30,
    );
    expect(await effectsOf(app)).toEqual(['forgotten']);
    await app.stop();
    await again.stop();
  });

  it('stops while Redis is away and its workers wait to connect again', async () => {
    const redis = await startRedis();
    const app = await startWithHandlers({ redis: redis.url });
    await redis.stop();
    await app.stop();
    await expect(app.enqueue('test.note', { text: 'late' })).rejects.toThrow('Driver not Connected');
  });

  it('stops while Redis is away and a job is under way, which the next start does no second time', async () => {
    const database = await createTestDatabase();
    const redis = await startRedis();
    const app = await startWithHandlers({ redis: redis.url, database });
    const gate = app.nest.get(TestHandlers).closeGate();
    await app.enqueue('test.gated', { text: 'under way' });
    await gate.reached;
    await redis.stop();
    const stopped = app.stop();
    gate.open();
    await stopped;
    const again = await startRedis();
    const next = await startWithHandlers({ redis: again.url, database });
    expect(await effectsOf(next)).toEqual(['under way']);
    next.clock.advance(11 * 60_000);
    await next.relay.recall();
    await next.enqueue('test.note', { text: 'after' });
    await eventually('after', async () => (await effectsOf(next, 'after')).length === 1);
    expect(await effectsOf(next)).toEqual(['under way', 'after']);
    await next.stop();
    await again.stop();
    await database.drop();
  });
});
