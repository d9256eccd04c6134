import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { waitingOf } from './waiting.builder';

describe('a case that nobody of its authority may decide', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  /** The only one of the county who decides such cases. */
  let only: TestPerson;
  let head: TestPerson;
  let administrator: TestPerson;
  let city: TestPerson;
  const applicants = new Map<string, TestPerson>();
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    only = await app.person('REGISTRAR', { name: '示例·甲受理' });
    head = await app.person('REVIEWER');
    administrator = await app.person('ADMINISTRATOR');
    city = await app.person('REVIEWER', { districts: ['610100'] });
  });
  afterAll(() => app.stop());

  /** Handed in by the applicant alone, on an account that the only official opened. */
  const handedIn = async (): Promise<string> => {
    const applicant = await app.person('OPERATOR');
    applicants.set(applicant.id, applicant);
    await app.database.query('update access.person set password_given_by = $1 where id = $2', [
      only.id,
      applicant.id,
    ]);
    const { id } = await filings.submitted(applicant);
    await app.idle();
    return id;
  };
  const waits = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const { items } = body as { items: { type: string; subject: { id: string } }[] };
    return items.filter(({ subject }) => subject.id === id).map(({ type }) => type);
  };
  const told = async (person: TestPerson): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/notifications').expect(200);
    return (body as { items: { type: string; readAt: string | null; doneAt: string | null }[] }).items
      .filter(
        ({ type, readAt, doneAt }) => type === 'FILING_UNATTENDED' && readAt === null && doneAt === null,
      )
      .map(({ type }) => type);
  };
  const noted = (id: string) =>
    app.database.query('select from filings.unattended where filing_id = $1', [id]);
  const assignment = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/assignment`).expect(200)).body as object;

  it('is told at once to its head and its administrator, waits for the head, and says why to who gave the account', async () => {
    const id = await handedIn();
    expect(await assignment(only, id)).toMatchObject({
      availableActions: [],
      heldBack: 'ACCOUNT_GIVEN',
      unattended: true,
    });
    expect(await assignment(head, id)).toMatchObject({ heldBack: null, unattended: true });
    expect(await waits(only, id)).toEqual([]);
    expect(await waits(head, id)).toEqual(['FILING_TO_ARRANGE']);
    expect(await waits(city, id)).toEqual([]);
    expect([await told(head), await told(administrator), await told(only)]).toEqual([
      ['FILING_UNATTENDED'],
      ['FILING_UNATTENDED'],
      [],
    ]);
    const { body } = await app.as(administrator).get('/api/v1/notifications').expect(200);
    expect(JSON.stringify(body)).not.toContain(id);
  });

  it('waits for the administrators of the place by its office, without what it is about, also where the head is that of the city', async () => {
    const elsewhere = await app.person('ADMINISTRATOR', { districts: ['610113'] });
    const offices = async (person: TestPerson): Promise<string[]> => {
      const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
      const { items } = body as {
        items: { type: string; title: string; detail: string; district: string }[];
      };
      return items
        .filter(({ type }) => type === 'OFFICE_TO_STAFF')
        .map(({ title, detail, district }) => `${district} ${title}：${detail}`);
    };
    const one =
      /^610116 民政部门：1 件申请没有可以办理的工作人员，请新建一名备案受理人，最早一件应在\d+月\d+日前办结$/;
    expect(await offices(administrator)).toEqual([expect.stringMatching(one)]);
    expect(await offices(head)).toEqual([]);
    const read = await app.as(administrator).get('/api/v1/notifications').expect(200);
    const ids = (read.body as { items: { id: number }[] }).items.map(({ id }) => id);
    await app.as(administrator).post('/api/v1/notifications/read').send({ ids }).expect(200);
    await app.database.query('update access.person set disabled_at = now() where id = $1', [head.id]);
    await app.nest.get(JobRunner).run('filings.seek-unattended', 'headless', {});
    await app.idle();
    expect(await offices(administrator)).toEqual([expect.stringMatching(one)]);
    expect([await offices(elsewhere), await offices(city)]).toEqual([[], []]);
    await app.database.query('update access.person set disabled_at = null where id = $1', [head.id]);
    await app.nest.get(JobRunner).run('filings.seek-unattended', 'headed', {});
    await app.idle();
  });

  it('stands in that list by the last day of the case that ends first, among what is late once that has passed', async () => {
    const [{ due } = { due: '' }] = await app.database.query<{ due: string }>(
      `select min(due_on)::text as due from filings.unattended_facts where district = '610116'`,
    );
    const line = async () =>
      (await waitingOf(app, administrator)).find(({ type }) => type === 'OFFICE_TO_STAFF');
    expect(await line()).toMatchObject({ dueOn: due });
    const before = app.clock.now();
    app.clock.set(`${due}T23:00:00Z`);
    expect(await line()).toMatchObject({ dueOn: due, urgency: 'OVERDUE' });
    app.clock.set(before.toISOString());
  });

  it('waits no more once somebody who may is there and takes it', async () => {
    const id = await handedIn();
    const colleague = await app.person('REGISTRAR');
    expect(await assignment(only, id)).toMatchObject({ heldBack: 'ACCOUNT_GIVEN', unattended: false });
    await app.as(colleague).post(`/api/v1/filings/${id}/assignment/take`).send({}).expect(200);
    await app.idle();
    expect(await waits(head, id)).toEqual([]);
    expect(await noted(id)).toEqual([]);
    await filings.act(colleague, id, 'accept');
    await app.database.query('update access.person set disabled_at = now() where id = $1', [colleague.id]);
  });

  it('waits no more as soon as somebody who may decide it is made, enabled or given the role, or it is taken back', async () => {
    const rights = { roles: ['REGISTRAR'], districts: ['610116'], departments: ['civil-affairs'] };
    const people = app.as(administrator);
    const gone = async (id: string): Promise<void> => {
      await app.idle();
      expect(await waits(head, id)).toEqual([]);
      expect([await told(head), await told(administrator)]).toEqual([[], []]);
      expect((await app.as(administrator).get('/api/v1/work-items').expect(200)).body.items).toEqual([]);
      expect(await noted(id)).toEqual([]);
    };
    const waiting = async (): Promise<string> => {
      const id = await handedIn();
      expect(await waits(head, id)).toEqual(['FILING_TO_ARRANGE']);
      return id;
    };
    // What the tests before have left there.
    const known = await app.database.query<{ id: string }>('select filing_id as id from filings.unattended');

    const made = await people
      .post('/api/v1/people')
      .send({ username: 'shili.xinren', name: '示例·新受理', ...rights })
      .expect(201);
    for (const { id } of known) await gone(id);
    const { id: person } = made.body.person as { id: string };
    const act = (what: string) => people.post(`/api/v1/people/${person}/${what}`).send({}).expect(200);

    await act('disable');
    const enabled = await waiting();
    await act('enable');
    await gone(enabled);

    await people
      .patch(`/api/v1/people/${person}`)
      .send({ roles: ['INSPECTOR'] })
      .expect(200);
    const given = await waiting();
    await people
      .patch(`/api/v1/people/${person}`)
      .send({ roles: ['REGISTRAR'] })
      .expect(200);
    await gone(given);

    await act('disable');
    const withdrawn = await waiting();
    const [owner] = await app.database.query<{ id: string }>(
      'select applicant_id as id from filings.filing where id = $1',
      [withdrawn],
    );
    await filings.act(applicants.get(owner?.id ?? '') ?? only, withdrawn, 'withdraw');
    await app.idle();
    expect(await waits(head, withdrawn)).toEqual([]);
    expect(await noted(withdrawn)).toEqual([]);
    // What the person could decide besides waits for the head since the account was taken out of use, not since the night.
    expect(await noted(given)).toHaveLength(1);
    expect(await waits(head, given)).toEqual(['FILING_TO_ARRANGE']);
  });

  it('is found by the night where the last who could is gone, and waits above where the county has no head', async () => {
    const colleague = await app.person('REGISTRAR');
    const id = await handedIn();
    expect(await waits(head, id)).toEqual([]);
    await app.database.query('update access.person set disabled_at = now() where id = any ($1)', [
      [colleague.id, head.id],
    ]);
    await app.nest.get(JobRunner).run('filings.seek-unattended', 'night', {});
    await app.idle();
    expect(await waits(city, id)).toEqual(['FILING_TO_ARRANGE']);
    // Also of those of before that nobody has taken, which waited for the head of the county.
    expect(await told(city)).toHaveLength(4);
  });
});
