import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder, type FilingAnswer } from './filing.builder';

const NOTHING = {
  registered: false,
  own: [],
  imported: [],
  ended: null,
  draftsUnseen: 0,
  draftsOfColleagues: [],
};

describe('a code that is known already', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let stranger: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    stranger = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const asked = (person: TestPerson, id: string) => app.as(person).get(`/api/v1/filings/${id}/same-code`);
  const known = async (person: TestPerson, id: string) => (await asked(person, id).expect(200)).body;

  it('is not told of what somebody else has drafted, handed in, had returned or refused', async () => {
    const { id } = await filings.draft(operator);
    await filings.draft(stranger);
    const refused = await filings.submitted(stranger);
    await filings.submitted(stranger);
    await filings.returned(stranger, registrar);
    await filings.act(registrar, refused.id, 'refuse', { reason: '示例·不符合规定' });
    expect(await known(operator, id)).toEqual(NOTHING);
  });

  it('is told of the own filings that are under way or accepted, and of no other kind', async () => {
    const person = await app.person('OPERATOR');
    const { id } = await filings.draft(person);
    const submitted = await filings.submitted(person);
    const returned = await filings.returned(person, registrar);
    await filings.draft(person);
    const answer = await known(person, id);
    expect(answer.registered).toBe(false);
    expect(answer.own).toHaveLength(2);
    expect(answer.own).toContainEqual(
      expect.objectContaining({ id: returned.id, status: 'RETURNED', statusLabel: '退回补正' }),
    );
    expect(answer.own).toContainEqual(
      expect.objectContaining({ id: submitted.id, status: 'SUBMITTED', statusLabel: '已提交' }),
    );
    const uscc = '526101160000000199';
    const childcare = await filings.draft(person, 'CHILDCARE', { uscc, legalForm: 'PRIVATE_NON_ENTERPRISE' });
    expect(await known(person, childcare.id)).toEqual(NOTHING);
  });

  it('is told of what the public register shows, and not whose it is', async () => {
    const accepted = await filings.accepted(stranger, registrar);
    const { id } = await filings.draft(operator);
    expect(await known(operator, id)).toEqual({ ...NOTHING, registered: true });
    const again = await filings.draft(stranger);
    expect((await known(stranger, again.id)).own).toContainEqual({
      id: accepted.id,
      status: 'ACCEPTED',
      statusLabel: '已备案',
      type: 'INITIAL',
      regime: 'FILING',
      renewal: false,
      name: ELDERLY_APPLICATION.name,
      on: '2026-11-20',
      institutionStatus: 'OPERATING',
      filingEndedAs: null,
      institutionPassed: false,
      enteredAtWindow: false,
      refusalReason: null,
    });
    await app.database.query(
      `update institutions.institution set filing_ended_as = 'REVOKED' where id = $1`,
      [accepted.institutionId],
    );
    expect((await known(stranger, again.id)).own).toContainEqual(
      expect.objectContaining({ id: accepted.id, filingEndedAs: 'REVOKED' }),
    );
  });

  it('says of a filing that was revoked that it is, also once its place was filed for anew by another account', async () => {
    const [former, next] = [await app.person('OPERATOR'), await app.person('OPERATOR')];
    const { id, institutionId, filingNumber } = await filings.accepted(former, registrar);
    await app.database.query(
      `insert into institutions.filing_end (removal_id, institution_id, filing_number, ended_as, ended_on, decided_by, decided_at)
       values (gen_random_uuid(), $1, $2, 'REVOKED', '2026-11-20', $3, now())`,
      [institutionId, filingNumber, registrar.id],
    );
    await app.database.query(
      `update institutions.institution set operator_id = $2, filing_number = '610116-YL-2026-8888' where id = $1`,
      [institutionId, next.id],
    );
    const draft = await filings.draft(former);
    expect((await known(former, draft.id)).own).toContainEqual(
      expect.objectContaining({
        id,
        filingEndedAs: 'REVOKED',
        institutionStatus: null,
        institutionPassed: true,
      }),
    );
  });

  it('is told before a draft is made, with the own draft to go on with', async () => {
    const person = await app.person('OPERATOR');
    const before = async (query: object) =>
      (await app.as(person).get('/api/v1/filings/same-code').query(query).expect(200)).body;
    // As it is pasted from a certificate.
    const code = { kind: 'CHILDCARE', uscc: ' 91610000 0000000518' };
    await filings.draft(stranger, 'CHILDCARE');
    expect(await before(code)).toEqual(NOTHING);
    const draft = await filings.draft(person, 'CHILDCARE');
    const own = [
      expect.objectContaining({
        id: draft.id,
        status: 'DRAFT',
        statusLabel: '草稿',
        institutionStatus: null,
      }),
    ];
    expect(await before(code)).toEqual({ ...NOTHING, own });
    expect(await before({ ...code, kind: 'ELDERLY_CARE' })).not.toMatchObject({ own });
    await filings.act(person, draft.id, 'abandon');
    expect(await before(code)).toEqual(NOTHING);
    await app.as(person).get('/api/v1/filings/same-code').query({ kind: 'CHILDCARE', uscc: '1' }).expect(422);
    await app.as(registrar).get('/api/v1/filings/same-code').query(code).expect(403);
  });

  it('is for the applicant alone', async () => {
    const { id } = await filings.submitted(operator);
    await asked(registrar, id).expect(403);
    await asked(stranger, id).expect(404);
    await app.http.get(`/api/v1/filings/${id}/same-code`).expect(401);
  });

  it('brings along a head, whose number does not become another’s', async () => {
    const person = await app.person('OPERATOR');
    await filings.accepted(person, registrar);
    const site = { name: '示例·长安颐养院三院', uscc: ELDERLY_APPLICATION.uscc, district: '610116' };
    const heirs = { name: '示例·孙继任', residentId: null, phone: null };
    const begin = async (institution: object) =>
      (
        await app
          .as(person)
          .post('/api/v1/filings')
          .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', institution: { ...site, ...institution } })
          .expect(201)
      ).body as FilingAnswer & { institution: { legalRepresentative: object } };
    const named = await begin({ legalRepresentative: { name: heirs.name } });
    expect(named.institution.legalRepresentative).toEqual(heirs);
    const draft = await begin({});
    const { body } = await app
      .as(person)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', `"${draft.version}"`)
      .send({ institution: { legalRepresentative: { name: heirs.name } } })
      .expect(200);
    expect(body.institution.legalRepresentative).toEqual(heirs);
  });

  it('brings along at the window what the official there may read, and nothing of another department', async () => {
    const person = await app.person('OPERATOR', { name: '示例·周经办' });
    await filings.accepted(person, registrar, 'ELDERLY_CARE', { ownership: 'PRIVATE' });
    const [{ username }] = (await app.database.query<{ username: string }>(
      'select username from access.person where id = $1',
      [person.id],
    )) as [{ username: string }];
    const begin = async (by: TestPerson, kind: string) =>
      (
        await app
          .as(by)
          .post('/api/v1/filings/assisted')
          .send({
            type: 'INITIAL',
            kind,
            institution: { name: '示例·二院', uscc: ELDERLY_APPLICATION.uscc, district: '610116' },
            applicant: { username, name: '示例·周经办' },
          })
          .expect(201)
      ).body;
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const other = await begin(health, 'CHILDCARE');
    expect(other.institution).toMatchObject({
      legalRepresentative: { name: null, residentId: null, phone: null },
      ownership: null,
    });
    const shown = await app
      .as(health)
      .post(`/api/v1/filings/${other.id}/reveal`)
      .send({ fields: ['legalRepresentative.residentId'], reason: '核对身份信息' })
      .expect(200);
    expect(shown.body.values).toEqual({ 'legalRepresentative.residentId': null });
    const own = await begin(registrar, 'ELDERLY_CARE');
    expect(own.institution.legalRepresentative.name).toBe('示例·王建国');
    // The applicant alone has it brought along, whatever department takes it.
    const alone = await app
      .as(person)
      .post('/api/v1/filings')
      .send({
        type: 'INITIAL',
        kind: 'CHILDCARE',
        institution: { name: '示例·托育', uscc: ELDERLY_APPLICATION.uscc, district: '610116' },
      })
      .expect(201);
    expect(alone.body.institution.legalRepresentative.name).toBe('示例·王建国');
  });

  it('brings along what was filed of the legal person before, for the next site of the same person only', async () => {
    const person = await app.person('OPERATOR');
    const contact = { name: '示例·张联络', phone: '13800000009' };
    await filings.accepted(person, registrar, 'ELDERLY_CARE', { contact, ownership: 'PRIVATE' });
    const begin = (by: TestPerson, institution: object) =>
      app
        .as(by)
        .post('/api/v1/filings')
        .send({
          type: 'INITIAL',
          kind: 'ELDERLY_CARE',
          institution: {
            name: '示例·长安颐养院二院',
            uscc: ELDERLY_APPLICATION.uscc,
            district: '610116',
            ...institution,
          },
        })
        .expect(201);
    const next = (await begin(person, { ownership: 'PUBLIC' })).body.institution;
    expect(next).toMatchObject({
      name: '示例·长安颐养院二院',
      legalForm: 'PRIVATE_NON_ENTERPRISE',
      ownership: 'PUBLIC',
      legalRepresentative: { name: '示例·王建国' },
      contact: { name: '示例·张联络' },
      address: null,
      capacity: null,
    });
    const other = (await begin(await app.person('OPERATOR'), {})).body.institution;
    // The legal form is said by the code itself, to whoever types it.
    expect(other).toMatchObject({
      legalForm: 'PRIVATE_NON_ENTERPRISE',
      ownership: null,
      contact: { name: null },
    });
  });
});
