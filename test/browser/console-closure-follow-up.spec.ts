import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

const NOTICE = {
  startsOn: '2026-12-01',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-01',
  residents: 2,
  placements: [{ destination: 'HOME', people: 2 }],
  refundFen: 100_000,
  refundBy: '2026-11-30',
  recordsKeptBy: '示例·档案室',
};

describe('an institution that has ended, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'is looked after by its office until everybody is placed, read by its operator, and begun anew',
    async () => {
      const { institutionId } = await filings.accepted(operator, registrar);
      const closure = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice: NOTICE });
      await filings.act(registrar, closure.id, 'accept');
      const before = await site.as(operator, `/filings/${closure.id}`);
      await before.sees('2026年12月1日终止服务以后，西安市长安区民政局会核实人员是否妥善安置、费用是否退还');

      site.app.clock.set('2026-12-01T02:00:00Z');
      await site.app.nest.get(JobRunner).run('institutions.apply-status-steps', 'the day has come', {});
      const desk = await site.as(registrar, '/');
      await desk.sees('待核实的人员安置、退费（终止服务）');
      await desk.go(`/filings/${closure.id}`);
      await desk.sees('第四十六条');
      await desk.press('记录核实情况');
      await desk.page.getByLabel('核实日期').fill('2026-12-01');
      await desk.page.keyboard.press('Enter');
      await desk.page.getByLabel('没有需要安置的人').check();
      await desk.page.getByLabel('没有应退的费用').check();
      await desk.page.getByRole('button', { name: '记录核实情况' }).click();
      await desk.sees('终止备案写明有 2 人需要安置');
      await desk.sees('终止备案写明有应退的费用');
      expect(await desk.page.getByRole('dialog').count()).toBe(0);
      await desk.page.getByLabel('已全部妥善安置').check();
      await desk.page.getByLabel('尚未全部退还').check();
      await desk.page.getByLabel('核实的情况').fill('还有一户没有退费，已约谈负责人');
      expect(await desk.faults()).toEqual([]);
      await desk.page.getByRole('button', { name: '记录核实情况' }).click();
      await desk.sees(/仍列在待办，期限重新起算，最迟2026年12月15日再次核实。/);
      await desk.confirm('记录核实情况');
      await desk.sees('终止后续核实：核实尚未完成');

      const visitor = await site.as(operator, `/filings/${closure.id}`);
      await visitor.sees('西安市长安区民政局核实，安置、退费还没有全部完成。请尽快安置人员、退还费用');
      await visitor.sees(/全部完成以后报告已完成，由它再次核实；有疑问的，联系西安市长安区民政局（电话：029/);
      await visitor.sees(/西安市长安区民政局最迟2026年12月15日核实/);
      const followUp = visitor.page.getByRole('region', { name: '终止后续核实', exact: true });
      expect(await followUp.getByText(/个工作日/).count()).toBe(0);
      await visitor.sees('还有一户没有退费，已约谈负责人');
      expect(await visitor.page.getByRole('button', { name: '记录核实情况' }).count()).toBe(0);
      expect(await visitor.faults()).toEqual([]);

      const phone = await site.as(registrar, `/institutions/${institutionId}`, PHONE);
      await phone.sees('费用退还：尚未全部退还');
      expect(await phone.faults()).toEqual([]);

      await visitor.go(`/institutions/${institutionId}`);
      await visitor.follow('重新办理首次备案');
      await visitor.page.waitForURL(/\/filings\/new\?institution=/);
      expect(await visitor.page.getByLabel('统一社会信用代码').inputValue()).toBe('526101160000000199');
      await visitor.press('开始填写');
      await visitor.page.waitForURL(/\/form$/);
      // It opens where something is still to be filled in; the code is on the first step.
      await visitor.page.getByRole('navigation', { name: '填写步骤' }).getByText('机构信息').click();
      await visitor.sees(/已按您在这里原来办理的“.*”预填，请核对，有变化的改正：服务场所地址.*床位数/);
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is taken over by another account, which reads so before and after the follow-up, as does the public',
    async () => {
      site.app.clock.set('2026-11-20T02:00:00Z');
      const other = await site.app.person('OPERATOR', { name: '示例·吴经办' });
      const [name, ended] = ['示例·静安承接院', '示例·东院老人公寓'];
      const taking = await filings.accepted(other, registrar, 'ELDERLY_CARE', { name });
      const { institutionId } = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { name: ended });
      const notice = { ...NOTICE, successor: name };
      const { id } = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice });
      const desk = await site.as(registrar, `/filings/${id}`);
      await desk.press('准予备案');
      await desk.sees(/2026年12月1日起列入待办：10 个工作日以内/);
      await desk.sees(`承接机构“${name}”归在另一个账号名下，它的经办人随即收到告知`);
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案/);
      const page = `/institutions/${taking.institutionId}`;
      await desk.go(page);
      const awaited = `“${ended}”终止服务的备案写明由本机构承接，终止后续核实办结以后写入。`;
      await desk.page.getByRole('region', { name: '此前的机构', exact: true }).getByText(awaited).waitFor();
      const before = await site.as(other, page);
      await before.sees('待办理机关核实后写入沿革');
      expect(await before.page.getByRole('region', { name: '此前的机构', exact: true }).count()).toBe(0);

      site.app.clock.set('2026-12-01T02:00:00Z');
      await site.app.nest.get(JobRunner).run('institutions.apply-status-steps', `closes ${id}`, {});
      await site.app
        .as(registrar)
        .post(`/api/v1/filings/${id}/closure/records`)
        .set('if-match', '"1"')
        .send({ checkedOn: '2026-12-01', placed: 'ALL', refunded: 'ALL' })
        .expect(201);
      // Another browser: this one keeps public answers for a minute.
      const after = await site.elsewhere(other, page, PHONE);
      const written = after.page.getByRole('region', { name: '此前的机构', exact: true });
      await written.getByRole('link', { name: ended }).waitFor();
      await after.sees('2026年12月1日起终止服务');
      expect(await after.faults()).toEqual([]);
      const { text } = await site.app.http.get(`/institutions/${institutionId}`).expect(200);
      expect(text).toMatch(/此后的机构[^]*示例·静安承接院/);
    },
    STORY_MS,
  );

  it(
    'a notice that was taken back is filled in again with what it said',
    async () => {
      site.app.clock.set('2026-11-20T02:00:00Z');
      const { institutionId } = await filings.accepted(operator, registrar);
      const { id } = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice: NOTICE });
      await filings.act(operator, id, 'withdraw');
      const visitor = await site.as(operator, `/filings/${id}`);
      await visitor.press('重新填报');
      await visitor.page.waitForURL(/\/form$/);
      expect(await visitor.page.getByLabel('终止的原因').inputValue()).toBe('示例·租赁合同到期');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'was a 家庭托育点 and is begun anew as one, with its form and its materials',
    async () => {
      site.app.clock.set('2026-11-20T02:00:00Z');
      const health = await site.app.person('REGISTRAR', { departments: ['health'] });
      const home = await filings.accepted(operator, health, 'CHILDCARE', {
        name: '示例·小灯笼家庭托育点',
        siteType: 'HOME',
        capacity: 5,
      });
      await site.app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
        home.institutionId,
      ]);
      const visitor = await site.as(operator, `/institutions/${home.institutionId}`, PHONE);
      await visitor.follow('重新办理首次备案');
      await visitor.sees('仍按家庭托育点填写');
      await visitor.press('开始填写');
      await visitor.page.waitForURL(/\/form$/);
      await visitor.page.getByRole('heading', { level: 1, name: '示例·小灯笼家庭托育点' }).waitFor();
      const id = /filings\/([0-9a-f-]{36})/.exec(visitor.page.url())![1]!;
      const draft = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      expect(draft.body.institution).toMatchObject({ siteType: 'HOME' });
      const asked = (draft.body.materials as { code: string; required: boolean }[]).filter((m) => m.required);
      expect(asked.map(({ code }) => code)).not.toContain('HEALTH_EVALUATION');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
