import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { licenseFrom } from './regime.builder';

describe('a renewal is called so', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let institutionId: string | null;
  let renewal: FilingAnswer;

  const read = async (path: string, by: TestPerson) =>
    (await app.as(by).get(`/api/v1/${path}`).expect(200)).body;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-09-04');
    ({ institutionId } = await filings.accepted(operator, health, 'CHILDCARE'));
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
      .expect(201);
    renewal = body as FilingAnswer;
  });
  afterAll(() => app.stop());

  const renewals = async (by: TestPerson): Promise<boolean[]> =>
    (await read('filings?sort=-createdAt', by)).items.map((line: { renewal: boolean }) => line.renewal);

  const records = async (by: TestPerson): Promise<string[]> =>
    (await read(`filings?institutionId=${institutionId ?? ''}`, by)).items.map(({ id }: FilingAnswer) => id);

  it('in the lists of the applicant, before it is handed in, and where the code is known', async () => {
    expect(await renewals(operator)).toEqual([true, false]);
    const known = await read('filings/same-code?kind=CHILDCARE&uscc=916100000000000518', operator);
    expect(known.own).toContainEqual(expect.objectContaining({ id: renewal.id, renewal: true }));
  });

  it('and stands among the records of its institution, for its applicant alone as long as it is a draft', async () => {
    expect(await records(operator)).toHaveLength(2);
    expect(await records(operator)).toContain(renewal.id);
    expect(await records(health)).not.toContain(renewal.id);
    expect(await records(await app.person('OPERATOR'))).toEqual([]);
  });

  it('in what waits for the authority, is told to it, found by it and taken home by it', async () => {
    await filings.upload(operator, renewal);
    await filings.act(operator, renewal.id, 'submit');
    await app.idle();
    app.clock.advance(8 * 86_400_000);
    expect(await renewals(health)).toEqual([true, false]);
    expect(await records(health)).toContain(renewal.id);
    const waiting = (await read('work-items', health)).items;
    expect(waiting).toContainEqual(expect.objectContaining({ detail: '延续许可，第1次提交' }));
    const told = (await read('notifications', health)).items;
    expect(told).toContainEqual(
      expect.objectContaining({ title: expect.stringContaining('提交了延续许可，请在') }),
    );
    const found = await read(`search?q=${encodeURIComponent('小树苗')}`, health);
    expect(JSON.stringify(found)).toContain('托育机构延续许可 · 已提交');
  });

  it('also after it is granted and the institution has ended', async () => {
    await filings.act(health, renewal.id, 'accept');
    await app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
      institutionId,
    ]);
    expect((await read(`filings/${renewal.id}`, operator)).renewal).not.toBeNull();
    expect(await renewals(operator)).toEqual([true, false]);
  });
});
