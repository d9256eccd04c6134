import type { TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from '../../libs/feedback/test/rated.builder';
import { licenseFrom } from '../../libs/filings/test/regime.builder';
import { ConsoleSite, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';

interface Seen {
  readonly version: number;
  readonly facts: readonly { readonly pointer: string }[];
}

describe('rating each step, in the console', () => {
  let site: ConsoleSite;
  let rated: RatedBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let inspector: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    health = await site.app.person('REGISTRAR', { name: '示例·陈受理', departments: ['health'] });
    inspector = await site.app.person('INSPECTOR', { name: '示例·吴检查', departments: ['health'] });
    rated = new RatedBuilder(site.app);
    await licenseFrom(site.app, '2026-11-20');
  }, 180_000);
  afterAll(() => site.stop());

  /** Taken in, and looked at on the spot while it is examined. */
  const visited = async (): Promise<string> => {
    const { id } = await rated.filings.submitted(operator, 'CHILDCARE');
    await rated.filings.act(health, id, 'admit');
    const desk = site.app.as(health);
    await desk.post(`/api/v1/filings/${id}/verifications`).send({ purpose: '核实班型' }).expect(201);
    const { body } = await site.app.as(health).get(`/api/v1/filings/${id}/verifications`).expect(200);
    const [{ version, facts }] = body.items as [Seen];
    await site.app
      .as(health)
      .post(`/api/v1/filings/${id}/verification/record`)
      .set('if-match', `"${version}"`)
      .send({
        visitedOn: '2026-11-20',
        officerIds: [health.id, inspector.id],
        facts: facts.map(({ pointer }) => ({ pointer, matches: true })),
      })
      .expect(200);
    return id;
  };
  const rate = async (visitor: Visitor, what: string, level: string): Promise<void> => {
    const step = visitor.page.getByRole('region', { name: `，${what}的评价` });
    await step.getByRole('button', { name: new RegExp(`^评价${what}`) }).click();
    await step.getByLabel(level, { exact: true }).click();
    expect(await visitor.faults()).toEqual([]);
    await visitor.press('提交评价');
    await step.getByRole('button', { name: '提交评价' }).waitFor({ state: 'detached' });
    expect(await step.getByRole('button', { name: new RegExp(`^评价${what}`) }).count()).toBe(0);
  };

  it(
    'says what each was and when, and takes a rating of the case taken in and of the visit, in the hand',
    async () => {
      const id = await visited();
      const visitor = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await visitor.sees('现场核查（2026年11月20日）');
      await rate(visitor, '受理', '满意');
      await rate(visitor, '现场核查', '非常满意');
      const regions = visitor.page.getByRole('region', { name: /^第 \d 步，/ });
      const names = await regions.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
      expect(names).toEqual(['第 3 步，现场核查的评价', '第 2 步，受理的评价', '第 1 步，提交申请的评价']);
      expect(await visitor.faults()).toEqual([]);
      await visitor.page.reload();
      const visit = visitor.page.getByRole('region', { name: '，现场核查的评价' });
      await visit.getByText('非常满意').waitFor();
      expect((await rated.steps(operator, id)).map(({ rating }) => rating?.level ?? null)).toEqual([
        null,
        'SATISFIED',
        'VERY_SATISFIED',
      ]);
    },
    STORY_MS,
  );
});
