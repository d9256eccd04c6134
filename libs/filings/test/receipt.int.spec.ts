import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { plainDate } from '@zhaoguan/kernel';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { buildInstitution } from '../../institutions/test/institution.builder';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

/** What stands on the receipt of the builder's 养老机构 with 60 beds for nursing. */
const PRINTED = {
  uscc: '526101160000000199',
  address: expect.stringContaining('示例路1号') as string,
  legalRepresentative: '示例·王建国',
  capacity: 120,
  nursingBeds: 60,
};

describe.each([
  ['PostgreSQL', false],
  ['Redis', true],
])('the receipt, with its job queued on %s', (_queue, redis) => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ redis });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const pdfOf = async (filing: FilingAnswer, by = operator): Promise<{ bytes: Buffer; text: string }> => {
    const answer = await app.as(by).get(`/api/v1/filings/${filing.id}/receipt.pdf`).buffer(true).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-disposition']).toContain(
      encodeURIComponent(`备案回执 ${filing.filingNumber}.pdf`),
    );
    const bytes = answer.body as Buffer;
    return { bytes, text: execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString() };
  };

  it('is printed with the filed items, the authority and the annex, and can be verified by anybody', async () => {
    const filing = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      nursingBeds: 60,
      floorAreaM2: 3600.5,
      premisesTenure: 'LEASED',
      ownership: 'PRIVATE',
      contact: { name: '示例·李联络', phone: '029-85290000' },
    });
    await app.idle();
    const { bytes, text } = await pdfOf(filing);
    for (const expected of [
      '养老机构备案回执',
      `备案编号：${filing.filingNumber}`,
      '示例·长安颐养院',
      '526101160000000199',
      '示例·王建国',
      '非营利性，民办非企业单位（社会服务机构），民办',
      '材料齐全',
      '120 张（其中护理型床位 60 张）',
      '3600.5 平方米',
      '租赁',
      '西安市长安区民政局（章）',
      '2026年11月20日',
      '养老机构基本条件告知书',
      `/receipts/${filing.filingNumber}`,
    ]) {
      expect(text).toContain(expected);
    }
    expect(text).not.toContain('13800000001');
    const verified = await app.http.get(`/api/v1/public/receipts/${filing.filingNumber}`).expect(200);
    const sm3 = createHash('sm3').update(bytes).digest('hex');
    // The page has each item of the paper, to be compared line by line.
    const page = (await app.http.get(`/receipts/${filing.filingNumber}`).expect(200)).text;
    for (const item of ['非营利性，民办非企业单位（社会服务机构），民办', '3600.5 平方米', '租赁'])
      expect(page).toContain(item);
    expect(verified.body).toEqual({
      genuine: true,
      ended: null,
      registrations: [],
      standing: null,
      filingNumber: filing.filingNumber,
      name: '示例·长安颐养院',
      kind: 'ELDERLY_CARE',
      siteType: null,
      regime: 'FILING',
      validUntil: null,
      replacedBy: null,
      replacement: null,
      renewal: null,
      district: '610116',
      filedOn: '2026-11-20',
      status: 'ACCEPTED',
      sm3,
      type: 'INITIAL',
      prolongs: false,
      version: 1,
      ...PRINTED,
      versions: [
        {
          version: 1,
          type: 'INITIAL',
          prolongs: false,
          name: '示例·长安颐养院',
          filedOn: '2026-11-20',
          sm3,
          ...PRINTED,
          retractedOn: null,
          retractedBy: null,
        },
      ],
    });
  });

  it('of a childcare institution names forms of service and places', async () => {
    const filing = await filings.accepted(operator, health, 'CHILDCARE', {
      serviceForms: ['FULL_DAY', 'HOURLY'],
      classes: [{ type: 'YOUNGER_TODDLER', classes: 2, places: 30 }],
    });
    await app.idle();
    const { text } = await pdfOf(filing);
    for (const expected of [
      '托育机构备案回执',
      '全日托、计时托',
      '托小班 2 个班、30 个托位',
      '西安市长安区卫生健康局（章）',
      '托育机构基本条件告知书',
    ]) {
      expect(text).toContain(expected);
    }
  });

  it('of a 家庭托育点 is one of its own', async () => {
    const filing = await filings.accepted(operator, health, 'CHILDCARE', { siteType: 'HOME', capacity: 5 });
    await app.idle();
    const text = (await pdfOf(filing)).text.replace(/\s/g, '');
    for (const expected of [
      '家庭托育点备案回执',
      '你报送的家庭托育点备案材料收悉',
      '《家庭托育点管理办法（试行）》',
      '家庭托育点基本条件告知书',
      '每名照护人员最多看护3名婴幼儿',
    ])
      expect(text).toContain(expected);
    expect(text).not.toContain('托育机构基本条件');
    const history = await app.as(operator).get(`/api/v1/filings/${filing.id}/history`).expect(200);
    expect(history.body.items[0].legalBasis).toContain('《家庭托育点管理办法（试行）》');
  });

  it('of a 家庭托育点 is found as one by whoever checks it, and so are its filing and its institution', async () => {
    const home = { siteType: 'HOME', capacity: 5, name: '示例·邻里家庭托育点' };
    const filing = await filings.accepted(operator, health, 'CHILDCARE', home);
    const number = filing.filingNumber ?? '';
    const { body } = await app.http.get(`/api/v1/public/receipts/${number}`).expect(200);
    expect(body).toMatchObject({ genuine: true, kind: 'CHILDCARE', siteType: 'HOME' });
    const page = await app.http.get(`/receipts/${number}`).expect(200);
    expect(page.text).toMatch(/机构类型<\/dt><dd>家庭托育点/);
    for (const person of [operator, health]) {
      const lines = await app.as(person).get('/api/v1/filings?sort=-createdAt').expect(200);
      expect(lines.body.items[0]).toMatchObject({ id: filing.id, siteType: 'HOME' });
      const register = await app.as(person).get('/api/v1/institutions').expect(200);
      expect(register.body.items[0]).toMatchObject({ id: filing.institutionId, siteType: 'HOME' });
      const one = await app.as(person).get(`/api/v1/institutions/${filing.institutionId}`).expect(200);
      expect(one.body.siteType).toBe('HOME');
    }
    const elderly = await filings.accepted(operator, registrar, 'ELDERLY_CARE');
    const other = await app.http.get(`/api/v1/public/receipts/${elderly.filingNumber}`).expect(200);
    expect(other.body.siteType).toBeNull();
    // A directory says it as well of a number whose receipt was issued elsewhere.
    await app.database.query(
      `update institutions.institution set filing_number = '610116-JT-2021-0105' where id = $1`,
      [filing.institutionId],
    );
    const elsewhere = await app.http.get('/api/v1/public/receipts/610116-JT-2021-0105').expect(200);
    expect(elsewhere.body.registered).toMatchObject({ kind: 'CHILDCARE', siteType: 'HOME' });
    const told = await app.http.get('/receipts/610116-JT-2021-0105').expect(200);
    expect(told.text).toMatch(/机构类型<\/dt><dd>家庭托育点/);
  });

  it('of a change names what has changed, and takes the place of the one before', async () => {
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE');
    const draft = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'CHANGE',
        kind: 'ELDERLY_CARE',
        institutionId: first.institutionId,
        institution: { capacity: 150 },
      })
      .expect(201);
    await filings.upload(operator, draft.body as FilingAnswer);
    await filings.act(operator, draft.body.id as string, 'submit');
    const change = await filings.act(registrar, draft.body.id as string, 'accept');
    await app.idle();
    const answer = await app
      .as(operator)
      .get(`/api/v1/filings/${change.id}/receipt.pdf`)
      .buffer(true)
      .expect(200);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: answer.body as Buffer })
      .toString()
      .replace(/\s/g, '');
    expect(text).toContain(`备案编号：${first.filingNumber}（第2版）`);
    expect(text).toContain('以前出具的同一编号的回执由本回执代替');
    expect(text).toContain('变更事项床位数120张→150张');
    expect(text).toContain('变更后的项目');
    const page = await app.http.get(`/receipts/${first.filingNumber}`).expect(200);
    expect(page.text).toContain('第2版（变更备案）');
    expect(page.text).toContain('以前的回执（已由现行回执代替）');
  });

  it('does not say that nothing is lacking when the authority has accepted an application with gaps', async () => {
    const newcomer = await app.person('OPERATOR');
    const filing = await filings.accepted(newcomer, registrar, 'ELDERLY_CARE', { premisesTenure: 'OWNED' });
    await app.idle();
    const text = (await pdfOf(filing, newcomer)).text.replace(/\s/g, '');
    expect(text).not.toContain('材料齐全');
    expect(text).toContain(
      '养老机构备案申请书中的下列项目尚未填报，请及时向备案机关补报：服务设施面积、联系人姓名、联系人电话。',
    );
    expect(text).toContain('服务设施面积未填报');
  });

  it('names a character that its font lacks instead of printing a box', async () => {
    const filing = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: '示例·𠮷祥养老院' });
    await app.idle();
    const { text } = await pdfOf(filing);
    expect(text).toContain('示例·〔U+20BB7〕祥养老院');
    expect(text).toContain('字库缺少下列用字');
    const rows = await app.database.query('select unprintable from filings.receipt where filing_id = $1', [
      filing.id,
    ]);
    expect(rows).toEqual([{ unprintable: ['𠮷'] }]);
  });

  it('is not there before the acceptance', async () => {
    const filing = await filings.submitted(operator);
    const answer = await app.as(operator).get(`/api/v1/filings/${filing.id}/receipt.pdf`).expect(404);
    expect(answer.body.code).toBe('RECEIPT_NOT_READY');
    await filings.act(registrar, filing.id, 'refuse', { reason: '不属于备案范围' });
    const never = await app.as(operator).get(`/api/v1/filings/${filing.id}/receipt.pdf`).expect(404);
    expect(never.body.code).toBe('NO_RECEIPT');
  });

  it('is for the applicant and the authority only', async () => {
    const filing = await filings.accepted(operator, registrar);
    await app.idle();
    const url = `/api/v1/filings/${filing.id}/receipt.pdf`;
    await app.as(registrar).get(url).expect(200);
    await app
      .as(await app.person('OPERATOR'))
      .get(url)
      .expect(404);
    await app.as(health).get(url).expect(403);
    await app
      .as(await app.person('INSPECTOR'))
      .get(url)
      .expect(403);
    await app.http.get(url).expect(401);
  });

  it('with a number that a directory brought in is neither confirmed nor called a forgery', async () => {
    const number = redis ? '长民备（2020）B7号' : '长民备（2020）A7号';
    const { id } = await buildInstitution(app.nest, {
      name: '示例·早年养老院',
      filingNumber: number,
      filedOn: plainDate('2020-06-01'),
      source: 'IMPORT',
    });
    // As typed from paper.
    const typed = number.replace('（', '( ').replace('）', ') ').toLowerCase();
    const answer = await app.http.get(`/api/v1/public/receipts/${encodeURIComponent(typed)}`).expect(200);
    expect(answer.body).toEqual({
      genuine: null,
      registered: {
        filingNumber: number,
        institutionId: id,
        name: '示例·早年养老院',
        kind: 'ELDERLY_CARE',
        siteType: null,
        district: '610116',
        filedOn: '2020-06-01',
      },
      ended: null,
    });
  });

  it.each(['610116-YL-2026-9999', 'nonsense', '610116-YL-2026-0001; drop table x', '%25'])(
    'is not genuine with the number %s',
    async (number) => {
      const answer = await app.http.get(`/api/v1/public/receipts/${encodeURIComponent(number)}`).expect(200);
      expect(answer.body).toEqual({ genuine: false });
    },
  );
});
