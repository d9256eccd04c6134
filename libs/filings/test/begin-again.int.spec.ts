import { isSignedForm } from '@zhaoguan/contracts';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

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

  it('leaves behind the files of another code, name or address once it is about that', async () => {
    const person = await app.person('OPERATOR');
    const { id } = await filings.submitted(person, 'CHILDCARE');
    await filings.act(person, id, 'withdraw');
    const begun = (await again(person, id, 'CHILDCARE').expect(201)).body as FilingAnswer;
    const uploaded = async () => {
      const { body } = await app.as(person).get(`/api/v1/filings/${begun.id}`).expect(200);
      const of = (body as FilingAnswer).materials.filter((material) => material.uploaded);
      return { version: body.version as number, codes: of.map(({ code }) => code) };
    };
    const edit = async (institution: object): Promise<readonly string[]> => {
      const { version } = await uploaded();
      await app
        .as(person)
        .patch(`/api/v1/filings/${begun.id}`)
        .set('if-match', `"${version}"`)
        .send({ institution })
        .expect(200);
      return (await uploaded()).codes;
    };
    const { codes: all } = await uploaded();
    expect(all).toEqual(expect.arrayContaining(['REGISTRATION_CERTIFICATE', 'PREMISES_PROOF']));
    const named = await edit({ name: '示例·另一名称托育有限公司' });
    expect(named).not.toContain('REGISTRATION_CERTIFICATE');
    expect(named).toContain('PREMISES_PROOF');
    expect(await edit({ address: '示例路 9999 号' })).not.toContain('PREMISES_PROOF');
    expect(await edit({ uscc: '91610000000000052B' })).toEqual([]);
    const { body } = await app
      .as(person)
      .put(`/api/v1/filings/${begun.id}/materials/REGISTRATION_CERTIFICATE`)
      .attach('file', PDF, '营业执照.pdf')
      .expect(200);
    expect((body as FilingAnswer).materials.filter((material) => material.uploaded)).toMatchObject([
      { code: 'REGISTRATION_CERTIFICATE' },
    ]);
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

  it('tells who is about to hand in the very same that it was refused as it is', async () => {
    const person = await app.person('OPERATOR');
    const id = await refused(person);
    const { body } = await again(person, id).expect(201);
    const filing = await filings.upload(person, body as FilingAnswer);
    const told = async () =>
      (await app.as(person).get(`/api/v1/filings/${filing.id}/refused-before`).expect(200)).body.items;
    expect(await told()).toEqual([
      {
        filingId: id,
        status: 'REFUSED',
        reason: '示例·不符合规定',
        unchanged: true,
        signedAnew: [],
        remarks: [],
      },
    ]);
    const [form] = filing.materials.filter(isSignedForm);
    const signed = await app
      .as(person)
      .put(`/api/v1/filings/${filing.id}/materials/${form!.code}`)
      .attach('file', Buffer.concat([PDF, Buffer.from('\n')]), '重新签字.pdf')
      .expect(200);
    expect(await told()).toMatchObject([{ unchanged: true, signedAnew: [form!.name] }]);
    await app
      .as(person)
      .patch(`/api/v1/filings/${filing.id}`)
      .set('if-match', `"${signed.body.version}"`)
      .send({ institution: { capacity: 121 } })
      .expect(200);
    expect(await told()).toMatchObject([{ unchanged: false, signedAnew: [form!.name] }]);
    // Who assists at the window reads it of a draft of their own alone, and hears of no other.
    await app.as(registrar).get(`/api/v1/filings/${filing.id}/refused-before`).expect(404);
    // It hinders nothing.
    expect(await filings.act(person, filing.id, 'submit')).toMatchObject({ status: 'SUBMITTED' });
    expect(await told()).toEqual([]);
  });

  describe('about a registered institution', () => {
    const NOTICE = {
      startsOn: '2026-12-01',
      endsOn: '2027-03-01',
      reason: '示例·房屋装修',
      notifiedOn: '2026-11-01',
      residents: 2,
      placements: [{ destination: 'HOME', people: 2 }],
      refundFen: 0,
    };
    const begin = (body: object) =>
      app
        .as(operator)
        .post('/api/v1/filings')
        .send({ kind: 'ELDERLY_CARE', ...body });
    const uploadedOf = ({ materials }: FilingAnswer) =>
      materials.filter(({ uploaded }) => uploaded).map(({ code }) => code);

    it('a notice that was taken back begins with what it said, and with its files but what is signed', async () => {
      const { institutionId } = await filings.accepted(operator, registrar);
      const { id } = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice: NOTICE });
      await filings.act(operator, id, 'withdraw');
      const { body } = await begin({ type: 'SUSPENSION', againOf: id }).expect(201);
      expect(body).toMatchObject({ type: 'SUSPENSION', institutionId, institution: { notice: NOTICE } });
      expect(uploadedOf(body as FilingAnswer)).toEqual(['RESETTLEMENT_PLAN']);
      const twice = await begin({ type: 'SUSPENSION', againOf: id }).expect(409);
      expect(twice.body.code).toBe('CHANGE_UNDER_WAY');
    });

    it('a notice whose day has passed is begun again all the same, and is put right before it is handed in', async () => {
      const { institutionId } = await filings.accepted(operator, registrar);
      const { id } = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice: NOTICE });
      await filings.act(operator, id, 'withdraw');
      app.clock.set('2026-12-10T02:00:00Z');
      const { body } = await begin({ type: 'SUSPENSION', againOf: id }).expect(201);
      const filing = await filings.upload(operator, body as FilingAnswer);
      const answer = await app.as(operator).post(`/api/v1/filings/${filing.id}/submit`).expect(422);
      expect(answer.body.errors).toMatchObject([{ pointer: '/institution/notice/startsOn' }]);
      app.clock.set('2026-11-20T02:00:00Z');
    });

    it('a change begins with what it changed, and leaves what was granted since as the register holds it', async () => {
      const { institutionId } = await filings.accepted(operator, registrar);
      const change = (institution: object) =>
        filings.filedAbout(operator, institutionId, 'CHANGE', institution);
      const { id } = await change({ servicePhone: '029-85000001', capacity: 130 });
      await filings.act(registrar, id, 'refuse', { reason: '示例·不符合规定' });
      const granted = await change({ capacity: 140 });
      await filings.act(registrar, granted.id, 'accept');
      const { body } = await begin({ type: 'CHANGE', againOf: id }).expect(201);
      expect(body.institution).toMatchObject({ servicePhone: '029-85000001', capacity: 140 });
      expect(body.amendments.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/institution/servicePhone',
      ]);
    });

    it('is of the same type, and of what has ended', async () => {
      const { institutionId } = await filings.accepted(operator, registrar);
      const { id } = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice: NOTICE });
      await begin({ type: 'SUSPENSION', againOf: id }).expect(422);
      await filings.act(operator, id, 'withdraw');
      await begin({ type: 'CLOSURE', againOf: id }).expect(404);
    });
  });
});
