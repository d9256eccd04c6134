import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { PDF, type FilingBuilder } from './filing.builder';
import { VerificationScene } from './verification-scene.builder';

describe('who verifies a filing on the spot', () => {
  let scene: VerificationScene;
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let inspector: TestPerson;
  let visit: VerificationScene['visit'];
  beforeAll(async () => {
    scene = await VerificationScene.start();
    ({ app, filings, operator, registrar, inspector, visit } = scene);
  });
  afterAll(() => app.stop());

  it('is recorded once, however often it is sent, and not by who has not seen what a colleague found', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const path = `/api/v1/filings/${id}/verification/record`;
    const wrong = { ...visit, facts: await scene.found(id, { '/institution/capacity': '96 张' }) };
    const right = { ...visit, facts: await scene.found(id) };
    await app.as(registrar).post(path).send(wrong).expect(428);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app.as(registrar).post(path).set('if-match', '"0"').send(wrong)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const colleague = await app.person('REGISTRAR', { name: '示例·丙受理' });
    const late = await scene.post(colleague, id, 'record', right, 412, 0);
    expect(late.body.code).toBe('STALE_VERSION');
    expect(await scene.of(operator, id)).toMatchObject({
      status: 'MISMATCH_FOUND',
      version: 1,
      visits: [{ seq: 1 }],
    });
    await app.idle();
    const told = (await app.as(operator).get('/api/v1/notifications?limit=100').expect(200)).body.items;
    const ofThis = (told as { type: string; subject: { id: string } }[]).filter(
      ({ type, subject }) => type === 'FILING_MISMATCH_FOUND' && subject.id === id,
    );
    expect(ofThis).toHaveLength(1);
    await scene.post(operator, id, 'correct', { statement: '已恢复' }, 412, 0);
    await scene.post(operator, id, 'correct', { statement: '已恢复' }, 200, 1);
  });

  it('is the business of the department and the place, and the report the applicant’s own', async () => {
    const { id } = await scene.mismatched();
    const others: [TestPerson, number][] = [
      [await app.person('REGISTRAR', { departments: ['health'] }), 403],
      [await app.person('OPERATOR'), 404],
      [await app.person('REGISTRAR', { districts: ['500152'] }), 404],
    ];
    for (const [person, status] of others) {
      await app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(status);
      const upload = app.as(person).post(`/api/v1/filings/${id}/verification/files`);
      await upload.attach('file', PDF, { filename: 'a.pdf', contentType: 'application/pdf' }).expect(status);
    }
    await scene.post(registrar, id, 'correct', { statement: '已改' }, 403);
    await scene.post(operator, id, 'record', { ...visit, facts: [] }, 403);
  });

  it('is done by two different officials of the department and place, and experts only beside them', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const path = `/api/v1/filings/${id}/verification/officers`;
    const others = [
      await app.person('REGISTRAR', { departments: ['health'] }),
      await app.person('INSPECTOR', { districts: ['500152'] }),
      operator,
    ];
    const able = (await app.as(registrar).get(path).expect(200)).body.items as { id: string }[];
    expect(able).toContainEqual({ id: inspector.id, name: '示例·乙检查' });
    for (const other of others) {
      expect(able.map((one) => one.id)).not.toContain(other.id);
      const body = { ...visit, officerIds: [registrar.id, other.id], facts: await scene.found(id) };
      const { body: answer } = await scene.post(registrar, id, 'record', body, 422);
      expect(answer.errors).toMatchObject([{ pointer: '/officerIds/1', code: 'UNKNOWN_OFFICER' }]);
    }
    await app.as(operator).get(path).expect(403);
    const twice = { ...visit, officerIds: [registrar.id, registrar.id], experts: ['示例·赵工程师'] };
    await scene.post(registrar, id, 'record', { ...twice, facts: await scene.found(id) }, 422);
    const body = { ...visit, experts: ['示例·赵工程师'], facts: await scene.found(id) };
    const { body: done } = await scene.post(registrar, id, 'record', body, 200);
    expect(done.visits[0].officers.toSorted()).toEqual(['示例·乙检查', '示例·甲受理'].toSorted());
    expect(done.visits[0].experts).toEqual(['示例·赵工程师']);
  });

  it('is neither done nor recorded by its applicant, who has come to work for the authority since', async () => {
    const mover = await app.person('OPERATOR');
    const { id } = await filings.accepted(mover, registrar);
    await app.database.query(
      `update access.person set roles = '{REGISTRAR}', districts = '{610116}', departments = '{civil-affairs}' where id = $1`,
      [mover.id],
    );
    const path = `/api/v1/filings/${id}/verification/officers`;
    const { body: able } = await app.as(registrar).get(path).expect(200);
    expect((able as { items: { id: string }[] }).items.map((one) => one.id)).not.toContain(mover.id);
    const facts = await scene.found(id);
    const named = { ...visit, officerIds: [registrar.id, mover.id], facts };
    const { body: refused } = await scene.post(registrar, id, 'record', named, 422);
    expect(refused.errors).toMatchObject([{ pointer: '/officerIds/1', code: 'UNKNOWN_OFFICER' }]);
    const { body: own } = await scene.post(mover, id, 'record', { ...visit, facts }, 409);
    expect(own.code).toBe('ENTERED_BY_YOURSELF');
    expect(await scene.of(mover, id)).toMatchObject({ status: 'OPEN', availableActions: [] });
    await scene.post(registrar, id, 'record', { ...visit, facts }, 200);
  });
});
