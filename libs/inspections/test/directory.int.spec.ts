import { encodeCursor } from '@zhaoguan/kernel';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ALL_GRADES, InspectionBuilder } from './inspection.builder';

describe('the inspector directory and plans', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 1 });
  });
  afterAll(() => app.stop());

  it('lists inspectors page by page', async () => {
    const first = await app.as(county.planner).get('/api/v1/inspectors?limit=2').expect(200);
    expect(first.body.items).toHaveLength(2);
    const second = await app
      .as(county.planner)
      .get(`/api/v1/inspectors?limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(second.body).toMatchObject({ items: [{ active: true }], nextCursor: null });
    await app.as(county.planner).get('/api/v1/inspectors?cursor=xx').expect(400);
    const beyond = encodeCursor(['+275760-09-13T00:00:00.000Z', county.planner.id]);
    const far = await app.http.get(`/api/v1/public/draws?cursor=${beyond}`).expect(400);
    expect(far.body.code).toBe('INVALID_CURSOR');
  });

  it('refuses entries that would let somebody unauthorised inspect', async () => {
    const person = await app.person('INSPECTOR');
    const add = (changes: object) =>
      app
        .as(county.planner)
        .post('/api/v1/inspectors')
        .send({
          personId: person.id,
          certificateNumber: '610116-NEW-0001',
          department: 'civil-affairs',
          districts: ['610116'],
          validUntil: '2029-12-31',
          ...changes,
        });
    const refused = async (changes: object): Promise<unknown> => {
      const { body } = await add(changes);
      return [body.code, body.errors?.[0]?.pointer];
    };
    expect(await refused({ validUntil: '2026-11-19' })).toEqual(['CERTIFICATE_EXPIRED', '/validUntil']);
    expect(await refused({ validUntil: '2026-02-30' })).toEqual(['VALIDATION_FAILED', '/validUntil']);
    expect(await refused({ certificateNumber: '证 1' })).toEqual(['VALIDATION_FAILED', '/certificateNumber']);
    expect(await refused({ certificateNumber: '610116-YL-0001' })).toEqual([
      'CERTIFICATE_TAKEN',
      '/certificateNumber',
    ]);
    expect(await refused({ districts: ['*'] })).toEqual(['WRONG_DISTRICT', '/districts/0']);
    expect(await refused({ districts: ['610113'] })).toEqual(['WRONG_DISTRICT', '/districts/0']);
    expect(await refused({ districts: ['999999'] })).toEqual(['UNKNOWN_DISTRICT', '/districts/0']);
    expect(await refused({ personId: county.planner.id })).toEqual(['NOT_AN_INSPECTOR', '/personId']);
    await add({}).expect(201);
    expect(await refused({ certificateNumber: '610116-NEW-0002' })).toEqual([
      'INSPECTOR_LISTED',
      '/personId',
    ]);
  });

  it('changes an entry only by its version, and leaves those who are out of the draw', async () => {
    const [inspector] = county.inspectors;
    const change = (version?: string) => {
      const request = app.as(county.planner).patch(`/api/v1/inspectors/${inspector?.inspectorId}`);
      return (version === undefined ? request : request.set('if-match', version)).send({
        active: false,
        reason: '示例·离职',
      });
    };
    await change().expect(428);
    await change('"7"').expect(412);
    expect((await change('"1"').expect(200)).body).toMatchObject({ active: false, version: 2 });
    const active = await app.as(county.planner).get('/api/v1/inspectors?active=true').expect(200);
    expect(JSON.stringify(active.body)).not.toContain(inspector?.certificateNumber);
  });

  it('tells the administrator above of each entry, and of draws over several counties', async () => {
    const both = new InspectionBuilder(app, 'ELDERLY_CARE', '610113', ['610113', '610116']);
    await both.prepare({ inspectors: 2, institutions: 1 });
    const [shared] = both.inspectors;
    const [own] = county.inspectors.slice(-1);
    const change = (by: TestPerson, id: string, changes: object) =>
      app.as(by).patch(`/api/v1/inspectors/${id}`).set('if-match', '"1"').send(changes).expect(200);
    const drawId = await both.announce((await both.plan()).id);
    await change(both.planner, shared!.inspectorId, { districts: ['610116'], reason: '示例·辖区调整' });
    await change(county.planner, own!.inspectorId, { validUntil: '2030-12-31' });
    const keepers = {
      county: await app.person('ADMINISTRATOR'),
      city: await app.person('ADMINISTRATOR', { districts: ['610100'] }),
      elsewhere: await app.person('ADMINISTRATOR', { districts: ['500152'] }),
    };
    const read = async (by: TestPerson, type: string, id: string): Promise<string[]> => {
      const path = `/api/v1/audit-entries?subjectType=${type}&subjectId=${id}`;
      const { items } = (await app.as(by).get(path).expect(200)).body as { items: { action: string }[] };
      return items.map(({ action }) => action);
    };
    for (const [by, ofOwn, ofShared, ofDraw] of [
      [keepers.county, ['inspector.changed', 'inspector.listed'], [], []],
      [
        keepers.city,
        ['inspector.changed', 'inspector.listed'],
        ['inspector.changed', 'inspector.listed'],
        ['draw.announced'],
      ],
      [keepers.elsewhere, [], [], []],
    ] as const) {
      expect(await read(by, 'inspector', own!.inspectorId)).toEqual(ofOwn);
      expect(await read(by, 'inspector', shared!.inspectorId)).toEqual(ofShared);
      expect(await read(by, 'draw', drawId)).toEqual(ofDraw);
    }
  });

  it('takes a recusal from the inspector, who cannot lift it', async () => {
    const [, inspector] = county.inspectors;
    const [institution] = county.institutions;
    if (!inspector || !institution) throw new Error('nobody there');
    const path = `/api/v1/inspectors/${inspector.inspectorId}/recusals`;
    const body = { institutionId: institution.id, reason: '曾在该机构任职' };
    const declared = await app.as(inspector).post(path).send(body).expect(201);
    await app
      .as(inspector)
      .post(`${path}/${declared.body.id}/revoke`)
      .send({ reason: '已无关系' })
      .expect(403);
    const [, , other] = county.inspectors;
    if (!other) throw new Error('nobody there');
    await app.as(other).post(path).send(body).expect(404);
    await app.as(other).get(path).expect(404);
    expect((await app.as(inspector).post(path).send(body).expect(409)).body.code).toBe('ALREADY_RECUSED');
    expect((await app.as(inspector).get(path).expect(200)).body.items).toHaveLength(1);
    const revoke = () =>
      app.as(county.planner).post(`${path}/${declared.body.id}/revoke`).send({ reason: '核实无利害关系' });
    await revoke().expect(200);
    expect((await revoke().expect(409)).body.code).toBe('ALREADY_REVOKED');
    const listed = await app.as(county.planner).get(path).expect(200);
    expect(listed.body.items).toMatchObject([{ id: declared.body.id, revokedAt: expect.any(String) }]);
    const atOnce = [1, 2, 3].map(() => app.as(county.planner).post(path).send(body));
    const answers = await Promise.all(atOnce);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    [{ itemIds: ['018f0000-0000-7000-8000-000000000000'] }, 'UNKNOWN_ITEM', '/itemIds/0'],
    [{ itemIds: [] }, 'NO_ACTIVE_ITEM', '/itemIds'],
    [{ demands: [{ department: 'civil-affairs', inspectors: 1 }] }, 'NOT_ENOUGH_TEAM', '/demands'],
    [{ demands: [{ department: 'nobody', inspectors: 2 }] }, 'VALIDATION_FAILED', '/demands/0/department'],
    [{ strata: [...ALL_GRADES, ...ALL_GRADES] }, 'DUPLICATE_ENTRY', '/strata/4/key'],
    [
      { strata: [{ key: 'A', basisPoints: 10_001, minimum: 0 }] },
      'VALIDATION_FAILED',
      '/strata/0/basisPoints',
    ],
    [{ strata: [{ key: 'A', basisPoints: 0.5, minimum: 0 }] }, 'VALIDATION_FAILED', '/strata/0/basisPoints'],
    [{ maxLoad: 0 }, 'VALIDATION_FAILED', '/maxLoad'],
    [{ districts: ['610113'] }, 'WRONG_DISTRICT', '/districts/0'],
    [{ districts: ['610199'] }, 'UNKNOWN_DISTRICT', '/districts/0'],
    [{ title: '' }, 'VALIDATION_FAILED', '/title'],
    [{ kind: 'CHILDCARE' }, 'WRONG_DEPARTMENT', undefined],
  ])('refuses a plan with %j', async (changes, code, pointer) => {
    const body = await county.planBody(changes);
    const answer = await app.as(county.planner).post('/api/v1/inspection-plans').send(body);
    expect([answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([code, pointer]);
  });

  it('refuses an item of the other kind and keeps its own copy of the items', async () => {
    const childcare = await app.as(county.planner).get('/api/v1/inspection-items?kind=CHILDCARE').expect(200);
    const body = await county.planBody({ itemIds: [childcare.body.items[0].id] });
    const answer = await app.as(county.planner).post('/api/v1/inspection-plans').send(body).expect(422);
    expect(answer.body).toMatchObject({ code: 'ITEM_KIND_MISMATCH', errors: [{ pointer: '/itemIds/0' }] });
    const plan = await county.plan();
    await app.database.query(`update reference.entry set data = data || '{"title":"另一个"}' where id = $1`, [
      plan.itemIds[0],
    ]);
    const seen = await app.as(county.planner).get(`/api/v1/inspection-plans/${plan.id}`).expect(200);
    expect(seen.body.items[0].title).toBe('登记证书与登记事项');
  });

  it('makes one plan of a repeated request', async () => {
    const body = await county.planBody();
    const post = () =>
      app
        .as(county.planner)
        .post('/api/v1/inspection-plans')
        .set('idempotency-key', 'plan-1')
        .send(body)
        .expect(201);
    const first = await post();
    expect((await post()).body).toEqual(first.body);
  });

  it('lists the items with their legal basis and the wordings of results', async () => {
    const items = await app.as(county.reviewer).get('/api/v1/inspection-items').expect(200);
    expect(items.body.items.length).toBeGreaterThan(60);
    expect(items.body.items[0]).toMatchObject({ code: 'YL01', severity: 'H', severityLabel: '严重' });
    const categories = await app.as(county.reviewer).get('/api/v1/inspection-result-categories').expect(200);
    const [none] = categories.body.items;
    expect(none).toMatchObject({ code: 'NO_PROBLEM', label: '未发现问题', needsFindings: true });
    expect(categories.body.items).toContainEqual(
      expect.objectContaining({ code: 'CLOSED', needsFindings: false }),
    );
  });

  it('tells inspectors which entry is theirs, and names what they are kept out of', async () => {
    const inspector = await county.addInspector();
    const [institution] = county.institutions;
    const own = await app.as(inspector).get('/api/v1/inspectors/me').expect(200);
    expect(own.body).toMatchObject({ id: inspector.inspectorId, active: true });
    const declared = await app
      .as(inspector)
      .post(`/api/v1/inspectors/${own.body.id}/recusals`)
      .send({ institutionId: institution!.id, reason: '示例·曾在该机构任职' })
      .expect(201);
    const named = { institutionName: institution!.name, declaredByName: inspector.caller.name };
    expect(declared.body).toMatchObject(named);
    const listed = await app.as(county.planner).get(`/api/v1/inspectors/${own.body.id}/recusals`).expect(200);
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id: declared.body.id, ...named }));
    const unlisted = await app.person('INSPECTOR');
    await app.as(unlisted).get('/api/v1/inspectors/me').expect(404);
    await app.as(county.planner).get('/api/v1/inspectors/me').expect(403);
  });

  it('says before a plan is made how many it would draw', async () => {
    const preview = async (changes: object) =>
      app
        .as(county.planner)
        .post('/api/v1/inspection-plans/preview')
        .send({
          kind: 'ELDERLY_CARE',
          districts: ['610116'],
          strata: ALL_GRADES,
          demands: [{ department: 'civil-affairs', inspectors: 2 }],
          maxLoad: 12,
          ...changes,
        });
    const before = await app.as(county.planner).get('/api/v1/inspection-plans').expect(200);
    const whole = await preview({});
    expect([whole.status, whole.body]).toMatchObject([
      200,
      { targets: 1, homeTargets: 0, drawn: 1, shortages: [] },
    ]);
    expect((await preview({ strata: [{ key: 'B', basisPoints: 0, minimum: 0 }] })).body.drawn).toBe(0);
    expect((await preview({ districts: ['610113'] })).body.code).toBe('WRONG_DISTRICT');
    expect((await preview({ districts: ['999999'] })).body.code).toBe('UNKNOWN_DISTRICT');
    expect((await preview({ strata: [] })).status).toBe(422);
    const after = await app.as(county.planner).get('/api/v1/inspection-plans').expect(200);
    expect(after.body).toEqual(before.body);
  });

  it('says before an announcement when its beacon becomes known', async () => {
    const timing = (query: string) => app.as(county.planner).get(`/api/v1/beacon-timing?${query}`);
    expect((await timing('source=fucai-kl8&round=2026360').expect(200)).body).toEqual({
      notBefore: '2026-12-26T13:30:00.000Z',
      knownAtAnnouncement: 'NO',
      enteredEarly: false,
    });
    expect((await timing('source=fucai-ssq&round=2026001').expect(200)).body).toMatchObject({
      knownAtAnnouncement: 'YES',
    });
    const wrong = await timing('source=fucai-ssq&round=135').expect(422);
    expect(wrong.body).toMatchObject({ code: 'INVALID_BEACON', errors: [{ pointer: '/round' }] });
  });
});
