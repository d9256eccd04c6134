import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

type Answer = FilingAnswer & { officeNotHere: boolean; beingArranged: boolean };

describe('a first filing where nobody works', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ unstaffed: true });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());

  const read = async (id: string) =>
    (await app.as(operator).get(`/api/v1/filings/${id}`).expect(200)).body as Answer;
  /** With everything that the handing in asks for. */
  const ready = async (kind: 'ELDERLY_CARE' | 'CHILDCARE', institution: object = {}): Promise<string> => {
    const draft = await filings.draft(operator, kind, institution);
    return (await filings.upload(operator, draft)).id;
  };
  const submit = (id: string) => app.as(operator).post(`/api/v1/filings/${id}/submit`);
  const end = (person: TestPerson) =>
    app.database.query('update access.person set disabled_at = now() where id = $1', [person.id]);

  it('is told so in the draft, and refused at the district with whom to speak', async () => {
    const id = await ready('ELDERLY_CARE');
    expect(await read(id)).toMatchObject({ officeNotHere: true, beingArranged: false });
    const answer = await submit(id).expect(422);
    expect(answer.body).toMatchObject({
      code: 'OFFICE_NOT_HERE',
      detail: expect.stringMatching(/长安区民政局尚未在本平台受理申请.*请先联系该部门.*草稿保留/),
      errors: [{ pointer: '/institution/district', code: 'OFFICE_NOT_HERE' }],
    });
    expect(await read(id)).toMatchObject({ status: 'DRAFT' });
  });

  it('is told so before there is a draft, at the district', async () => {
    const office = async (query: string) =>
      (await app.as(operator).get(`/api/v1/filings/office?${query}`).expect(200)).body;
    expect(await office('kind=ELDERLY_CARE&district=610124')).toEqual({
      authorityName: expect.stringContaining('周至县'),
      here: false,
      aboveName: null,
    });
    await app.person('REGISTRAR', { districts: ['610100'] });
    expect(await office('kind=ELDERLY_CARE&district=610124')).toMatchObject({
      here: false,
      aboveName: expect.stringContaining('西安市'),
    });
    expect(await office('kind=CHILDCARE&district=610124')).toMatchObject({ aboveName: null });
    await app.person('REGISTRAR', { districts: ['610124'] });
    expect(await office('kind=ELDERLY_CARE&district=610124')).toMatchObject({ here: true });
    expect(await office('kind=CHILDCARE&district=610124')).toMatchObject({ here: false });
    const wrong = await app.as(operator).get('/api/v1/filings/office?kind=HOME&district=6101').expect(422);
    expect(wrong.body.errors).toHaveLength(2);
    await app
      .as(await app.person('REVIEWER'))
      .get('/api/v1/filings/office?kind=CHILDCARE&district=610124')
      .expect(403);
  });

  it('of another department, place or post nobody makes it taken', async () => {
    const id = await ready('ELDERLY_CARE');
    await app.person('REGISTRAR', { departments: ['health'] });
    await app.person('REGISTRAR', { districts: ['610113'] });
    await app.person('REVIEWER');
    await submit(id).expect(422);
    expect(await read(id)).toMatchObject({ officeNotHere: true });
  });

  it('is taken where an account is out of use, and its applicant reads that somebody is arranged for', async () => {
    const id = await ready('ELDERLY_CARE');
    const registrar = await app.person('REGISTRAR');
    await end(registrar);
    expect(await read(id)).toMatchObject({ officeNotHere: false });
    const { body } = await submit(id).expect(200);
    expect(body).toMatchObject({ status: 'SUBMITTED', officeNotHere: false, beingArranged: true });
    const successor = await app.person('REGISTRAR');
    expect(await read(id)).toMatchObject({ beingArranged: false });

    const returned = await filings.act(successor, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    expect(returned).toMatchObject({ status: 'RETURNED', beingArranged: false });
    await end(successor);
  });

  it('is taken where the office itself has an account, and not where only one above it has', async () => {
    const id = await ready('CHILDCARE', { district: '610104' });
    expect(await read(id)).toMatchObject({ officeNotHere: true });
    await submit(id).expect(422);
    // Who covers the place from above decides nothing there.
    await app.person('REGISTRAR', { departments: ['health'], districts: ['610100'] });
    expect(await read(id)).toMatchObject({ officeNotHere: true });
    await submit(id).expect(422);
    await app.person('REGISTRAR', { departments: ['health'], districts: ['610104'] });
    expect(await read(id)).toMatchObject({ officeNotHere: false });
    await submit(id).expect(200);
  });

  it('does not hold up what is about an institution, nor what was handed in before', async () => {
    const registrar = await app.person('REGISTRAR');
    const { institutionId } = await filings.accepted(operator, registrar);
    const { id } = await filings.returned(operator, registrar);
    // As if its authority had never had anybody: the accounts go elsewhere.
    await app.database.query(`update access.person set districts = '{610113}' where roles && '{REGISTRAR}'`);
    await app
      .as(operator)
      .put(`/api/v1/filings/${id}/materials/COMMITMENT_LETTER`)
      .attach('file', PDF, { filename: '承诺书.pdf', contentType: 'application/pdf' })
      .expect(200);
    expect((await submit(id).expect(200)).body).toMatchObject({ officeNotHere: false, beingArranged: true });
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 150 });
    expect(change).toMatchObject({ status: 'SUBMITTED', officeNotHere: false });
  });
});
