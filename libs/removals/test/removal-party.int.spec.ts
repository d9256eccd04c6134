import { dateInShanghai } from '@zhaoguan/kernel';
import { ELDERLY_APPLICATION } from '../../filings/test/filing.builder';
import { codeOf, NOTICE, RemovalScene, type RemovalAnswer } from './removal-scene.builder';

describe('the party of a removal, once another account has filed for the site', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  it('still reads what was decided about it and said by it, which the new one does not', async () => {
    const { app, operator, registrar, reviewer, filings } = scene;
    const address = `${ELDERLY_APPLICATION.address}甲`;
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    const { id } = await scene.opened('FALSE_MATERIALS', first.institutionId);
    await scene.upload(registrar, id).expect(201);
    await scene.post(registrar, `/${id}/notice`, NOTICE).expect(200);
    await scene.post(operator, `/${id}/statement`, { text: '材料由代办提供。', waived: true }).expect(200);
    await scene
      .post(registrar, `/${id}/propose`, { text: '建议撤销。', statementReview: '不影响认定。' })
      .expect(200);
    await scene.post(reviewer, `/${id}/decide`).expect(200);
    await app.idle();
    const next = await app.person('OPERATOR');
    const again = await filings.accepted(next, registrar, 'ELDERLY_CARE', { address });
    expect(again.institutionId).toBe(first.institutionId);

    const told = async (by: typeof operator): Promise<string[]> => {
      await app.idle();
      const { body } = await app.as(by).get('/api/v1/notifications?limit=100').expect(200);
      return (body as { items: { type: string; subject: { id: string } | null }[] }).items
        .filter(({ type }) => type === 'INSTITUTION_PASSED_ON')
        .map(({ subject }) => subject?.id ?? '');
    };
    expect([await told(operator), await told(next)]).toEqual([[id], []]);

    const listed = async (by: typeof operator) => {
      const { body } = await app.as(by).get('/api/v1/removals').expect(200);
      return (body as { items: RemovalAnswer[] }).items.map((line) => line.id);
    };
    expect(await listed(operator)).toEqual([id]);
    expect(await scene.get(id, operator)).toMatchObject({ status: 'DECIDED' });
    const papers = await app.as(operator).get(`/api/v1/removals/${id}/papers`).expect(200);
    expect((papers.body as { items: unknown[] }).items).toHaveLength(2);
    expect(await listed(next)).toEqual([]);
    await app.as(next).get(`/api/v1/removals/${id}`).expect(404);
    await app.as(next).get(`/api/v1/removals/${id}/papers`).expect(404);
    const hasPassed = async (filing: string, by: typeof operator): Promise<unknown> =>
      (await app.as(by).get(`/api/v1/filings/${filing}`).expect(200)).body.institutionPassed;
    expect([await hasPassed(first.id, operator), await hasPassed(again.id, next)]).toEqual([true, false]);
    expect(await hasPassed(first.id, registrar)).toBe(false);
    const receiptOf = async (filing: string, by: typeof operator) => {
      const { body } = await app.as(by).get(`/api/v1/filings/${filing}/papers`).expect(200);
      const [receipt] = (
        body as { items: { kind: string; endedAs: string | null; endedOn: string | null }[] }
      ).items;
      return receipt && [receipt.kind, receipt.endedAs, receipt.endedOn];
    };
    const endOf = async (filing: string, by: typeof operator): Promise<unknown> =>
      ((await app.as(by).get(`/api/v1/filings/${filing}`).expect(200)).body as { ended: unknown }).ended;
    const today = dateInShanghai(app.clock.now());
    for (const by of [operator, registrar])
      expect(await endOf(first.id, by)).toEqual({ endedAs: 'REVOKED', endedOn: today });
    expect(await endOf(again.id, next)).toBeNull();
    expect(await receiptOf(first.id, operator)).toEqual(['RECEIPT', 'REVOKED', today]);
    expect(await receiptOf(again.id, next)).toEqual(['RECEIPT', null, null]);

    // Who has come to work for the authority since does nothing in it, though the institution is another's.
    await app.database.query(
      `update access.person set roles = '{REGISTRAR,REVIEWER}', districts = '{610116}', departments = '{civil-affairs}' where id = $1`,
      [operator.id],
    );
    const annulment = { document: '示例复决字〔2026〕2号', reason: '事实不清' };
    const refused = await scene.post(operator, `/${id}/annul`, annulment).expect(403);
    expect(codeOf(refused)).toBe('REMOVAL_NEEDS_ANOTHER');
  });
});
