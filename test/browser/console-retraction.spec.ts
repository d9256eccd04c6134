import { addDays, chineseDate, dateInShanghai } from '@zhaoguan/kernel';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';

const REASON = '示例·已续租场地，不再终止';

describe('what was accepted and is not in force yet is taken back, in the console', () => {
  let site: ConsoleSite;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    // Who asks at the window does not answer: there is somebody else.
    await site.app.person('REGISTRAR', { name: '示例·王受理' });
    filings = new FilingBuilder(site.app);
  }, 180_000);
  afterAll(() => site.stop());

  /** Accepted, and ends in three weeks. */
  const closing = async (institution: object = {}) => {
    const today = dateInShanghai(site.app.clock.now());
    const endsOn = addDays(today, 21);
    const first = await filings.accepted(operator, registrar, 'ELDERLY_CARE', institution);
    const institutionId = first.institutionId!;
    const notice = {
      startsOn: endsOn,
      reason: '示例·租赁合同到期',
      notifiedOn: today,
      residents: 2,
      placements: [{ destination: 'HOME', people: 2 }],
      refundFen: 0,
      recordsKeptBy: '示例·档案室',
    };
    const { id } = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice });
    await filings.act(registrar, id, 'accept');
    return { id, institutionId, day: chineseDate(endsOn) };
  };
  const panelOf = ({ page }: Visitor, title: string) =>
    page.getByRole('region', { name: title, exact: true });

  it(
    'is asked for from the hand, not declined without a reason, and granted, and every page says so',
    async () => {
      const { id, institutionId, day } = await closing();
      const hand = await site.as(operator, `/institutions/${institutionId}`, SMALL_PHONE);
      await hand.sees(`已办结：${day}起终止服务。`);
      expect(await hand.faults()).toEqual([]);
      await hand.open('查看这一件，申请撤回');
      await hand.sees(`原定${day}起终止服务，还没有生效`);
      await hand.sees('可以在本页“撤回”中申请撤回');
      await hand.press('申请撤回');
      await hand.press('申请撤回');
      await hand.sees('请写明撤回的原因');
      await hand.page.getByLabel('撤回的原因').fill(REASON);
      await hand.sees(/^草稿已保存 \d\d:\d\d，还没有申请撤回$/);
      expect(await hand.faults()).toEqual([]);
      await hand.press('申请撤回');
      await hand.sees(`申请撤回${day}起的终止服务`);
      expect(await hand.faults()).toEqual([]);
      await hand.confirm('申请撤回');
      await hand.sees('已申请撤回这次终止服务：');
      await hand.page.getByRole('button', { name: '不再申请撤回' }).waitFor();
      await hand.sees('申请撤回终止服务');
      expect(await hand.page.getByRole('button', { name: '准予撤回' }).count()).toBe(0);
      expect(await hand.faults()).toEqual([]);
      await hand.go(`/institutions/${institutionId}`);
      await hand.sees('已申请撤回，答复以前不生效');
      expect(await hand.faults()).toEqual([]);

      const desk = await site.as(registrar, '/', DESK);
      await desk.sees('待决定是否准予撤回');
      await desk.page.locator(`main a[href$="/filings/${id}"]`).first().click();
      await desk.sees(REASON);
      await panelOf(desk, '终止后续核实')
        .getByText(/答复以前不终止服务/)
        .waitFor();
      await desk.press('不予撤回');
      await desk.page.getByLabel('不予撤回的理由').waitFor();
      expect(await desk.page.getByRole('button', { name: '准予撤回' }).count()).toBe(0);
      await desk.press('不予撤回');
      await desk.sees('请写明不予撤回的理由');
      expect(await desk.page.getByRole('dialog').count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      await desk.press('取消');
      await desk.page.getByLabel('不予撤回的理由').waitFor({ state: 'detached' });
      await desk.press('准予撤回');
      await desk.sees('机构仍为“在营”');
      await desk.sees('终止后续核实不再进行');
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('准予撤回');
      await desk.sees(/已撤回（.+），没有生效/);
      await desk.sees(/已准予撤回：原定.+起的终止服务没有生效/);
      await panelOf(desk, '终止后续核实')
        .getByText('终止服务在生效以前已经撤回，或者由以后的备案、许可取代，没有生效，不再核实。')
        .waitFor();
      await desk.sees('准予撤回终止服务');
      // That of the confirmation goes with it, a moment later.
      await desk.page.getByRole('button', { name: '准予撤回' }).first().waitFor({ state: 'detached' });
      expect(await desk.faults()).toEqual([]);
      await desk.go('/filings');
      await desk.page
        .getByRole('row', { name: /终止服务/ })
        .getByText('已撤回')
        .waitFor();
      expect(await desk.faults()).toEqual([]);
      await site.app.idle();

      await hand.go(`/filings/${id}`);
      await hand.sees('这次终止服务在生效以前已经撤回，没有执行');
      await hand.sees('准予撤回告知书');
      await hand.sees(/准予撤回，不再有效/);
      await hand.sees('答复撤回的申请');
      await panelOf(hand, '撤回').getByText('示例·李受理答复于').waitFor();
      const acts = hand.page.getByRole('list', { name: '办理记录' }).getByRole('listitem');
      for (const [act, actor] of [
        ['准予撤回终止服务', '示例·李受理 ·'],
        ['申请撤回终止服务', '申请人 ·'],
        ['准予备案', '示例·李受理 ·'],
        ['提交', '申请人 ·'],
      ] as const)
        await acts
          .filter({ has: hand.page.getByText(act, { exact: true }) })
          .getByText(actor)
          .waitFor();
      expect(await hand.faults()).toEqual([]);
      await hand.go(`/institutions/${institutionId}`);
      await hand.sees('办理终止服务');
      expect(await hand.page.getByText('已办结：').count()).toBe(0);
      expect(await hand.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'is asked for at the window for the applicant, who thinks better of it',
    async () => {
      const { id, day } = await closing({ name: '示例·安居养老院' });
      const desk = await site.as(registrar, `/filings/${id}`, DESK);
      await desk.press('代申请人申请撤回');
      await desk.page.getByLabel('撤回的原因').fill('示例·申请人电话提出，已经续租');
      await desk.press('代申请人申请撤回');
      await desk.confirm('代申请人申请撤回');
      await desk.sees('撤回是您代申请人提出的，由本机关其他工作人员决定。');
      expect(await desk.page.getByRole('button', { name: '准予撤回' }).count()).toBe(0);
      expect(await desk.faults()).toEqual([]);

      const hand = await site.as(operator, `/filings/${id}`, SMALL_PHONE);
      await hand.sees(/窗口代申请人提出于/);
      await hand.press('不再申请撤回');
      await hand.sees(`终止服务仍于${day}生效。`);
      expect(await hand.faults()).toEqual([]);
      await hand.confirm('不再申请撤回');
      await hand.sees('不再申请撤回终止服务');
      await hand.page.getByRole('button', { name: '申请撤回', exact: true }).waitFor();
      expect(await hand.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
