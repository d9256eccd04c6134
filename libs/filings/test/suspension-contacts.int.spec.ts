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
const ASKED = {
  contactedOn: '2027-01-18',
  way: 'PHONE',
  whom: '院长',
  words: '改造延后，月底完工，电话 13800000001',
  lookAgainOn: '2027-02-10',
};

describe('what the office learns of a suspension past its day', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let institutionId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { name: '示例·李受理' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    institutionId = (await filings.accepted(operator, registrar)).institutionId!;
    await decided('SUSPENSION', PAUSE);
    await onDay('2026-12-10');
    await onDay('2027-01-18');
  });

  const decided = async (type: string, notice: object) => {
    const { id } = await filings.filedAbout(operator, institutionId, type, { notice });
    await filings.act(registrar, id, 'accept');
  };
  const onDay = async (date: string) => {
    app.clock.set(`${date}T02:00:00Z`);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', `${institutionId} ${date}`, {});
  };
  const path = () => `/api/v1/institutions/${institutionId}/suspension-contacts`;
  const record = (said: object = {}, person = registrar) =>
    app
      .as(person)
      .post(path())
      .send({ ...ASKED, ...said });
  const waiting = async (): Promise<string[]> => {
    const { body } = await app.as(registrar).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; detail: string; subject: { id: string } }[])
      .filter(({ subject, type }) => subject.id === institutionId && type === 'SUSPENSION_TO_FOLLOW')
      .map(({ detail }) => detail);
  };

  it('is kept, and waits again on the day that the office names', async () => {
    expect(await waiting()).toEqual(['预计 2027年1月15日恢复，这一天已过，请向机构了解情况']);
    await record().expect(201);
    expect(await waiting()).toEqual([]);
    await onDay('2027-02-09');
    expect(await waiting()).toEqual([]);
    await onDay('2027-02-10');
    expect(await waiting()).toEqual([
      '预计 2027年1月15日恢复，这一天已过；2027年1月18日了解过，请再次了解情况',
    ]);
    const { body } = await record({
      contactedOn: '2027-02-10',
      way: 'VISIT',
      words: '仍在改造',
      lookAgainOn: '2027-03-01',
    }).expect(201);
    expect(body.items).toEqual([
      expect.objectContaining({ contactedOn: '2027-02-10', way: 'VISIT', words: '仍在改造' }),
      expect.objectContaining({
        words: '改造延后，月底完工，电话 138****0001',
        whom: '院长',
        lookAgainOn: '2027-02-10',
        expectedOn: '2027-01-15',
        madeByName: '示例·李受理',
      }),
    ]);
    const first = await app.as(registrar).get(`${path()}?limit=1`).expect(200);
    const second = await app
      .as(registrar)
      .get(`${path()}?limit=1&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(second.body).toMatchObject({ items: [{ whom: '院长' }], nextCursor: null });
    await expect(
      app.database.query(`update institutions.suspension_contact set words = 'x'`),
    ).rejects.toThrow('append-only');
  });

  it('is of the day that was told last: once that is prolonged, the new day is waited for', async () => {
    await record({ lookAgainOn: '2027-06-01' }).expect(201);
    await decided('SUSPENSION', { ...PAUSE, startsOn: '2027-01-18', endsOn: '2027-02-01' });
    await record().expect(409);
    await onDay('2027-02-02');
    expect(await waiting()).toEqual(['预计 2027年2月1日恢复，这一天已过，请向机构了解情况']);
    await decided('RESUMPTION', { startsOn: '2027-02-05', reason: '示例·改造完成' });
    await onDay('2027-02-05');
    expect(await waiting()).toEqual([]);
    const { body } = await record().expect(409);
    expect(body.code).toBe('SUSPENSION_NOT_PASSED');
    const kept = await app.as(registrar).get(path()).expect(200);
    expect(kept.body.items).toHaveLength(1);
  });

  it.each([
    [{ contactedOn: '2027-01-19' }, 'contactedOn'],
    [{ contactedOn: '2027-01-15' }, 'contactedOn'],
    [{ lookAgainOn: '2027-01-18' }, 'lookAgainOn'],
    [{ lookAgainOn: '2027-07-19' }, 'lookAgainOn'],
    [{ way: 'LETTER' }, 'way'],
    [{ whom: '。' }, 'whom'],
    [{ words: '1' }, 'words'],
    [{ words: '改'.repeat(1001) }, 'words'],
    [{ contactedOn: '2027-02-30' }, 'contactedOn'],
  ])('says what is wrong with %j at its field', async (said, field) => {
    const { body } = await record(said);
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: `/${field}` }] });
  });

  it('is for the office alone', async () => {
    await record().expect(201);
    const others: [TestPerson, number, number][] = [
      [operator, 403, 403],
      [await app.person('INSPECTOR'), 403, 403],
      [await app.person('REGISTRAR', { departments: ['health'] }), 403, 403],
      [await app.person('REGISTRAR', { districts: ['500152'] }), 404, 404],
      [await app.person('REVIEWER'), 200, 403],
    ];
    for (const [person, read, write] of others) {
      await app.as(person).get(path()).expect(read);
      await record({}, person).expect(write);
    }
    const seen = await app.as(operator).get(`/api/v1/institutions/${institutionId}`).expect(200);
    expect(JSON.stringify(seen.body)).not.toContain('改造延后');
    const entries = await app.database.query<{ said: string }>(
      'select action || canonical as said from audit.entry where subject_id = $1',
      [institutionId],
    );
    expect(JSON.stringify(entries)).toContain('institution.suspension-asked-after');
    expect(JSON.stringify(entries)).not.toContain('改造延后');
  });
});
