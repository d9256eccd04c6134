import { JwtService } from '@nestjs/jwt';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { startWorkerProcess, TestApp, type TestPerson, type WorkerProcess } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { NotificationStore } from '../src/store/notification.store';
import { Settle } from '../src/use-cases/settle';
import { Tell } from '../src/use-cases/tell';
import { StreamDoor } from './event-stream.builder';

const LISTENER = `select pid from pg_stat_activity where application_name = 'zhaoguan-listener' and datname = current_database()`;

let count = 0;
const tell = (app: TestApp, person: TestPerson, title: string): Promise<void> =>
  app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) =>
    app.nest.get(Tell).execute(tx, [person.id], `stream-${(count += 1)}`, {
      type: 'FILING_ACCEPTED',
      subject: null,
      title,
    }),
  );

describe('a stream of notifications', () => {
  let app: TestApp;
  let door: StreamDoor;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    door = await StreamDoor.open(app);
  });
  afterAll(async () => {
    door.closeAll();
    await app.stop();
  });

  it('begins now, says how much is unread, and passes through proxies unbuffered', async () => {
    const person = await app.person('OPERATOR');
    await tell(app, person, '示例·以前的');
    const stream = await door.stream(person);
    expect(stream.events).toEqual([{ id: '1', type: 'ready', data: { unread: 1 } }]);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.headers.get('cache-control')).toMatch(/no-cache.*no-transform/);
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    await tell(app, person, '示例·新的');
    await stream.count(1);
    const [told] = stream.notifications;
    expect(told).toMatchObject({ id: '2', data: { id: 2, title: '示例·新的', typeLabel: '准予备案通知' } });
  });

  it('goes to its person alone, in each of their windows', async () => {
    const [person, another] = [await app.person('OPERATOR'), await app.person('OPERATOR')];
    const windows = [await door.stream(person), await door.stream(person)];
    const other = await door.stream(another);
    await tell(app, person, '示例·甲');
    await tell(app, another, '示例·乙');
    await Promise.all([...windows, other].map((stream) => stream.count(1)));
    expect(windows.map(({ notifications }) => notifications.map(({ data }) => data.title))).toEqual([
      ['示例·甲'],
      ['示例·甲'],
    ]);
    expect(other.notifications.map(({ data }) => data.title)).toEqual(['示例·乙']);
  });

  it('says when something of which was told is done', async () => {
    const person = await app.person('OPERATOR');
    const stream = await door.stream(person);
    const work = app.nest.get(UnitOfWork);
    await work.run(systemCaller('test'), async (tx) => {
      // A matter that waits for nobody: as if it had been dealt with before it was told.
      const awaits = { type: 'FILING_TO_DECIDE', matterId: person.id } as const;
      await app.nest.get(NotificationStore).insert(tx, [person.id], 'done', {
        type: 'TERM_NEAR',
        subject: null,
        title: '示例',
        awaits,
      });
      await app.nest.get(Settle).execute(tx, [awaits.matterId]);
    });
    await stream.until('done', () => stream.events.some(({ type }) => type === 'done'));
    expect(stream.events.at(-1)).toMatchObject({ type: 'done', data: {} });
  });

  it('resumes behind what was seen last, without a gap and without a repeat', async () => {
    const person = await app.person('OPERATOR');
    for (let i = 1; i <= 250; i += 1) await tell(app, person, `示例·${i}`);
    const stream = await door.stream(person, 3);
    await tell(app, person, '示例·251');
    await stream.count(248);
    expect(stream.notifications.map(({ data }) => data.id)).toEqual(
      Array.from({ length: 248 }, (_, i) => i + 4),
    );
    const ahead = await door.stream(person, 9_000_000);
    await tell(app, person, '示例·252');
    await ahead.count(1);
  });

  it('takes up again when the listening connection is cut, with what was told meanwhile', async () => {
    const person = await app.person('OPERATOR');
    const stream = await door.stream(person);
    await app.database.query(`select pg_terminate_backend(pid) from (${LISTENER}) l`);
    await tell(app, person, '示例·断线时');
    await stream.count(1);
    await tell(app, person, '示例·恢复后');
    await stream.count(2);
    expect(await app.database.query(LISTENER)).toHaveLength(1);
  });

  it('is refused to a person with six of them, until one is closed', async () => {
    const person = await app.person('OPERATOR');
    const six = await Promise.all(Array.from({ length: 6 }, () => door.stream(person)));
    expect((await door.stream(person)).status).toBe(429);
    six[0]!.close();
    const seventh = async (): Promise<number> => (await door.stream(person)).status;
    let status = await seventh();
    // The server learns of the closed window a moment later.
    for (let tries = 0; status === 429 && tries < 200; tries += 1) status = await seventh();
    expect(status).toBe(200);
  });

  it('is given to six of many who ask together', async () => {
    const person = await app.person('OPERATOR');
    const streams = await Promise.all(Array.from({ length: 15 }, () => door.stream(person)));
    const statuses = streams.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(6);
    expect(statuses.filter((status) => status === 429)).toHaveLength(9);
  });

  it('ends with the token that opened it', async () => {
    const person = await app.person('OPERATOR');
    const token = await app.nest
      .get(JwtService, { strict: false })
      .signAsync({ sub: person.id, gen: 0 }, { expiresIn: 2 });
    const stream = await door.stream({ token });
    await tell(app, person, '示例·仍有效');
    await stream.count(1);
    await stream.end();
    expect((await door.stream({ token })).status).toBe(401);
  });

  it('ends when its person signs out everywhere', async () => {
    const person = await app.person('OPERATOR');
    const stream = await door.stream(person);
    await app.as(person).post('/api/v1/auth/logout-everywhere').expect(204);
    await stream.end();
    expect((await door.stream(person)).status).toBe(401);
  });

  it('ends when its account is disabled', async () => {
    const person = await app.person('REGISTRAR');
    const stream = await door.stream(person);
    const administrator = await app.person('ADMINISTRATOR');
    await app.as(administrator).post(`/api/v1/people/${person.id}/disable`).expect(200);
    await stream.end();
    expect((await door.stream(person)).status).toBe(401);
  });
});

describe.each([
  ['PostgreSQL', false],
  ['Redis', true],
])('a stream of a process that does no jobs, with the queue on %s', (_, redis) => {
  let app: TestApp;
  let door: StreamDoor;
  let worker: WorkerProcess;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false, redis });
    door = await StreamDoor.open(app);
    worker = await startWorkerProcess(app.config);
  });
  afterAll(async () => {
    await worker.stop();
    door.closeAll();
    await app.stop();
  });

  it('hears of what the worker process tells, and ends in good order when its process stops', async () => {
    const [operator, registrar] = [await app.person('OPERATOR'), await app.person('REGISTRAR')];
    const stream = await door.stream(registrar);
    const filing = await new FilingBuilder(app).submitted(operator);
    await stream.until('told', () => stream.notifications.length > 0, 40);
    expect(stream.notifications[0]!.data).toMatchObject({
      type: 'FILING_SUBMITTED',
      subject: { type: 'filing', id: filing.id },
    });
    const closing = app.nest.close();
    await stream.end();
    await closing;
  });
});
