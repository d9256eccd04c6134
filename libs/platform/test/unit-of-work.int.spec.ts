/** @jest-environment node */
import { systemCaller, type Caller } from '@zhaoguan/contracts';
import { Client } from 'pg';
import { ROLE_NAMES } from '../src';
import { PlatformApp } from './platform-app';

const official = (districts: readonly string[]): Caller => ({
  ...systemCaller('test'),
  id: '01930000-0000-7000-8000-000000000001',
  districts,
});

describe('UnitOfWork', () => {
  let app: PlatformApp;
  beforeAll(async () => {
    app = await PlatformApp.open();
    await app.database.query(`
      create table public.place (district text primary key, owner uuid, n integer not null default 0);
      insert into public.place (district) values ('610102'), ('610116'), ('610201'), ('510104');
      insert into public.place values ('440300', '01930000-0000-7000-8000-000000000001');
      alter table public.place enable row level security;
      create policy here on public.place to zhaoguan_app
        using (platform.covers(district) or platform.is_actor(owner))
        with check (platform.covers(district) or platform.is_actor(owner));
      grant select, insert, update on public.place to zhaoguan_app;
      create table public.tally (id integer primary key, n integer not null);
      insert into public.tally values (1, 0), (2, 0);
      grant select, update on public.tally to zhaoguan_app`);
  });
  afterAll(() => app.stop());

  const seenBy = async (districts: readonly string[], id?: string): Promise<string[]> => {
    const caller = { ...official(districts), ...(id === undefined ? {} : { id }) };
    const rows = await app.work.read<{ district: string }[]>(caller, (manager) =>
      manager.query('select district from public.place order by 1'),
    );
    return rows.map(({ district }) => district);
  };

  it('reads one instant in a snapshot, on one connection, each read under the rights of its caller', async () => {
    const tallyOf = () =>
      app.work.read<{ n: number; backend: number }[]>(official([]), (manager) =>
        manager.query('select n, pg_backend_pid() as backend from public.tally where id = 2'),
      );
    await app.work.snapshot(official(['610116']), async () => {
      const before = await tallyOf();
      await app.database.query('update public.tally set n = n + 1 where id = 2');
      expect(await tallyOf()).toEqual(before);
      expect(await seenBy(['610116'], '01930000-0000-7000-8000-000000000002')).toEqual(['610116']);
      expect(await seenBy([], '01930000-0000-7000-8000-000000000001')).toEqual(['440300']);
      expect(await seenBy([], '01930000-0000-7000-8000-000000000002')).toEqual([]);
    });
    const [after] = await tallyOf();
    await app.database.query('update public.tally set n = 0 where id = 2');
    expect(after?.n).toBe(1);
  });

  it('claims the key of a request by the transaction that writes, and not by what is asked before', async () => {
    const idempotency = { key: 'asked-first', requestHash: 'before', claimed: false };
    const caller = { ...official([]), idempotency };
    const kept = () =>
      app.database.query<{ hash: string }>(
        `select request_hash as hash from platform.idempotency where key = 'asked-first'`,
      );
    await app.work.ask(caller, () => Promise.resolve());
    expect([idempotency.claimed, await kept()]).toEqual([false, []]);
    idempotency.requestHash = 'with the file';
    await app.work.run(caller, () => Promise.resolve());
    expect([idempotency.claimed, await kept()]).toEqual([true, [{ hash: 'with the file' }]]);
  });

  it('leaves nothing when the work throws: neither rows nor outbox', async () => {
    const failing = app.run(async (tx) => {
      await tx.manager.query('update public.tally set n = 99 where id = 1');
      await tx.enqueue('platform.sweep', {});
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await app.database.query('select n from public.tally where id = 1')).toEqual([{ n: 0 }]);
    expect(await app.database.query('select * from platform.outbox')).toEqual([]);
  });

  it('runs the whole work again after a deadlock (40P01) between two real transactions', async () => {
    let tries = 0;
    let waiting = 0;
    let bothHold: () => void;
    const both = new Promise<void>((resolve) => (bothHold = resolve));
    const crosswise = (first: number, second: number): Promise<void> =>
      app.run(async (tx) => {
        tries += 1;
        await tx.manager.query('update public.tally set n = n + 1 where id = $1', [first]);
        waiting += 1;
        if (waiting === 2) bothHold();
        await both;
        await tx.manager.query('update public.tally set n = n + 1 where id = $1', [second]);
        await tx.enqueue('platform.sweep', {});
      });
    await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
    expect(tries).toBe(3);
    expect(await app.database.query('select n from public.tally order by id')).toEqual([{ n: 2 }, { n: 2 }]);
    expect(await app.database.query('select job from platform.outbox')).toHaveLength(2);
  });

  it('runs the whole work again after a serialization failure (40001) between two real transactions', async () => {
    const [name] = await app.database.query<{ name: string }>('select current_database() as name');
    await app.database.query(
      `alter database ${name?.name} set default_transaction_isolation = 'repeatable read'`,
    );
    const strict = await PlatformApp.open({ database: app.database });
    const [before] = await app.database.query<{ n: number }>('select n from public.tally where id = 1');
    let tries = 0;
    let waiting = 0;
    let bothRead: () => void;
    const both = new Promise<void>((resolve) => (bothRead = resolve));
    const addOne = (): Promise<void> =>
      strict.run(async (tx) => {
        tries += 1;
        const [row]: { n: number }[] = await tx.manager.query('select n from public.tally where id = 1');
        waiting += 1;
        if (waiting === 2) bothRead();
        await both;
        await tx.manager.query('update public.tally set n = $1 where id = 1', [(row?.n ?? 0) + 1]);
      });
    await Promise.all([addOne(), addOne()]);
    const [after] = await app.database.query<{ n: number }>('select n from public.tally where id = 1');
    await strict.stop();
    await app.database.query(`alter database ${name?.name} reset default_transaction_isolation`);
    expect(tries).toBe(3);
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(2);
  });

  it('gives up after five tries and says why', async () => {
    let tries = 0;
    const hopeless = app.run(async (tx) => {
      tries += 1;
      await tx.manager.query(`do $$ begin raise exception 'again' using errcode = '40P01'; end $$`);
    });
    await expect(hopeless).rejects.toThrow('again');
    expect(tries).toBe(5);
  });

  it('does not run again what failed for another reason', async () => {
    let tries = 0;
    const failing = app.run(async (tx) => {
      tries += 1;
      await tx.manager.query('select 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(tries).toBe(1);
  });

  it('refuses to write in a read', async () => {
    const writing = app.work.read(systemCaller('test'), (manager) =>
      manager.query('update public.tally set n = 1'),
    );
    await expect(writing).rejects.toThrow('read-only transaction');
  });

  it('shows every query of a read the same instant', async () => {
    const [before, after] = await app.work.read(systemCaller('test'), async (manager) => {
      const query = 'select n from public.tally where id = 2';
      const first: unknown = await manager.query(query);
      await app.database.query('update public.tally set n = n + 10 where id = 2');
      return [first, await manager.query(query)];
    });
    expect(after).toEqual(before);
  });

  it('shows a county its own rows, a city its counties, the country all, and nobody nothing', async () => {
    expect(await seenBy(['610116'])).toEqual(['440300', '610116']);
    expect(await seenBy(['610116'], '01930000-0000-7000-8000-000000000002')).toEqual(['610116']);
    expect(await seenBy(['610100'])).toEqual(['440300', '610102', '610116']);
    expect(await seenBy(['610000', '510104'])).toEqual(['440300', '510104', '610102', '610116', '610201']);
    expect(await seenBy(['*'])).toHaveLength(5);
    expect(await seenBy([], '01930000-0000-7000-8000-000000000002')).toEqual([]);
  });

  it('shows no row to a connection on which nobody is bound', async () => {
    const client = new Client({
      connectionString: app.database.url,
      options: `-c role=${ROLE_NAMES.app}`,
    });
    await client.connect();
    const { rows } = await client.query('select * from public.place');
    await client.end();
    expect(rows).toEqual([]);
  });

  it('does not leave a caller bound to a pooled connection', async () => {
    await app.work.run(official(['610116']), async () => undefined);
    const open = await app.work.read(
      { ...official([]), id: '01930000-0000-7000-8000-000000000002' },
      (manager) => manager.query('select district from public.place'),
    );
    expect(open).toEqual([]);
  });

  it('refuses to write a row into a district that is not the caller’s', async () => {
    const foreign = app.work.run(official(['610116']), (tx) =>
      tx.manager.query(`insert into public.place values ('610102x')`),
    );
    await expect(foreign).rejects.toThrow('row-level security');
  });
});
