/** @jest-environment node */
import { SCHEDULES } from '@zhaoguan/contracts';
import { nextAt } from '../src';
import { declareJob, PlatformApp } from './platform-app';

declareJob('test.daily');
declareJob('test.quarter');
declareJob('test.bad');
Object.assign(SCHEDULES, {
  'test.bad': { everyMinutes: 5 },
  'test.daily': { dailyAt: '04:20' },
  'test.quarter': { everyMinutes: 15 },
});

describe('nextAt', () => {
  const after = (recurrence: Parameters<typeof nextAt>[0], from: string): string =>
    nextAt(recurrence, new Date(from)).toISOString();

  it('reads times of day in Shanghai, today or tomorrow', () => {
    expect(after({ dailyAt: '04:20' }, '2026-11-19T20:19:59Z')).toBe('2026-11-19T20:20:00.000Z');
    expect(after({ dailyAt: '04:20' }, '2026-11-19T20:20:00Z')).toBe('2026-11-20T20:20:00.000Z');
  });
  it('goes over the end of the month and the year', () => {
    expect(after({ dailyAt: '00:00' }, '2026-12-31T15:59:59Z')).toBe('2026-12-31T16:00:00.000Z');
    expect(after({ dailyAt: '00:00' }, '2026-12-31T16:00:00Z')).toBe('2027-01-01T16:00:00.000Z');
  });
  it('keeps to whole periods', () => {
    expect(after({ everyMinutes: 15 }, '2026-11-20T02:07:00Z')).toBe('2026-11-20T02:15:00.000Z');
    expect(after({ everyMinutes: 15 }, '2026-11-20T02:15:00Z')).toBe('2026-11-20T02:30:00.000Z');
  });
});

describe('Scheduler', () => {
  let app: PlatformApp;
  let other: PlatformApp;
  beforeAll(async () => {
    app = await PlatformApp.open();
    other = await PlatformApp.open({ database: app.database, clock: app.clock });
  });
  afterAll(async () => {
    await other.stop();
    await app.stop();
  });
  const asked = async (job: string): Promise<number> => {
    const rows = await app.database.query('select 1 from platform.outbox where job = $1', [job]);
    return rows.length;
  };

  it('asks for nothing before it is due', async () => {
    await app.scheduler.tick();
    expect(await asked('test.daily')).toBe(0);
    expect(await asked('test.quarter')).toBe(0);
  });

  it('catches up once after a stop of three days, by one of two workers', async () => {
    app.clock.advance(3 * 86_400_000);
    await Promise.all([app.scheduler.tick(), other.scheduler.tick(), app.scheduler.tick()]);
    expect(await asked('test.daily')).toBe(1);
    expect(await asked('test.quarter')).toBe(1);
    app.clock.advance(15 * 60_000);
    await Promise.all([app.scheduler.tick(), other.scheduler.tick()]);
    expect(await asked('test.daily')).toBe(1);
    expect(await asked('test.quarter')).toBe(2);
  });

  it('goes on with the others when one schedule cannot be looked at', async () => {
    await app.database.query(`
      create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger fail before insert on platform.outbox for each row when (new.job = 'test.bad')
        execute function public.fail()`);
    app.clock.advance(15 * 60_000);
    const before = await asked('test.bad');
    await app.scheduler.tick();
    expect(await asked('test.bad')).toBe(before);
    expect(await asked('test.quarter')).toBe(3);
  });

  it('waits for the look that is under way when it stops', async () => {
    other.scheduler.start();
    await other.scheduler.stop();
    expect(await asked('test.quarter')).toBe(3);
  });
});
