import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { waitingOf, whomItWaitsFor } from './waiting.builder';

const DAY_MS = 86_400_000;

describe('the list of work', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    // One a day, so that each ends on a day of its own: 26 and 27 November, 1 (after a weekend) and 2 December.
    for (const day of ['19', '20', '24', '25']) {
      app.clock.set(`2026-11-${day}T02:00:00Z`);
      await filings.submitted(operator);
    }
    app.clock.set('2026-11-27T02:00:00Z');
  });
  afterAll(() => app.stop());

  it('is closed to whoever has not signed in', () => app.http.get('/api/v1/work-items').expect(401));

  it('begins with what is overdue, counts working days and says how near the end is', async () => {
    const items = await waitingOf(app, registrar);
    expect(items.map(({ dueOn, workingDaysLeft, urgency }) => [dueOn, workingDaysLeft, urgency])).toEqual([
      ['2026-11-26', -1, 'OVERDUE'],
      ['2026-11-27', 0, 'TODAY'],
      ['2026-12-01', 2, 'SOON'],
      ['2026-12-02', 3, 'SOON'],
    ]);
  });

  it('puts what has no last day at the end', async () => {
    await filings.draft(operator);
    const types = (await waitingOf(app, operator)).map(({ dueOn, urgency }) => [dueOn, urgency]);
    expect(types).toEqual([[null, 'NONE']]);
  });

  it('is read page by page, and what others finish meanwhile moves nobody twice into sight', async () => {
    const [first, ...later] = await waitingOf(app, registrar);
    const page = await app.as(registrar).get('/api/v1/work-items?limit=2').expect(200);
    expect(page.body.items).toHaveLength(2);
    await filings.act(registrar, first!.subject.id, 'refuse', { reason: '不属于备案范围' });
    const next = await app
      .as(registrar)
      .get(`/api/v1/work-items?limit=2&cursor=${String(page.body.nextCursor)}`)
      .expect(200);
    expect(next.body.items).toEqual(later.slice(1));
    expect(next.body.nextCursor).toBeNull();
  });

  it.each(['x', 'WyJpbmZpbml0eSJd', 'WyIyMDI2LTExLTMxIiwiIiwiIl0'])('refuses the cursor %s', (cursor) =>
    app.as(registrar).get(`/api/v1/work-items?cursor=${cursor}`).expect(400),
  );

  it('shows one sort alone when asked to, and refuses a sort that there is not', async () => {
    expect(await waitingOf(app, registrar, '&type=CASE_TO_NOTICE')).toEqual([]);
    expect((await waitingOf(app, registrar, '&type=FILING_TO_DECIDE')).length).toBeGreaterThan(0);
    await app.as(registrar).get('/api/v1/work-items?type=EVERYTHING').expect(422);
  });

  it('is summed up by sort and by how near the end is', async () => {
    const { body } = await app.as(registrar).get('/api/v1/work-items/summary').expect(200);
    expect(body).toEqual({
      total: 3,
      byType: [{ type: 'FILING_TO_DECIDE', typeLabel: '待办理申请', count: 3 }],
      byUrgency: { OVERDUE: 0, TODAY: 1, SOON: 2, LATER: 0, NONE: 0 },
    });
  });
});

describe('work of administrators', () => {
  let app: TestApp;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    cast['administrator'] = await app.person('ADMINISTRATOR');
    cast['administrator of the city'] = await app.person('ADMINISTRATOR', { districts: ['610100'] });
    cast['administrator elsewhere'] = await app.person('ADMINISTRATOR', { districts: ['500152'] });
    cast['administrator of the country'] = await app.person('ADMINISTRATOR', { districts: ['*'] });
    cast['registrar'] = await app.person('REGISTRAR');
    cast['operator'] = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());
  const whom = (id: string): Promise<Record<string, string>> => whomItWaitsFor(app, cast, id);
  const addAccount = async (person: object): Promise<string> => {
    const { body } = await app
      .as(cast['administrator of the country']!)
      .post('/api/v1/people')
      .send({ name: '示例·新人', departments: [], ...person })
      .expect(201);
    return body.person.id as string;
  };

  it('are accounts that have not taken up their first password for a week, of those they look after', async () => {
    const clerk = await addAccount({ username: 'new-clerk', roles: ['REGISTRAR'], districts: ['610116'] });
    const place = { districts: [], homeDistrict: '500152' };
    const applicant = await addAccount({ username: 'new-applicant', roles: ['OPERATOR'], ...place });
    expect(await whom(clerk)).toEqual({});
    app.clock.advance(7 * DAY_MS);
    expect(await whom(clerk)).toEqual({
      administrator: 'ACCOUNT_TO_ACTIVATE',
      'administrator of the city': 'ACCOUNT_TO_ACTIVATE',
      'administrator of the country': 'ACCOUNT_TO_ACTIVATE',
    });
    expect(await whom(applicant)).toEqual({
      'administrator elsewhere': 'ACCOUNT_TO_ACTIVATE',
      'administrator of the country': 'ACCOUNT_TO_ACTIVATE',
    });

    const { administrator } = cast;
    await app.as(administrator!).post(`/api/v1/people/${clerk}/reset-password`).expect(200);
    expect(await whom(clerk)).toEqual({});
    app.clock.advance(7 * DAY_MS);
    await app.as(administrator!).post(`/api/v1/people/${clerk}/disable`).expect(200);
    expect(await whom(clerk)).toEqual({});
  });

  it('are jobs that died, until they are tried again', async () => {
    const id = '019a9f2e-7c00-7000-8000-0000000000d1';
    await app.database.query(
      `insert into platform.dead_job (id, job, key, payload, error, failed_at)
       values ($1, 'platform.sweep', 'outbox-1', '{}', 'no', $2)`,
      [id, app.clock.now()],
    );
    expect(Object.values(await whom(id))).toEqual(Array.from({ length: 4 }, () => 'JOB_TO_RETRY'));
    await app.as(cast['administrator']!).post(`/api/v1/jobs/dead/${id}/retry`).expect(200);
    expect(await whom(id)).toEqual({});
  });
});
