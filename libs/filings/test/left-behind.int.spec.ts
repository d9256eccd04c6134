import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';
import { registeredIn } from './offices.builder';

describe('an account that leaves an office behind', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let administrator: TestPerson;
  let operator: TestPerson;
  let only: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    administrator = await app.person('ADMINISTRATOR', { departments: [] });
    operator = await app.person('OPERATOR');
    only = await app.person('REGISTRAR');
    // The department of the other kind has its own.
    await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const leftBy = async (person: TestPerson, query = '', asked = administrator): Promise<object[]> =>
    (await app.as(asked).get(`/api/v1/filings/left-behind/${person.id}${query}`).expect(200)).body
      .offices as object[];
  const toStaff = async (): Promise<string[]> => {
    await app.idle();
    const { body } = await app.as(administrator).get('/api/v1/work-items?limit=100').expect(200);
    const { items } = body as { items: { type: string; detail: string }[] };
    return items.filter(({ type }) => type === 'OFFICE_TO_STAFF').map(({ detail }) => detail);
  };
  const act = (person: TestPerson, what: 'disable' | 'enable') =>
    app.as(administrator).post(`/api/v1/people/${person.id}/${what}`).send({}).expect(200);
  const move = (person: TestPerson, rights: object) =>
    app.as(administrator).patch(`/api/v1/people/${person.id}`).send(rights).expect(200);

  const OFFICE = '西安市长安区民政局';

  it('says how many cases nobody could handle then, and what a change of it leaves', async () => {
    expect(await leftBy(only)).toEqual([{ officeName: OFFICE, unstaffed: true, cases: 0 }]);
    await filings.submitted(operator);
    const { id: taken } = await filings.submitted(operator);
    await app.as(only).post(`/api/v1/filings/${taken}/assignment/take`).send({}).expect(200);
    const gone = [{ officeName: OFFICE, unstaffed: true, cases: 2 }];
    expect(await leftBy(only)).toEqual(gone);
    const rights = '&districts=610116&departments=civil-affairs';
    expect(await leftBy(only, `?roles=REGISTRAR&roles=INSPECTOR${rights}`)).toEqual([]);
    expect(await leftBy(only, `?roles=INSPECTOR${rights}`)).toEqual(gone);
    expect(await leftBy(only, '?roles=REGISTRAR&districts=610113&departments=civil-affairs')).toEqual(gone);
    expect(await leftBy(only, '?roles=REGISTRAR&districts=610116&departments=health')).toEqual(gone);
    expect(await leftBy(await app.person('INSPECTOR'))).toEqual([]);
  });

  it('is told only to who looks after the account', async () => {
    const elsewhere = await app.person('ADMINISTRATOR', { districts: ['610113'], departments: [] });
    const path = `/api/v1/filings/left-behind/${only.id}`;
    await app.as(elsewhere).get(path).expect(404);
    await app.as(only).get(path).expect(403);
    await app.as(administrator).get(`${path}?roles=NOBODY`).expect(422);
  });

  it('stands in the list of work at once, and no more when it is taken back into use', async () => {
    expect(await toStaff()).toEqual([]);
    await act(only, 'disable');
    expect(await toStaff()).toEqual([expect.stringContaining('2 件申请没有可以办理的工作人员')]);
    await act(only, 'enable');
    expect(await toStaff()).toEqual([]);
    await move(only, { districts: ['610116'], departments: ['health'] });
    expect(await toStaff()).toEqual([expect.stringContaining('2 件申请')]);
    await move(only, { departments: ['civil-affairs'] });
    expect(await toStaff()).toEqual([]);
  });

  it('leaves what a colleague may not decide, who gave its applicant the password', async () => {
    const colleague = await app.person('REGISTRAR');
    expect(await leftBy(only)).toEqual([]);
    const applicant = await app.person('OPERATOR');
    await app.database.query('update access.person set password_given_by = $1 where id = $2', [
      colleague.id,
      applicant.id,
    ]);
    await filings.submitted(applicant);
    expect(await leftBy(only)).toEqual([{ officeName: OFFICE, unstaffed: false, cases: 1 }]);
    expect(await leftBy(colleague)).toEqual([]);
  });

  it('counts by who may conduct each, in the office that has it', async () => {
    const asked = await app.person('REGISTRAR', { districts: ['610113'] });
    const colleague = await app.person('REGISTRAR', { districts: ['610113'] });
    // From 28 November on the form asks for the level.
    app.clock.set('2026-12-01T02:00:00Z');
    await app.person('REGISTRAR', { districts: ['610100'] });
    const neighbour = await app.person('ADMINISTRATOR', { districts: ['610113'], departments: [] });
    const given = await app.person('OPERATOR');
    await app.database.query('update access.person set password_given_by = $1 where id = $2', [
      colleague.id,
      given.id,
    ]);
    const place = async (by: TestPerson, advisers: readonly TestPerson[], site = {}) => {
      const { id } = await filings.submitted(by, 'ELDERLY_CARE', site);
      await app.database.query(
        `update filings.filing set district = '610113', township = null, advised_by = $2 where id = $1`,
        [id, advisers.map((person) => person.id)],
      );
    };
    await place(operator, []);
    await place(given, []);
    await place(operator, [colleague]);
    // Neither may decide the one, and the other lies with the city.
    await place(given, [asked]);
    await place(given, [], registeredIn('610100'));
    const here = { unstaffed: false, officeName: expect.stringContaining('雁塔区') };
    expect(await leftBy(asked, '', neighbour)).toEqual([{ ...here, cases: 2 }]);
    await app.as(neighbour).post(`/api/v1/people/${colleague.id}/disable`).send({}).expect(200);
    expect(await leftBy(asked, '', neighbour)).toEqual([{ ...here, unstaffed: true, cases: 3 }]);
    expect(
      await leftBy(asked, '?roles=REGISTRAR&districts=610113&departments=civil-affairs', neighbour),
    ).toEqual([]);
  });
});
