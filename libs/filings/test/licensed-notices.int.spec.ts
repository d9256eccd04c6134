import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { licenseFrom } from './regime.builder';

const DAY = 86_400_000;

const NOTICE = {
  startsOn: '2027-01-01',
  reason: '示例·装修改造',
  notifiedOn: '2026-11-23',
  residents: 0,
  refundFen: 0,
  endsOn: '2027-03-01',
};

describe('what a licensed institution tells of its service', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let filed: FilingAnswer;

  beforeAll(async () => {
    // Friday; the law holds from Monday on.
    app = await TestApp.start({ now: '2026-11-20T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-11-23');
    filed = await filings.accepted(operator, health, 'CHILDCARE');
    app.clock.advance(3 * DAY);
  });
  afterAll(() => app.stop());

  const licensed = () => filings.accepted(operator, health, 'CHILDCARE');
  const tell = (institutionId: string | null, type = 'SUSPENSION', notice: object = NOTICE) =>
    filings.filedAbout(operator, institutionId, type, { notice }, 'CHILDCARE');

  it('is answered within the term of the same notice of one that has filed, and is not to be taken in', async () => {
    const [ofLicence, ofFiling] = [
      await tell((await licensed()).institutionId),
      await tell(filed.institutionId),
    ];
    // Five working days from Tuesday on.
    expect(ofFiling).toMatchObject({ regime: 'FILING', dueOn: '2026-11-30' });
    expect(ofLicence).toMatchObject({
      regime: 'LICENCE',
      dueOn: '2026-11-30',
      admitBy: null,
      statusLabel: '已提交',
    });
    type Item = { type: string; title: string; dueOn: string | null; subject: { id: string } | null };
    const about = async (path: string): Promise<Item[]> => {
      const { body } = await app.as(health).get(path).query({ limit: 100 }).expect(200);
      return (body.items as Item[]).filter(({ subject }) => subject?.id === ofLicence.id);
    };
    expect(await about('/api/v1/work-items')).toMatchObject([
      { type: 'FILING_TO_DECIDE', dueOn: '2026-11-30' },
    ]);
    await app.idle();
    const [submitted] = await about('/api/v1/notifications');
    expect(submitted?.title).toContain('请在2026年11月30日前办理');
  });

  it('is told that term before it is handed in', async () => {
    const { institutionId } = await licensed();
    const draft = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'SUSPENSION', kind: 'CHILDCARE', institutionId, institution: { notice: NOTICE } })
      .expect(201);
    expect(draft.body.ifSubmittedToday).toEqual({ workingDays: 5, dueOn: '2026-11-30' });
  });

  it('leaves a change of the licence to the term of a licence', async () => {
    const { institutionId } = await licensed();
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 59 }, 'CHILDCARE');
    expect(change).toMatchObject({ dueOn: '2026-12-21', admitBy: '2026-11-30' });
  });
});
