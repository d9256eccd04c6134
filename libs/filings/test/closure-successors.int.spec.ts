import { JobRunner } from '@zhaoguan/platform';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingBuilder, FilingAnswer } from './filing.builder';
import { Offices } from './offices.builder';

const NOTICE = {
  startsOn: '2026-12-10',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-01',
  residents: 3,
  placements: [{ destination: 'HOME', people: 3 }],
  refundFen: 0,
  recordsKeptBy: '示例·长安颐养院档案室',
};
const DONE = { checkedOn: '2026-12-11', placed: 'ALL', refunded: 'NOTHING' };
const LEFT = { ...DONE, placed: 'NOT_ALL', words: '还有一位老人没有安置，已约谈负责人' };

describe('who takes over by a closure, in another account', () => {
  let offices: Offices;
  let app: TestApp;
  let filings: FilingBuilder;
  let county: TestPerson;
  let ending: TestPerson;
  beforeAll(async () => {
    offices = await Offices.open();
    ({ app, filings, county } = offices);
    ending = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());
  beforeEach(() => app.clock.set('2026-12-01T02:00:00Z'));

  /** One that ends and says that the other one takes over, accepted; its follow-up is due. */
  const closing = async (successor: string) => {
    const { institutionId } = await filings.accepted(ending, county);
    const notice = { ...NOTICE, successor };
    const { id } = await filings.filedAbout(ending, institutionId, 'CLOSURE', { notice });
    await filings.act(county, id, 'accept');
    return { id, institutionId };
  };
  const record = async (id: string, body: object) => {
    app.clock.set('2026-12-11T02:00:00Z');
    const { items } = await offices.read(county, `filings/${id}/closure`);
    await app
      .as(county)
      .post(`/api/v1/filings/${id}/closure/records`)
      .set('if-match', `"${items[0].version}"`)
      .send(body)
      .expect(201);
  };
  const before = async ({ institutionId }: FilingAnswer): Promise<string[]> =>
    (await offices.read(county, `institutions/${institutionId}/related?relation=PREDECESSOR`)).items.map(
      ({ id }: { id: string }) => id,
    );
  /** Who took over, as the public reads it of the one that has ended. */
  const publicly = async (institutionId: string | null): Promise<string[]> => {
    const { body } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    return body.successors.map(({ id }: { id: string }) => id);
  };
  const told = async (person: TestPerson): Promise<string[]> => {
    await app.idle();
    const { items } = await offices.read(person, 'notifications');
    return items
      .filter(({ type }: { type: string }) => type === 'NAMED_AS_SUCCESSOR')
      .map(({ title }: { title: string }) => title);
  };

  it('is told and linked also where the city has its filing, in the same county', async () => {
    const taking = await offices.accepted();
    const { name } = (await offices.read(county, `institutions/${taking.institutionId}`)) as { name: string };
    await app.database.query('update institutions.institution set name = $2 where id = $1', [
      taking.institutionId,
      `${name}·市级`,
    ]);
    const { id, institutionId } = await closing(`${name}·市级`);
    expect(await told(offices.operator)).toEqual([expect.stringContaining('办理机关核实以后写入沿革')]);
    expect(await before(taking)).toEqual([]);
    await record(id, DONE);
    expect(await before(taking)).toEqual([institutionId]);
    expect((await told(offices.operator))[0]).toMatch(/已经核实，.+不属实的，请告诉机构所在地的民政/);
  });

  it('reads on its own page that it is named until it is written or given up, as do those who see it, and nobody else', async () => {
    const name = '示例·写明承接养老院';
    const other = await app.person('OPERATOR');
    const { institutionId: taking } = await filings.accepted(other, county, 'ELDERLY_CARE', { name });
    const read = `closures/naming?institutionId=${taking}`;
    const naming = async (person: TestPerson) => (await offices.read(person, read)).items;
    const { id, institutionId } = await closing(name);
    const { name: ended } = await offices.read(county, `institutions/${institutionId}`);
    for (const person of [other, county, await app.person('ADVISER')])
      expect(await naming(person)).toEqual([{ name: ended, endsOn: NOTICE.startsOn }]);
    for (const person of [ending, offices.neighbour]) await app.as(person).get(`/api/v1/${read}`).expect(404);
    expect((await offices.read(ending, `closures/naming?institutionId=${institutionId}`)).items).toEqual([]);
    await record(id, DONE);
    expect(await naming(other)).toEqual([]);
    await record(id, { ...LEFT, reason: '示例·家属来电说明' });
    expect(await naming(other)).toHaveLength(1);
    await app.database.query(`update institutions.institution set operator_id = $2 where id = $1`, [
      taking,
      offices.operator.id,
    ]);
    expect(await naming(offices.operator)).toEqual([]);
  });

  it('is foreseen before the acceptance with the term of the follow-up, and named only where another account is told', async () => {
    const name = '示例·预告承接养老院';
    const other = await app.person('OPERATOR');
    await filings.accepted(other, county, 'ELDERLY_CARE', { name });
    const foreseen = async (successor: string) => {
      const { institutionId } = await filings.accepted(ending, county);
      const notice = { ...NOTICE, successor };
      const { id } = await filings.filedAbout(ending, institutionId, 'CLOSURE', { notice });
      return (await offices.read(county, `filings/${id}/if-accepted`)).closure;
    };
    const followUp = { from: '2026-12-10', workingDays: 10, dueOn: '2026-12-24' };
    expect(await foreseen(name)).toEqual({ ...followUp, told: name });
    expect(await foreseen('示例·名录中没有的养老院')).toEqual({ ...followUp, told: null });
    const own = '示例·同一账号承接养老院';
    await filings.accepted(ending, county, 'ELDERLY_CARE', { name: own });
    expect(await foreseen(own)).toMatchObject({ told: null });
  });

  it('is the one that was found at the acceptance, and never who bears the name later', async () => {
    const name = '示例·尚无其名养老院';
    const { id } = await closing(name);
    const later = await app.person('OPERATOR');
    const bearing = await filings.accepted(later, county, 'ELDERLY_CARE', { name });
    await record(id, DONE);
    expect(await before(bearing)).toEqual([]);
    expect(await told(later)).toEqual([]);
  });

  it('is taken back by a new record where the settlement was wrong, told each time, and written anew once it is settled', async () => {
    const name = '示例·收回承接养老院';
    const other = await app.person('OPERATOR');
    const taking = await filings.accepted(other, county, 'ELDERLY_CARE', { name });
    const { id, institutionId } = await closing(name);
    await record(id, DONE);
    expect(await before(taking)).toEqual([institutionId]);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', `closes ${id}`, {});
    expect(await publicly(institutionId)).toEqual([taking.institutionId]);
    await record(id, { ...LEFT, reason: '示例·家属来电说明' });
    expect(await before(taking)).toEqual([]);
    expect(await publicly(institutionId)).toEqual([]);
    expect((await told(other))[0]).toContain('沿革已经收回');
    await record(id, DONE);
    expect(await before(taking)).toEqual([institutionId]);
    expect(await told(other)).toHaveLength(4);
    const rows = await app.database.query<{ stands: boolean }>(
      `select stands from institutions.link where institution_id = $1 and basis = 'CLOSURE' order by made_at, id`,
      [taking.institutionId],
    );
    expect(rows.map(({ stands }) => stands)).toEqual([true, false, true]);
  });
});
