import { createHash } from 'node:crypto';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CasePapers, type PaperLine } from './case-papers.builder';
import { FilingBuilder } from './filing.builder';

describe('the slips of what was received', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let papers: CasePapers;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    papers = new CasePapers(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  it('hold, from when it is handed in, what was received, and until when it is answered', async () => {
    const { id, dueOn } = await filings.submitted(operator);
    await app.idle();
    const [slip, ...others] = (await papers.all(id, operator)) as [PaperLine];
    expect(others).toEqual([]);
    expect(slip).toMatchObject({ kind: 'INTAKE_SLIP', title: '养老机构备案材料收件凭证', endedAs: null });
    expect(slip.number).toMatch(/^长民备收〔2026〕\d+号$/);
    const { bytes, text } = await papers.printed(id, slip.id, operator);
    const [year, month, day] = (dueOn ?? '').split('-').map(Number);
    for (const expected of [
      slip.number,
      '示例·长安颐养院：',
      '电子文件1个。',
      '申请人在线提交，由系统自动收件。',
      `最迟于${year}年${month}月${day}日（含当日）出具备案回执`,
      '本文书不公开',
    ])
      expect(text).toContain(expected);
    expect(text).not.toMatch(/王建国|138\d{8}|610116189001010019/);
    const sm3 = createHash('sm3').update(bytes).digest('hex');
    const { body } = await app.http.get('/api/v1/public/papers').query({ sm3 }).expect(200);
    expect(body).toMatchObject({ genuine: true, paper: { isPublic: false, addressee: null, endedAs: null } });
    expect((await papers.all(id, registrar)).map(({ id: same }) => same)).toEqual([slip.id]);
    await app
      .as(await app.person('OPERATOR'))
      .get(`/api/v1/filings/${id}/papers`)
      .expect(404);
    await filings.act(registrar, id, 'accept');
    const told = await app.http.get('/api/v1/public/papers').query({ sm3 }).expect(200);
    expect(told.body).toMatchObject({ paper: { endedAs: 'CONCLUDED' } });
  });

  it('hold another of what was handed in anew, in the place of the one before', async () => {
    const { id } = await filings.returned(operator, registrar);
    await filings.act(operator, id, 'submit');
    await app.idle();
    const [second, , first] = await papers.all(id, operator);
    expect([first, second]).toMatchObject([
      { kind: 'INTAKE_SLIP', endedAs: 'REPLACED', supersededBy: second?.number },
      { kind: 'INTAKE_SLIP', endedAs: null },
    ]);
    expect((await papers.printed(id, second?.id ?? '', operator)).text).toContain('（第2次提交）');
  });

  it('prove what came in when the case was taken back, to whoever checks them', async () => {
    const { id } = await filings.submitted(operator);
    await app.idle();
    const [slip] = (await papers.all(id, operator)) as [PaperLine];
    const { bytes } = await papers.printed(id, slip.id, operator);
    const sm3 = createHash('sm3').update(bytes).digest('hex');
    await filings.act(operator, id, 'withdraw');
    expect(await papers.all(id, operator)).toMatchObject([{ kind: 'INTAKE_SLIP', endedAs: 'DROPPED' }]);
    const page = await app.http.get('/papers').query({ sm3 }).expect(200);
    expect(page.text).toContain('仍证明出具之日收到所列材料；本件2026年11月20日已办结');
    expect(page.text).not.toContain('不再有效');
  });
});
