import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector } from './inspection.builder';

describe('recusals and who keeps the directory', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let elsewhere: InspectionBuilder;
  const REASON = '近亲属在该机构任职';

  beforeEach(async () => {
    app = await TestApp.start({ worker: false });
    county = await new InspectionBuilder(app).prepare({ inspectors: 1, institutions: 1 });
    elsewhere = await new InspectionBuilder(app, 'ELDERLY_CARE', '500152').prepare({
      inspectors: 0,
      institutions: 1,
    });
  });
  afterEach(() => app.stop());

  const pathOf = ({ inspectorId }: Inspector): string => `/api/v1/inspectors/${inspectorId}/recusals`;
  const list = (personId: string, by: TestPerson, changes: object = {}) =>
    app
      .as(by)
      .post('/api/v1/inspectors')
      .send({
        personId,
        certificateNumber: `ZF-${personId}`,
        department: 'civil-affairs',
        districts: ['610116'],
        validUntil: '2029-12-31',
        ...changes,
      });
  const someInspector = (): Inspector => {
    const [inspector] = county.inspectors;
    if (!inspector) throw new Error('nobody there');
    return inspector;
  };

  it('of a national inspector are each county’s own, and lifted by the keeper of the entry', async () => {
    const national = await app.person('PLANNER', { districts: ['*'] });
    const person = await app.person('INSPECTOR', { districts: ['*'] });
    const { body } = await list(person.id, national, { districts: ['*'] }).expect(201);
    const inspector = { ...person, inspectorId: body.id as string, certificateNumber: '' };
    const institutionId = elsewhere.institutions[0]?.id;
    const declared = await app
      .as(elsewhere.planner)
      .post(pathOf(inspector))
      .send({ institutionId, reason: REASON })
      .expect(201);
    const seenBy = async (by: TestPerson): Promise<unknown[]> =>
      (await app.as(by).get(pathOf(inspector)).expect(200)).body.items as unknown[];
    expect(await seenBy(county.planner)).toEqual([]);
    expect(await seenBy(elsewhere.planner)).toMatchObject([{ institutionId, reason: null }]);
    expect(await seenBy(national)).toMatchObject([{ reason: REASON }]);
    expect(await seenBy(person)).toMatchObject([{ reason: REASON, declaredBy: elsewhere.planner.id }]);
    const revoked = `${pathOf(inspector)}/${declared.body.id}/revoke`;
    for (const { planner } of [county, elsewhere]) {
      const kept = await app.as(planner).post(revoked).send({ reason: '示例' }).expect(403);
      expect(kept.body.code).toBe('WRONG_DISTRICT');
    }
    const refused = app.as(county.planner).post(pathOf(inspector)).send({ institutionId, reason: '示例' });
    expect((await refused.expect(422)).body.code).toBe('UNKNOWN_INSTITUTION');
    await app.as(national).post(revoked).send({ reason: '示例' }).expect(200);
  });

  it('are declared by a township’s keeper of the department, who neither lifts them nor reads why', async () => {
    const township = await app.person('PLANNER', { districts: ['610116001'] });
    const inspector = someInspector();
    const [one, two] = [
      await county.addInstitution({ township: '610116001' }),
      await county.addInstitution({ township: '610116001' }),
    ];
    const declare = async (by: TestPerson, institutionId: string): Promise<string> =>
      (await app.as(by).post(pathOf(inspector)).send({ institutionId, reason: REASON }).expect(201)).body.id;
    const declared = [await declare(inspector, one.id), await declare(township, two.id)];
    const { body } = await app.as(township).get(pathOf(inspector)).expect(200);
    expect(body.items).toMatchObject([
      { institutionId: two.id, reason: null },
      { institutionId: one.id, reason: null },
    ]);
    for (const id of declared) {
      const revoke = (by: TestPerson) =>
        app
          .as(by)
          .post(`${pathOf(inspector)}/${id}/revoke`)
          .send({ reason: '示例' });
      expect((await revoke(township).expect(403)).body.code).toBe('WRONG_DISTRICT');
      await revoke(county.planner).expect(200);
    }
  });

  it('are the county’s in the database as well', async () => {
    const inspector = someInspector();
    await county.recuse(inspector, county.institutions[0]?.id ?? '');
    const seen = async (actor: string, districts: string): Promise<number> => {
      await app.database.query('set role zhaoguan_app');
      await app.database.query(
        `select set_config('app.actor', $1, false), set_config('app.districts', $2, false)`,
        [actor, districts],
      );
      const rows = await app.database.query('select from inspections.recusal');
      await app.database.query('reset role');
      return rows.length;
    };
    expect(await seen(county.planner.id, '610116')).toBe(1);
    expect(await seen(inspector.id, '')).toBe(1);
    expect(await seen(elsewhere.planner.id, '500152')).toBe(0);
  });

  it('bind the person: a new certificate does not lift them', async () => {
    const inspector = someInspector();
    const institutionId = county.institutions[0]?.id ?? '';
    await county.recuse(inspector, institutionId);
    await app
      .as(county.planner)
      .patch(`/api/v1/inspectors/${inspector.inspectorId}`)
      .set('if-match', '"1"')
      .send({ active: false, reason: '示例·离职' })
      .expect(200);
    const { body } = await list(inspector.id, county.planner).expect(201);
    const again = { ...inspector, inspectorId: body.id as string };
    const listed = await app.as(county.planner).get(pathOf(again)).expect(200);
    expect(listed.body.items).toMatchObject([{ institutionId, reason: REASON }]);
    // And so does the draw see it.
    const strata = [{ key: 'B', basisPoints: 10_000, minimum: 0 }];
    await county.addInspector();
    const plan = await county.plan({ strata });
    const preview = await app
      .as(county.planner)
      .get(`/api/v1/inspection-plans/${plan.id}/preview`)
      .expect(200);
    expect(preview.body.shortages).toMatchObject([{ missing: [{ institutionId, needed: 2, capacity: 1 }] }]);
    const { id } = listed.body.items[0];
    await app
      .as(county.planner)
      .post(`${pathOf(again)}/${id}/revoke`)
      .send({ reason: '示例' })
      .expect(200);
  });

  it('and entries of one’s own are kept by somebody else, but declared by oneself', async () => {
    const inspector = someInspector();
    await county.addRole(inspector, 'PLANNER');
    const institutionId = county.institutions[0]?.id;
    const declared = await app.as(inspector).post(pathOf(inspector)).send({ institutionId, reason: REASON });
    expect(declared.status).toBe(201);
    const own = async (request: PromiseLike<{ status: number; body: { code: string } }>) => {
      const { status, body } = await request;
      return [status, body.code];
    };
    const entry = `/api/v1/inspectors/${inspector.inspectorId}`;
    expect(
      await own(
        app.as(inspector).patch(entry).set('if-match', '"1"').send({ active: false, reason: '示例·离职' }),
      ),
    ).toEqual([403, 'OWN_ENTRY']);
    expect(
      await own(
        app
          .as(inspector)
          .post(`${pathOf(inspector)}/${declared.body.id}/revoke`)
          .send({ reason: '示例·已消除' }),
      ),
    ).toEqual([403, 'OWN_ENTRY']);
    await app
      .as(county.planner)
      .patch(entry)
      .set('if-match', '"1"')
      .send({ active: false, reason: '示例·离职' })
      .expect(200);
    expect(await own(list(inspector.id, inspector))).toEqual([403, 'OWN_ENTRY']);
  });

  it('leave an entry in the log that tells who declared, and not why', async () => {
    const inspector = someInspector();
    const institutionId = county.institutions[0]?.id ?? '';
    for (const reason of ['', '   ', null]) {
      const answer = await app.as(county.planner).post(pathOf(inspector)).send({ institutionId, reason });
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, '/reason']);
    }
    await county.recuse(inspector, institutionId);
    const another = { institutionId: (await county.addInstitution()).id, reason: REASON };
    await app.as(inspector).post(pathOf(inspector)).send(another).expect(201);
    const entries = await app.database.query(
      `select actor_id, district, canonical::jsonb -> 'detail' ->> 'byInspector' as own,
              canonical like '%${REASON}%' as tells
         from audit.entry where action = 'recusal.declared' order by id`,
    );
    expect(entries).toEqual([
      { actor_id: county.planner.id, district: '610116', own: 'false', tells: false },
      { actor_id: inspector.id, district: '610116', own: 'true', tells: false },
    ]);
  });

  it('take nobody in who belongs to another county or department, nor tell their name', async () => {
    const foreign = await app.person('INSPECTOR', { districts: ['500152'] });
    const health = await app.person('INSPECTOR', { departments: ['health'] });
    const operator = await app.person('OPERATOR');
    for (const { id } of [foreign, health, operator]) {
      const answer = await list(id, county.planner).expect(422);
      expect(answer.body).toMatchObject({ code: 'UNKNOWN_PERSON', errors: [{ pointer: '/personId' }] });
      expect(JSON.stringify(answer.body)).not.toContain('示例');
    }
    await list(foreign.id, elsewhere.planner, { districts: ['500152'] }).expect(201);
  });

  it('refuse null for what may only be left out', async () => {
    const entry = `/api/v1/inspectors/${someInspector().inspectorId}`;
    for (const member of ['department', 'districts', 'validUntil', 'active']) {
      const answer = await app
        .as(county.planner)
        .patch(entry)
        .set('if-match', '"1"')
        .send({ [member]: null });
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, `/${member}`]);
    }
    const plan = await app
      .as(county.planner)
      .post('/api/v1/inspection-plans')
      .send(await county.planBody({ taskWorkingDays: null }));
    expect([plan.status, plan.body.errors?.[0]?.pointer]).toEqual([422, '/taskWorkingDays']);
  });
});
