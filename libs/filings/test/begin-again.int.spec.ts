import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder, type FilingAnswer } from './filing.builder';

describe('what was refused, filled in again', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const refused = async (by: TestPerson): Promise<string> => {
    const { id } = await filings.submitted(by);
    await filings.act(registrar, id, 'refuse', { reason: '示例·不符合规定' });
    return id;
  };
  const again = (by: TestPerson, againOf: string, kind = 'ELDERLY_CARE') =>
    app.as(by).post('/api/v1/filings').send({ type: 'INITIAL', kind, againOf });
  const drafts = async (): Promise<number> => {
    const rows = await app.database.query<{ drafts: number }>(
      `select count(*)::int as drafts from filings.filing where status = 'DRAFT'`,
    );
    return rows[0]?.drafts ?? 0;
  };

  it('begins with every answer and file of that case, and without its promises and what is signed anew', async () => {
    const id = await refused(operator);
    const { body } = await again(operator, id).expect(201);
    expect(body).toMatchObject({ type: 'INITIAL', status: 'DRAFT', round: 0, filingNumber: null });
    expect(body.id).not.toBe(id);
    const { name, capacity, legalForm } = ELDERLY_APPLICATION;
    expect(body.institution).toMatchObject({ name, capacity, legalForm });
    expect(body.institution.legalRepresentative.residentId).not.toBeNull();
    expect(body.institution.particulars.pledges ?? []).toEqual([]);
    const uploaded = (body as FilingAnswer).materials.filter((material) => material.uploaded);
    expect(uploaded.map(({ code }) => code)).toEqual(['REGISTRATION_CERTIFICATE', 'COMMITMENT_LETTER']);
    const files = await app.database.query<{ filings: number }>(
      `select count(distinct filing_id)::int as filings from filings.material
        where filing_id = any($1) and code = 'COMMITMENT_LETTER' group by file_id`,
      [[id, body.id]],
    );
    expect(files).toEqual([{ filings: 2 }]);
    const path = `/api/v1/filings/${(body as FilingAnswer).id}/materials/COMMITMENT_LETTER`;
    await app.as(operator).get(path).expect(200);
  });

  it('goes on with the draft that was begun already', async () => {
    const person = await app.person('OPERATOR');
    const id = await refused(person);
    const first = await again(person, id).expect(201);
    const before = await drafts();
    const second = await again(person, id).expect(201);
    expect(second.body.id).toBe(first.body.id);
    const third = await app
      .as(person)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', againOf: id, institution: {} })
      .expect(201);
    expect(third.body.id).toBe(first.body.id);
    expect(await drafts()).toBe(before);
  });

  it('is for whose case it was alone, of the same kind, and only once that has ended', async () => {
    const stranger = await app.person('OPERATOR');
    const id = await refused(operator);
    await again(stranger, id).expect(404);
    await again(operator, id, 'CHILDCARE').expect(404);
    await again(registrar, id).expect(403);
    const { id: open } = await filings.submitted(operator);
    const { body } = await again(operator, open).expect(422);
    expect(body).toMatchObject({ errors: [{ pointer: '/againOf', code: 'NOT_ENDED' }] });
    await again(operator, 'not-an-id').expect(422);
  });

  it('is named where the code is typed', async () => {
    const person = await app.person('OPERATOR');
    const id = await refused(person);
    const { body } = await app
      .as(person)
      .get(`/api/v1/filings/same-code?kind=ELDERLY_CARE&uscc=${ELDERLY_APPLICATION.uscc}`)
      .expect(200);
    expect(body.own).toContainEqual(expect.objectContaining({ id, status: 'REFUSED' }));
  });
});
