import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from '../../libs/filings/test/filing.builder';
import { licenseFrom } from '../../libs/filings/test/regime.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

const DAY = 86_400_000;
/** Everything that the form wants: nothing is left to type when the licence is applied for. */
const COMPLETE = {
  ownership: 'PRIVATE',
  premisesTenure: 'OWNED',
  floorAreaM2: 800,
  serviceForms: ['FULL_DAY'],
  classes: [{ type: 'YOUNGER_TODDLER', classes: 1, places: 15 }],
  mealsProvided: false,
  contact: { name: '示例·周经办', phone: '13800000003' },
};

describe('a licence in place of a filing, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let health: TestPerson;
  let institutionId: string;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    health = await site.app.person('REGISTRAR', { name: '示例·陈受理', departments: ['health'] });
    await licenseFrom(site.app, '2026-11-23');
    filings = new FilingBuilder(site.app);
    const filed = await filings.accepted(operator, health, 'CHILDCARE', COMPLETE);
    institutionId = String(filed.institutionId);
    site.app.clock.advance(3 * DAY);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'is asked for from the page of the institution and granted, in the words of the law of that day',
    async () => {
      const visitor = await site.as(operator, `/institutions/${institutionId}`, PHONE);
      await visitor.sees(/过渡期内继续有效，到 2027年11月30日为止/);
      expect(await visitor.faults()).toEqual([]);
      await visitor.page.getByRole('button', { name: '办理许可申请' }).click();
      await visitor.page.waitForURL(/\/filings\/[0-9a-f-]+\/form/);
      const id = /filings\/([0-9a-f-]+)/.exec(visitor.page.url())?.[1] ?? '';
      const draft = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      await filings.upload(operator, draft.body);

      const form = await site.as(operator, `/filings/${id}/form`);
      await form.sees('托育机构许可申请');
      // Its page asked to apply: nobody is sent to a change instead.
      await form.sees('统一社会信用代码');
      expect(await form.page.getByText('办理变更').count()).toBe(0);
      await form.page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
      await form.page.getByRole('button', { name: '提交许可申请' }).click();
      await form.confirm('提交许可申请');
      await form.sees('申请已经提交，等待受理。');
      expect(await form.page.getByText(/审查中|正在审查|许可机关审查/).count()).toBe(0);
      expect(await form.faults()).toEqual([]);

      const desk = await site.as(health, `/filings/${id}`);
      await desk.sees('待受理');
      await desk.page.getByRole('button', { name: '准予许可' }).click();
      await desk.sees(/已在名录中，不另立一家.*原备案回执由许可证代替/);
      expect(await desk.page.getByText('机构列入名录').count()).toBe(0);
      await desk.confirm('准予许可');
      await desk.sees('已准予许可，编号 610116-TYXK-2026-0001');
      expect(await desk.faults()).toEqual([]);

      await site.app.idle();
      const page = await site.as(operator, `/institutions/${institutionId}`, PHONE);
      await page.sees('许可证有效期至');
      expect(await page.page.getByText('过渡期').count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'is taken in with a paper and not returned any more, or turned away with the authority to turn to',
    async () => {
      const { id } = await filings.submitted(operator, 'CHILDCARE', COMPLETE);
      const desk = await site.as(health, `/filings/${id}`);
      await desk.sees('2026年11月30日前（含当日）告知是否受理');
      await desk.sees('西安市长安区 · 受理人');
      expect(await desk.page.getByRole('link', { name: '备案与许可', exact: true }).count()).toBe(1);
      await desk.press('受理');
      await desk.confirm('受理');
      await desk.sees('已受理，受理通知书已发给申请人。');
      await desk.sees('受理日期 2026年11月23日');
      await desk.sees('审查中');
      expect(await desk.page.getByRole('button', { name: '退回补正' }).count()).toBe(0);
      expect(await desk.faults()).toEqual([]);

      const other = await filings.submitted(operator, 'CHILDCARE', COMPLETE);
      const phone = await site.as(health, `/filings/${other.id}`, PHONE);
      await phone.press('不予受理');
      await phone.page.getByText('依法不属于本机关职权范围').click();
      await phone.page.getByLabel('应当向哪个行政机关申请').fill('示例·雁塔区卫生健康局');
      await phone.page.getByLabel('理由').fill('该场所不在本区辖区内。');
      await phone.confirm('不予受理');
      await phone.sees('已作出不予受理的决定');
      expect(await phone.faults()).toEqual([]);

      await site.app.idle();
      const visitor = await site.as(operator, `/filings/${other.id}`, PHONE);
      await visitor.sees('请向示例·雁塔区卫生健康局申请。');
      await visitor.sees('托育机构服务许可申请不予受理决定书');
      // Nothing of it was examined.
      const steps = visitor.page.getByRole('list', { name: '办理进度' });
      expect(await steps.getByRole('listitem').count()).toBe(2);
      expect(await steps.getByText('许可机关审查').count()).toBe(0);
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is given more time for by the head of the authority, and the applicant reads until when and why',
    async () => {
      const head = await site.app.person('REVIEWER', { name: '示例·赵负责', departments: ['health'] });
      const { id } = await filings.submitted(operator, 'CHILDCARE', COMPLETE);
      const desk = await site.as(health, `/filings/${id}`);
      await desk.page.getByRole('button', { name: '报请延长办理期限' }).click();
      await desk.page.getByLabel('延长期限的理由').fill('需要会同消防救援机构再次现场核查。');
      await desk.confirm('报请延长办理期限');
      await desk.sees('待批准');
      expect(await desk.faults()).toEqual([]);

      const approver = await site.as(head, '/', PHONE);
      await approver.sees('待批准延长许可办理期限');
      await approver.go(`/filings/${id}`);
      await approver.sees('需要会同消防救援机构再次现场核查。');
      await approver.page.getByRole('button', { name: '批准延长' }).click();
      await approver.confirm('批准延长');
      await approver.sees('已批准延长办理期限，理由已告知申请人。');
      expect(await approver.faults()).toEqual([]);

      await site.app.idle();
      const visitor = await site.as(operator, `/filings/${id}`, PHONE);
      await visitor.sees(/已由 ?2026年12月21日延长/);
      await visitor.sees('理由：需要会同消防救援机构再次现场核查。');
      await visitor.sees('延长行政许可办理期限告知书');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  // Last, for the clock does not go back.
  it(
    'goes on while its renewal waits, and says to each what follows when nobody decides',
    async () => {
      const licensed = await filings.accepted(operator, health, 'CHILDCARE', COMPLETE);
      await site.app.database.query(
        `update institutions.institution set valid_until = '2026-12-25' where id = $1`,
        [licensed.institutionId],
      );
      const { body } = await site.app
        .as(operator)
        .post('/api/v1/filings')
        .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId: licensed.institutionId })
        .expect(201);
      await filings.upload(operator, body as FilingAnswer);
      const id = String(body.id);
      await filings.act(operator, id, 'submit');

      const work = await site.as(health, '/', PHONE);
      await work.sees(/待告知是否受理许可申请 · 逾期没有告知的/);
      expect(await work.faults()).toEqual([]);
      const desk = await site.as(health, `/filings/${id}`);
      await desk.sees('应当在许可有效期届满（2026年12月25日）前作出决定');
      expect(await desk.faults()).toEqual([]);
      expect(await desk.page.getByText('现有许可正在办理').count()).toBe(0);
      const removal = {
        institutionId: licensed.institutionId,
        ground: 'OBTAINED_BY_DECEIT',
        clue: '群众反映',
      };
      await site.app.as(health).post('/api/v1/removals').send(removal).expect(201);
      await desk.go(`/filings/${id}`);
      await desk.sees(/现有许可正在办理撤销行政许可（.*）：/);
      await desk.page.getByRole('link', { name: '查看撤销行政许可' }).waitFor();
      expect(await desk.faults()).toEqual([]);

      site.app.clock.advance(33 * DAY);
      await site.app.nest.get(JobRunner).run('filings.renew-undecided', 'after the last day', {});
      const visitor = await site.as(operator, `/filings/${id}`, PHONE);
      await visitor.sees('依法视为准予延续，原许可证继续有效。新的许可证正在换发。');
      await visitor.sees('逾期未作决定，视为准予延续');
      await visitor.sees('已经视为准予延续，原许可证继续有效。');
      expect(await visitor.page.getByText('许可机关正在审查').count()).toBe(0);
      expect(await visitor.faults()).toEqual([]);
      const late = await site.as(health, `/filings/${id}`, PHONE);
      await late.sees('请尽快换发许可证');
      expect(await late.page.getByRole('button', { name: '不予许可' }).count()).toBe(0);
      expect(await late.faults()).toEqual([]);
      await site.app.database.query(
        `update institutions.institution set details = jsonb_set(details, '{particulars}', '{"pledges": ["TRUTH"]}') where id = $1`,
        [licensed.institutionId],
      );
      await late.go(`/institutions/${String(licensed.institutionId)}`);
      await late.page.getByRole('heading', { name: '申请承诺' }).waitFor();
      expect(await late.page.getByText('备案承诺').count()).toBe(0);
    },
    STORY_MS,
  );
});
