import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { toldTo } from '../../workbench/test/notified.builder';
import { whomItWaitsFor } from '../../workbench/test/waiting.builder';
import { FilingBuilder } from './filing.builder';

const END = {
  startsOn: '2026-12-20',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-20',
  residents: 0,
  refundFen: 0,
  recordsKeptBy: '示例·档案室',
};

interface Overdue {
  readonly id: string;
  readonly type: string;
  readonly due_on: string;
  readonly level: string;
  readonly place: string;
  readonly status: string;
}

describe('a request to take a notice back that nobody answers in time', () => {
  let app: TestApp;
  let id: string;
  let path: string;
  const cast: Record<'operator' | 'registrar' | 'head' | 'city', TestPerson> = {} as never;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-11-30T02:00:00Z' });
    const filings = new FilingBuilder(app);
    cast.operator = await app.person('OPERATOR');
    cast.registrar = await app.person('REGISTRAR');
    cast.head = await app.person('REVIEWER');
    cast.city = await app.person('REVIEWER', { districts: ['610100'] });
    const { institutionId } = await filings.accepted(cast.operator, cast.registrar);
    const filed = await filings.filedAbout(cast.operator, institutionId, 'CLOSURE', { notice: END });
    ({ id } = await filings.act(cast.registrar, filed.id, 'accept'));
    const { body } = await app
      .as(cast.operator)
      .post(`/api/v1/filings/${id}/retractions`)
      .send({ reason: '示例·租赁合同已经续签' })
      .expect(201);
    path = `/api/v1/filings/${id}/retractions/${body.items[0].id}`;
  });
  afterAll(() => app.stop());

  const morningOf = async (date: string): Promise<void> => {
    app.clock.set(`${date}T00:10:00Z`);
    const jobs = app.nest.get(JobRunner);
    await jobs.run('institutions.apply-status-steps', `steps ${date}`, {});
    await jobs.run('workbench.seek-overdue', `seek ${date}`, {});
    await app.idle();
  };
  const raised = (): Promise<Overdue[]> =>
    app.database.query<Overdue>(
      `select id, type, due_on::text, level, place, status from workbench.overdue where subject_id = $1`,
      [id],
    );
  const listedFor = async (person: TestPerson): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/overdue-items').expect(200);
    return (body.items as { id: string }[]).map((item) => item.id);
  };
  const toldOf = async (type: string): Promise<string[]> => {
    const names: string[] = [];
    for (const [name, person] of Object.entries(cast))
      if ((await toldTo(app, person)).some((each) => each.type === type)) names.push(name);
    return names;
  };

  it('goes up to the head of the office and to the city, holds the closure all the while, and is gone with the answer', async () => {
    await morningOf('2026-12-07');
    expect(await raised()).toEqual([]);
    expect(await whomItWaitsFor(app, cast, id)).toEqual({ registrar: 'RETRACTION_TO_DECIDE' });

    await morningOf('2026-12-08');
    const [row, ...more] = await raised();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      type: 'RETRACTION_TO_DECIDE',
      due_on: '2026-12-07',
      level: 'FIRST',
      place: '610116',
      status: 'RAISED',
    });
    expect(await toldOf('OVERDUE_RAISED')).toEqual(['head']);
    expect(await whomItWaitsFor(app, cast, row!.id)).toEqual({ head: 'OVERDUE_TO_SUPERVISE' });
    expect(await listedFor(cast.head)).toEqual([row!.id]);

    await morningOf('2026-12-14');
    expect(await raised()).toEqual([{ ...row, level: 'SECOND', place: '610100' }]);
    expect(await whomItWaitsFor(app, cast, row!.id)).toEqual({ city: 'OVERDUE_TO_SUPERVISE' });
    expect(await listedFor(cast.city)).toEqual([row!.id]);

    await morningOf('2026-12-21');
    const { body: held } = await app.as(cast.operator).get(`/api/v1/filings/${id}/retractions`).expect(200);
    expect(held.items).toMatchObject([{ status: 'ASKED', dueOn: '2026-12-07' }]);
    expect(await whomItWaitsFor(app, cast, id)).toEqual({ registrar: 'RETRACTION_TO_DECIDE' });

    await app.as(cast.registrar).post(`${path}/grant`).expect(200);
    await app.idle();
    expect(await raised()).toMatchObject([{ status: 'ENDED' }]);
    for (const subject of [id, row!.id]) expect(await whomItWaitsFor(app, cast, subject)).toEqual({});
    for (const person of [cast.head, cast.city]) expect(await listedFor(person)).toEqual([]);
    await morningOf('2026-12-22');
    expect(await raised()).toHaveLength(1);
    const { body: after } = await app.as(cast.operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(after.since).toMatchObject({ retractedOn: '2026-12-21', institutionStatus: 'OPERATING' });
  });
});
