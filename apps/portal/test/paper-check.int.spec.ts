import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../../libs/filings/test/filing.builder';

interface Held {
  filingId: string;
  number: string;
  bytes: Buffer;
  sm3: string;
  code: string;
}

const PRIVATE_WORDS = '住所应写到门牌号';

describe('the check of a paper by anybody', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let notice: Held;
  let nonconformity: Held;
  let unlisted: unknown;
  let listedByCode: unknown;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    notice = await held((await filings.returned(operator, registrar)).id);
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    await filings.act(health, id, 'refuse', { reason: '场地租期不足3年' });
    nonconformity = await held(id);
    // Before the public is told, a number that can be counted up tells nobody who was refused.
    unlisted = await api({ number: nonconformity.number });
    listedByCode = await api({ number: nonconformity.number, code: nonconformity.code });
    const words = { reason: '场地租期不足3年' };
    await app.as(health).post(`/api/v1/filings/${id}/disclosure/publish`).send(words).expect(200);
  });
  afterAll(() => app.stop());

  /** The newest paper of the filing, as it lies on the desk of the applicant. */
  async function held(filingId: string): Promise<Held> {
    await app.idle();
    const list = await app.as(operator).get(`/api/v1/filings/${filingId}/papers`).expect(200);
    const [{ id, number }] = list.body.items as [{ id: string; number: string }];
    const url = `/api/v1/filings/${filingId}/papers/${id}/file`;
    const bytes = (await app.as(operator).get(url).buffer(true).expect(200)).body as Buffer;
    const text = execFileSync('pdftotext', ['-', '-'], { input: bytes }).toString();
    const code = /\/papers\/(\S{19})/.exec(text)?.[1] ?? '';
    return { filingId, number, bytes, sm3: createHash('sm3').update(bytes).digest('hex'), code };
  }
  const ask = async (query: Record<string, string>, status = 200): Promise<string> =>
    (await app.http.get('/papers').query(query).expect(status)).text;
  const api = async (query: Record<string, string>) =>
    (await app.http.get('/api/v1/public/papers').query(query).expect(200)).body;

  it('says of a public paper what it is, of which authority, to whom, by which key it is signed', async () => {
    const html = await ask({ number: nonconformity.number.replace('〔', ' [').replace('〕', ']') });
    for (const expected of [
      '文书属实',
      '现行有效',
      '托育机构备案内容不符合要求告知书',
      '西安市长安区卫生健康局',
      '2026年11月20日',
      '示例·小树苗托育中心',
      nonconformity.sm3,
      '#key-',
    ])
      expect(html).toContain(expected);
    expect(unlisted).toEqual({ genuine: false });
    expect(listedByCode).toMatchObject({ genuine: true });
    const answer = await api({ number: nonconformity.number });
    expect(answer).toMatchObject({
      genuine: true,
      paper: { addressee: '示例·小树苗托育中心', isPublic: true },
    });
    expect(JSON.stringify(answer)).not.toContain('场地租期');
  });

  it('leads from the number of a receipt to its own check, where it is asked among the papers', async () => {
    const { filingNumber } = await filings.accepted(operator, registrar);
    const typed = `${filingNumber?.toLowerCase()}（第1版） `;
    const { headers } = await app.http.get('/papers').query({ number: typed, elder: '1' }).expect(303);
    expect(headers['location']).toMatch(new RegExp(`^/receipts/${filingNumber}\\b`));
    await app.http.get(headers['location'] ?? '').expect(200);
    // With a code that is not its own, what was asked about is no receipt of ours.
    const asked = { number: filingNumber ?? '', code: notice.code };
    expect(await ask(asked, 404)).toContain('没有查到这份文书');
    expect(await ask({ number: '610116-YL-2026-9999' }, 404)).toContain('href="/receipts"');
  });

  it('says of a paper that is nobody else’s business that it is genuine, and nothing more, to who has its code', async () => {
    const { headers, text } = await app.http.get(`/papers/${notice.code}`).expect(200);
    expect(text).toContain('文书属实');
    expect(text).toContain('只与当事人有关');
    expect(headers['cache-control']).toBe('no-store');
    for (const word of ['示例·长安颐养院', PRIVATE_WORDS, '示例·王建国']) expect(text).not.toContain(word);
    const asTyped = notice.code.toLowerCase().replaceAll('-', ' ');
    expect(await ask({ number: notice.number, code: asTyped })).toContain('文书属实');
    expect((await api({ code: notice.code })).paper).toMatchObject({ addressee: null, isPublic: false });
  });

  it('tells who has the number alone no more than of a number that was never given', async () => {
    const unknown = notice.number.replace(/\d+号/, '999号');
    const said = async (number: string): Promise<string> =>
      (/<main.*<\/main>/s.exec(await ask({ number }, 404))?.[0] ?? '').replaceAll(number, '');
    expect(await said(notice.number)).toBe(await said(unknown));
    expect(await said(unknown)).toContain('没有查到这份文书');
    expect(await api({ number: notice.number })).toEqual({ genuine: false });
    // A code opens its own paper, and no other.
    expect(await api({ number: notice.number, code: nonconformity.code })).toEqual({ genuine: false });
    expect(await api({})).toEqual({ genuine: false });
  });

  it('takes no public number with the code of another paper for genuine', async () => {
    const forged = { number: nonconformity.number, code: notice.code };
    expect(await api(forged)).toEqual({ genuine: false });
    expect(await ask(forged, 404)).toContain('没有查到这份文书');
    expect(await api({ ...forged, code: nonconformity.code })).toMatchObject({ genuine: true });
    expect(await api({ ...forged, code: '  ' })).toMatchObject({ genuine: true });
  });

  it('says when a later one has taken its place, and by which', async () => {
    const first = await held((await filings.returned(operator, registrar)).id);
    await filings.act(operator, first.filingId, 'submit');
    await filings.act(registrar, first.filingId, 'return', {
      reasons: [{ pointer: '/institution/address', message: PRIVATE_WORDS }],
    });
    const second = await held(first.filingId);
    expect(await ask({ code: first.code })).toContain(`已由 ${second.number} 代替`);
    expect(await ask({ code: second.code })).toContain('现行有效');
  });

  it('says when what a notice asks for was handed in, or its case was decided all the same', async () => {
    const answered = await held((await filings.returned(operator, registrar)).id);
    expect(await ask({ code: answered.code })).toContain('现行有效');
    await filings.act(operator, answered.filingId, 'submit');
    const said = await ask({ sm3: answered.sm3 });
    expect(said).toContain('文件属实，没有改动');
    expect(said).toContain('出具时有效；2026年11月20日已补正并重新提交');
    expect(said).not.toContain('现行有效');
    await filings.act(registrar, answered.filingId, 'accept');
    expect((await api({ code: answered.code })).paper).toMatchObject({
      endedAs: 'ANSWERED',
      endedOn: '2026-11-20',
      supersededBy: null,
    });
    const list = await app.as(operator).get(`/api/v1/filings/${answered.filingId}/papers`).expect(200);
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ kind: 'CORRECTION_NOTICE', endedAs: 'ANSWERED', endedOn: '2026-11-20' }),
    );

    const decided = await held((await filings.returned(operator, registrar)).id);
    await filings.act(registrar, decided.filingId, 'refuse', { reason: '示例·不属于备案范围' });
    expect(await ask({ code: decided.code })).toContain('出具时有效；本件2026年11月20日已办结');
    // What decides is in force.
    expect(await ask({ code: (await held(decided.filingId)).code })).toContain('现行有效');

    const lapsed = await held((await filings.returned(operator, registrar)).id);
    await app.database.query(`update filings.filing set correct_by = '2026-11-19' where id = $1`, [
      lapsed.filingId,
    ]);
    await app.nest.get(JobRunner).run('filings.lapse-returned', 'night', {});
    await app.idle();
    expect(await ask({ code: lapsed.code })).toContain('已经终止办理，不再有效');
  });

  it('compares a file without a script and keeps nothing of it', async () => {
    const files = () => readdirSync(join(app.config.dataDir, 'files'), { recursive: true }).length;
    const rows = () => app.database.query('select count(*) from platform.stored_file');
    const [lying, named] = [files(), await rows()];
    const send = (bytes: Buffer, status: number) =>
      app.http.post('/papers/check').attach('file', bytes, '手里的文件.pdf').expect(status);
    const genuine = await send(nonconformity.bytes, 200);
    expect(genuine.text).toContain('文件属实，没有改动');
    expect(genuine.text).toContain(nonconformity.number);
    expect(genuine.headers['cache-control']).toBe('no-store');
    const altered = Buffer.from(nonconformity.bytes);
    altered[200] = (altered[200] ?? 0) ^ 1;
    const { text } = await send(altered, 404);
    for (const said of ['没有查到这个文件', '被改动过', '行政处罚的告知书、决定书没有核验码和电子签名'])
      expect(text).toContain(said);
    expect((await send(Buffer.alloc(0), 422)).text).toContain('文件是空的');
    expect((await send(Buffer.alloc(20 * 1024 * 1024 + 1), 422)).text).toContain('文件过大');
    expect((await app.http.post('/papers/check').field('x', 'y').expect(422)).text).toContain('没有收到文件');
    await app.http.post('/papers/check').send({ file: 'x' }).expect(415);
    expect([files(), await rows()]).toEqual([lying, named]);
    // Who turns to the other version of the answer begins anew.
    await app.http.get('/papers/check').expect(303).expect('location', '/papers');
  });

  it('compares a digest, of a receipt and its earlier versions as well', async () => {
    expect(await ask({ sm3: ` ${nonconformity.sm3.toUpperCase()} ` })).toContain('文件属实，没有改动');
    await ask({ sm3: '0'.repeat(64) }, 404);
    await ask({ sm3: 'nonsense' }, 404);
    const filing = await filings.accepted(operator, registrar);
    await app.idle();
    const receiptOf = async (id: string): Promise<string> => {
      const answer = await app.as(operator).get(`/api/v1/filings/${id}/receipt.pdf`).buffer(true).expect(200);
      return createHash('sm3')
        .update(answer.body as Buffer)
        .digest('hex');
    };
    const first = await receiptOf(filing.id);
    expect(await api({ sm3: first })).toMatchObject({
      genuine: true,
      paper: { number: filing.filingNumber, version: 1, authority: '西安市长安区民政局', supersededBy: null },
    });
    const change = await filings.filedAbout(operator, filing.institutionId, 'CHANGE', { capacity: 150 });
    await filings.act(registrar, change.id, 'accept');
    await app.idle();
    expect((await api({ sm3: first })).paper).toMatchObject({ version: 1, supersededBy: '第2版' });
    expect((await api({ sm3: await receiptOf(change.id) })).paper).toMatchObject({
      version: 2,
      supersededBy: null,
    });
    const list = await app.as(operator).get(`/api/v1/filings/${filing.id}/papers`).expect(200);
    expect(list.body.items[0].supersededBy).toBe(`${filing.filingNumber}（第2版）`);
  });

  it.each<Record<string, string>>([
    { number: '\u0000' },
    { number: '9'.repeat(500) },
    { code: "'; drop table x" },
    { sm3: '%25' },
    { number: '<script>alert(1)</script>' },
  ])('answers %j calmly', async (query) => {
    const html = await ask(query, 404);
    expect(html).not.toMatch(/<script/i);
  });
});
