import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { verifySm2 } from '@zhaoguan/platform';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';
import { LICENCE_LAW } from './regime.builder';

interface Paper {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string;
}

describe('what is decided of a licence, and its papers', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing());
  });
  afterAll(() => app.stop());

  const file = () => filings.submitted(operator, 'CHILDCARE');
  const read = async (id: string) => (await app.as(operator).get(`/api/v1/filings/${id}`).expect(200)).body;
  const papers = async (id: string): Promise<Paper[]> =>
    (await app.as(operator).get(`/api/v1/filings/${id}/papers`).expect(200)).body.items;

  it('grants a licence with a number, a decision, a certificate and a last day', async () => {
    const { id } = await file();
    const granted = await filings.act(health, id, 'accept');
    expect(granted).toMatchObject({ statusLabel: '已许可', validUntil: '2031-11-22' });
    expect(granted.filingNumber).toMatch(/^610116-TYXK-2026-\d{4}$/);
    await app.idle();
    const [certificate, decision] = await papers(id);
    expect(certificate).toMatchObject({ kind: 'RECEIPT', title: '托育机构服务许可证' });
    expect(decision).toMatchObject({ kind: 'LICENCE_GRANT', title: '准予托育机构服务许可决定书' });
    expect(decision?.number).toMatch(/^长卫许准〔2026〕\d+号$/);
    const history = await app.as(operator).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(history.body.items.at(-1)).toMatchObject({
      label: '准予许可',
      legalBasis: `${LICENCE_LAW}；《中华人民共和国行政许可法》第三十八条第一款`,
    });
    const { body } = await app
      .as(operator)
      .get(`/api/v1/institutions/${granted.institutionId ?? ''}`)
      .expect(200);
    expect(body).toMatchObject({ regime: 'LICENCE', validUntil: '2031-11-22' });
  });

  it('refuses one with reasons and remedies, and says nothing of it as of filed content', async () => {
    const { id } = await file();
    await filings.act(health, id, 'refuse', { reason: '场地租期不足3年。' });
    expect(await read(id)).toMatchObject({ statusLabel: '不予许可', refusalReason: '场地租期不足3年。' });
    expect(await papers(id)).toMatchObject([
      { kind: 'LICENCE_REFUSAL', title: '不予托育机构服务许可决定书' },
      { kind: 'LICENCE_INTAKE_SLIP', title: '托育机构服务许可申请材料收件凭证' },
    ]);
    const words = { reason: '场地租期不足3年。' };
    const answer = await app.as(health).post(`/api/v1/filings/${id}/disclosure/publish`).send(words);
    expect(answer.body.code).toBe('NOTHING_TO_DISCLOSE');
  });

  it('prints its decisions signed, and lets anybody check a grant, but a refusal only by its code', async () => {
    const check = async (query: Record<string, string>) =>
      (await app.http.get('/api/v1/public/papers').query(query).expect(200)).body;
    for (const [act, word, isPublic] of [
      ['accept', '许准', true],
      ['refuse', '许不', false],
    ] as const) {
      const { id } = await file();
      await filings.act(health, id, act, isPublic ? {} : { reason: '场地租期不足3年。' });
      await app.idle();
      const paper = (await papers(id)).find(({ number }) => number.includes(word));
      const url = `/api/v1/filings/${id}/papers/${paper?.id ?? ''}/file`;
      const bytes = (await app.as(operator).get(url).buffer(true).expect(200)).body as Buffer;
      const sm3 = createHash('sm3').update(bytes).digest('hex');
      const { body: signed } = await app.http.get(`/api/v1/public/signatures/${sm3}`).expect(200);
      expect(verifySm2(bytes, signed.signature as string, signed.publicKey as string)).toBe(true);
      const words = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();
      const code = /\/papers\/(\S{19})/.exec(words)?.[1] ?? '';
      expect(await check({ code })).toMatchObject({ genuine: true, paper: { isPublic, sm3 } });
      expect(await check({ number: paper?.number ?? '' })).toMatchObject({ genuine: isPublic });
    }
  });

  it('returns one with a notice of everything that is lacking', async () => {
    const { id } = await file();
    await filings.act(health, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    expect(await papers(id)).toMatchObject([{ kind: 'LICENCE_CORRECTION' }, { kind: 'LICENCE_INTAKE_SLIP' }]);
    const [paper] = await app.database.query<{ body: object }>(
      `select content as body from filings.paper where filing_id = $1 and kind = 'LICENCE_CORRECTION'`,
      [id],
    );
    expect(JSON.stringify(paper?.body)).toMatch(/托育机构许可申请书“.*地址”：住所应写到门牌号/);
    expect(JSON.stringify(paper?.body)).not.toContain('备案');
    expect(await filings.act(operator, id, 'submit')).toMatchObject({ regime: 'LICENCE' });
  });
});
