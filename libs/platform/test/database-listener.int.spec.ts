/** @jest-environment node */
import { DatabaseListener } from '../src';
import { eventually, PlatformApp } from './platform-app';

const LISTENERS = `select pid from pg_stat_activity where application_name = 'zhaoguan-listener' and datname = current_database()`;

describe('what processes tell each other through the database', () => {
  let app: PlatformApp;
  let other: PlatformApp;
  const heard: string[] = [];
  let reconnections = 0;
  beforeAll(async () => {
    app = await PlatformApp.open();
    other = await PlatformApp.open({ database: app.database, clock: app.clock });
    const handlers = {
      heard: (payload: string) => heard.push(payload),
      reconnected: () => (reconnections += 1),
    };
    const listener = app.nest.get(DatabaseListener);
    await Promise.all([
      listener.subscribe('zhaoguan_notification', handlers),
      listener.subscribe('zhaoguan_tokens_ended', handlers),
    ]);
  });
  afterAll(async () => {
    await other.stop();
    await app.stop();
  });

  it('is heard when the transaction commits, and not at all when it fails', async () => {
    await other.run((tx) => tx.notify('zhaoguan_notification', 'committed'));
    const failed = other.run(async (tx) => {
      await tx.notify('zhaoguan_notification', 'failed');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await other.run((tx) => tx.notify('zhaoguan_tokens_ended', 'after'));
    await eventually('heard', async () => heard.includes('after'));
    expect(heard).toEqual(['committed', 'after']);
  });

  it('takes one connection, however many channels there are', async () => {
    expect(await app.database.query(LISTENERS)).toHaveLength(1);
  });

  it('is heard again when the connection was cut, and whoever listens is told that it was', async () => {
    await app.database.query(`select pg_terminate_backend(pid) from (${LISTENERS}) l`);
    await eventually('reconnected', async () => reconnections === 2);
    await other.run((tx) => tx.notify('zhaoguan_notification', 'again'));
    await eventually('heard', async () => heard.includes('again'));
    expect(await app.database.query(LISTENERS)).toHaveLength(1);
  });

  it('is heard no more when the process stops', async () => {
    await app.nest.get(DatabaseListener).stop();
    await eventually('gone', async () => (await app.database.query(LISTENERS)).length === 0);
    expect(heard).toHaveLength(3);
  });
});
