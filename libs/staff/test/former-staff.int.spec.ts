import type { TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION } from '../../filings/test/filing.builder';
import { RemovalScene } from '../../removals/test/removal-scene.builder';
import type { StaffAnswer } from './staff-scene.builder';

/** @law 个人信息保护法第六条 */
describe('the staff of a site that another account has filed for since its filing was revoked', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  const PERSON = { name: '示例·赵护理', post: 'ELDERLY_CARER', employedOn: '2026-03-02' };
  const add = async (by: TestPerson, institutionId: string): Promise<StaffAnswer> => {
    const { body } = await scene.app
      .as(by)
      .post('/api/v1/staff')
      .send({ institutionId, ...PERSON })
      .expect(201);
    return body as StaffAnswer;
  };
  const listed = async (by: TestPerson, institutionId: string, hasLeft: boolean): Promise<string[]> => {
    const { body } = await scene.app
      .as(by)
      .get(`/api/v1/staff?institutionId=${institutionId}&hasLeft=${hasLeft}`)
      .expect(200);
    return (body as { items: StaffAnswer[] }).items.map(({ id }) => id);
  };

  it('has left it, and is not read by the new account', async () => {
    const { app, operator, registrar, filings } = scene;
    const address = `${ELDERLY_APPLICATION.address}乙`;
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    const institutionId = String(first.institutionId);
    const before = await add(operator, institutionId);
    await scene.decided('FALSE_MATERIALS', institutionId);
    await app.idle();
    const next = await app.person('OPERATOR');
    expect((await filings.accepted(next, registrar, 'ELDERLY_CARE', { address })).institutionId).toBe(
      institutionId,
    );
    await app.idle();

    expect(await listed(next, institutionId, false)).toEqual([]);
    expect(await listed(next, institutionId, true)).toEqual([]);
    await app.as(next).get(`/api/v1/staff/${before.id}`).expect(404);
    // The same person may go on there, in the register of the new account.
    const after = await add(next, institutionId);
    expect(await listed(next, institutionId, false)).toEqual([after.id]);
    expect(await listed(registrar, institutionId, false)).toEqual([after.id]);
    expect(await listed(registrar, institutionId, true)).toEqual([before.id]);
    await app.as(operator).get(`/api/v1/staff/${before.id}`).expect(404);
    const log = await app.database.query<{ action: string }>(
      `select action from audit.entry where subject_id = $1 order by at, id`,
      [before.id],
    );
    expect(log.map(({ action }) => action)).toEqual(['staff.added', 'staff.left']);
  });
});
