import { TestApp, type TestPerson } from '@zhaoguan/testing';
import {
  CHILDCARE_APPLICATION,
  FilingBuilder,
  PDF,
  type FilingAnswer,
} from '../../filings/test/filing.builder';
import { licenseFrom } from '../../filings/test/regime.builder';
import { codeOf, NOTICE, type RemovalAnswer } from './removal-scene.builder';

interface Item {
  readonly type: string;
  readonly subject: { readonly id: string };
  readonly detail: string;
  readonly title: string;
}

describe('a removal of a licence', () => {
  let app: TestApp;
  let operator: TestPerson;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  let licensed: FilingAnswer;

  const post = (by: TestPerson, path: string, body: object = {}) =>
    app.as(by).post(`/api/v1/removals${path}`).send(body);
  const open = (ground: string, institutionId = licensed.institutionId) =>
    post(registrar, '', { institutionId, ground, clue: '群众反映' });
  const proposed = async (ground: string, institutionId?: string | null): Promise<RemovalAnswer> => {
    const { id } = (await open(ground, institutionId).expect(201)).body as RemovalAnswer;
    const file = { filename: '核实意见.pdf', contentType: 'application/pdf' };
    await app.as(registrar).post(`/api/v1/removals/${id}/files`).attach('file', PDF, file).expect(201);
    await post(registrar, `/${id}/notice`, NOTICE).expect(200);
    await post(operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    const proposal = { text: '事实清楚，建议决定。' };
    return (await post(registrar, `/${id}/propose`, proposal).expect(200)).body as RemovalAnswer;
  };
  /** Handed in, that the licence go on. */
  const renewing = async (filings: FilingBuilder, institutionId: string | null): Promise<FilingAnswer> => {
    const { body: draft } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
      .expect(201);
    await filings.upload(operator, draft);
    return filings.act(operator, draft.id, 'submit');
  };
  const decided = async (ground: string, institutionId?: string | null): Promise<RemovalAnswer> => {
    const { id } = await proposed(ground, institutionId);
    return (await post(reviewer, `/${id}/decide`).expect(200)).body as RemovalAnswer;
  };
  const listOf = async (by: TestPerson, path: string): Promise<Item[]> =>
    ((await app.as(by).get(`/api/v1/${path}?limit=100`).expect(200)).body as { items: Item[] }).items;

  beforeAll(async () => {
    app = await TestApp.start();
    await licenseFrom(app, '2026-11-01');
    const departments = ['health'];
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { departments });
    reviewer = await app.person('REVIEWER', { departments });
    licensed = await new FilingBuilder(app).accepted(operator, registrar, 'CHILDCARE');
  });
  afterAll(() => app.stop());

  it('has the grounds of the law on licences, and none of those of filings', async () => {
    const grounds = async (query: string): Promise<{ code: string; basis: { law: string } }[]> =>
      (await app.as(registrar).get(`/api/v1/removal-grounds?kind=CHILDCARE${query}`).expect(200)).body;
    const own = await grounds('&regime=LICENCE');
    expect(own.map(({ code }) => code)).toContain('OBTAINED_BY_DECEIT');
    expect(new Set(own.map(({ basis }) => basis.law))).toEqual(new Set(['《中华人民共和国行政许可法》']));
    expect((await grounds('')).map(({ code }) => code)).not.toContain('OBTAINED_BY_DECEIT');
    expect(codeOf(await open('FALSE_MATERIALS').expect(422))).toBe('UNKNOWN_REMOVAL_GROUND');
  });

  it('speaks of a licence to who works on it, to who is told, on paper and to the public', async () => {
    const removal = await decided('OBTAINED_BY_DECEIT');
    expect(removal).toMatchObject({ regime: 'LICENCE', typeLabel: '撤销行政许可' });
    expect(removal.decisionNumber).toMatch(/^长卫许撤决〔2026〕\d+号$/);
    await app.idle();
    const titles = (await listOf(operator, 'notifications')).map(({ title }) => title);
    expect(titles.filter((title) => title.includes('撤销行政许可'))).toHaveLength(2);
    expect(titles.join()).not.toContain('备案');
    const papers = await app.as(operator).get(`/api/v1/removals/${removal.id}/papers`).expect(200);
    expect((papers.body as { items: Item[] }).items.map(({ title }) => title)).toEqual([
      '撤销行政许可决定书',
      '撤销行政许可事先告知书',
    ]);
    const list = await app.http.get('/removals').expect(200);
    expect(list.text).toContain('撤销行政许可：以欺骗、贿赂等不正当手段取得许可');
    const page = await app.http.get(`/institutions/${licensed.institutionId ?? ''}`).expect(200);
    expect(page.text).toContain('许可机关已于2026年11月20日撤销这项许可，原许可证不再有效');
    expect(page.text).not.toContain('备案已撤销');
    const register = await app.http.get('/institutions').expect(200);
    expect(register.text).toContain('许可已撤销');
    const check = await app.http.get(`/receipts/${licensed.filingNumber ?? ''}`).expect(200);
    expect(check.text).toContain('许可已撤销');
  });

  it('leaves to the files of the licence and of its grant that they were true when they were given out', async () => {
    type Line = { kind: string; file: { sm3: string } };
    const { items } = (await app.as(operator).get(`/api/v1/filings/${licensed.id}/papers`).expect(200))
      .body as { items: Line[] };
    const proving = items.filter(({ kind }) => kind !== 'LICENCE_INTAKE_SLIP');
    expect(proving.map(({ kind }) => kind).toSorted()).toEqual(['LICENCE_GRANT', 'RECEIPT']);
    for (const { file } of proving) {
      const page = await app.http.get('/papers').query({ sm3: file.sm3 }).expect(200);
      expect(page.text).toContain('出具时有效；2026年11月20日已被撤销，不再有效');
      expect(page.text).not.toContain('现行有效');
      expect(page.text).toContain('许可机关已于2026年11月20日撤销这项许可，原许可证不再有效');
    }
  });

  it('gives the licence back in the words of a licence when the decision falls', async () => {
    const [removal] = (await listOf(registrar, 'removals')) as unknown as RemovalAnswer[];
    const chief = await app.person('REVIEWER', { departments: ['health'] });
    const fell = { document: '示例复决字〔2026〕1号', reason: '事实不清' };
    await post(chief, `/${removal?.id ?? ''}/annul`, fell).expect(200);
    await app.idle();
    const titles = (await listOf(operator, 'notifications')).map(({ title }) => title);
    expect(titles[0]).toMatch(/撤销行政许可决定已被撤销，许可恢复有效$/);
    const list = await app.http.get('/removals').expect(200);
    expect(list.text).toContain('决定已撤销，许可恢复');
    const url = `/api/v1/removals/${removal?.id ?? ''}/papers`;
    const { items: papers } = (await app.as(operator).get(url).expect(200)).body as {
      items: { kind: string; number: string }[];
    };
    const numbers = new Map(papers.map(({ kind, number }) => [kind, number]));
    expect(papers).toContainEqual(
      expect.objectContaining({
        kind: 'LICENCE_REVOCATION_DECISION',
        endedAs: 'ANNULLED',
        supersededBy: numbers.get('LICENCE_RESTORATION_NOTICE'),
      }),
    );
  });

  it('ends no licence but the one that it was begun about', async () => {
    const filings = new FilingBuilder(app);
    const address = `${CHILDCARE_APPLICATION.address}后院`;
    const { institutionId, filingNumber } = await filings.accepted(operator, registrar, 'CHILDCARE', {
      address,
    });
    const { id } = await proposed('OBTAINED_BY_DECEIT', institutionId);
    const renewal = await renewing(filings, institutionId);
    const renewed = await filings.act(registrar, renewal.id, 'accept');
    expect(renewed.filingNumber).not.toBe(filingNumber);
    expect(codeOf(await post(reviewer, `/${id}/decide`).expect(409))).toBe('REMOVAL_NUMBER_REPLACED');
    const check = await app.http.get(`/api/v1/public/receipts/${renewed.filingNumber ?? ''}`).expect(200);
    expect(check.body).toMatchObject({ genuine: true, ended: null });
    await post(registrar, `/${id}/drop`, { reason: '许可已经延续' }).expect(200);
  });

  it('takes with it what a renewal would have gone on from', async () => {
    const filings = new FilingBuilder(app);
    const address = `${CHILDCARE_APPLICATION.address}院内`;
    const first = await filings.accepted(operator, registrar, 'CHILDCARE', { address });
    const renewal = await renewing(filings, first.institutionId);
    await decided('OBTAINED_BY_DECEIT', first.institutionId);
    const granted = await app.as(registrar).post(`/api/v1/filings/${renewal.id}/accept`).send({});
    expect([granted.status, codeOf(granted)]).toEqual([409, 'RENEWAL_VOID']);
    await filings.act(registrar, renewal.id, 'refuse', { reason: '示例·原许可已经撤销。' });
  });

  it('is told by the check of the licence before, in whose place the one that is removed stood', async () => {
    const filings = new FilingBuilder(app);
    const first = await filings.accepted(operator, registrar, 'CHILDCARE', {
      uscc: '91610116MA0000015Y',
      address: `${CHILDCARE_APPLICATION.address}对面`,
    });
    const renewal = await renewing(filings, first.institutionId);
    const second = await filings.act(registrar, renewal.id, 'accept');
    const number = first.filingNumber ?? '';
    const check = async (): Promise<unknown> =>
      (await app.http.get(`/api/v1/public/receipts/${number}`).expect(200)).body;
    const page = async (): Promise<string> => (await app.http.get(`/receipts/${number}`).expect(200)).text;
    expect(await check()).toMatchObject({
      replacement: { number: second.filingNumber, standing: { state: 'STANDS' }, endedAs: null },
    });
    expect(await page()).not.toContain('代替它的许可证');
    await decided('OBTAINED_BY_DECEIT', second.institutionId);
    expect(await check()).toMatchObject({
      ended: null,
      replacedBy: second.filingNumber,
      replacement: { number: second.filingNumber, standing: { state: 'ENDED' }, endedAs: 'REVOKED' },
    });
    const told = new RegExp(`代替它的许可证 ${second.filingNumber} .*已被撤销，不再有效`);
    expect(await page()).toMatch(told);
    await app.idle();
    const { body } = await app.as(operator).get(`/api/v1/filings/${first.id}/papers`).expect(200);
    const { items } = body as { items: { kind: string; file: { sm3: string } }[] };
    const sm3 = items.find(({ kind }) => kind === 'RECEIPT')?.file.sm3 ?? '';
    expect((await app.http.get('/papers').query({ sm3 }).expect(200)).text).toMatch(told);
  });

  it('waits in the list of work in the words of a licence', async () => {
    expect(codeOf(await open('LICENCE_EXPIRED').expect(422))).toBe('LICENCE_STILL_VALID');
    const { id } = (await open('LICENSEE_ENDED').expect(201)).body as RemovalAnswer;
    const item = (await listOf(registrar, 'work-items')).find(({ subject }) => subject.id === id);
    expect(item).toMatchObject({
      type: 'REMOVAL_TO_NOTICE',
      detail: '注销行政许可，取得许可的法人或者其他组织依法终止',
    });
  });
});
