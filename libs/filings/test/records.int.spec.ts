import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder } from './filing.builder';

const DAY = 86_400_000;

describe('looking at filings', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { name: '示例·李受理' });
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const list = async (person: TestPerson, query = ''): Promise<{ id: string; dueOn: string | null }[]> =>
    (await app.as(person).get(`/api/v1/filings?limit=100${query}`).expect(200)).body.items;
  const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

  it('operators list their own, officials their district and department, drafts nobody else’s', async () => {
    const draft = await filings.draft(operator);
    const elderly = await filings.submitted(operator);
    const childcare = await filings.submitted(operator, 'CHILDCARE');
    const other = await app.person('OPERATOR');
    const foreign = await filings.submitted(other, 'ELDERLY_CARE', { district: '500152' });
    expect(idsOf(await list(operator)).sort()).toEqual([draft.id, elderly.id, childcare.id].sort());
    expect(idsOf(await list(other))).toEqual([foreign.id]);
    expect(idsOf(await list(registrar))).toEqual([elderly.id]);
    expect(idsOf(await list(health))).toEqual([childcare.id]);
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    expect(idsOf(await list(elsewhere))).toEqual([foreign.id]);
    const province = await app.person('REGISTRAR', { districts: ['610000'] });
    expect(idsOf(await list(province))).toEqual([elderly.id]);
    const nobody = await app.person('REGISTRAR', { districts: [] });
    expect(await list(nobody)).toEqual([]);
    await app
      .as(await app.person('INSPECTOR'))
      .get('/api/v1/filings')
      .expect(403);
    await app.http.get('/api/v1/filings').expect(401);
  });

  it('filters by status, kind and district, cities with their counties', async () => {
    const accepted = await filings.accepted(operator, registrar);
    expect(idsOf(await list(registrar, '&status=ACCEPTED'))).toEqual([accepted.id]);
    expect(await list(registrar, '&kind=CHILDCARE')).toEqual([]);
    expect(idsOf(await list(registrar, '&district=610100'))).toContain(accepted.id);
    expect(await list(registrar, '&district=500152')).toEqual([]);
    for (const query of ['status=OPEN', 'kind=X', 'district=1', 'sort=name', 'limit=0', 'limit=101']) {
      await app.as(registrar).get(`/api/v1/filings?${query}`).expect(422);
    }
  });

  it('shows officials what was handed in, while the applicant is changing it', async () => {
    const { id, version } = await filings.returned(operator, registrar);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution: { name: '示例·尚未提交的名称' } })
      .expect(200);
    const nameFor = async (person: TestPerson): Promise<unknown> => {
      const answer = await app.as(person).get('/api/v1/filings?status=RETURNED&limit=100').expect(200);
      return (answer.body.items as { id: string; name: string }[]).find((line) => line.id === id)?.name;
    };
    expect(await nameFor(registrar)).toBe(ELDERLY_APPLICATION.name);
    expect(await nameFor(operator)).toBe('示例·尚未提交的名称');
  });

  it('puts what is due first on top, and pages through everything once', async () => {
    const start = app.clock.now();
    const later = await app.person('OPERATOR');
    for (let i = 0; i < 3; i += 1) await filings.submitted(later);
    app.clock.advance(-4 * DAY);
    const early = await filings.submitted(later);
    app.clock.advance(start.getTime() - app.clock.now().getTime());
    const all = await list(registrar);
    expect(all[0]?.id).toBe(early.id);
    const due = all.map(({ dueOn }) => dueOn ?? 'never');
    expect(due).toEqual([...due].sort());
    for (const sort of ['dueOn', '-dueOn', 'submittedAt', '-submittedAt', 'createdAt', '-createdAt']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page = await app.as(registrar).get(`/api/v1/filings?limit=2&sort=${sort}${more}`).expect(200);
        seen.push(...idsOf(page.body.items));
        cursor = page.body.nextCursor;
      }
      expect(seen).toEqual(idsOf(await list(registrar, `&sort=${sort}`)));
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it.each(['x', 'W10', 'WyJhIiwiYiJd', encodeURIComponent("' or 1=1")])(
    'refuses the cursor %s',
    async (cursor) => {
      const answer = await app.as(registrar).get(`/api/v1/filings?cursor=${cursor}`).expect(400);
      expect(answer.body.code).toBe('INVALID_CURSOR');
    },
  );

  it('another’s filing is not there for an operator, nor another district’s for an official', async () => {
    const { id } = await filings.submitted(operator);
    const other = await app.person('OPERATOR');
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    for (const path of ['', '/history', '/materials/COMMITMENT_LETTER', '/receipt.pdf']) {
      for (const person of [other, elsewhere]) {
        const answer = await app.as(person).get(`/api/v1/filings/${id}${path}`).expect(404);
        expect(answer.body.code).toBe('NOT_FOUND');
      }
      expect((await app.as(health).get(`/api/v1/filings/${id}${path}`).expect(403)).body.code).toBe(
        'WRONG_DEPARTMENT',
      );
      await app
        .as(await app.person('INSPECTOR'))
        .get(`/api/v1/filings/${id}${path}`)
        .expect(403);
      await app.http.get(`/api/v1/filings/${id}${path}`).expect(401);
    }
    await app.as(operator).get('/api/v1/filings/nonsense').expect(400);
    await app.as(operator).get('/api/v1/filings/00000000-0000-7000-8000-000000000000').expect(404);
  });

  it('the history tells who did what, when, why and by which law', async () => {
    const { id } = await filings.returned(operator, registrar);
    await filings.act(operator, id, 'submit');
    await filings.act(registrar, id, 'accept');
    const answer = await app.as(operator).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(answer.body.items).toMatchObject([
      { seq: 1, action: 'submit', actorName: '申请人', from: 'DRAFT', to: 'SUBMITTED', reason: null },
      {
        seq: 2,
        action: 'return',
        label: '退回补正',
        actorName: '示例·李受理',
        reason: '1. 住所（服务场所地址）：住所应写到门牌号',
      },
      { seq: 3, action: 'submit', from: 'RETURNED', to: 'SUBMITTED' },
      { seq: 4, action: 'accept', to: 'ACCEPTED', legalBasis: expect.stringContaining('老年人权益保障法') },
    ]);
    const office = await app.as(registrar).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(office.body.items[0].actorName).toMatch(/^示例/);
    await expect(app.database.query('delete from filings.transition')).rejects.toThrow('append-only');
  });
});
