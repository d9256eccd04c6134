import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

const NOTICE = {
  startsOn: '2026-11-23',
  reason: '示例·装修改造',
  notifiedOn: '2026-11-23',
  residents: 0,
  refundFen: 0,
  endsOn: '2027-03-01',
};

interface Granted extends FilingAnswer {
  /** The number of the decision. */
  readonly decision: string;
  /** The SM3 of the certificate. */
  readonly certificate: string;
}

describe('the check of a decision that grants a licence', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let standing: Granted;
  let suspended: Granted;
  let closed: Granted;
  let renewed: Granted;
  let renewal: FilingAnswer;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing());
    standing = await licensed();
    suspended = await licensed();
    await told(suspended, 'SUSPENSION', NOTICE);
    closed = await licensed();
    await told(closed, 'CLOSURE', { ...NOTICE, endsOn: null });
    renewed = await licensed();
    renewal = await renewing(renewed);
  });
  afterAll(() => app.stop());

  const licensed = async (): Promise<Granted> => {
    const filing = await filings.accepted(operator, health, 'CHILDCARE');
    await app.idle();
    const { body } = await app.as(operator).get(`/api/v1/filings/${filing.id}/papers`).expect(200);
    type Line = { kind: string; number: string; file: { sm3: string } };
    const of = (kind: string) => (body.items as Line[]).find((line) => line.kind === kind);
    return {
      ...filing,
      decision: of('LICENCE_GRANT')?.number ?? '',
      certificate: of('RECEIPT')?.file.sm3 ?? '',
    };
  };
  const told = async ({ institutionId }: FilingAnswer, type: string, notice: object) => {
    const { id } = await filings.filedAbout(operator, institutionId, type, { notice }, 'CHILDCARE');
    await filings.act(health, id, 'accept');
  };
  const renewing = async ({ institutionId }: FilingAnswer): Promise<FilingAnswer> => {
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
      .expect(201);
    await filings.upload(operator, body as FilingAnswer);
    await filings.act(operator, body.id as string, 'submit');
    return filings.act(health, body.id as string, 'accept');
  };
  const check = async (asked: Record<string, string>) =>
    (await app.http.get('/api/v1/public/papers').query(asked).expect(200)).body.paper;
  const page = async (asked: Record<string, string>): Promise<string> => {
    const { text } = await app.http.get('/papers').query(asked).expect(200);
    return text.replace(/<[^>]+>/g, '').replace(/\s+/g, '');
  };
  /** Of the decision, and of the certificate in the hand. */
  const pages = async ({ decision, certificate }: Granted) => [
    await page({ number: decision }),
    await page({ sm3: certificate }),
  ];

  it('names the licence, and says that it stands', async () => {
    const number = standing.filingNumber ?? '';
    expect(await check({ number: standing.decision })).toMatchObject({
      endedAs: null,
      standing: { licence: { number, standing: { state: 'STANDS' } }, status: 'OPERATING' },
    });
    const [decision, certificate] = await pages(standing);
    expect(decision).toContain(`准予的许可证${number}许可证状态有效`);
    expect(certificate).toContain('许可证状态有效');
  });

  it('says since when and by what the service is suspended, and that the licence was not taken back', async () => {
    for (const text of await pages(suspended)) {
      expect(text).toMatch(/现行有效\S?暂停服务/);
      expect(text).toMatch(/许可证状态2026年11月23日起暂停服务，见\S+（登记第1号）；许可证没有收回/);
    }
  });

  it('says that the institution has ended, and by which registration', async () => {
    const by = `${closed.filingNumber ?? ''}（登记第1号）`;
    expect(await check({ number: closed.decision })).toMatchObject({ endedAs: 'CLOSED', supersededBy: by });
    for (const text of await pages(closed)) {
      expect(text).toContain(`许可证状态2026年11月23日起已终止服务，见${by}；许可证不再使用`);
      expect(text).not.toContain('现行有效');
    }
  });

  it('says which licence took its place', async () => {
    const by = renewal.filingNumber ?? '';
    const [decision, certificate] = await pages(renewed);
    expect(decision).toContain(`准予的许可证已由${by}代替`);
    for (const text of [decision, certificate]) {
      expect(text).toContain(`许可证状态已由许可证${by}代替`);
      expect(text).not.toContain('现行有效');
    }
  });

  it('says that it has expired, from which day on', async () => {
    app.clock.set('2031-11-23T02:00:00Z');
    const [decision, certificate] = await pages(standing);
    expect(decision).toContain('准予的许可有效期已经届满，2031年11月23日起不再有效');
    for (const text of [decision, certificate]) {
      expect(text).toContain('许可证状态有效期已经届满，2031年11月23日起不再有效');
      expect(text).not.toContain('现行有效');
    }
  });
});
