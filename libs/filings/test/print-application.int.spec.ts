import { execFileSync } from 'node:child_process';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS, ELDERLY_APPLICATION, FilingBuilder } from './filing.builder';

const { residentId, phone } = ELDERLY_APPLICATION.legalRepresentative;
const APPLICANT = '示例·丁老人';

describe('the application form filled in with what was typed', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let official: TestPerson;
  let colleague: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR', { name: APPLICANT });
    official = await app.person('REGISTRAR', { name: '示例·甲窗口' });
    colleague = await app.person('REGISTRAR', { name: '示例·乙受理' });
  });
  afterAll(() => app.stop());

  const printed = (by: TestPerson, id: string) =>
    app.as(by).get(`/api/v1/filings/${id}/application.pdf`).buffer(true);
  const textOf = (bytes: Buffer): string =>
    execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString().replace(/\s/g, '');
  const revealed = async (id: string): Promise<number> => {
    const rows = await app.database.query(
      `select 1 from audit.entry where subject_id = $1 and action = 'filing.personal-data-revealed'`,
      [id],
    );
    return rows.length;
  };

  it('is printed for its applicant, in full and without anything of the authority', async () => {
    const { id } = await filings.draft(operator);
    const { body, headers } = await printed(operator, id).expect(200);
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('养老机构备案申请书.pdf');
    const text = textOf(body as Buffer);
    expect(text).toMatch(/^养老机构备案申请书/);
    for (const said of [ELDERLY_APPLICATION.name, ELDERLY_APPLICATION.uscc, residentId, phone, '120张']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('陕西省西安市长安区');
    expect(text).toContain('单位盖章：');
    expect(text).toMatch(/还有\d+项没有填写/);
    expect(text).not.toMatch(/扫描二维码|文书核验|610116-YL|\*\*/);
    expect(await revealed(id)).toBe(0);
  });

  it('says of a 家庭托育点 what it is, and of a change what changes', async () => {
    const home = await filings.draft(operator, 'CHILDCARE', { siteType: 'HOME', capacity: 5 });
    expect(textOf((await printed(operator, home.id).expect(200)).body as Buffer)).toMatch(
      /^家庭托育点备案书/,
    );

    const registrar = await app.person('REGISTRAR');
    const { id } = await filings.submitted(operator);
    const { institutionId } = await filings.act(registrar, id, 'accept');
    const { body: change } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'CHANGE',
        kind: 'ELDERLY_CARE',
        institutionId,
        institution: { capacity: 130, legalRepresentative: { phone: '13900000009' } },
      })
      .expect(201);
    const text = textOf((await printed(operator, change.id).expect(200)).body as Buffer);
    expect(text).toMatch(/^养老机构变更备案申请书/);
    expect(text).toContain('变更前：120张变更后：130张');
    expect(text).toMatch(/变更前：138\*{4}0001.?变更后：13900000009/);
    expect(text).not.toContain('〔U+');
  });

  it('says whose it is where the form does not ask for it', async () => {
    const registrar = await app.person('REGISTRAR');
    const { institutionId } = await filings.accepted(operator, registrar);
    const { body: suspension } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'SUSPENSION',
        kind: 'ELDERLY_CARE',
        institutionId,
        institution: { notice: { reason: '示例·房屋修缮。\n\n工期三个月。' } },
      })
      .expect(201);
    expect(suspension.institution.notice.reason).toBe('示例·房屋修缮。\n\n工期三个月。');
    const pdf = (await printed(operator, suspension.id).expect(200)).body as Buffer;
    const laidOut = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
    expect(laidOut).toMatch(/房屋修缮。\n/);
    const text = textOf(pdf);
    expect(text).toMatch(/机构名称示例·长安颐养院统一社会信用代码526101160000000199地址陕西省西安市长安区/);
  });

  it('is printed for who works on it alone, and for the window on record', async () => {
    const [account] = await app.database.query<{ username: string }>(
      'select username from access.person where id = $1',
      [operator.id],
    );
    const { body: draft } = await app
      .as(official)
      .post('/api/v1/filings/assisted')
      .send({
        ...DRAFTS.ELDERLY_CARE,
        institution: { ...ELDERLY_APPLICATION, address: '示例窗口路1号' },
        applicant: { username: account?.username ?? '', name: APPLICANT },
      })
      .expect(201);
    expect(textOf((await printed(official, draft.id).expect(200)).body as Buffer)).toContain(residentId);
    expect(await revealed(draft.id)).toBe(1);
    await printed(colleague, draft.id).expect(404);
    await printed(await app.person('OPERATOR'), draft.id).expect(404);

    const { id } = await filings.submitted(operator);
    expect((await printed(colleague, id)).status).toBe(403);
    expect(await revealed(id)).toBe(0);
  });
});
