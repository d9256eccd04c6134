import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

const ANOTHER_PDF = Buffer.concat([PDF, Buffer.from('% another\n')]);

describe('what has changed since the last submission', () => {
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

  const changes = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/changes`).expect(200)).body;
  const edit = ({ id, version }: FilingAnswer, institution: object) =>
    app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution })
      .expect(200);
  const replace = (id: string, code: string, file: Buffer, filename: string) =>
    app
      .as(operator)
      .put(`/api/v1/filings/${id}/materials/${code}`)
      .attach('file', file, { filename, contentType: 'application/pdf' })
      .expect(200);

  const returned = async (): Promise<FilingAnswer> => {
    const { id } = await filings.submitted(operator);
    return filings.act(registrar, id, 'return', {
      reasons: [
        { pointer: '/institution/address', message: '住所应写到门牌号' },
        { pointer: '/materials/COMMITMENT_LETTER', message: '没有盖章' },
        { pointer: '/materials/FILING_APPLICATION', message: '没有签字' },
      ],
    });
  };

  it('is nothing while nothing was handed in before', async () => {
    const nothing = {
      since: null,
      fields: [],
      materials: [],
      takeover: null,
      remarks: [],
      openToRemarks: null,
    };
    expect(await changes(operator, (await filings.draft(operator)).id)).toEqual(nothing);
    const { id } = await filings.submitted(operator);
    expect(await changes(registrar, id)).toEqual(nothing);
    expect(await changes(operator, id)).toEqual(nothing);
  });

  it('is told to the applicant while they put it right, remark by remark, and to nobody else before it is handed in', async () => {
    const filing = await returned();
    const touched = async (person: TestPerson) =>
      (await changes(person, filing.id)).remarks.map(({ touched: yes }: { touched: boolean }) => yes);
    expect(await touched(operator)).toEqual([false, false, false]);
    await edit(filing, { address: '长安区示例路9号2号楼' });
    await replace(filing.id, 'COMMITMENT_LETTER', ANOTHER_PDF, '承诺书（盖章）.pdf');
    await replace(filing.id, 'FILING_APPLICATION', PDF, '同一份.pdf');
    expect(await touched(operator)).toEqual([true, true, false]);
    expect(await changes(registrar, filing.id)).toMatchObject({ since: null, remarks: [] });
  });

  it('is all that a later round may cite, besides what was cited before and what is not filled in', async () => {
    const { id } = await filings.returned(operator, registrar);
    await filings.act(operator, id, 'submit');
    const { openToRemarks } = await changes(registrar, id);
    expect(openToRemarks).toContain('/institution/address');
    expect(openToRemarks).toContain('/institution/floorAreaM2');
    expect(openToRemarks).not.toContain('/institution/capacity');
    const returnWith = (...pointers: string[]) =>
      app
        .as(registrar)
        .post(`/api/v1/filings/${id}/return`)
        .send({
          reasons: pointers.map((pointer) => ({ pointer, message: '示例·请核对' })),
          call: '示例·电话说明过',
        });
    const late = await returnWith('/institution/address', '/institution/capacity', '/').expect(422);
    expect(late.body.code).toBe('REMARK_TOO_LATE');
    expect(late.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/reasons/1/pointer',
      '/reasons/2/pointer',
    ]);
    expect(late.body.errors[0].message).toContain('床位数');
    await returnWith('/institution/floorAreaM2').expect(200);
    await filings.act(operator, id, 'submit');
    // Left out once, and not lost by it.
    await returnWith('/institution/address').expect(200);
  });

  it('stands before the registrar at the next submission, field by field, with the files', async () => {
    const filing = await returned();
    await edit(filing, {
      address: '长安区示例路10号3号楼',
      township: '610116001',
      mealsProvided: true,
      legalRepresentative: { residentId: '11010519491231002X', phone: '13800009001' },
    });
    await replace(filing.id, 'COMMITMENT_LETTER', ANOTHER_PDF, '承诺书（盖章）.pdf');
    await filings.act(operator, filing.id, 'submit');
    const answer = await changes(registrar, filing.id);
    expect(answer).toMatchObject({
      since: { round: 1 },
      materials: [
        {
          code: 'COMMITMENT_LETTER',
          name: '承诺书',
          change: 'REPLACED',
          old: 'COMMITMENT_LETTER.pdf',
          new: '承诺书（盖章）.pdf',
          oldVersion: 1,
        },
      ],
      remarks: [
        { place: '住所（服务场所地址）', message: '住所应写到门牌号', touched: true },
        { place: '承诺书', touched: true },
        { place: '备案申请书', touched: false },
      ],
    });
    const shown = (fields: readonly { pointer: string; old: string; new: string }[]) =>
      Object.fromEntries(
        fields.map(({ pointer, old, new: fresh }) => [pointer.replace('/institution/', ''), [old, fresh]]),
      );
    expect(shown(answer.fields)).toMatchObject({
      township: ['未填报', expect.stringMatching(/^陕西省西安市长安区/)],
      address: [expect.stringMatching(/^陕西省/), '长安区示例路10号3号楼'],
      'legalRepresentative/residentId': ['610116********0019', '110105********002X'],
      'legalRepresentative/phone': ['138****0001', '138****9001'],
    });
    const own = shown((await changes(operator, filing.id)).fields);
    expect(own['legalRepresentative/residentId']).toEqual(['**************0019', '**************002X']);
  });

  it('comes with the file that was replaced, for those who see the new one, and only once it was handed in', async () => {
    const filing = await returned();
    const at = (version: number | string) =>
      `/api/v1/filings/${filing.id}/materials/COMMITMENT_LETTER/versions/${version}`;
    const sizeOf = async (person: TestPerson, version: number) =>
      Number((await app.as(person).get(at(version)).expect(200)).headers['content-length']);
    await replace(
      filing.id,
      'COMMITMENT_LETTER',
      Buffer.concat([PDF, Buffer.from('% a slip\n')]),
      '手误.pdf',
    );
    await replace(filing.id, 'COMMITMENT_LETTER', ANOTHER_PDF, '承诺书（盖章）.pdf');
    await app.as(registrar).get(at(3)).expect(404);
    await filings.act(operator, filing.id, 'submit');
    for (const person of [operator, registrar]) {
      expect(await sizeOf(person, 1)).toBe(PDF.length);
      expect(await sizeOf(person, 3)).toBe(ANOTHER_PDF.length);
      await app.as(person).get(at(2)).expect(404);
      await app.as(person).get(at(4)).expect(404);
      await app
        .as(person)
        .get(at('9'.repeat(12)))
        .expect(404);
      await app.as(person).get(at('x')).expect(400);
    }
    const refused = async (person: TestPerson, status: number) => app.as(person).get(at(1)).expect(status);
    await refused(await app.person('OPERATOR'), 404);
    await refused(await app.person('REGISTRAR', { districts: ['500152'] }), 404);
    await refused(await app.person('REGISTRAR', { departments: ['health'] }), 403);
    await refused(await app.person('INSPECTOR'), 403);
    await app.http.get(at(1)).expect(401);
  });

  it('is not there for another operator, another district or another department', async () => {
    const { id } = await filings.returned(operator, registrar);
    const refused = async (person: TestPerson, status: number) =>
      app.as(person).get(`/api/v1/filings/${id}/changes`).expect(status);
    await refused(await app.person('OPERATOR'), 404);
    await refused(await app.person('REGISTRAR', { districts: ['500152'] }), 404);
    await refused(await app.person('REGISTRAR', { departments: ['health'] }), 403);
    await refused(await app.person('INSPECTOR'), 403);
    await app.http.get(`/api/v1/filings/${id}/changes`).expect(401);
  });

  it('is what the term of the authority would be, too, for who may hand it in', async () => {
    const draft = await filings.draft(operator);
    const asked = async (person: TestPerson, id: string) =>
      (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body.ifSubmittedToday;
    const term = await asked(operator, draft.id);
    expect(term).toMatchObject({ workingDays: 5 });
    const { id, dueOn } = await filings.submitted(operator);
    expect(term.dueOn).toBe(dueOn);
    expect(await asked(operator, id)).toBeNull();
    const back = await filings.returned(operator, registrar);
    expect(await asked(operator, back.id)).toEqual(term);
    expect(await asked(registrar, back.id)).toBeNull();
  });

  it('is by when the applicant would have to hand in again, told to who may return it, and then since when and by whom', async () => {
    const { id } = await filings.submitted(operator);
    const asked = async (person: TestPerson) =>
      (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body;
    const before = await asked(registrar);
    expect(before).toMatchObject({ ifReturnedToday: expect.any(String), returned: null });
    expect((await asked(operator)).ifReturnedToday).toBeNull();
    const reasons = [{ pointer: '/institution/address', message: '示例·住所应写到门牌号' }];
    const { correctBy } = await filings.act(registrar, id, 'return', { reasons });
    expect(before.ifReturnedToday).toBe(correctBy);
    const history = await app.as(registrar).get(`/api/v1/filings/${id}/history`).expect(200);
    for (const person of [operator, registrar]) {
      expect((await asked(person)).returned).toEqual({
        at: history.body.items.at(-1).at,
        by: expect.stringContaining('长安区'),
      });
    }
    await filings.act(operator, id, 'submit');
    expect((await asked(operator)).returned).toBeNull();
  });
});
