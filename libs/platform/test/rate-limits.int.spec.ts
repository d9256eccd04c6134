import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, startRedis, type TestDatabase } from '@zhaoguan/testing';
import supertest, { type Response } from 'supertest';
import { startHttp, type StartedHttp } from './http-harness';

describe('rate limits', () => {
  let database: TestDatabase;
  const open: StartedHttp[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    for (const { stop } of open) await stop();
    await database.drop();
  });
  const start = async (env: Record<string, string>): Promise<StartedHttp> => {
    const started = await startHttp(database, env);
    open.push(started);
    return started;
  };
  const from = (app: NestFastifyApplication, address: string): Promise<Response> =>
    supertest(app.getHttpServer()).get('/api/v1/test/address').set('x-forwarded-for', address);

  it('counts each address by itself and says when to come back', async () => {
    const { app, clock } = await start({ RATE_LIMIT_PER_MINUTE: '3' });
    for (let i = 0; i < 3; i += 1) expect((await from(app, '192.0.2.1')).status).toBe(200);
    const refused = await from(app, '192.0.2.1');
    expect(refused.status).toBe(429);
    expect((refused.body as { code: string }).code).toBe('TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBe(60);
    expect((await from(app, '192.0.2.2')).status).toBe(200);
    expect((await supertest(app.getHttpServer()).get('/healthz')).status).toBe(200);
    clock.advance(60_000);
    expect((await from(app, '192.0.2.1')).status).toBe(200);
  });

  it('counts the machine itself only when a limit was set by name', async () => {
    const ask = (app: NestFastifyApplication): Promise<Response> =>
      supertest(app.getHttpServer()).get('/api/v1/test/address');
    const { app } = await start({});
    const answers = await Promise.all(Array.from({ length: 650 }, () => ask(app)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const named = await start({ RATE_LIMIT_PER_MINUTE: '1' });
    await ask(named.app);
    expect((await ask(named.app)).status).toBe(429);
  });

  it('takes the addresses of one IPv6 customer together', async () => {
    const { app } = await start({ RATE_LIMIT_PER_MINUTE: '2' });
    await from(app, '2001:db8:1:2:3:4:5:6');
    await from(app, '2001:db8:1:2::9');
    expect((await from(app, '2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await from(app, '2001:db8:1:3::1')).status).toBe(200);
  });

  it('believes the proxy on this machine, the configured ones, and nobody else', async () => {
    const { app } = await start({});
    const ip = async (forwarded: string): Promise<unknown> => (await from(app, forwarded)).body;
    expect(await ip('192.0.2.1')).toEqual({ ip: '192.0.2.1' });
    // The visitor wrote the first address himself; the last one is what our proxy saw.
    expect(await ip('10.9.9.9, 192.0.2.1')).toEqual({ ip: '192.0.2.1' });
    const chained = await start({ TRUST_PROXY: 'loopback,10.0.0.0/8' });
    expect((await from(chained.app, '198.51.100.1, 10.1.2.3')).body).toEqual({ ip: '198.51.100.1' });
    const alone = await start({ TRUST_PROXY: '10.0.0.0/8' });
    expect((await from(alone.app, '192.0.2.1')).body).toEqual({ ip: '127.0.0.1' });
  });

  it('counts together in Redis, and alone while Redis is away', async () => {
    const redis = await startRedis();
    const env = { RATE_LIMIT_PER_MINUTE: '4', REDIS_URL: redis.url };
    const [one, two] = [await start(env), await start(env)];
    for (const { app } of [one, two, one, two]) expect((await from(app, '192.0.2.7')).status).toBe(200);
    expect((await from(one.app, '192.0.2.7')).status).toBe(429);
    await redis.stop();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await from(two.app, '192.0.2.8')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
  });
});
