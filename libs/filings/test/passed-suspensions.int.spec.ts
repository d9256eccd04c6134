import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const PAUSE = {
  startsOn: '2026-12-10',
  endsOn: '2027-01-15',
  reason: '示例·消防改造',
  notifiedOn: '2026-11-10',
  residents: 1,
  placements: [{ destination: 'HOME', people: 1 }],
  refundFen: 0,
};
const BACK = { startsOn: '2027-01-20', reason: '示例·改造完成' };
const [TO_END, TO_FOLLOW] = ['SUSPENSION_TO_END', 'SUSPENSION_TO_FOLLOW'];

describe('a suspension whose expected day of resumption has passed', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let institutionId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    institutionId = (await filings.accepted(operator, registrar)).institutionId!;
    await decided('SUSPENSION', PAUSE);
    await onDay('2026-12-10');
  });

  const filed = (type: string, notice: object) =>
    filings.filedAbout(operator, institutionId, type, { notice });
  const decided = async (type: string, notice: object) =>
    filings.act(registrar, (await filed(type, notice)).id, 'accept');
  const onDay = async (date: string) => {
    app.clock.set(`${date}T02:00:00Z`);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', `${institutionId} ${date}`, {});
  };
  const waiting = async (person: TestPerson): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string } }[])
      .filter(({ subject, type }) => subject.id === institutionId && type.startsWith('SUSPENSION_'))
      .map(({ type }) => type);
  };
  const both = async () => [await waiting(operator), await waiting(registrar)];
  const expected = async () =>
    (await app.as(registrar).get(`/api/v1/institutions/${institutionId}`).expect(200)).body
      .expectedResumption;
  const publicPage = async () => (await app.http.get(`/institutions/${institutionId}`).expect(200)).text;

  it('waits for the operator and for the office from the day after it on, and is told in public', async () => {
    await onDay('2027-01-15');
    expect(await both()).toEqual([[], []]);
    expect(await expected()).toEqual({ on: '2027-01-15', hasPassed: false });
    expect(await publicPage()).toContain('2026年12月10日起暂停服务，预计2027年1月15日恢复<');
    await onDay('2027-01-16');
    expect(await both()).toEqual([[TO_END], [TO_FOLLOW]]);
    expect(await expected()).toEqual({ on: '2027-01-15', hasPassed: true });
    expect(await publicPage()).toContain('2026年12月10日起暂停服务，原预计2027年1月15日恢复，尚未恢复');
    const { body } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(body.statusStep).toMatchObject({ action: 'suspend', expectedUntil: '2027-01-15' });
  });

  it('waits for nobody once a resumption is handed in, and again when that is taken back', async () => {
    await onDay('2027-01-18');
    const back = await filed('RESUMPTION', BACK);
    expect(await both()).toEqual([[], []]);
    await app
      .as(operator)
      .post(`/api/v1/filings/${back.id}/withdraw`)
      .set('if-match', `"${back.version}"`)
      .send({})
      .expect(200);
    expect(await both()).toEqual([[TO_END], [TO_FOLLOW]]);
    await decided('RESUMPTION', BACK);
    expect(await both()).toEqual([[], []]);
    await onDay('2027-01-20');
    expect([await both(), await expected()]).toEqual([[[], []], null]);
  });

  it.each([
    ['when it was expected to go on', `expected_until = '2030-01-01'`],
    ['that it was expected to go on', `expected_until = null`],
  ])('keeps %s', async (_, set) => {
    const rewrite = `update institutions.status_step set ${set} where institution_id = $1`;
    await expect(app.database.query(rewrite, [institutionId])).rejects.toThrow(/keep what they say/);
  });
});
