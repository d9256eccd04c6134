import type { TestPerson } from '@zhaoguan/testing';
import { codeOf, NOTICE, RemovalScene } from './removal-scene.builder';

describe('the rights in a removal', () => {
  let scene: RemovalScene;
  let stranger: TestPerson;
  let ofHealth: TestPerson;
  let elsewhere: TestPerson;
  beforeAll(async () => {
    scene = await RemovalScene.start();
    stranger = await scene.app.person('OPERATOR');
    ofHealth = await scene.app.person('REGISTRAR', { departments: ['health'] });
    elsewhere = await scene.app.person('REGISTRAR', { districts: ['500152'] });
  });
  afterAll(() => scene.app.stop());

  /** An operator who has come to work for the authority. */
  const hire = ({ id }: TestPerson) =>
    scene.app.database.query(
      `update access.person set roles = '{REGISTRAR,REVIEWER}', districts = '{610116}', departments = '{civil-affairs}' where id = $1`,
      [id],
    );

  const withBothOffices = async (): Promise<TestPerson> => {
    const both = await scene.app.person('REVIEWER');
    await hire(both);
    const { body } = await scene.app.http
      .post('/api/v1/auth/login')
      .send({ username: both.username, password: both.password })
      .expect(200);
    return { ...both, token: (body as { accessToken: string }).accessToken };
  };
  const waitsFor = async (person: TestPerson, id: string): Promise<boolean> => {
    const { body } = await scene.app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return JSON.stringify(body).includes(id);
  };

  it('are those of the lead department at the place, and of the institution itself', async () => {
    const { app, post, registrar } = scene;
    const { id, institutionId } = await scene.noticed();
    await app.as(ofHealth).get(`/api/v1/removals/${id}`).expect(404);
    await app.as(elsewhere).get(`/api/v1/removals/${id}`).expect(404);
    await app.as(stranger).get(`/api/v1/removals/${id}`).expect(404);
    await app.http.get(`/api/v1/removals/${id}`).expect(401);
    await post(stranger, `/${id}/statement`, { text: '与我无关' }).expect(404);
    await scene.upload(stranger, id).expect(404);
    expect(codeOf(await post(ofHealth, `/${id}/drop`, { reason: '不办了' }).expect(403))).toBe(
      'WRONG_DEPARTMENT',
    );
    await post(elsewhere, `/${id}/drop`, { reason: '不办了' }).expect(404);
    const lists = await Promise.all(
      [registrar, ofHealth, elsewhere, stranger].map(async (person) => {
        const { body } = await app.as(person).get('/api/v1/removals?limit=100').expect(200);
        return (body as { items: { id: string }[] }).items.some((item) => item.id === id);
      }),
    );
    expect(lists).toEqual([true, false, false, false]);
    const other = { institutionId, ground: 'FALSE_MATERIALS', clue: '另一线索' };
    expect(codeOf(await post(registrar, '', other).expect(409))).toBe('REMOVAL_PENDING');
    expect(codeOf(await post(ofHealth, '', other).expect(403))).toBe('WRONG_DEPARTMENT');
    await post(elsewhere, '', other).expect(404);
    await post(scene.operator, '', other).expect(403);
  });

  it('end for an official with the institution that they kept the account of', async () => {
    const { app, post } = scene;
    const mover = await app.person('OPERATOR');
    const { institutionId } = await scene.filings.accepted(mover, scene.registrar);
    const { id } = await scene.opened('FALSE_MATERIALS', institutionId);
    await scene.upload(scene.registrar, id).expect(201);
    await hire(mover);
    for (const [act, body] of [
      ['notice', NOTICE],
      ['drop', { reason: '示例·不办了' }],
    ] as const)
      expect(codeOf(await post(mover, `/${id}/${act}`, body).expect(403))).toBe('REMOVAL_NEEDS_ANOTHER');
    expect(codeOf(await scene.upload(mover, id).expect(403))).toBe('REMOVAL_NEEDS_ANOTHER');
    // The account answers for the institution no more: it is told by hand.
    await scene.served(id);
    const takenDown = { text: '示例·口头陈述', recordedForParty: true };
    expect(codeOf(await post(mover, `/${id}/statement`, takenDown).expect(403))).toBe(
      'REMOVAL_NEEDS_ANOTHER',
    );
    await post(scene.registrar, `/${id}/drop`, { reason: '示例·不办了' }).expect(200);
    const again = { institutionId, ground: 'FALSE_MATERIALS', clue: '示例·另一线索' };
    expect(codeOf(await post(mover, '', again).expect(403))).toBe('REMOVAL_NEEDS_ANOTHER');
    await post(scene.registrar, '', again).expect(201);
  });

  it('are not those of who gave the account its password, and could answer in its name', async () => {
    const { app, post, registrar } = scene;
    const operator = await app.person('OPERATOR');
    const { institutionId } = await scene.filings.accepted(operator, registrar);
    const giver = await app.person('REGISTRAR');
    await app.database.query('update access.person set password_given_by = $2 where id = $1', [
      operator.id,
      giver.id,
    ]);
    // Another password, given by somebody else, takes nothing back.
    const helper = await app.person('ADMINISTRATOR');
    await app.database.query('update access.person set password_given_by = $2 where id = $1', [
      operator.id,
      helper.id,
    ]);
    const begun = { institutionId, ground: 'FALSE_MATERIALS', clue: '示例·线索' };
    expect(codeOf(await post(giver, '', begun).expect(403))).toBe('REMOVAL_NEEDS_ANOTHER');
    const { id } = await scene.noticed('FALSE_MATERIALS', institutionId);
    expect(codeOf(await post(giver, `/${id}/drop`, { reason: '示例·不办了' }).expect(403))).toBe(
      'REMOVAL_NEEDS_ANOTHER',
    );
    await post(registrar, `/${id}/drop`, { reason: '示例·不办了' }).expect(200);
  });

  it('give out no paper of who kept the account of the institution', async () => {
    const { app, post } = scene;
    const mover = await app.person('OPERATOR');
    const { institutionId } = await scene.filings.accepted(mover, scene.registrar);
    const { id } = await scene.noticed('FALSE_MATERIALS', institutionId);
    await post(mover, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    await post(scene.registrar, `/${id}/propose`, { text: '建议撤销' }).expect(200);
    await hire(mover);
    const given = async (): Promise<string[]> => {
      const { body } = await app.as(scene.registrar).get(`/api/v1/removals/${id}/papers`).expect(200);
      return (body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
    };
    const refused = async (act: string, body: object): Promise<void> => {
      const before = await given();
      expect(codeOf(await post(mover, `/${id}/${act}`, body).expect(403))).toBe('REMOVAL_NEEDS_ANOTHER');
      expect(await given()).toEqual(before);
    };
    await refused('decide', {});
    await post(scene.reviewer, `/${id}/decide`).expect(200);
    await refused('annul', { document: '示例复决字〔2026〕2号', reason: '事实不清' });
    expect(await given()).toEqual(['REVOCATION_DECISION', 'REVOCATION_NOTICE']);
  });

  it('serve nothing online on an account with which nobody can sign in', async () => {
    const { app, post, registrar } = scene;
    const operator = await app.person('OPERATOR');
    const { institutionId } = await scene.filings.accepted(operator, registrar);
    const { id } = await scene.opened('SERVICE_CEASED', institutionId);
    await scene.upload(registrar, id).expect(201);
    for (const shut of [
      'has_password = false',
      'must_change_password = true',
      'disabled_at = now()',
      `roles = '{REGISTRAR}'`,
    ]) {
      const [before] = await app.database.query<{ has_password: boolean; roles: string[] }>(
        'select has_password, roles from access.person where id = $1',
        [operator.id],
      );
      expect(await scene.get(id)).toMatchObject({ servesOnline: true });
      await app.database.query(`update access.person set ${shut} where id = $1`, [operator.id]);
      expect(await scene.get(id)).toMatchObject({ servesOnline: false });
      const { body } = await post(registrar, `/${id}/notice`, NOTICE).expect(422);
      expect(body).toMatchObject({ code: 'NO_OPERATOR', errors: [{ pointer: '/service' }] });
      await app.database.query(
        'update access.person set has_password = $2, roles = $3, disabled_at = null, must_change_password = false where id = $1',
        [operator.id, before?.has_password, before?.roles],
      );
    }
    await app.database.query('update access.person set has_password = false where id = $1', [operator.id]);
    await scene.served(id);
  });

  it('take null for no value of what may be left out', async () => {
    const { id } = await scene.noticed();
    for (const field of ['fileIds', 'waived']) {
      const statement = { text: '示例·材料属实', [field]: null };
      const { body } = await scene.post(scene.operator, `/${id}/statement`, statement).expect(422);
      expect(body).toMatchObject({ errors: [{ pointer: `/${field}` }] });
    }
  });

  it('let nobody decide what they have worked on, even with both offices', async () => {
    const { app, post } = scene;
    const twice = await withBothOffices();
    const { id } = await scene.opened();
    await scene.upload(twice, id).expect(201);
    await post(twice, `/${id}/notice`, NOTICE).expect(200);
    await post(scene.operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    await post(scene.registrar, `/${id}/propose`, { text: '建议撤销' }).expect(200);
    const seen = (await app.as(twice).get(`/api/v1/removals/${id}`).expect(200)).body as object;
    expect(seen).toMatchObject({ workedOn: true, availableActions: ['drop'] });
    const refused = async (): Promise<void> => {
      for (const path of ['decide', 'send-back']) {
        const answer = await post(twice, `/${id}/${path}`, { reason: '示例' }).expect(403);
        expect(codeOf(answer)).toBe('REMOVAL_NEEDS_ANOTHER');
      }
    };
    await refused();
    // Sent back and done anew by others, it is still a case that they have worked on.
    await post(scene.reviewer, `/${id}/send-back`, { reason: '示例' }).expect(200);
    await post(scene.registrar, `/${id}/notice`, NOTICE).expect(200);
    await post(scene.operator, `/${id}/statement`, { text: '仍然没有意见', waived: true }).expect(200);
    await post(scene.registrar, `/${id}/propose`, { text: '建议撤销' }).expect(200);
    await refused();
    await post(scene.reviewer, `/${id}/decide`).expect(200);
  });

  it('let nobody decide that what they accepted themselves should not have been had', async () => {
    const { app, post } = scene;
    const accepter = await withBothOffices();
    const { institutionId } = await scene.filings.accepted(scene.operator, accepter);
    const { id } = await scene.proposed('FALSE_MATERIALS', institutionId);
    const seen = (await app.as(accepter).get(`/api/v1/removals/${id}`).expect(200)).body as object;
    expect(seen).toMatchObject({ workedOn: false, ofOwnAcceptance: true, availableActions: ['drop'] });
    expect([await waitsFor(accepter, id), await waitsFor(scene.reviewer, id)]).toEqual([false, true]);
    const refused = async (act: string, body: object): Promise<void> => {
      const answer = await post(accepter, `/${id}/${act}`, body).expect(403);
      expect(codeOf(answer)).toBe('REVOCATION_OF_OWN_ACCEPTANCE');
      expect(answer.body).toMatchObject({ title: expect.stringMatching(/自己准予/) as string });
    };
    await refused('decide', {});
    await refused('send-back', { reason: '示例·再核实' });
    await expect(
      app.database.query(
        `update removals.removal set decided_by = $2, decision_number = '示例', decided_on = '2026-11-20' where id = $1`,
        [id, accepter.id],
      ),
    ).rejects.toThrow('does not decide that it is revoked');
    await post(scene.reviewer, `/${id}/decide`).expect(200);
    await refused('annul', { document: '示例复决字〔2026〕3号', reason: '事实不清' });
    await post(scene.chief, `/${id}/annul`, { document: '示例复决字〔2026〕3号', reason: '事实不清' }).expect(
      200,
    );
  });

  it('let who accepted a filing decide that it ends because the institution is no longer there', async () => {
    const accepter = await withBothOffices();
    const { institutionId } = await scene.filings.accepted(scene.operator, accepter);
    const { id } = await scene.proposed('SERVICE_CEASED', institutionId);
    expect(await waitsFor(accepter, id)).toBe(true);
    await scene.post(accepter, `/${id}/decide`).expect(200);
  });

  it('ask for everything that is missing, and for what the day and the institution allow', async () => {
    const { post, registrar, operator } = scene;
    const pointers = async (path: string, body: object): Promise<string[]> => {
      const answer = await post(registrar, path, body).expect(422);
      return (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    };
    expect(await pointers('', {})).toEqual(['/institutionId', '/ground', '/clue']);
    const { institutionId } = await scene.registered();
    expect(await pointers('', { institutionId, ground: 'NONE', clue: '示例' })).toEqual(['/ground']);
    const { id } = await scene.opened('SERVICE_CEASED', institutionId);
    await scene.upload(registrar, id).expect(201);
    const notice = `/${id}/notice`;
    expect(await pointers(notice, { facts: ' ', service: 'PIGEON' })).toEqual(['/facts', '/service']);
    expect(await pointers(notice, { facts: '示例', service: 'DELIVERED' })).toEqual(['/service']);
    expect(await pointers(`/${id}/notice-paper`, { facts: ' ' })).toEqual(['/facts']);
    await post(registrar, `/${id}/notice-paper`, { facts: '示例' }).expect(200);
    const service = `/${id}/service`;
    expect(await pointers(service, { service: 'DELIVERED' })).toEqual(['/serviceNote']);
    const early = { service: 'DELIVERED', serviceNote: '当面签收', servedOn: '2026-11-19' };
    expect(await pointers(service, early)).toEqual(['/servedOn']);
    expect(await pointers(service, { ...early, servedOn: '2026-11-21' })).toEqual(['/servedOn']);
    expect(await pointers(service, { ...early, servedOn: '2026-02-30' })).toEqual(['/servedOn']);
    const served = await post(registrar, service, { ...early, servedOn: '2026-11-20' }).expect(200);
    expect(served.body).toMatchObject({ statementUntil: '2026-11-27' });
    const stale = scene.app.as(registrar).post(`/api/v1/removals/${id}/drop`).set('if-match', '"1"');
    expect(codeOf(await stale.send({ reason: '示例' }).expect(412))).toBe('STALE_VERSION');
    await post(operator, `/${id}/statement`, { text: '示例', fileIds: [id] }).expect(422);
    await post(registrar, `/${id}/drop`, { reason: '机构已经恢复服务' }).expect(200);
    expect(codeOf(await post(operator, `/${id}/statement`, { text: '示例' }).expect(409))).toBe(
      'INVALID_TRANSITION',
    );
    await scene.upload(operator, id).expect(409);
    await scene.decided('SERVICE_CEASED', institutionId);
    const closed = { institutionId, ground: 'FALSE_MATERIALS', clue: '示例' };
    expect(codeOf(await post(registrar, '', closed).expect(409))).toBe('INSTITUTION_CLOSED');
  });
});
