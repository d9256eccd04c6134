import { systemCaller } from '@zhaoguan/contracts';
import {
  DecideStatus,
  InstitutionStore,
  type Institution,
  type NewInstitution,
} from '@zhaoguan/institutions';
import { dateInShanghai, plainDate } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { buildInstitution, nextUscc } from './institution.builder';

const PLACE = '长安区示例街 9 号';
const HEAD = { name: '示例·王建国', residentId: '610116196001010019', phone: '13800000001' };

describe('where an institution comes from and what it belongs to', () => {
  let app: TestApp;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const build = (facts: Partial<NewInstitution>) => buildInstitution(app.nest, facts);

  /** Closed the way an accepted closure does it, but for the filing. */
  const close = ({ id }: Institution) =>
    app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      const institution = await app.nest.get(InstitutionStore).getForUpdate(tx, id);
      const step = { action: 'close', effectiveOn: dateInShanghai(tx.at) } as const;
      await app.nest.get(DecideStatus).enter(tx, institution, step, { filingId: tx.newId() });
    });

  const related = async ({ id }: Institution, relation: string, person = registrar) =>
    (await app.as(person).get(`/api/v1/institutions/${id}/related`).query({ relation }).expect(200)).body as {
      items: { id: string; basis: string; endedOn: string | null }[];
      elsewhere: number;
      nextCursor: string | null;
    };
  const idsOf = async (institution: Institution, relation: string) =>
    (await related(institution, relation)).items.map(({ id }) => id);
  const enter = (institution: Institution, body: object, person = registrar) =>
    app
      .as(person)
      .post(`/api/v1/institutions/${institution.id}/links`)
      .send({ stands: true, reason: '据租赁合同查明', ...body });

  it('takes null for no institution to link', async () => {
    const site = await build({ name: '示例·无关联养老院' });
    const answer = await enter(site, { kind: 'CONTROLLER', otherId: null });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: expect.any(String) }] });
  });

  it('links what is filed at an address to what has ended there, back to the first', async () => {
    const first = await build({ name: '示例·旧春晖养老院', address: PLACE });
    await close(first);
    const second = await build({ name: '示例·新春晖养老院', address: ' 长安区示例街９号' });
    expect(await related(second, 'PREDECESSOR')).toMatchObject({
      items: [{ id: first.id, basis: 'PLACE', endedOn: expect.any(String) }],
      elsewhere: 0,
    });
    await close(second);
    const third = await build({ name: '示例·再春晖养老院', address: PLACE });
    expect(await idsOf(third, 'PREDECESSOR')).toEqual([second.id, first.id]);
    expect(await idsOf(first, 'SUCCESSOR')).toEqual([second.id, third.id]);
    const page = await app.http.get(`/institutions/${third.id}`).expect(200);
    expect(page.text).toContain('此前的机构');
    expect(page.text).toContain(`/institutions/${first.id}`);
    const { body } = await app.http.get(`/api/v1/public/institutions/${third.id}`).expect(200);
    expect(body.predecessors).toMatchObject([
      { id: second.id, name: '示例·新春晖养老院', statusStep: { action: 'close' }, filingEnd: null },
      { id: first.id },
    ]);
    const { body: ended } = await app.http.get(`/api/v1/public/institutions/${first.id}`).expect(200);
    expect(ended.successors).toEqual([
      {
        id: second.id,
        name: '示例·新春晖养老院',
        kind: 'ELDERLY_CARE',
        siteType: null,
        status: 'CLOSED',
        districtName: '陕西省西安市长安区',
      },
      expect.objectContaining({ id: third.id, status: 'OPERATING' }),
    ]);
    expect(body.successors).toEqual([]);
    const old = await app.http.get(`/institutions/${first.id}`).expect(200);
    expect(old.text).toContain('此后的机构');
    expect(old.text).toContain(`/institutions/${third.id}`);
  });

  it('takes a neighbour in the same house that goes on for no predecessor', async () => {
    const address = '长安区示例街 10 号';
    await build({ address });
    const nursery = await build({ address, kind: 'CHILDCARE' });
    expect(await idsOf(nursery, 'PREDECESSOR')).toEqual([]);
  });

  it('tells the public nothing by the address of a dwelling', async () => {
    const home = {
      kind: 'CHILDCARE',
      address: '长安区示例街 11 号 301 室',
      details: { siteType: 'HOME' },
    } as const;
    const before = await build(home);
    await close(before);
    const after = await build(home);
    const { body } = await app.http.get(`/api/v1/public/institutions/${after.id}`).expect(200);
    expect(body.predecessors).toEqual([]);
    const { body: ended } = await app.http.get(`/api/v1/public/institutions/${before.id}`).expect(200);
    expect(ended.successors).toEqual([]);
    const official = await app.person('REGISTRAR', { departments: ['health'] });
    expect((await related(after, 'PREDECESSOR', official)).items).toMatchObject([{ id: before.id }]);
  });

  it('lists the other sites of a legal person, and counts those that lie elsewhere', async () => {
    const uscc = nextUscc();
    const own = await build({ uscc, name: '示例·连锁一院' });
    const near = await build({ uscc, name: '示例·连锁二院' });
    const far = await build({ uscc, name: '示例·连锁三院', district: '500152' });
    expect(await related(own, 'LEGAL_PERSON')).toMatchObject({
      items: [{ id: near.id, basis: 'CODE' }],
      elsewhere: 1,
    });
    const text = JSON.stringify(await related(own, 'LEGAL_PERSON'));
    expect(text).not.toContain('三院');
    const { body } = await app.http.get(`/api/v1/public/institutions/${own.id}`).expect(200);
    expect((body.sitesOfLegalPerson as { id: string }[]).map(({ id }) => id)).toEqual([far.id, near.id]);
    const branch = await build({ name: '示例·连锁四院' });
    await enter(branch, { kind: 'BRANCH_OF', otherCode: ` ${uscc.toLowerCase()} ` }).expect(204);
    expect((await related(branch, 'LEGAL_PERSON')).items.map(({ basis }) => basis)).toEqual([
      'HEADQUARTERS',
      'HEADQUARTERS',
    ]);
    expect((await related(own, 'LEGAL_PERSON')).items).toContainEqual(
      expect.objectContaining({ id: branch.id, basis: 'BRANCH' }),
    );
    await enter(branch, { kind: 'BRANCH_OF', otherCode: '123' })
      .expect(422)
      .expect(({ body: problem }) =>
        expect(problem).toMatchObject({ errors: [{ pointer: '/otherCode', code: 'INVALID_USCC' }] }),
      );
  });

  it('knows the same head by the blind index, and never tells the number', async () => {
    const one = await build({ legalRepresentative: HEAD });
    const two = await build({ legalRepresentative: { ...HEAD, phone: null } });
    expect((await related(one, 'CONTROLLER')).items).toMatchObject([{ id: two.id, basis: 'HEAD' }]);
    expect(JSON.stringify(await related(one, 'CONTROLLER'))).not.toContain(HEAD.residentId);
    const { body } = await app.http.get(`/api/v1/public/institutions/${one.id}`).expect(200);
    expect(JSON.stringify(body)).not.toContain(two.id);
  });

  it('is paged', async () => {
    const uscc = nextUscc();
    const one = await build({ uscc });
    const others = [await build({ uscc }), await build({ uscc }), await build({ uscc })].map(({ id }) => id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: object = { relation: 'LEGAL_PERSON', limit: 2, ...(cursor === null ? {} : { cursor }) };
      const answer = await app
        .as(registrar)
        .get(`/api/v1/institutions/${one.id}/related`)
        .query(query)
        .expect(200);
      seen.push(...(answer.body.items as { id: string }[]).map(({ id }) => id));
      cursor = answer.body.nextCursor as string | null;
    } while (cursor !== null);
    expect(seen).toEqual(others.toSorted());
    const bad = { relation: 'LEGAL_PERSON', cursor: 'x' };
    await app.as(registrar).get(`/api/v1/institutions/${one.id}/related`).query(bad).expect(400);
  });

  it('is corrected by a new entry with a reason, which stands in the log', async () => {
    const address = '长安区示例街 12 号';
    const before = await build({ address });
    await close(before);
    const after = await build({ address });
    const link = { kind: 'PREDECESSOR', otherId: before.id };
    await enter(after, link).expect(409);
    await enter(after, { ...link, stands: false, reason: '  ' }).expect(422);
    await enter(after, { ...link, stands: false, reason: '同名不同楼' }).expect(204);
    expect(await idsOf(after, 'PREDECESSOR')).toEqual([]);
    const { body: shown } = await app.http.get(`/api/v1/public/institutions/${after.id}`).expect(200);
    expect(shown.predecessors).toEqual([]);
    await enter(after, { ...link, reason: '原更正有误' }).expect(204);
    const { body } = await app.as(registrar).get(`/api/v1/institutions/${after.id}/links`).expect(200);
    expect(body.items).toMatchObject([
      { stands: true, isLatest: true, basis: 'ENTERED', reason: '原更正有误' },
      { stands: false, isLatest: false, reason: '同名不同楼' },
      { stands: true, isLatest: false, basis: 'PLACE', reason: null },
    ]);
    const acts = await app.database.query<{ action: string }>(
      `select action from audit.entry where subject_id = $1 and action like 'institution.link%' order by at, id`,
      [after.id],
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'institution.linked',
      'institution.link-corrected',
      'institution.linked',
    ]);
  });

  it('keeps the order of a place: what goes on, lies elsewhere or came after is no predecessor', async () => {
    const one = await build({});
    const open = await build({});
    await enter(one, { kind: 'PREDECESSOR', otherId: open.id })
      .expect(409)
      .expect(({ body }) => expect(body.code).toBe('PREDECESSOR_STILL_THERE'));
    await close(open);
    await close(one);
    await enter(one, { kind: 'PREDECESSOR', otherId: open.id }).expect(204);
    await enter(open, { kind: 'PREDECESSOR', otherId: one.id })
      .expect(409)
      .expect(({ body }) => expect(body.code).toBe('LINK_CIRCULAR'));
    const city = await app.person('REGISTRAR', { districts: ['610000'] });
    const far = await build({ district: '610104', filedOn: plainDate('2026-01-05') });
    await close(far);
    await enter(one, { kind: 'PREDECESSOR', otherId: far.id }).expect(404);
    await app.as(city).get(`/api/v1/institutions/${far.id}`).expect(200);
  });

  it('says of both that they have one controller', async () => {
    const [one, two] = [await build({}), await build({})];
    await enter(two, { kind: 'CONTROLLER', otherId: one.id }).expect(204);
    expect((await related(one, 'CONTROLLER')).items).toMatchObject([{ id: two.id, basis: 'ENTERED' }]);
    await enter(one, { kind: 'CONTROLLER', otherId: two.id }).expect(409);
    await enter(one, { kind: 'CONTROLLER', otherId: two.id, stands: false }).expect(204);
    expect(await idsOf(two, 'CONTROLLER')).toEqual([]);
    await enter(one, { kind: 'CONTROLLER' }).expect(422);
  });

  it('is read by officials of the place and entered by the department in charge', async () => {
    const one = await build({});
    const two = await build({});
    const url = `/api/v1/institutions/${one.id}/related?relation=CONTROLLER`;
    await app
      .as(await app.person('INSPECTOR'))
      .get(url)
      .expect(200);
    await app
      .as(await app.person('OPERATOR'))
      .get(url)
      .expect(403);
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    await app.as(elsewhere).get(url).expect(404);
    const link = { kind: 'CONTROLLER', otherId: two.id };
    await enter(one, link, elsewhere).expect(404);
    await enter(one, link, await app.person('REGISTRAR', { departments: ['health'] })).expect(403);
    await enter(one, link, await app.person('CASE_OFFICER')).expect(403);
  });
});
