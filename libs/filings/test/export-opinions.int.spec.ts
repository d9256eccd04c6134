import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

describe('opinions and commitments as spreadsheets', () => {
  let app: TestApp;
  let operator: TestPerson;
  let fire: TestPerson;
  let health: TestPerson;
  let institutionId: string;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    const filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    const registrar = await app.person('REGISTRAR');
    fire = await app.person('ADVISER', { departments: ['fire'] });
    health = await app.person('REGISTRAR', { departments: ['health'] });
    for (const question of ['=请就消防安全条件提出意见', '请就疏散通道提出意见']) {
      const { id } = await filings.submitted(operator);
      const asked = { department: 'fire', question, materials: [] };
      await app.as(registrar).post(`/api/v1/filings/${id}/opinions`).send(asked).expect(201);
    }
    const { body } = await app.as(fire).get('/api/v1/opinions').expect(200);
    const items = body.items as { id: string; question: string }[];
    const [first] = items.filter(({ question }) => question === '请就疏散通道提出意见');
    await app.as(fire).post(`/api/v1/opinions/${first!.id}/answer`).send({ answer: 'AGREE' }).expect(200);
    institutionId = await promised(filings);
  });
  afterAll(() => app.stop());

  /** An accepted 托育机构 that has promised one material. */
  const promised = async (filings: FilingBuilder): Promise<string> => {
    const draft = await filings.draft(operator, 'CHILDCARE');
    const found = draft.materials.find(({ code }) => code === 'PREMISES_PROOF') as unknown as {
      offer: { text: string };
    };
    const path = `/api/v1/filings/${draft.id}/commitments/PREMISES_PROOF`;
    const given = await app.as(operator).put(path).send({ text: found.offer.text }).expect(200);
    const others = draft.materials.filter(({ code, required }) => required && code !== 'PREMISES_PROOF');
    await filings.upload(
      operator,
      given.body as FilingAnswer,
      others.map(({ code }) => code),
    );
    await filings.act(operator, draft.id, 'submit');
    const accepted = await filings.act(health, draft.id, 'accept');
    return String(accepted.institutionId);
  };
  const rowsOf = async (person: TestPerson, path: string) =>
    (await exportedSheet(app, person, `/api/v1/${path}`)).rows;

  it('say what the own department was asked and answered, as the list is filtered', async () => {
    const [header, ...rows] = await rowsOf(fire, 'opinions/export');
    expect(header).toEqual([
      '机构名称',
      '机构类型',
      '所在区县',
      '征求部门',
      '问题',
      '状态',
      '征求时间',
      '答复期限',
      '答复',
    ]);
    // What is to be answered comes first.
    expect(rows.map((row) => row[8])).toEqual([undefined, '同意']);
    const [, ...open] = await rowsOf(fire, 'opinions/export?status=ASKED');
    expect(open.find((row) => row[4] === '=请就消防安全条件提出意见')).toMatchObject({
      2: '陕西省西安市长安区',
      5: '待答复',
      7: { date: '2026-11-25' },
    });
  });

  it('are for the department that was asked, in its place', async () => {
    const other = await app.person('ADVISER', { departments: ['housing'] });
    const elsewhere = await app.person('ADVISER', { departments: ['fire'], districts: ['500152'] });
    expect(await rowsOf(other, 'opinions/export')).toHaveLength(1);
    expect(await rowsOf(elsewhere, 'opinions/export')).toHaveLength(1);
    await app.as(operator).get('/api/v1/opinions/export').expect(403);
  });

  it('say what an institution has promised, to itself and to who takes its filings', async () => {
    const path = `commitments/export?institutionId=${institutionId}`;
    const [header, line] = await rowsOf(health, path);
    expect(header).toEqual([
      '备案（许可证）编号',
      '承诺的材料',
      '最迟补交',
      '最迟核实',
      '状态',
      '退回或者认定的理由',
    ]);
    const dueOn = { date: expect.any(String) as string };
    expect(line?.slice(1, 5)).toEqual(['托育机构场地证明', dueOn, null, '待补交']);
    expect(await rowsOf(operator, path)).toHaveLength(2);
    for (const settings of [{}, { departments: ['health'], districts: ['500152'] }])
      expect(await rowsOf(await app.person('REGISTRAR', settings), path)).toHaveLength(1);
    await app.as(health).get('/api/v1/commitments/export').expect(422);
    await app.as(fire).get(`/api/v1/${path}`).expect(403);
  });
});
