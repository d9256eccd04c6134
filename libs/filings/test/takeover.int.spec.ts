import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const LETTER = 'AUTHORISATION_LETTER';
const PROOF = 'SUCCESSION_PROOF';
const OTHER_PERSON = { uscc: '916100000000000518', legalForm: 'ENTERPRISE' };

interface Taken {
  account: boolean;
  taken: boolean;
  homes: { id: string; name: string }[];
  required: boolean;
  statement: object | null;
}

describe('a first filing beside what stands in the register', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let holder: TestPerson;
  let comer: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    holder = await app.person('OPERATOR');
    comer = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const takeover = (filing: FilingAnswer) => filing.takeover as unknown as Taken | null;
  const codes = ({ materials }: FilingAnswer) => materials.map(({ code }) => code);
  const read = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body as FilingAnswer;
  const submit = (person: TestPerson, id: string) => app.as(person).post(`/api/v1/filings/${id}/submit`);

  it('says nothing as long as nothing stands there', async () => {
    const alone = await filings.draft(comer, 'CHILDCARE');
    expect(takeover(alone)).toBeNull();
    expect(codes(alone)).not.toContain(LETTER);
  });

  it('asks who files under the code of another account why, and for the authorisation, and tells nothing of that account', async () => {
    await filings.accepted(holder, registrar, 'ELDERLY_CARE', { name: '示例·甲账号的院' });
    const draft = await filings.draft(comer);
    expect(takeover(draft)).toEqual({
      account: true,
      taken: false,
      own: null,
      homes: [],
      required: true,
      remarkable: false,
      statement: null,
    });
    expect(JSON.stringify(draft)).not.toContain('甲账号');
    expect(draft.materials).toContainEqual(expect.objectContaining({ code: LETTER, required: true }));
    // Whose home it is files for the next one without.
    expect(takeover(await filings.draft(holder))).toBeNull();

    const others = draft.materials.filter(({ required, code }) => required && code !== LETTER);
    await filings.upload(
      comer,
      draft,
      others.map(({ code }) => code),
    );
    const unsaid = await submit(comer, draft.id).expect(422);
    expect(unsaid.body).toMatchObject({ code: 'FIELDS_INCOMPLETE', errors: [{ pointer: '/takeover' }] });
    const state = (said: object) => app.as(comer).put(`/api/v1/filings/${draft.id}/takeover`).send(said);
    const said = { relation: 'SAME_PERSON', ground: 'OTHER', explanation: ' ' };
    expect((await state(said).expect(422)).body.errors[0].pointer).toBe('/explanation');
    await state({ ...said, ground: 'CONTRACT_ENDED', explanation: '示例' }).expect(422);
    await app.as(holder).put(`/api/v1/filings/${draft.id}/takeover`).send(said).expect(404);
    const stated = await state({ ...said, explanation: '经办人离职，电话 13812345678' }).expect(200);
    expect(stated.body.takeover).toMatchObject({
      required: false,
      statement: { relation: 'SAME_PERSON', explanation: expect.not.stringContaining('13812345678') },
    });
    const lacking = await submit(comer, draft.id).expect(422);
    expect(lacking.body).toMatchObject({ code: 'MATERIALS_INCOMPLETE', missing: ['授权委托书'] });
    await filings.upload(comer, draft, [LETTER]);
    await submit(comer, draft.id).expect(200);

    const seen = await read(registrar, draft.id);
    expect(takeover(seen)).toMatchObject({ account: true, statement: { relation: 'SAME_PERSON' } });
    expect(codes(seen)).toContain(LETTER);
    const { body: same } = await app.as(registrar).get(`/api/v1/filings/${draft.id}/duplicates`).expect(200);
    expect(same.items).toContainEqual(expect.objectContaining({ ofAnother: true, otherHead: false }));
    await app.as(comer).put(`/api/v1/filings/${draft.id}/takeover`).send(said).expect(409);
    const accepted = await filings.act(registrar, draft.id, 'accept');
    expect(codes(accepted)).toContain(LETTER);
  });

  it('points out to who decides that one legal person has two heads', async () => {
    const legalRepresentative = {
      name: '示例·夺院人',
      residentId: '610116189001010027',
      phone: '13800000009',
    };
    const address = '陕西省西安市长安区韦曲街道示例承接路9号';
    const { id } = await filings.submitted(comer, 'ELDERLY_CARE', { legalRepresentative, address });
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/duplicates`).expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({ what: 'INSTITUTION', ofAnother: true, otherHead: true }),
    );
  });

  it('tells in the draft that the very home is registered already', async () => {
    const address = '陕西省西安市长安区韦曲街道示例承接路1号';
    await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address });
    const draft = await filings.draft(comer, 'ELDERLY_CARE', {
      address: '示例承接路1号',
      township: '610116001',
    });
    expect(takeover(draft)).toMatchObject({ account: true, taken: true });
  });

  it('takes the place of a home of another legal person once that has ended, and is written down as its successor', async () => {
    const address = '陕西省西安市长安区韦曲街道示例承接路2号';
    const before = await filings.accepted(holder, registrar, 'ELDERLY_CARE', {
      address,
      name: '示例·人去楼空院',
    });
    const draft = await filings.draft(comer, 'ELDERLY_CARE', { ...OTHER_PERSON, address });
    expect(takeover(draft)).toMatchObject({
      account: false,
      homes: [{ id: before.institutionId, name: '示例·人去楼空院', status: 'OPERATING' }],
    });
    expect(codes(draft)).not.toContain(PROOF);
    const stated = await filings.stateTakeover(comer, draft, {
      relation: 'SUCCESSOR',
      ground: 'CONTRACT_ENDED',
    });
    expect(stated.materials).toContainEqual(expect.objectContaining({ code: PROOF, required: true }));
    await filings.upload(comer, stated);
    await submit(comer, draft.id).expect(200);
    expect(takeover(await read(registrar, draft.id))?.statement).toMatchObject({
      relationLabel: '承接原机构的场地，原机构不再经营',
      predecessor: { id: before.institutionId },
    });
    const unplaced = async (person: TestPerson) =>
      (takeover(await read(person, draft.id))?.statement as { unplaced: object | null } | null)?.unplaced;
    expect(await unplaced(registrar)).toEqual({ residents: null });
    await app.database.query(
      `update institutions.institution set details = jsonb_set(details, '{particulars}', '{"residentsAble": 20, "residentsFully": 6}')
        where id = $1`,
      [before.institutionId],
    );
    expect(await unplaced(registrar)).toEqual({ residents: 26 });
    // How many live with another legal person is not theirs to know who comes.
    expect(await unplaced(comer)).toBeNull();
    const standing = await app.as(registrar).post(`/api/v1/filings/${draft.id}/accept`).expect(409);
    expect(standing.body).toMatchObject({
      code: 'PREDECESSOR_STANDS',
      detail: expect.stringContaining('示例·人去楼空院'),
    });
    await app.database.query(
      `update institutions.institution set filing_ended_as = 'CANCELLED' where id = $1`,
      [before.institutionId],
    );
    const { institutionId } = await filings.act(registrar, draft.id, 'accept');
    const links = await app.database.query(
      `select other_id as "otherId", stands from institutions.link where institution_id = $1 and kind = 'PREDECESSOR'`,
      [institutionId],
    );
    expect(links).toEqual([{ otherId: before.institutionId, stands: true }]);
  });

  it('has nobody left to be placed where the one before ended by its own notice', async () => {
    const address = '陕西省西安市长安区韦曲街道示例承接路4号';
    const before = await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address });
    const { id } = await filings.draft(comer, 'ELDERLY_CARE', { ...OTHER_PERSON, address });
    const said = { relation: 'SUCCESSOR', ground: 'CONTRACT_ENDED' };
    await filings.upload(comer, await filings.stateTakeover(comer, await read(comer, id), said));
    await submit(comer, id).expect(200);
    const notice = {
      startsOn: '2026-11-21',
      reason: '示例·合同到期',
      notifiedOn: '2026-11-19',
      residents: 0,
      placements: [],
      refundFen: 0,
      refundBy: '2026-11-21',
      recordsKeptBy: '示例·档案室',
    };
    const closure = await filings.filedAbout(holder, before.institutionId, 'CLOSURE', { notice });
    const statement = async () => takeover(await read(registrar, id))?.statement;
    expect(await statement()).toMatchObject({ unplaced: { residents: null } });
    await filings.act(registrar, closure.id, 'accept');
    expect(await statement()).toMatchObject({ unplaced: null });
  });

  it('stands beside a home of another legal person that goes on, when that is said', async () => {
    const address = '陕西省西安市长安区韦曲街道示例承接路3号';
    await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address });
    const draft = await filings.draft(comer, 'ELDERLY_CARE', { ...OTHER_PERSON, address });
    const stated = await filings.stateTakeover(comer, draft, { relation: 'BESIDE', ground: 'SEPARATE' });
    expect(codes(stated)).not.toContain(PROOF);
    await filings.upload(comer, stated);
    await submit(comer, draft.id).expect(200);
    await filings.act(registrar, draft.id, 'accept');
  });

  describe('of which something was said before the draft was about another', () => {
    const links = (id: string) =>
      app.database.query(`select from institutions.link where other_id = $1 and kind = 'PREDECESSOR'`, [id]);
    const change = async (id: string, institution: object) => {
      const { version } = await read(comer, id);
      return app
        .as(comer)
        .patch(`/api/v1/filings/${id}`)
        .set('if-match', `"${version}"`)
        .send({ institution })
        .expect(200);
    };

    it('house takes nobody’s place: what was said counts no more, and no succession is written', async () => {
      const house = '陕西省西安市长安区韦曲街道示例搬走路1号';
      const home = await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address: house });
      const draft = await filings.draft(comer, 'ELDERLY_CARE', {
        ...OTHER_PERSON,
        address: house,
      });
      const said = { relation: 'SUCCESSOR', ground: 'CONTRACT_ENDED' };
      expect(codes(await filings.stateTakeover(comer, draft, said))).toContain(PROOF);
      const moved = await change(draft.id, { address: '陕西省西安市长安区韦曲街道示例别处路1号' });
      expect(moved.body.takeover).toBeNull();
      expect(codes(moved.body as FilingAnswer)).not.toContain(PROOF);
      await filings.upload(comer, moved.body as FilingAnswer);
      await submit(comer, draft.id).expect(200);
      expect(takeover(await read(registrar, draft.id))).toBeNull();
      await filings.act(registrar, draft.id, 'accept');
      expect(await links(home.institutionId ?? '')).toEqual([]);
    });

    it('house counts again in the house of which it was said, also by another spelling', async () => {
      const house = '陕西省西安市长安区韦曲街道示例搬走路2号';
      await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address: house });
      const draft = await filings.draft(comer, 'ELDERLY_CARE', { ...OTHER_PERSON, address: house });
      await filings.stateTakeover(comer, draft, { relation: 'BESIDE', ground: 'SEPARATE' });
      const there = await change(draft.id, { address: '示例搬走路2号', township: '610116001' });
      expect(there.body.takeover).toMatchObject({ statement: { relation: 'BESIDE' } });
    });

    it('code is asked about anew', async () => {
      const house = '陕西省西安市长安区韦曲街道示例搬走路3号';
      const home = await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address: house });
      const { body } = await app.as(holder).get(`/api/v1/filings/${home.id}`).expect(200);
      const { uscc, legalForm } = body.institution as { uscc: string; legalForm: string };
      const draft = await filings.draft(comer, 'ELDERLY_CARE', { ...OTHER_PERSON, address: house });
      await filings.stateTakeover(comer, draft, { relation: 'BESIDE', ground: 'SEPARATE' });
      const now = await change(draft.id, {
        uscc,
        legalForm,
        address: '陕西省西安市长安区韦曲街道示例搬走路4号',
      });
      expect(now.body.takeover).toMatchObject({ account: true, required: true, statement: null });
    });

    it('house is no answer to why another account files under a code', async () => {
      const house = '陕西省西安市长安区韦曲街道示例搬走路5号';
      await filings.accepted(holder, registrar, 'ELDERLY_CARE', { ...OTHER_PERSON, address: house });
      const draft = await filings.draft(comer, 'ELDERLY_CARE', { address: house });
      const said = await filings.stateTakeover(comer, draft, { relation: 'BESIDE', ground: 'SEPARATE' });
      expect(said.takeover).toMatchObject({
        account: true,
        required: true,
        statement: { relation: 'BESIDE' },
      });
      const needed = said.materials.filter(({ required }) => required).map(({ code }) => code);
      await filings.upload(comer, said, needed);
      const refused = await submit(comer, draft.id).expect(422);
      expect(refused.body).toMatchObject({ code: 'FIELDS_INCOMPLETE', errors: [{ pointer: '/takeover' }] });
    });
  });
});
