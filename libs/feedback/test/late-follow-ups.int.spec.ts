import type { Role } from '@zhaoguan/contracts';
import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from './rated.builder';

describe('a bad rating that nobody follows up in time', () => {
  let app: TestApp;
  let rated: RatedBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  /** Handle ratings and decide filings. */
  let both: TestPerson;
  let bothOfTheCity: TestPerson;
  let head: TestPerson;
  let city: TestPerson;
  let runs = 0;
  beforeAll(async () => {
    app = await TestApp.start();
    rated = new RatedBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    head = await app.person('REVIEWER');
    both = await app.person('REGISTRAR');
    bothOfTheCity = await app.person('REGISTRAR', { districts: ['610100'] });
    city = await app.person('REVIEWER', { districts: ['610100'] });
    const roles: Role[] = ['REGISTRAR', 'REVIEWER'];
    await app.database.query('update access.person set roles = $2 where id = any ($1)', [
      [both.id, bothOfTheCity.id],
      roles,
    ]);
  });
  afterAll(() => app.stop());

  const morningOf = async (date: string): Promise<void> => {
    app.clock.set(`${date}T00:10:00Z`);
    await app.nest.get(JobRunner).run('workbench.seek-overdue', `late-${(runs += 1)}`, {});
    await app.idle();
  };
  const overdueOf = async (followUpId: string): Promise<string> => {
    const [row] = await app.database.query<{ id: string }>(
      'select id from workbench.overdue where subject_id = $1',
      [followUpId],
    );
    return row?.id ?? '';
  };
  /** Where a person comes upon it. */
  const placesOf = async (person: TestPerson, id: string): Promise<string[]> => {
    const found: string[] = [];
    for (const path of ['overdue-items?limit=100', 'work-items?limit=100', 'notifications?limit=100']) {
      const { body } = await app.as(person).get(`/api/v1/${path}`).expect(200);
      if (JSON.stringify(body).includes(id)) found.push(path.replace(/\?.*/, ''));
    }
    if ((await app.as(person).get(`/api/v1/overdue-items/${id}`)).status === 200) found.push('page');
    const { body } = await app.as(person).get('/api/v1/overdue-items/statistics').expect(200);
    return body.total.upTo5 + body.total.upTo15 + body.total.longer === 0 ? found : [...found, 'statistics'];
  };

  it('is out of the sight of whoever may decide filings until it is decided, at every level, also as a thing overdue', async () => {
    const { followUpId, filingId } = await rated.badlyRated(operator, registrar);
    const [row] = await app.database.query<{ due: string }>(
      `select to_char(due_on + 3, 'YYYY-MM-DD') as due from feedback.follow_up where id = $1`,
      [followUpId],
    );
    await morningOf(row?.due ?? '');
    const id = await overdueOf(followUpId);
    for (const person of [both, bothOfTheCity]) expect(await placesOf(person, id)).toEqual([]);
    // What the head of the office lets pass lies with the city from the first.
    expect(await placesOf(head, id)).toEqual(['overdue-items', 'page', 'statistics']);
    expect(await placesOf(city, id)).toEqual([
      'overdue-items',
      'work-items',
      'notifications',
      'page',
      'statistics',
    ]);
    await rated.filings.act(operator, filingId, 'submit');
    await rated.filings.act(registrar, filingId, 'accept');
    await app.idle();
    for (const person of [both, bothOfTheCity])
      expect(await placesOf(person, id)).toEqual(['overdue-items', 'page', 'statistics']);
  });
});
