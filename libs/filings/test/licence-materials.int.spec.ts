import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { licenseFrom } from './regime.builder';

const PLEDGES = ['TRUTH', 'STANDARD', 'SAFETY', 'STAFF', 'SUPERVISION'];
const LETTER = 'COMMITMENT_LETTER';
type Listed = FilingAnswer['materials'][number] & {
  readonly note: string;
  readonly offer: { readonly text: string } | null;
};

describe('what is handed in with an application for a licence', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-11-30T02:00:00Z', worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    await licenseFrom(app, '2026-11-30');
  });
  afterAll(() => app.stop());

  const listed = (filing: FilingAnswer) => filing.materials as Listed[];
  const letterOf = (filing: FilingAnswer) => listed(filing).find(({ code }) => code === LETTER);
  const submit = (id: string) => app.as(operator).post(`/api/v1/filings/${id}/submit`).send({});

  it('is refused where nothing was promised, neither in the form nor by a letter', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE');
    expect(letterOf(draft)).toMatchObject({ name: '申请承诺书', required: true });
    const others = draft.materials.filter(({ code, required }) => required && code !== LETTER);
    const ready = await filings.upload(
      operator,
      draft,
      others.map(({ code }) => code),
    );
    const { body } = await submit(ready.id).expect(422);
    expect(body).toMatchObject({ code: 'MATERIALS_INCOMPLETE', missing: ['申请承诺书'] });
    await filings.upload(operator, draft, [LETTER]);
    await submit(ready.id).expect(200);
  });

  it('is told by no clause of the filings, whose rules bind no application, and no more once it is there', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE', { mealsProvided: true });
    const told = ({ warnings }: FilingAnswer) => warnings.find(({ code }) => code === 'FOOD_LICENCE_MISSING');
    expect(told(draft)?.message).toBe(
      '提供餐饮服务的，食品经营许可证是申请许可必须提交的材料，没有取得的不能提交；已经取得的，请填写编号',
    );
    expect(told(await filings.upload(operator, draft, ['FOOD_LICENCE']))).toBeUndefined();
  });

  it('needs no letter where every point is promised in the form', async () => {
    const particulars = { pledges: PLEDGES };
    const draft = await filings.draft(operator, 'CHILDCARE', { particulars });
    expect(letterOf(draft)?.required).toBe(false);
    await filings.upload(operator, draft);
    await submit(draft.id).expect(200);
  });

  it('is named and explained as of an application, and promised to an authority that licenses', async () => {
    const materials = listed(await filings.draft(operator, 'CHILDCARE'));
    const said = materials.flatMap(({ name, note, offer }) => [name, note, offer?.text ?? '']);
    expect(said.join()).toContain('评价的地址不是这次申请的地址');
    expect(said.join()).toContain('自营的，经营场所应当是这次申请的地址');
    expect(said.join()).toMatch(/符合许可条件，于准予许可之日起 \d+ 日内补交.*由许可机关依法处理/);
    // 消防验收备案 is the fire brigade's.
    expect(
      said.map((text) => text.replace('消防验收备案凭证', '')).filter((text) => text.includes('备案')),
    ).toEqual([]);
  });
});
