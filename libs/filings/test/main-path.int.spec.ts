import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS, FilingBuilder } from './filing.builder';

describe('a filing from draft to acceptance', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  const registrars = {} as Record<keyof typeof DRAFTS, TestPerson>;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrars.ELDERLY_CARE = await app.person('REGISTRAR');
    registrars.CHILDCARE = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  it.each(['ELDERLY_CARE', 'CHILDCARE'] as const)('goes the whole way for %s', async (kind) => {
    const created = await app.as(operator).post('/api/v1/filings').send(DRAFTS[kind]).expect(201);
    const draft = created.body;
    expect(draft).toMatchObject({
      status: 'DRAFT',
      version: 1,
      availableActions: ['submit', 'abandon'],
      dueOn: null,
    });
    expect(created.headers['etag']).toBe('"1"');
    expect(draft.materials.length).toBeGreaterThanOrEqual(3);
    expect(draft.materials[0]).toMatchObject({ required: true, uploaded: false });

    const edited = await app
      .as(operator)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', '"1"')
      .send({ institution: { servicePhone: '029-85290001' } })
      .expect(200);
    expect(edited.body).toMatchObject({ version: 2, institution: { servicePhone: '029-85290001' } });

    const complete = await filings.upload(operator, draft);
    expect(complete.materials.filter(({ required, uploaded }) => required && !uploaded)).toEqual([]);
    const submitted = await filings.act(operator, draft.id, 'submit');
    // Submitted on Friday 2026-11-20; five working days.
    expect(submitted).toMatchObject({
      status: 'SUBMITTED',
      dueOn: '2026-11-27',
      availableActions: ['withdraw'],
    });

    const seen = await app.as(registrars[kind]).get(`/api/v1/filings/${draft.id}`).expect(200);
    expect(seen.body.availableActions).toEqual(['return', 'refuse', 'accept']);
    const accepted = await filings.act(registrars[kind], draft.id, 'accept');
    const letters = kind === 'ELDERLY_CARE' ? 'YL' : 'TY';
    expect(accepted).toMatchObject({
      status: 'ACCEPTED',
      filingNumber: `610116-${letters}-2026-0001`,
      dueOn: null,
      availableActions: [],
    });
    const institutions = await app.database.query<{ filing_number: string; status: string }>(
      'select filing_number, status from institutions.institution where id = $1',
      [accepted.institutionId],
    );
    expect(institutions).toEqual([{ filing_number: accepted.filingNumber, status: 'OPERATING' }]);
  });
});
