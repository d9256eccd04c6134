import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';

const codeOf = (answer: Response): string => (answer.body as { code: string }).code;

describe('rights that nobody changes', () => {
  let app: TestApp;
  let county: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await app.person('ADMINISTRATOR', { districts: ['610116'] });
  });
  afterAll(() => app.stop());

  it('turns no operator into an official, and no official into an operator', async () => {
    const operator = await app.person('OPERATOR');
    await app.database.query(`update access.person set home_district = '610116' where id = $1`, [
      operator.id,
    ]);
    const patch = (id: string, change: object): Promise<Response> =>
      app.as(county).patch(`/api/v1/people/${id}`).send(change);
    const placed = { districts: ['610116'], departments: ['civil-affairs'] };
    expect(codeOf(await patch(operator.id, { roles: ['REGISTRAR'], ...placed }))).toBe('OPERATOR_APART');
    const official = await app.person('REGISTRAR');
    const unplaced = { districts: [], departments: [], homeDistrict: '610116' };
    expect(codeOf(await patch(official.id, { roles: ['OPERATOR'], ...unplaced }))).toBe('OPERATOR_APART');
  });

  it.each(['disable', 'enable', 'reset-password'])('lets nobody %s the own account', async (action) => {
    const answer = await app.as(county).post(`/api/v1/people/${county.id}/${action}`);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'OWN_ACCOUNT']);
  });

  it('lets nobody raise the own rights', async () => {
    for (const change of [
      { districts: ['*'] },
      { roles: ['ADMINISTRATOR', 'CASE_OFFICER'] },
      { name: '示例·新名' },
    ]) {
      const answer = await app.as(county).patch(`/api/v1/people/${county.id}`).send(change);
      expect([answer.status, codeOf(answer)]).toEqual([403, 'OWN_ACCOUNT']);
    }
  });
});
