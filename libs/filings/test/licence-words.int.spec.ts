import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { CHILDCARE_APPLICATION, type FilingAnswer, type FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

describe('the words of an application for a licence', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let licensed: FilingAnswer;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ worker: false }));
    licensed = await filings.submitted(operator, 'CHILDCARE');
  });
  afterAll(() => app.stop());

  it('stand in the ledger, line by line', async () => {
    const { rows } = await exportedSheet(app, health, '/api/v1/filings/export');
    expect(rows[1]).toMatchObject({ 3: '许可申请', 5: '待受理' });
  });

  it('stand where the same code or the same house is hinted at', async () => {
    const query = { kind: 'CHILDCARE', uscc: CHILDCARE_APPLICATION.uscc };
    const { body } = await app.as(operator).get('/api/v1/filings/same-code').query(query).expect(200);
    expect(body.own).toMatchObject([{ id: licensed.id, status: 'SUBMITTED', statusLabel: '待受理' }]);
    const second = await filings.submitted(operator, 'CHILDCARE', { name: '示例·另一家托育园' });
    const like = await app.as(health).get(`/api/v1/filings/${second.id}/duplicates`).expect(200);
    expect(like.body.items).toContainEqual(
      expect.objectContaining({ id: licensed.id, statusLabel: '待受理' }),
    );
  });

  it('stand in the refusal to move to another district', async () => {
    const { version } = await filings.act(health, licensed.id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    const { body } = await app
      .as(operator)
      .patch(`/api/v1/filings/${licensed.id}`)
      .set('If-Match', `"${version}"`)
      .send({ institution: { district: '610113', township: null } })
      .expect(422);
    expect(body.errors[0].message).toBe('已提交的许可申请不能改变所属区县，请另行提交许可申请');
  });

  // Last, for the clock does not go back.
  it('say of one that it is examined only once it is taken in, said or not', async () => {
    const labels = async (id: string) => {
      const { body } = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      const list = await app.as(operator).get('/api/v1/filings').expect(200);
      const line = (list.body as { items: FilingAnswer[] }).items.find((each) => each.id === id);
      return [body, line].map((each: { statusLabel?: string } | undefined) => each?.statusLabel);
    };
    const { id } = await filings.submitted(operator, 'CHILDCARE', { name: '示例·再一家托育园' });
    expect(await labels(id)).toEqual(['待受理', '待受理']);
    await filings.act(health, id, 'admit');
    expect(await labels(id)).toEqual(['审查中', '审查中']);
    const silent = await filings.submitted(operator, 'CHILDCARE', { name: '示例·又一家托育园' });
    // The fifth working day is Monday, the 30th.
    app.clock.advance(7 * 86_400_000);
    expect(await labels(silent.id)).toEqual(['待受理', '待受理']);
    app.clock.advance(86_400_000);
    expect(await labels(silent.id)).toEqual(['审查中', '审查中']);
  });
});
