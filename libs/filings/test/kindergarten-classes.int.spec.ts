import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const CLASSES = {
  name: '示例·阳光幼儿园托育部',
  capacity: 20,
  classes: [{ type: 'OLDER_TODDLER', classes: 1, places: 20 }],
};

describe('the classes for two-year-olds of a kindergarten (幼儿园托班)', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-12-01T02:00:00Z', worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await app.person('ADVISER', { departments: ['education'] });
  });
  afterAll(() => app.stop());

  const submitted = (organiser: string) =>
    filings.submitted(operator, 'CHILDCARE', { ...CLASSES, particulars: { organiser } });
  const opinions = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/opinions`).expect(200)).body;

  it('are filed with 卫生健康, which is reminded to ask 教育, until it has', async () => {
    const { id } = await submitted('KINDERGARTEN');
    const { usual } = await opinions(health, id);
    expect(usual).toEqual({
      department: 'education',
      departmentName: expect.stringContaining('教育'),
      question: expect.stringContaining('开设托班'),
      reason: expect.stringContaining('学前教育法》第八十四条'),
    });
    expect((await opinions(operator, id)).usual).toBeNull();
    const { department, question } = usual;
    const body = { department, question, materials: [] };
    const asked = await app.as(health).post(`/api/v1/filings/${id}/opinions`).send(body).expect(201);
    expect(asked.body).toMatchObject({ items: [{ department: 'education', status: 'ASKED' }], usual: null });
  });

  it('are numbered like every 托育机构, and no other is asked about by 教育', async () => {
    const own = await submitted('KINDERGARTEN');
    const accepted = await filings.act(health, own.id, 'accept');
    expect(accepted.filingNumber).toMatch(/^610116-TY-2026-/);
    const other = await submitted('EMPLOYER');
    expect((await opinions(health, other.id)).usual).toBeNull();
  });

  it('for those under two are to be looked at, by the rule of the place', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE', {
      ...CLASSES,
      particulars: { organiser: 'KINDERGARTEN' },
    });
    const { body } = await app
      .as(operator)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', `"${draft.version}"`)
      .send({ institution: { classes: [{ type: 'YOUNGER_TODDLER', classes: 1, places: 15 }] } })
      .expect(200);
    expect(body.warnings).toContainEqual(
      expect.objectContaining({ pointer: '/institution/classes/0/type', code: 'CLASS_TOO_YOUNG' }),
    );
  });
});
