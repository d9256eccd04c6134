import { createHash } from 'node:crypto';
import { FileSignatures, JobRunner, verifySm2 } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CasePapers, type PaperLine } from './case-papers.builder';
import { FilingBuilder } from './filing.builder';

const REMARKS = [
  { pointer: '/institution/address', message: '住所应写到门牌号' },
  { pointer: '/materials/COMMITMENT_LETTER', message: '缺少签名' },
  { pointer: '/', message: '请核对机构名称' },
];

describe('the papers of a case', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let papers: CasePapers;
  let operator: TestPerson;
  let registrar: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    papers = new CasePapers(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const papersOf = (id: string, by = operator) => papers.butSlips(id, by);
  const printed = (id: string, paperId: string, by = operator) => papers.printed(id, paperId, by);
  const only = (lines: PaperLine[]): PaperLine => {
    expect(lines).toHaveLength(1);
    return lines[0] as PaperLine;
  };

  it('hold the notice of what must be put right: all of it, once, with its place and the last day', async () => {
    const { id } = await filings.submitted(operator);
    const { correctBy } = await filings.act(registrar, id, 'return', { reasons: REMARKS });
    await app.idle();
    const line = only(await papersOf(id));
    expect(line).toMatchObject({
      kind: 'CORRECTION_NOTICE',
      title: '养老机构备案补正通知书',
      authority: '西安市长安区民政局',
      issuedOn: '2026-11-20',
      supersededBy: null,
    });
    expect(line.number).toMatch(/^长民备补〔2026〕\d+号$/);
    const { bytes, text } = await printed(id, line.id);
    const [year, month, day] = (correctBy ?? '').split('-').map(Number);
    for (const expected of [
      '西安市长安区民政局',
      line.number,
      '示例·长安颐养院：',
      '1.养老机构备案申请书“住所（服务场所地址）”：住所应写到门牌号。',
      '缺少签名。',
      '3.整份申请：请核对机构名称。',
      `请于${year}年${month}月${day}日前（含当日）`,
      '029-00000000',
      '/papers/',
      '第1页共',
    ])
      expect(text).toContain(expected);
    const signature = await app.http
      .get(`/api/v1/public/signatures/${createHash('sm3').update(bytes).digest('hex')}`)
      .expect(200);
    expect(verifySm2(bytes, signature.body.signature as string, signature.body.publicKey as string)).toBe(
      true,
    );
    expect(line.signature).toEqual({ keyId: signature.body.keyId, signedAt: signature.body.signedAt });
    expect((await papersOf(id, registrar))[0]?.file?.sm3).toBe(signature.body.sm3);
  });

  it('hold a later notice in the place of the one before, and the receipt at the end', async () => {
    const { id } = await filings.returned(operator, registrar);
    await filings.act(operator, id, 'submit');
    await filings.act(registrar, id, 'return', { reasons: [REMARKS[0]] });
    await filings.act(operator, id, 'submit');
    const { filingNumber } = await filings.act(registrar, id, 'accept');
    await app.idle();
    const [receipt, second, first] = await papersOf(id);
    expect(receipt).toMatchObject({ kind: 'RECEIPT', title: '养老机构备案回执', number: filingNumber });
    expect(receipt?.signature?.keyId).toMatch(/^[0-9a-f]{16}$/);
    expect([second?.supersededBy, first?.supersededBy]).toEqual([null, second?.number]);
    expect((await printed(id, second?.id ?? '')).text).toContain('（第2次提交）');
  });

  it('hold the refusal with its reasons and what can be done against it', async () => {
    const { id } = await filings.submitted(operator);
    await filings.act(registrar, id, 'refuse', { reason: '不提供全日集中住宿，不属于养老机构备案范围' });
    await app.idle();
    const line = only(await papersOf(id));
    expect(line.number).toMatch(/^长民备不予〔2026〕\d+号$/);
    const { text } = await printed(id, line.id, registrar);
    for (const expected of [
      '不予养老机构备案告知书',
      '不提供全日集中住宿，不属于养老机构备案范围',
      '60日内向西安市长安区人民政府申请行政复议',
      '6个月内',
    ])
      expect(text).toContain(expected);
  });

  it('are said beside until when what was refused can be contested, from the day of the account, else from the receipt', async () => {
    const { id } = await filings.submitted(operator);
    await filings.act(registrar, id, 'refuse', { reason: '不属于养老机构备案范围' });
    const shown = async (of: string, by = operator) =>
      (await app.as(by).get(`/api/v1/filings/${of}`).expect(200)).body as { remedies: object | null };
    // A day of rest is no last day.
    expect((await shown(id)).remedies).toEqual({
      reviewBody: '西安市长安区人民政府',
      reconsiderationDays: 60,
      litigationMonths: 6,
      servedOn: '2026-11-20',
      reconsiderationUntil: '2027-01-19',
      litigationUntil: '2027-05-20',
    });
    expect((await shown((await filings.submitted(operator)).id)).remedies).toBeNull();
    // Nobody reads in an account that is out of use.
    const gone = await app.person('OPERATOR');
    const unread = await filings.submitted(gone);
    await filings.act(registrar, unread.id, 'refuse', { reason: '不属于养老机构备案范围' });
    await app.database.query('update access.person set disabled_at = now() where id = $1', [gone.id]);
    expect((await shown(unread.id, registrar)).remedies).toMatchObject({
      servedOn: null,
      reconsiderationUntil: null,
      litigationUntil: null,
    });
  });

  it('hold for a 托育机构 what does not meet the standards', async () => {
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    await filings.act(health, id, 'refuse', { reason: '场地租期不足3年' });
    await app.idle();
    const line = only(await papersOf(id));
    expect(line).toMatchObject({ kind: 'NONCONFORMITY_NOTICE', authority: '西安市长安区卫生健康局' });
    const { text } = await printed(id, line.id);
    expect(text).toContain('托育机构备案内容不符合要求告知书');
    expect(text).toContain('国卫办人口发〔2019〕25号');
  });

  it('speak of what was handed in, not of what the applicant has begun to change since', async () => {
    const { id, version } = await filings.returned(operator, registrar);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution: { name: '示例·改了名的养老院' } })
      .expect(200);
    await filings.act(registrar, id, 'refuse', { reason: '逾期没有补正的意思' });
    await app.idle();
    const [refusal] = await papersOf(id);
    const { text } = await printed(id, refusal?.id ?? '');
    expect(text).toContain('示例·长安颐养院：');
    expect(text).not.toContain('改了名');
  });

  it('are numbered without a gap, also where acts meet and where one is refused', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => filings.submitted(operator)));
    const before = await last('长民备补〔2026〕');
    await app.as(registrar).post(`/api/v1/filings/${drafts[0]?.id}/return`).send({ reasons: [] }).expect(422);
    await app
      .as(registrar)
      .post(`/api/v1/filings/${drafts[0]?.id}/return`)
      .send({ reasons: [{ pointer: '/institution/nothing', message: '没有这一项' }] })
      .expect(422);
    await Promise.all(
      drafts.map(({ id }) => filings.act(registrar, id, 'return', { reasons: [REMARKS[0]] })),
    );
    await app.idle();
    const numbers = (await Promise.all(drafts.map(({ id }) => papersOf(id))))
      .flat()
      .map(({ number }) => number);
    const expected = [1, 2, 3, 4].map((step) => `长民备补〔2026〕${before + step}号`);
    expect(numbers.sort()).toEqual(expected.sort());
  });
  const last = async (series: string): Promise<number> => {
    const [row] = await app.database.query<{ last: number }>(
      'select last from filings.paper_counter where series = $1',
      [series],
    );
    return row?.last ?? 0;
  };

  it('are printed once, also where the job is done again', async () => {
    const { id } = await filings.returned(operator, registrar);
    await app.idle();
    const before = only(await papersOf(id));
    const rows = await app.database.query<{ key: string }>(
      `select key from platform.job_done where job = 'filings.print-paper' order by done_at desc limit 1`,
    );
    await app.nest
      .get(JobRunner)
      .run('filings.print-paper', rows[0]?.key ?? '', { paperId: before.id, filingId: id });
    expect(only(await papersOf(id))).toEqual(before);
  });

  it('carry the code of the district where the authority has registered none of its own', async () => {
    const elsewhere = await app.person('REGISTRAR', { districts: ['610102'] });
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { district: '610102' });
    await filings.act(elsewhere, id, 'refuse', { reason: '不属于备案范围' });
    expect(only(await papersOf(id)).number).toBe('610102-YL-备不予〔2026〕1号');
  });

  it('are printed all the same where the printer fails before it is done', async () => {
    const spy = jest
      .spyOn(app.nest.get(FileSignatures), 'sign')
      .mockRejectedValueOnce(new Error('示例·签名服务没有应答'));
    const { id } = await filings.returned(operator, registrar);
    await app.idle();
    expect(spy.mock.calls.length).toBeGreaterThan(1);
    spy.mockRestore();
    const line = only(await papersOf(id));
    expect(line.signature).not.toBeNull();
    const prints = await app.database.query<{ count: string }>(
      'select count(*) from filings.paper_print where paper_id = $1',
      [line.id],
    );
    expect(prints).toEqual([{ count: '1' }]);
  });

  it('are for the applicant and the authority only, and say when they are not printed yet', async () => {
    const idle = await TestApp.start({ worker: false });
    try {
      const there = new FilingBuilder(idle);
      const [applicant, official] = [await idle.person('OPERATOR'), await idle.person('REGISTRAR')];
      const { id } = await there.returned(applicant, official);
      const list = `/api/v1/filings/${id}/papers`;
      const [line] = (await idle.as(applicant).get(list).expect(200)).body.items as PaperLine[];
      expect(line).toMatchObject({ file: null, signature: null });
      const answer = await idle.as(applicant).get(`${list}/${line?.id}/file`).expect(409);
      expect(answer.body.code).toBe('PAPER_NOT_READY');
      expect(answer.headers['retry-after']).toBe('10');
      await idle
        .as(await idle.person('OPERATOR'))
        .get(list)
        .expect(404);
      await idle
        .as(await idle.person('REGISTRAR', { departments: ['health'] }))
        .get(list)
        .expect(403);
      await idle
        .as(await idle.person('REGISTRAR', { districts: ['610102'] }))
        .get(list)
        .expect(404);
      await idle.http.get(list).expect(401);
      const other = await there.returned(applicant, official);
      await idle.as(applicant).get(`/api/v1/filings/${other.id}/papers/${line?.id}/file`).expect(404);
    } finally {
      await idle.stop();
    }
  });
});
