import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { CHILDCARE_APPLICATION, type FilingAnswer, type FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';
import { LICENCE_LAW } from './regime.builder';

const DAY = 86_400_000;

interface Paper {
  readonly kind: string;
  readonly title: string;
}

describe('licensing in place of filing, from a day on', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let before: { draft: FilingAnswer; submitted: FilingAnswer; returned: FilingAnswer; filed: FilingAnswer };
  const file = (by = operator) => filings.submitted(by, 'CHILDCARE');
  const read = async (id: string, by = operator) =>
    (await app.as(by).get(`/api/v1/filings/${id}`).expect(200)).body;
  const papers = async (id: string): Promise<Paper[]> =>
    (await app.as(operator).get(`/api/v1/filings/${id}/papers`).expect(200)).body.items;

  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE }));
    const toReturn = await file();
    before = {
      draft: await filings.draft(operator, 'CHILDCARE'),
      submitted: await file(),
      returned: await filings.act(health, toReturn.id, 'return', {
        reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
      }),
      filed: await filings.accepted(operator, health, 'CHILDCARE'),
    };
    app.clock.advance(3 * DAY);
  });
  afterAll(() => app.stop());

  it('leaves what was decided before as it is', async () => {
    const filed = await read(before.filed.id);
    expect(filed).toMatchObject({ regime: 'FILING', statusLabel: '已备案', licenceLaw: null });
    expect(filed.filingNumber).toMatch(/^610116-TY-2026-\d{4}$/);
    await app.idle();
    expect((await papers(filed.id)).map(({ title }) => title)).toEqual([
      '托育机构备案回执',
      '托育机构备案材料收件凭证',
    ]);
  });

  it('ends what was handed in before under the law of that day, also after it was returned', async () => {
    const { id } = before.submitted;
    expect(await read(id, health)).toMatchObject({ regime: 'FILING', statusLabel: '已提交' });
    const accepted = await filings.act(health, id, 'accept');
    expect(accepted.filingNumber).toMatch(/^610116-TY-2026-\d{4}$/);
    await filings.act(operator, before.returned.id, 'submit');
    await filings.act(health, before.returned.id, 'refuse', { reason: '场地租期不足3年。' });
    expect((await papers(before.returned.id)).map(({ kind }) => kind)).toContain('NONCONFORMITY_NOTICE');
    const { body } = await app.as(health).get(`/api/v1/filings/${before.returned.id}/disclosure`).expect(200);
    expect(body.availableActions).toEqual(['publish']);
  });

  it('tells a draft that was begun before what it will be, and takes it as that', async () => {
    const { id } = before.draft;
    const draft = await read(id);
    expect(draft).toMatchObject({
      regime: 'LICENCE',
      licenceLaw: LICENCE_LAW,
      ifSubmittedToday: { workingDays: 20 },
    });
    expect(draft.materials.map(({ code }: { code: string }) => code)).toContain('LICENCE_APPLICATION');
    expect(draft.materials.map(({ code }: { code: string }) => code)).not.toContain('FILING_FORM');
    await filings.upload(operator, draft);
    const { body: list } = await app.as(operator).get('/api/v1/filings?status=DRAFT').expect(200);
    expect((list.items as FilingAnswer[]).find((each) => each.id === id)).toMatchObject({
      regime: 'LICENCE',
    });
    const { rows } = await exportedSheet(app, operator, '/api/v1/filings/export?status=DRAFT');
    expect(rows[1]).toMatchObject({ 3: '许可申请', 5: '草稿' });
    const query = { kind: 'CHILDCARE', uscc: CHILDCARE_APPLICATION.uscc };
    const { body: known } = await app.as(operator).get('/api/v1/filings/same-code').query(query).expect(200);
    expect((known.own as FilingAnswer[]).find((each) => each.id === id)).toMatchObject({ regime: 'LICENCE' });
    const submitted = await filings.act(operator, id, 'submit');
    // Twenty working days from Tuesday on.
    expect(submitted).toMatchObject({ regime: 'LICENCE', statusLabel: '待受理', dueOn: '2026-12-21' });
  });

  it('licenses an institution that has a filing under a number of its own, as the same institution', async () => {
    const { institutionId, filingNumber } = before.filed;
    await app.database.query(
      `update institutions.institution set details = details || '{"particulars": {"pledges": ["TRUTH"], "insurer": "示例·保险"}}'
        where id = $1`,
      [institutionId],
    );
    const { body: found } = await app.as(operator).get(`/api/v1/institutions/${institutionId}`).expect(200);
    expect(found).toMatchObject({ regime: 'FILING', transitionUntil: '2027-11-30' });
    expect(found.openFilings).toContain('INITIAL');
    const { body: change } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'CHANGE', kind: 'CHILDCARE', institutionId, institution: { capacity: 59 } })
      .expect(201);
    const { body: draft } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
      .expect(201);
    expect(draft.institution).toMatchObject({ name: found.name, address: found.address, capacity: 60 });
    // All but what was promised for the filing: nobody has promised anything for the licence yet.
    expect(draft.institution.particulars).toEqual({ insurer: '示例·保险' });
    await filings.upload(operator, draft);
    await filings.act(operator, draft.id, 'submit');
    const { body: like } = await app.as(health).get(`/api/v1/filings/${draft.id}/duplicates`).expect(200);
    expect((like as { items: { id: string }[] }).items.map(({ id }) => id)).not.toContain(institutionId);
    expect(like.licenses).toEqual({
      id: institutionId,
      name: found.name,
      filingNumber: found.filingNumber,
      regime: 'FILING',
      closure: null,
    });
    const granted = await filings.act(health, draft.id, 'accept');
    expect(granted.institutionId).toBe(institutionId);
    expect(granted.filingNumber).toMatch(/-TYXK-/);
    const { body: after } = await app.as(operator).get(`/api/v1/institutions/${institutionId}`).expect(200);
    expect(after).toMatchObject({
      regime: 'LICENCE',
      filingNumber: granted.filingNumber,
      validUntil: '2031-11-22',
      transitionUntil: null,
    });
    // A change goes by what the institution holds, in the list as well.
    const { body: list } = await app
      .as(operator)
      .get('/api/v1/filings')
      .query({ status: 'DRAFT', institutionId })
      .expect(200);
    expect(list.items).toMatchObject([{ id: change.id, type: 'CHANGE', regime: 'LICENCE' }]);
    const old = await app.http.get(`/api/v1/public/receipts/${filingNumber}`).expect(200);
    expect(old.body).toMatchObject({ genuine: true, regime: 'FILING', replacedBy: granted.filingNumber });
    await app.idle();
    expect((await papers(before.filed.id)).map(({ title }) => title)).toEqual([
      '托育机构备案回执',
      '托育机构备案材料收件凭证',
    ]);
  });

  it('renews a licence from its last day on, and changes one under its number', async () => {
    const { institutionId, filingNumber } = await filings.accepted(operator, health, 'CHILDCARE');
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 59 }, 'CHILDCARE');
    expect(change).toMatchObject({ regime: 'LICENCE' });
    expect(await filings.act(health, change.id, 'accept')).toMatchObject({
      filingNumber,
      validUntil: '2031-11-22',
    });
    await app.idle();
    expect((await papers(change.id)).map(({ title }) => title)).toEqual([
      '托育机构服务许可证',
      '准予托育机构服务变更许可决定书',
      '托育机构服务变更许可申请材料收件凭证',
    ]);
    const { body: draft } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
      .expect(201);
    await filings.upload(operator, draft);
    await filings.act(operator, draft.id, 'submit');
    const renewed = await filings.act(health, draft.id, 'accept');
    expect(renewed).toMatchObject({ institutionId, validUntil: '2036-11-22' });
    expect(renewed.filingNumber).not.toBe(filingNumber);
  });

  it('tells the public what an institution holds, until when, and what took the place of a filing', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const { body: licensed } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(licensed).toMatchObject({ regime: 'LICENCE', validUntil: '2031-11-22', transitionUntil: null });
    const { body: decided } = await app
      .as(operator)
      .get(`/api/v1/filings/${before.submitted.id}`)
      .expect(200);
    const { body: filed } = await app.http
      .get(`/api/v1/public/institutions/${decided.institutionId}`)
      .expect(200);
    expect(filed).toMatchObject({ regime: 'FILING', validUntil: null, transitionUntil: '2027-11-30' });
    const page = async (path: string): Promise<string> => (await app.http.get(path).expect(200)).text;
    expect(await page(`/institutions/${institutionId}`)).toContain('许可证编号');
    expect(await page(`/institutions/${decided.institutionId}`)).toContain('2027年11月30日');
    const check = await page(`/receipts/${licensed.filingNumber}`);
    expect(check).toContain('这个许可证编号是真的');
    expect(check).toContain('2031年11月22日');
    const replaced = await page(`/receipts/${before.filed.filingNumber}`);
    expect(replaced).toContain('已由许可证');
    expect(await page('/')).toContain('有没有备案或者取得许可、最近一次检查结果怎样');
    expect(await page('/guide')).toContain('机构怎样备案、申请许可');
    expect(await page('/receipts')).toContain('备案回执、许可证验真');
    const guide = await page('/guide/childcare-initial?district=610116');
    expect(guide).toContain('托育机构许可申请');
    expect(guide).toContain('《示例托育服务条例》');
    expect(await page('/guide/childcare-initial?district=610112')).toContain('托育机构首次备案');
  });

  it('is never written over in what was handed in, whoever tries', async () => {
    const change = (id: string, set: string) =>
      app.database.query(`update filings.filing set ${set} where id = $1`, [id]);
    const licence = `regime = 'LICENCE', licence_law = '示例'`;
    for (const { id } of [before.submitted, before.returned, before.filed])
      await expect(change(id, licence)).rejects.toThrow(/decided by the law under which it was handed in/);
    const { id } = await file();
    await expect(change(id, `regime = 'FILING', licence_law = null`)).rejects.toThrow(/decided by the law/);
    const elderly = await filings.draft(operator);
    await expect(change(elderly.id, licence)).rejects.toThrow(/filing_licence/);
  });

  it('keeps the site from everybody else', async () => {
    const other = await app.person('OPERATOR');
    const { institution } = await read(before.submitted.id);
    const { id } = await filings.draft(other, 'CHILDCARE', { address: institution.address });
    await filings.upload(other, await read(id, other));
    const answer = await app.as(other).post(`/api/v1/filings/${id}/submit`).expect(409);
    expect(answer.body.code).toBe('DUPLICATE_INSTITUTION');
  });

  it('never reaches 养老机构', async () => {
    const civil = await app.person('REGISTRAR');
    const filed = await filings.accepted(operator, civil);
    expect(filed).toMatchObject({ regime: 'FILING' });
    expect(filed.filingNumber).toMatch(/-YL-/);
  });
});
