import { manyInstitutions, TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const HERE = { district: '610116' };
const THERE = { district: '610113', township: null };
const CODE = '916100000000000518';
const HEAD = { name: '示例·赵同人', residentId: '610116189001010027', phone: '13800000009' };

interface Line {
  what: string;
  id: string;
  name: string;
  ofAnother: boolean;
  likenesses: { code: string; label: string }[];
}

describe('what may be the same as a filing', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let stranger: TestPerson;
  let registrar: TestPerson;
  let elsewhere: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    stranger = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    elsewhere = await app.person('REGISTRAR', { districts: ['610113'] });
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const asked = (person: TestPerson, id: string) => app.as(person).get(`/api/v1/filings/${id}/duplicates`);
  const known = async (person: TestPerson, id: string) =>
    (await asked(person, id).expect(200)).body as { items: Line[]; more: number; elsewhere: number };
  const codesOf = ({ items }: { items: Line[] }, id: string | null) =>
    items.find((line) => line.id === id)?.likenesses.map(({ code }) => code);
  const site = (address: string, more: object = {}) => ({
    ...HERE,
    address,
    legalForm: 'PRIVATE_NON_ENTERPRISE',
    ...more,
  });

  it('is a registered institution or an open filing at one house, under the same code or with the same head', async () => {
    const registered = await filings.accepted(
      stranger,
      registrar,
      'ELDERLY_CARE',
      site('长安区韦曲街道甲一路88号'),
    );
    const open = await filings.submitted(
      stranger,
      'ELDERLY_CARE',
      site('陕西省西安市长安区甲一路88号3号楼', { legalRepresentative: HEAD }),
    );
    const { id } = await filings.submitted(
      operator,
      'ELDERLY_CARE',
      site('甲一路８８号 二层', { legalRepresentative: HEAD }),
    );
    const answer = await known(registrar, id);
    expect(codesOf(answer, registered.institutionId)).toEqual(['SAME_CODE', 'NEAR_ADDRESS']);
    expect(codesOf(answer, open.id)).toEqual(['SAME_CODE', 'SAME_HEAD', 'NEAR_ADDRESS']);
    expect(codesOf(answer, id)).toBeUndefined();
    expect(answer.items.map(({ ofAnother }) => ofAnother)).toEqual([true, true]);
    const { items: own } = await known(registrar, open.id);
    expect(own.map(({ id: which, ofAnother }) => [which, ofAnother])).toEqual(
      expect.arrayContaining([
        [registered.institutionId, false],
        [id, true],
      ]),
    );
    expect(JSON.stringify(answer)).not.toContain(HEAD.residentId);
  });

  it('is called by the end that the authority gave it, and not as one that serves', async () => {
    const { institutionId } = await filings.accepted(stranger, registrar, 'ELDERLY_CARE', site('甲三路88号'));
    await app.database.query(
      `update institutions.institution set filing_ended_as = 'REVOKED' where id = $1`,
      [institutionId],
    );
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', site('甲三路88号 二层'));
    const { items } = await known(registrar, id);
    expect(items).toContainEqual(
      expect.objectContaining({ id: institutionId, statusLabel: '备案已撤销', ofSame: false }),
    );
  });

  it('stands beside what was refused before, with date, paper and reasons; the applicant reads the reasons again', async () => {
    const reason = '只提供日间照料，不属于养老机构备案范围。';
    const before = await filings.submitted(operator, 'ELDERLY_CARE', site('甲五路88号'));
    await filings.act(registrar, before.id, 'refuse', { reason });
    const { body: again } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', againOf: before.id })
      .expect(201);
    const { body: told } = await app.as(operator).get(`/api/v1/filings/${again.id}/same-code`).expect(200);
    expect(told.own).toContainEqual(expect.objectContaining({ id: before.id, refusalReason: reason }));
    await filings.upload(operator, again);
    await filings.act(operator, again.id, 'submit');
    const { body } = await asked(registrar, again.id).expect(200);
    expect(body.refusals).toContainEqual(
      expect.objectContaining({
        id: before.id,
        statusLabel: '不予备案',
        reason,
        paperNumber: expect.stringContaining('备不予'),
      }),
    );
    await asked(elsewhere, again.id).expect(404);
  });

  it('is no house of the same road and number in another street office', async () => {
    const submitted = (address: string) => filings.submitted(stranger, 'ELDERLY_CARE', site(address));
    const there = await submitted('长安区高桥街道庚七路18号');
    const here = await submitted('长安区韦曲街办庚七路18号院');
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', site('长安区韦曲街道庚七路18号'));
    const answer = await known(registrar, id);
    expect(codesOf(answer, there.id)).not.toContain('NEAR_ADDRESS');
    expect(codesOf(answer, here.id)).toContain('NEAR_ADDRESS');
  });

  it('is no draft, nothing that has ended, and not what is being corrected but what was handed in', async () => {
    const draft = await filings.draft(stranger, 'ELDERLY_CARE', site('乙二路5号'));
    const refused = await filings.submitted(stranger, 'ELDERLY_CARE', site('乙二路5号院'));
    await filings.act(registrar, refused.id, 'refuse', { reason: '示例·不符合规定' });
    const returned = await filings.submitted(stranger, 'ELDERLY_CARE', site('乙二路5号西门'));
    await filings.act(registrar, returned.id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '请核对' }],
    });
    const { version } = (await app.as(stranger).get(`/api/v1/filings/${returned.id}`).expect(200)).body;
    await app
      .as(stranger)
      .patch(`/api/v1/filings/${returned.id}`)
      .set('if-match', `"${version}"`)
      .send({ institution: { address: '丙三路700号' } })
      .expect(200);
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', site('乙二路5号东门'));
    const answer = await known(registrar, id);
    expect(codesOf(answer, returned.id)).toContain('NEAR_ADDRESS');
    expect(codesOf(answer, draft.id)).toBeUndefined();
    expect(codesOf(answer, refused.id)).toBeUndefined();
  });

  it('is counted and not named where it is of another district or another department', async () => {
    const head = { ...HEAD, residentId: '610116189001010035' };
    await filings.submitted(stranger, 'ELDERLY_CARE', {
      ...site('丁四路6号', { legalRepresentative: head }),
      ...THERE,
    });
    await filings.submitted(stranger, 'CHILDCARE', {
      ...HERE,
      uscc: CODE,
      address: '丁四路7号',
      legalRepresentative: head,
    });
    const { id } = await filings.submitted(
      operator,
      'ELDERLY_CARE',
      site('丁四路8号', { uscc: '526101130000000216', legalRepresentative: head }),
    );
    expect(await known(registrar, id)).toEqual({
      items: [],
      more: 0,
      elsewhere: 2,
      refusals: [],
      takesOver: null,
      licenses: null,
    });
  });

  it('is also what stood in the house and has ended, after the others and of its house alone', async () => {
    const head = { ...HEAD, residentId: '610116189001010043' };
    const about = (address: string) => site(address, { legalRepresentative: head });
    const closed = await filings.accepted(stranger, registrar, 'ELDERLY_CARE', about('己六路3号'));
    const away = await filings.accepted(stranger, registrar, 'ELDERLY_CARE', about('己六路300号'));
    const open = await filings.submitted(stranger, 'ELDERLY_CARE', site('己六路3号四层'));
    await app.database.query(`update institutions.institution set status = 'CLOSED' where id = any($1)`, [
      [closed.institutionId, away.institutionId],
    ]);
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', about('己六路3号东侧'));
    const answer = await known(registrar, id);
    expect(codesOf(answer, closed.institutionId)).toEqual(['SAME_CODE', 'SAME_HEAD', 'NEAR_ADDRESS']);
    expect(answer.items.find((line) => line.id === closed.institutionId)).toMatchObject({
      what: 'INSTITUTION',
      status: 'CLOSED',
    });
    // The same code and head elsewhere, ended: nothing to be looked at.
    expect(codesOf(answer, away.institutionId)).toBeUndefined();
    expect(answer.items.at(-1)?.id).toBe(closed.institutionId);
    expect(codesOf(answer, open.id)).toContain('NEAR_ADDRESS');
  });

  it('is told to nobody but those who decide the case', async () => {
    const { id } = await filings.submitted(operator);
    await asked(operator, id).expect(403);
    await asked(health, id).expect(403);
    await asked(elsewhere, id).expect(404);
    await app.http.get(`/api/v1/filings/${id}/duplicates`).expect(401);
  });

  it('hinders no decision', async () => {
    await filings.accepted(stranger, registrar, 'ELDERLY_CARE', site('戊五路9号'));
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', site('戊五路9号二楼'));
    expect((await known(registrar, id)).items).not.toHaveLength(0);
    await filings.act(registrar, id, 'accept');
  });

  it.each([
    ['陕西省西安市长安区韦曲街道长安路88号3号楼', '长安路88'],
    ['长安路８８ 号', '长安路88'],
    ['陝西省西安市長安區韋曲街道办事处长安路八十八號', '长安路88'],
    ['710100中国陕西省西安市长安区韦曲街办长安路，088号', '长安路88'],
    ['长安县韦曲街道办长安路-88', '长安路88'],
    ['长安路八八号院', '长安路88'],
    ['五一路一百零三号', '五一路103'],
    ['五一路十号', '五一路10'],
    ['五一路8弄', '五一路8弄'],
    ['长安路88-1号', '长安路88-1号'],
    ['长安区航天城社区3组12号', '航天城社区3组12'],
    ['王曲村东头', '王曲村东头'],
    ['重庆市彭水县汉葭街道滨江路2号附1号', '滨江路2'],
    ['阳光小区88号', '阳光小区88'],
  ])('takes the house of %s for %s', async (address, key) => {
    const rows = await app.database.query('select platform.site_key($1) as key', [address]);
    expect(rows).toEqual([{ key }]);
  });

  it.each([
    [
      'institution_near_site',
      `district = '610116' and platform.site_key(address) = platform.site_key('示例路5号')`,
    ],
    ['institution_uscc', `uscc = '526101160000000199'`],
    ['institution_head', `legal_representative_id_index = 'x'`],
  ])('is found by %s among many institutions', async (index, condition) => {
    const few = await app.database.query('select from institutions.institution having count(*) < 20000');
    if (few.length > 0) {
      await app.database.query(manyInstitutions(20_000));
      await app.database.query('analyze institutions.institution');
    }
    const plan = await app.database.query(
      `explain (format json) select from institutions.institution where ${condition}`,
    );
    expect(JSON.stringify(plan)).toContain(index);
  });
});
