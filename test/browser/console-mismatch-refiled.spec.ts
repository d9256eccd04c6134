import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS } from './console-site';

const CAPACITY = '/institution/capacity';

describe('what a visit found around a case under way, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let health: TestPerson;
  let inspector: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    health = await site.app.person('REGISTRAR', { name: '示例·陈受理', departments: ['health'] });
    inspector = await site.app.person('INSPECTOR', { name: '示例·吴检查', departments: ['health'] });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  /** A filing for 60, of which a visit found 55. */
  const mismatched = async (): Promise<string> => {
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    await site.app
      .as(health)
      .post(`/api/v1/filings/${id}/verifications`)
      .send({ purpose: '核实托位数' })
      .expect(201);
    await recorded(id, false);
    return id;
  };

  /** A visit of the day, by the same two. */
  const recorded = async (id: string, matches: boolean): Promise<void> => {
    const path = `/api/v1/filings/${id}`;
    const { body } = await site.app.as(health).get(`${path}/verifications`).expect(200);
    const { facts, version } = body.items[0] as { facts: { pointer: string }[]; version: number };
    await site.app
      .as(health)
      .post(`${path}/verification/record`)
      .set('if-match', `"${version}"`)
      .send({
        visitedOn: '2026-11-20',
        officerIds: [health.id, inspector.id],
        facts: facts.map(({ pointer }) =>
          pointer === CAPACITY && !matches
            ? { pointer, matches, found: '55 个' }
            : { pointer, matches: true },
        ),
      })
      .expect(200);
  };

  it(
    'is put right in the return, read side by side at the desk, and concluded without going again',
    async () => {
      const id = await mismatched();
      const reasons = [{ pointer: CAPACITY, message: '与现场核查的情况不一致' }];
      await site.app.as(health).post(`/api/v1/filings/${id}/return`).send({ reasons }).expect(200);
      const own = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await own.sees('是申请填写有误的，请在补正中改正这一项');
      expect(await own.page.getByText(/可以撤回申请，更正以后|请办理变更/).count()).toBe(0);
      expect(await own.faults()).toEqual([]);

      const read = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      await site.app
        .as(operator)
        .patch(`/api/v1/filings/${id}`)
        .set('if-match', `"${read.body.version}"`)
        .send({ institution: { capacity: 55 } })
        .expect(200);
      await filings.act(operator, id, 'submit');
      const desk = await site.as(health, `/filings/${id}`, DESK);
      await desk.sees('托位数：原填报 60 个，现场 55 个，现填报 55 个（与现场所见相同）');
      await desk.press('准予备案');
      await desk.sees('准予以后仍可以据此办结，不必再到现场。');
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案，编号/);
      const { body } = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      await own.go(`/institutions/${body.institutionId}`);
      await own.sees('已改正填报的内容，待复核');
      expect(await own.page.getByText('办理变更或者改正').count()).toBe(0);
      expect(await own.faults()).toEqual([]);

      await desk.press('据现填报的内容办结');
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('据现填报的内容办结');
      await desk.sees('已办结：核查一致。');
      await desk.sees(/据改正后的填报复核办结，没有再到现场：托位数/);
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is for another visit where the address is handed in otherwise as well, and says so',
    async () => {
      const id = await mismatched();
      const reasons = [{ pointer: CAPACITY, message: '与现场核查的情况不一致' }];
      await site.app.as(health).post(`/api/v1/filings/${id}/return`).send({ reasons }).expect(200);
      const read = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      await site.app
        .as(operator)
        .patch(`/api/v1/filings/${id}`)
        .set('if-match', `"${read.body.version}"`)
        .send({ institution: { capacity: 55, address: '示例路8888号' } })
        .expect(200);
      await filings.act(operator, id, 'submit');
      const desk = await site.as(health, `/filings/${id}`, SMALL_PHONE);
      await desk.sees('没有到现场看过，请到现场复核');
      await desk.sees(/^详细地址：现场所见 .+，现填报 示例路8888号$/);
      expect(await desk.page.getByRole('button', { name: '据现填报的内容办结' }).count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.press('记录现场核查');
      const places = desk.page.getByRole('radiogroup', { name: '托位数', exact: true });
      await places.getByLabel('不一致').check();
      await desk.page.getByLabel('托位数的实际数量').fill('50');
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is told apart from what another visit of the same day and people found, on the page and in the history',
    async () => {
      const id = await mismatched();
      const desk = await site.as(health, `/filings/${id}`, SMALL_PHONE);
      const heading = (words: string) =>
        desk.page.getByRole('region', { name: `2026年11月20日的${words}现场核查`, exact: true });
      await heading('').waitFor();
      await desk.sees(/^现场核查：核查不一致/);
      await recorded(id, true);
      await desk.page.reload();
      await heading('第1次').waitFor();
      await heading('第2次').waitFor();
      await desk.sees(/^第1次现场核查：核查不一致/);
      await desk.sees(/^第2次现场核查：核查一致/);
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'goes with the decision, on the page that stays open',
    async () => {
      const id = await mismatched();
      const desk = await site.as(health, `/filings/${id}`, DESK);
      await desk.page.getByRole('button', { name: '记录现场核查' }).waitFor();
      await desk.press('不予备案');
      await desk.page.getByRole('dialog').getByLabel('理由（必填）').fill('示例·托位数与现场不符');
      await desk.confirm('不予备案');
      await desk.sees(/^原因（.*）：/);
      expect(await desk.page.getByRole('button', { name: '记录现场核查' }).count()).toBe(0);

      const elderly = await filings.submitted(operator);
      const office = await site.as(registrar, `/filings/${elderly.id}`, DESK);
      await office.press('准予备案');
      await office.confirm('准予备案');
      await office.page.getByRole('button', { name: '记录现场核查' }).waitFor();
      await office.sees('待现场核查');
    },
    STORY_MS,
  );
});
