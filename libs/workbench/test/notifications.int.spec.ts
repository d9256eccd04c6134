import { systemCaller } from '@zhaoguan/contracts';
import { JobRunner, UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { Tell } from '../src/use-cases/tell';
import { toldTo } from './notified.builder';

const DAY_MS = 86_400_000;

describe('notifications', () => {
  let app: TestApp;
  let person: TestPerson;
  let another: TestPerson;
  let count = 0;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    person = await app.person('OPERATOR');
    another = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());

  const tell = (people: readonly TestPerson[], occasion = `occasion-${(count += 1)}`): Promise<void> =>
    app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) =>
      app.nest.get(Tell).execute(
        tx,
        people.map(({ id }) => id),
        occasion,
        { type: 'FILING_ACCEPTED', subject: null, title: `示例·${occasion}` },
      ),
    );
  const unread = async (who = person): Promise<number> =>
    (await app.as(who).get('/api/v1/notifications/count').expect(200)).body.unread as number;
  const markRead = (body: object, who = person) => app.as(who).post('/api/v1/notifications/read').send(body);

  it('are closed to whoever has not signed in', async () => {
    for (const path of ['', '/count', '/stream'])
      await app.http.get(`/api/v1/notifications${path}`).expect(401);
  });

  it('are numbered for each person and read newest first, page by page', async () => {
    for (let i = 0; i < 5; i += 1) await tell([person]);
    await tell([another]);
    expect((await toldTo(app, person)).map(({ id }) => id)).toEqual([5, 4, 3, 2, 1]);
    expect((await toldTo(app, another)).map(({ id }) => id)).toEqual([1]);
    const first = await app.as(person).get('/api/v1/notifications?limit=2').expect(200);
    await tell([person]);
    const cursor = String(first.body.nextCursor);
    const second = await app.as(person).get(`/api/v1/notifications?limit=2&cursor=${cursor}`).expect(200);
    expect((second.body.items as { id: number }[]).map(({ id }) => id)).toEqual([3, 2]);
    await app.as(person).get('/api/v1/notifications?cursor=WyJhIl0').expect(400);
  });

  it('are marked as read singly or all up to one, by their owner alone', async () => {
    expect(await unread()).toBe(6);
    expect((await markRead({ ids: [1, 3] }).expect(200)).body).toEqual({ unread: 4 });
    await markRead({ upTo: 6 }, another).expect(200);
    expect(await unread()).toBe(4);
    const { body } = await app.as(person).get('/api/v1/notifications?unread=true').expect(200);
    expect((body.items as { id: number }[]).map(({ id }) => id)).toEqual([6, 5, 4, 2]);
    expect((await markRead({ upTo: 5 }).expect(200)).body).toEqual({ unread: 1 });
    const before = await toldTo(app, person);
    app.clock.advance(1000);
    await markRead({ upTo: 5 }).expect(200);
    expect(await toldTo(app, person)).toEqual(before);
    await markRead({}).expect(200);
    expect(await unread()).toBe(1);
  });

  it.each([
    { ids: ['1'] },
    { ids: [0] },
    { ids: [1.5] },
    { ids: null },
    { upTo: 3e9 },
    { upTo: 'all' },
    { upTo: null },
  ])('refuse to mark %j', async (body) => {
    await markRead(body).expect(422);
  });

  it('stand once for an occasion, also when two transactions tell it at the same moment', async () => {
    const before = await toldTo(app, person);
    await Promise.all(Array.from({ length: 6 }, () => tell([person, another], 'the-same')));
    await tell([person, another], 'the-same');
    const after = await toldTo(app, person);
    expect(after.filter(({ title }) => title === '示例·the-same')).toHaveLength(1);
    expect(after.length).toBe(before.length + 1);
  });

  it('keep their order when many are told to the same people at once', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => app.person('OPERATOR')));
    await Promise.all(Array.from({ length: 20 }, (_, i) => tell(i % 2 ? people : [...people].reverse())));
    for (const one of people) {
      const ids = (await toldTo(app, one)).map(({ id }) => id);
      expect(ids).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i));
    }
  });

  it('can be written by nobody but the system, not even for oneself', async () => {
    const forge = app.nest.get(UnitOfWork).run(person.caller, (tx) =>
      app.nest.get(Tell).execute(tx, [another.id], 'forged', {
        type: 'FILING_ACCEPTED',
        subject: null,
        title: '示例·伪造',
      }),
    );
    await expect(forge).rejects.toThrow(/row-level security/);
  });

  it('are removed after a year', async () => {
    app.clock.advance(364 * DAY_MS);
    await tell([another], 'young');
    app.clock.advance(2 * DAY_MS);
    const runner = app.nest.get(JobRunner);
    await runner.start();
    await runner.run('workbench.sweep', 'test-2', {});
    expect((await toldTo(app, another)).map(({ title }) => title)).toEqual(['示例·young']);
    await tell([another], 'after');
    expect((await toldTo(app, another))[0]!.id).toBeGreaterThan(2);
  });
});
