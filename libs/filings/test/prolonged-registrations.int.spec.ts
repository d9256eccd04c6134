import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

const NOTICE = {
  startsOn: '2026-11-23',
  endsOn: '2027-03-01',
  reason: '示例·装修改造',
  notifiedOn: '2026-11-20',
  residents: 0,
  refundFen: 0,
};

describe('the registration (登记回执) of what prolongs a suspension', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing());
  });
  afterAll(() => app.stop());

  const registered = async (institutionId: string | null, notice: object) => {
    const told = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice }, 'CHILDCARE');
    await filings.act(health, told.id, 'accept');
    await app.idle();
    return told.id;
  };
  const paperOf = async (id: string): Promise<unknown> =>
    (await app.as(operator).get(`/api/v1/filings/${id}/papers`).expect(200)).body.items[0];

  it('is the next under the licence, which is suspended since the first day', async () => {
    const { institutionId, filingNumber: number } = await filings.accepted(operator, health, 'CHILDCARE');
    const before = await registered(institutionId, NOTICE);
    const later = { ...NOTICE, startsOn: '2027-03-02', endsOn: '2027-06-30' };
    const after = await registered(institutionId, later);
    const by = `${number}（登记第2号）`;
    expect(await paperOf(after)).toMatchObject({ title: '托育机构延长暂停服务登记回执', number: by });
    expect(await paperOf(before)).toMatchObject({ endedAs: 'REPLACED', supersededBy: by });
    const { body } = await app.http.get(`/api/v1/public/receipts/${number}`).expect(200);
    expect(body).toMatchObject({
      registrations: [{ prolongs: true, suspendedSince: '2026-11-23' }, { prolongs: false }],
      standing: { state: 'SUSPENDED', since: '2026-11-23', by },
    });
    const { text } = await app.http.get(`/receipts/${number}`).expect(200);
    expect(text.replace(/<[^>]+>/g, '')).toContain('登记第2号，延长暂停服务（自2026年11月');
  });
});
