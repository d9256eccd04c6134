import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

describe('what has come after a decision', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const since = async (id: string): Promise<unknown> =>
    (await app.as(operator).get(`/api/v1/filings/${id}`).expect(200)).body.since;

  it('is nothing as long as nothing is decided, and the state of the institution afterwards', async () => {
    const { id } = await filings.submitted(operator);
    expect(await since(id)).toBeNull();
    const { institutionId } = await filings.act(registrar, id, 'accept');
    const standing = {
      institutionStatus: 'OPERATING',
      replacedBy: null,
      licenceExpiredOn: null,
      prolongedBy: null,
      retractedOn: null,
      inForceOn: null,
      supersededOn: null,
      resumedBy: null,
      again: null,
      beginsAgain: null,
    };
    expect(await since(id)).toEqual(standing);
    const close = `update institutions.institution set status = 'CLOSED' where id = $1`;
    await app.database.query(close, [institutionId]);
    expect(await since(id)).toEqual({ ...standing, institutionStatus: 'CLOSED' });
  });

  it('names the licence that stands in place of a filing', async () => {
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const { id, institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    await app.database.query(
      `update institutions.institution set regime = 'LICENCE', filing_number = '610116-TYXK-2026-0099' where id = $1`,
      [institutionId],
    );
    expect(await since(id)).toMatchObject({
      replacedBy: { number: '610116-TYXK-2026-0099', endedAs: null },
    });
  });

  it('leads from what was refused to what was handed in for the same site since', async () => {
    const { id } = await filings.submitted(operator);
    await filings.act(registrar, id, 'refuse', { reason: '示例·不符合规定' });
    expect(await since(id)).toMatchObject({ again: null });
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', againOf: id })
      .expect(201);
    expect(await since(id)).toMatchObject({ again: null });
    const again = await filings.upload(operator, body as FilingAnswer);
    await filings.act(operator, again.id, 'submit');
    expect(await since(id)).toMatchObject({ again: { id: again.id, status: 'SUBMITTED' } });
  });
});
