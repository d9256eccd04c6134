import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF, type FilingAnswer } from '../../libs/filings/test/filing.builder';

const DAY_MS = 86_400_000;
const KINDS = [
  ['养老机构', 'ELDERLY_CARE', {}],
  ['托育机构', 'CHILDCARE', {}],
  ['家庭托育点', 'CHILDCARE', { siteType: 'HOME', name: '示例·邻里家庭托育点', capacity: 5 }],
] as const;

/** From the first filing to its end, by the same requests that people make: every type of filing, for every kind of site. */
describe.each(KINDS)('the filings of a %s', (label, kind, particulars) => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  let chief: TestPerson;
  let first: FilingAnswer;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    const departments = [kind === 'ELDERLY_CARE' ? 'civil-affairs' : 'health'];
    registrar = await app.person('REGISTRAR', { departments });
    reviewer = await app.person('REVIEWER', { departments });
    chief = await app.person('REVIEWER', { departments });
  });
  afterAll(() => app.stop());

  const accepted = async (type: string, institution: object): Promise<FilingAnswer> => {
    const filing = await filings.filedAbout(operator, first.institutionId, type, institution, kind);
    return filings.act(registrar, filing.id, 'accept');
  };
  const institution = async (): Promise<{ status: string; filingEndedAs: string | null; name: string }> =>
    (
      await app
        .as(operator)
        .get(`/api/v1/institutions/${String(first.institutionId)}`)
        .expect(200)
    ).body as never;
  const tomorrow = async (days: number): Promise<void> => {
    app.clock.advance(days * DAY_MS);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', `after ${days} days`, {});
  };
  const dayIn = (days: number): string =>
    new Date(app.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const stopping = (days: number): object => ({
    startsOn: dayIn(days),
    reason: '示例·场所改造',
    notifiedOn: dayIn(-5),
    residents: 0,
    refundFen: 0,
  });
  const check = async () =>
    (await app.http.get(`/api/v1/public/receipts/${String(first.filingNumber)}`).expect(200)).body as {
      genuine: boolean;
      versions: { type: string }[];
      ended: { endedAs: string } | null;
    };

  it('first filing: returned with everything at once, put right, accepted with a number and a signed receipt', async () => {
    const { id } = await filings.submitted(operator, kind, particulars);
    const remarks = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    await filings.act(registrar, id, 'return', { reasons: remarks });
    const draft = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    const { version, institution: answers } = draft.body as {
      version: number;
      institution: { address: string };
    };
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution: { address: `${answers.address}8号楼` } })
      .expect(200);
    await filings.act(operator, id, 'submit');
    first = await filings.act(registrar, id, 'accept');
    expect(first.filingNumber).toMatch(/^610116-(YL|TY|JT)-2026-0001$/);
    expect((await institution()).status).toBe('OPERATING');
    await app.idle();
    const { body } = await app.as(operator).get(`/api/v1/filings/${id}/papers`).expect(200);
    const papers = (body as { items: { title: string; signature: object | null }[] }).items;
    expect(papers.map(({ title }) => title)).toContain(`${label}备案回执`);
    expect(papers.every(({ signature }) => signature !== null)).toBe(true);
    // The address of a dwelling is cut short for the public: a genuine receipt must not look false.
    const { text } = await app.http.get(`/receipts/${String(first.filingNumber)}`).expect(200);
    expect(text.includes('这里公布的地址只到区县或者乡镇（街道）')).toBe(label === '家庭托育点');
  });

  it('change: only what differs is asked for, and the register takes it over under the same number', async () => {
    const change = await accepted('CHANGE', { servicePhone: '029-85290009' });
    expect(change).toMatchObject({ status: 'ACCEPTED', filingNumber: first.filingNumber });
    const { servicePhone } = (await institution()) as unknown as { servicePhone: string };
    expect(servicePhone).toBe('029-85290009');
  });

  it('suspension and resumption: in force on the day that was filed', async () => {
    await accepted('SUSPENSION', { notice: { ...stopping(10), endsOn: dayIn(100) } });
    expect((await institution()).status).toBe('OPERATING');
    await tomorrow(11);
    expect((await institution()).status).toBe('SUSPENDED');
    await accepted('RESUMPTION', { notice: { startsOn: dayIn(0), reason: '示例·改造完成' } });
    expect((await institution()).status).toBe('OPERATING');
  });

  it('revocation by the authority, annulled: the filing is in force again', async () => {
    const open = { institutionId: first.institutionId, ground: 'FALSE_MATERIALS', clue: '示例·来函' };
    const { body } = await app.as(registrar).post('/api/v1/removals').send(open).expect(201);
    const path = `/api/v1/removals/${(body as { id: string }).id}`;
    await app.as(registrar).post(`${path}/files`).attach('file', PDF, '核实意见.pdf').expect(201);
    const notice = { facts: '示例·材料并非其出具', service: 'ONLINE' };
    await app.as(registrar).post(`${path}/notice`).send(notice).expect(200);
    await app.as(operator).post(`${path}/statement`).send({ text: '示例·材料属实' }).expect(200);
    app.clock.advance(8 * DAY_MS);
    const proposal = { text: '示例·建议撤销', statementReview: '示例·不予采纳' };
    await app.as(registrar).post(`${path}/propose`).send(proposal).expect(200);
    await app.as(reviewer).post(`${path}/decide`).expect(200);
    expect(await institution()).toMatchObject({ status: 'OPERATING', filingEndedAs: 'REVOKED' });
    expect((await check()).ended).toMatchObject({ endedAs: 'REVOKED' });
    const annulment = { document: '示例复决字〔2026〕1号', reason: '示例·程序违法' };
    await app.as(chief).post(`${path}/annul`).send(annulment).expect(200);
    expect(await institution()).toMatchObject({ filingEndedAs: null });
  });

  it('closure: everybody is placed, and each version of the receipt stays checkable', async () => {
    await accepted('CLOSURE', { notice: { ...stopping(40), recordsKeptBy: '示例·档案室' } });
    await tomorrow(41);
    expect((await institution()).status).toBe('CLOSED');
    const { genuine, ended, versions } = await check();
    expect({ genuine, ended }).toEqual({ genuine: true, ended: null });
    expect(versions.map(({ type }) => type)).toEqual([
      'CLOSURE',
      'RESUMPTION',
      'SUSPENSION',
      'CHANGE',
      'INITIAL',
    ]);
  });
});
