import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const OFFICE = '西安市长安区消防救援大队';

describe('an account that leaves a department without an answer', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let administrator: TestPerson;
  let operator: TestPerson;
  let registrar: TestPerson;
  let only: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    administrator = await app.person('ADMINISTRATOR', { departments: [] });
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    only = await app.person('ADVISER', { departments: ['fire'] });
  });
  afterAll(() => app.stop());

  const leftBy = async (person: TestPerson, query = ''): Promise<object[]> =>
    (await app.as(administrator).get(`/api/v1/filings/left-behind/${person.id}${query}`).expect(200)).body
      .departments as object[];
  const asked = async (department = 'fire', by = registrar): Promise<string> => {
    const { id } = await filings.submitted(operator);
    await app
      .as(by)
      .post(`/api/v1/filings/${id}/opinions`)
      .send({ department, question: '示例·请提出意见', materials: [] })
      .expect(201);
    return id;
  };
  const disable = ({ id }: TestPerson) =>
    app.database.query('update access.person set disabled_at = now() where id = $1', [id]);

  it('says how many opinions nobody could give then, and what a change of it leaves', async () => {
    expect(await leftBy(only)).toEqual([{ departmentName: OFFICE, vacant: true, opinions: 0 }]);
    await asked();
    const done = await asked();
    await asked();
    await app
      .as(registrar)
      .post(`/api/v1/filings/${done}/opinions/waive`)
      .send({ reason: '示例·已线下征求' });
    const gone = [{ departmentName: OFFICE, vacant: true, opinions: await waiting() }];
    expect(gone[0]?.opinions).toBeGreaterThan(0);
    expect(await leftBy(only)).toEqual(gone);
    const rights = '&districts=610116&departments=fire';
    expect(await leftBy(only, `?roles=ADVISER&roles=INSPECTOR${rights}`)).toEqual([]);
    expect(await leftBy(only, `?roles=INSPECTOR${rights}`)).toEqual(gone);
    expect(await leftBy(only, '?roles=ADVISER&districts=610113&departments=fire')).toEqual(gone);
    expect(await leftBy(only, '?roles=ADVISER&districts=610116&departments=housing')).toEqual(gone);
    expect(await leftBy(registrar)).toEqual([]);
  });

  it('is nothing where a colleague could give them, but for those in which that one has a part', async () => {
    const colleague = await app.person('ADVISER', { departments: ['fire'] });
    // Elsewhere, of another department, or taken out of use: no colleague.
    await app.person('ADVISER', { departments: ['fire'], districts: ['610113'] });
    await app.person('ADVISER', { departments: ['housing'] });
    expect(await leftBy(only)).toEqual([]);
    await app.database.query('update access.person set roles = $2, departments = $3 where id = $1', [
      colleague.id,
      ['ADVISER', 'REGISTRAR'],
      ['fire', 'civil-affairs'],
    ]);
    await asked('fire', colleague);
    expect(await leftBy(only)).toEqual([{ departmentName: OFFICE, vacant: false, opinions: 1 }]);
    await disable(colleague);
    expect(await leftBy(only)).toEqual([{ departmentName: OFFICE, vacant: true, opinions: await waiting() }]);
    await disable(only);
    expect(await leftBy(only)).toEqual([]);
  });

  const waiting = async (): Promise<number> => {
    const [row] = await app.database.query<{ count: number }>(
      `select count(*)::integer as count from filings.opinion where status = 'ASKED' and department = 'fire'`,
    );
    return row?.count ?? 0;
  };
});
