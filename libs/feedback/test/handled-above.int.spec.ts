import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from './rated.builder';

describe('a bad rating that nobody of the office may follow up', () => {
  let app: TestApp;
  let rated: RatedBuilder;
  let operator: TestPerson;
  /** The only one of the county with the right, who decided the case as well. */
  let only: TestPerson;
  let city: TestPerson;
  let province: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    rated = new RatedBuilder(app);
    operator = await app.person('OPERATOR');
    only = await app.person('REGISTRAR');
    await app.database.query(`update access.person set roles = '{REGISTRAR,REVIEWER}' where id = $1`, [
      only.id,
    ]);
    city = await app.person('REVIEWER', { districts: ['610100'] });
    province = await app.person('REVIEWER', { districts: ['610000'] });
  });
  afterAll(() => app.stop());

  const badly = async (): Promise<string> => {
    const { id } = await rated.filings.accepted(operator, only);
    await rated.rate(operator, id, { step: 2, level: 'VERY_DISSATISFIED', reasons: ['LATE'] });
    await app.idle();
    const [row] = await app.database.query<{ id: string }>(
      'select id from feedback.follow_up where filing_id = $1',
      [id],
    );
    return row?.id ?? '';
  };
  const knows = async (person: TestPerson, id: string) => {
    const waiting = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const told = await app.as(person).get('/api/v1/notifications').expect(200);
    const read = await app.as(person).get(`/api/v1/rating-follow-ups/${id}`);
    return {
      waiting: JSON.stringify(waiting.body).includes(id),
      told: JSON.stringify(told.body).includes(id),
      acts: (read.body as { availableActions?: string[] }).availableActions ?? [],
    };
  };
  const why = async (id: string) => {
    const { body } = await app.as(city).get(`/api/v1/rating-follow-ups/${id}`).expect(200);
    const { handledBy, raised, raisedFor } = body;
    return { handledBy, raised, raisedFor };
  };
  const NOTHING = { waiting: false, told: false, acts: [] };

  it('is told to the nearest office above, waits there and is concluded there', async () => {
    const id = await badly();
    expect(await knows(only, id)).toEqual(NOTHING);
    expect(await knows(province, id)).toEqual(NOTHING);
    expect(await knows(city, id)).toEqual({ waiting: true, told: true, acts: ['contact'] });
    expect(await why(id)).toEqual({ handledBy: '西安市民政部门', raised: true, raisedFor: 'INVOLVED' });
    const waiting = await app.as(city).get('/api/v1/work-items?limit=100').expect(200);
    expect(JSON.stringify(waiting.body)).toContain('被评价的机关没有可以回访的人员，由本机关回访');
    const [row] = await app.database.query<{ filingId: string }>(
      'select filing_id as "filingId" from feedback.follow_up where id = $1',
      [id],
    );
    expect(JSON.stringify(await rated.steps(operator, row?.filingId ?? ''))).toContain(
      '"handledBy":"西安市民政部门","raised":true',
    );
    await rated.handle(city, id, 'contact', '示例·已电话回访');
    expect(await rated.handle(city, id, 'resolve', '示例·已当面说明')).toMatchObject({ status: 'RESOLVED' });
  });

  it('waits above as well where the only one with the right may still decide the case', async () => {
    const registrar = await app.person('REGISTRAR');
    const { followUpId } = await rated.badlyRated(operator, registrar);
    await app.idle();
    expect(await knows(only, followUpId)).toEqual(NOTHING);
    expect(await knows(city, followUpId)).toEqual({ waiting: true, told: true, acts: ['contact'] });
    expect(await why(followUpId)).toMatchObject({ raised: true, raisedFor: 'INVOLVED' });
    await app.database.query('update access.person set disabled_at = now() where id = $1', [registrar.id]);
  });

  it('waits there also where the only one who could is gone, from the next night on', async () => {
    const other = await app.person('REVIEWER');
    const id = await badly();
    expect(await knows(city, id)).toEqual(NOTHING);
    await app.database.query('update access.person set disabled_at = now() where id = $1', [other.id]);
    await app.nest.get(JobRunner).run('feedback.raise-follow-ups', 'night', {});
    expect(await knows(city, id)).toMatchObject({ waiting: true, acts: ['contact'] });
    expect(await why(id)).toMatchObject({ raisedFor: 'INVOLVED' });
  });

  it('says that nobody of the office holds the post, and keeps to it when somebody comes', async () => {
    const id = await badly();
    const roles = (of: string) =>
      app.database.query('update access.person set roles = $2::text[] where id = $1', [only.id, of]);
    await roles('{REGISTRAR}');
    await app.nest.get(JobRunner).run('feedback.raise-follow-ups', 'nobody', {});
    expect(await why(id)).toMatchObject({ raised: true, raisedFor: 'ABSENT' });
    const other = await app.person('REVIEWER');
    await app.nest.get(JobRunner).run('feedback.raise-follow-ups', 'somebody', {});
    expect(await why(id)).toMatchObject({ raised: true, raisedFor: 'ABSENT' });
    await app.database.query('update access.person set disabled_at = now() where id = $1', [other.id]);
    await roles('{REGISTRAR,REVIEWER}');
  });

  it('is told to the administrators, and said on its page and to its applicant, where nobody is above either', async () => {
    const administrator = await app.person('ADMINISTRATOR');
    const gone = [city.id, province.id];
    await app.database.query('update access.person set disabled_at = now() where id = any ($1)', [gone]);
    const id = await badly();
    const told = async () => {
      const { body } = await app.as(administrator).get('/api/v1/notifications').expect(200);
      return (body as { items: { type: string; title: string }[] }).items;
    };
    expect((await told()).map(({ type }) => type)).toEqual(['FOLLOW_UP_UNATTENDED']);
    expect(JSON.stringify(await told())).not.toContain(id);
    const [row] = await app.database.query<{ filingId: string }>(
      'select filing_id as "filingId" from feedback.follow_up where id = $1',
      [id],
    );
    const read = async () =>
      JSON.stringify((await rated.steps(operator, row?.filingId ?? '')).map(({ rating }) => rating));
    expect(await read()).toContain('"unattended":true');
    // Once a night; told once.
    await app.nest.get(JobRunner).run('feedback.raise-follow-ups', 'night', {});
    await app.idle();
    expect(await told()).toHaveLength(1);
    await app.database.query('update access.person set disabled_at = null where id = any ($1)', [gone]);
    await app.nest.get(JobRunner).run('feedback.raise-follow-ups', 'next night', {});
    expect(await read()).not.toContain('"unattended":true');
    expect(await knows(city, id)).toMatchObject({ waiting: true, acts: ['contact'] });
  });

  it('goes back to the office, or further up, where nobody is left there', async () => {
    const id = await badly();
    expect(await knows(city, id)).toMatchObject({ waiting: true });
    await app.database.query('update access.person set disabled_at = now() where id = $1', [city.id]);
    await app.nest.get(JobRunner).run('feedback.raise-follow-ups', 'a night', {});
    expect(await knows(province, id)).toMatchObject({ waiting: true, acts: ['contact'] });
    const other = await app.person('REVIEWER');
    await app.database.query('update access.person set disabled_at = now() where id = $1', [province.id]);
    await app.nest.get(JobRunner).run('feedback.raise-follow-ups', 'another night', {});
    expect(await knows(other, id)).toMatchObject({ waiting: true, acts: ['contact'] });
    await app.database.query(
      'update access.person set disabled_at = case when id = $1 then now() end where id = any ($2)',
      [other.id, [other.id, city.id, province.id]],
    );
  });

  it('goes up from there when it is late', async () => {
    const id = await badly();
    await app.database.query(`update feedback.follow_up set due_on = '2020-01-02' where id = $1`, [id]);
    const [item] = await app.database.query(
      'select district, township, due_on::text as "dueOn" from feedback.work_item where subject_id = $1',
      [id],
    );
    expect(item).toEqual({ district: '610100', township: null, dueOn: '2020-01-02' });
  });
});
