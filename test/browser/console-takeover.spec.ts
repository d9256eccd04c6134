import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from '../../libs/filings/test/filing.builder';
import { ConsoleSite, DESK, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';
import { writeDocument } from './documents';
import { goToStep, uploadAll } from './filing-clicks';

const PANEL = '与名录中已有机构的关系';
/** Everything that the form wants, so that the story is about what stands in the register. */
const COMPLETE = {
  ownership: 'PRIVATE',
  premisesTenure: 'OWNED',
  floorAreaM2: 2600,
  contact: { name: '示例·赵经办', phone: '13800000003' },
};

describe('who takes over a house or a code of the register, in the console', () => {
  let site: ConsoleSite;
  let holder: TestPerson;
  let comer: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    holder = await site.app.person('OPERATOR', { name: '示例·周经办' });
    comer = await site.app.person('OPERATOR', { name: '示例·赵经办' });
    registrar = await site.app.person('REGISTRAR', { name: '示例·李受理' });
    filings = new FilingBuilder(site.app);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-takeover-'));
  }, 180_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = async (person: TestPerson, id: string) =>
    (await site.app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body as FilingAnswer & {
      takeover: { statement: object | null } | null;
    };
  const panelOf = ({ page }: Visitor) => page.getByRole('region', { name: PANEL, exact: true });
  const handIn = async (visitor: Visitor): Promise<void> => {
    await goToStep(visitor, '核对并提交');
    await visitor.press('提交备案');
    await visitor.confirm('提交备案');
    await visitor.sees('备案机关正在核对材料');
  };

  it(
    'of another legal person says why, proves it, and is granted when the one before has ended',
    async () => {
      const address = '陕西省西安市长安区韦曲街道示例承接路2号';
      const before = await filings.accepted(holder, registrar, 'ELDERLY_CARE', {
        address,
        name: '示例·人去楼空院',
      });
      const comerHome = { ...COMPLETE, uscc: '916100000000000518', legalForm: 'ENTERPRISE' };
      const { id } = await filings.draft(comer, 'ELDERLY_CARE', {
        ...comerHome,
        address,
        name: '示例·新来院',
      });
      const phone = await site.as(comer, `/filings/${id}/form`, SMALL_PHONE);
      await phone.sees(/名录中同一地址还有其他法人的“示例·人去楼空院”/);
      await goToStep(phone, '材料');
      const panel = panelOf(phone);
      const save = panel.getByRole('button', { name: '保存说明' });
      expect(await save.isDisabled()).toBe(true);
      await panel.getByLabel('承接原机构的场地，原机构不再经营').check();
      expect(await save.isDisabled()).toBe(true);
      await panel.getByText('保存以前还须选择原因。').waitFor();
      await panel.getByLabel('其他原因').check();
      await panel.getByLabel('说明（必填）').fill('……');
      expect(await save.isDisabled()).toBe(true);
      // Another relation has other reasons: what was chosen of the first is none of them.
      await panel.getByLabel('与原机构同时在这里经营').check();
      expect(await panel.getByLabel('与原机构各自经营，场地分开').isChecked()).toBe(false);
      expect(await panel.getByLabel('原机构的租赁合同、委托运营合同已经终止').count()).toBe(0);
      expect(await save.isDisabled()).toBe(true);
      await panel.getByLabel('承接原机构的场地，原机构不再经营').check();
      await panel.getByLabel('原机构的租赁合同、委托运营合同已经终止').check();
      await panel.getByLabel('说明（选填）').fill('示例·合同于2026年10月31日终止');
      expect(await phone.faults()).toEqual([]);
      // What is typed and not saved is not handed in, and not lost on another step.
      await goToStep(phone, '核对并提交');
      await phone.press('与名录中已有机构的关系：填写的说明还没有保存，请保存，或者恢复原样');
      expect(await panel.getByLabel('说明（选填）').inputValue()).toBe('示例·合同于2026年10月31日终止');
      await save.click();
      await phone.sees('说明已经保存。');
      await phone.sees(/您说明承接“示例·人去楼空院”.*终止服务或者由主管机关注销以后，本件才能准予/);

      await goToStep(phone, '核对并提交');
      await phone.sees('承接场地的证明材料：请上传');
      expect(await phone.page.getByRole('button', { name: '提交备案' }).isDisabled()).toBe(true);
      await goToStep(phone, '材料');
      await uploadAll(phone, await writeDocument(folder, '解除租赁合同协议'));
      expect(await phone.faults()).toEqual([]);
      await handIn(phone);
      expect((await read(comer, id)).takeover?.statement).toMatchObject({
        relation: 'SUCCESSOR',
        ground: 'CONTRACT_ENDED',
        predecessor: { id: before.institutionId },
      });

      const desk = await site.as(registrar, `/filings/${id}`, DESK);
      const shown = panelOf(desk);
      await shown.getByText('承接原机构的场地，原机构不再经营').waitFor();
      await shown.getByText('示例·合同于2026年10月31日终止').waitFor();
      await shown.getByText('原机构', { exact: true }).waitFor();
      await shown.getByText(/终止服务或者注销以后，才能准予本件/).waitFor();
      await shown.getByText(/没有办结终止服务，在住老年人的安置没有登记/).waitFor();
      expect(await desk.faults()).toEqual([]);
      expect(await desk.page.getByRole('button', { name: '准予备案' }).isDisabled()).toBe(true);
      await desk.sees(/它还在名录中：终止服务或者注销以后，才能准予备案/);
      expect((await read(registrar, id)).status).toBe('SUBMITTED');
      await site.app.database.query(
        `update institutions.institution set filing_ended_as = 'CANCELLED' where id = $1`,
        [before.institutionId],
      );
      await desk.go(`/filings/${id}`);
      await desk.press('准予备案');
      await desk.page
        .getByRole('dialog')
        .getByText(/在住老年人的安置没有登记：请核实/)
        .waitFor();
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案，编号 610116-YL-/);
      const { institutionId } = await read(registrar, id);
      await desk.go(`/institutions/${institutionId}`);
      const predecessors = desk.page.getByRole('region', { name: '此前的机构', exact: true });
      await predecessors.getByRole('link', { name: '示例·人去楼空院' }).waitFor();
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'writes it anew where the office asks for it, at the card itself',
    async () => {
      const address = '陕西省西安市长安区韦曲街道示例承接路5号';
      await filings.accepted(holder, registrar, 'ELDERLY_CARE', { address, name: '示例·前院' });
      const { id } = await filings.draft(comer, 'ELDERLY_CARE', {
        ...COMPLETE,
        uscc: '916100000000000518',
        legalForm: 'ENTERPRISE',
        address,
      });
      const said = { relation: 'SUCCESSOR', ground: 'CONTRACT_ENDED' };
      await filings.upload(comer, await filings.stateTakeover(comer, await read(comer, id), said));
      await filings.act(comer, id, 'submit');
      const desk = await site.as(registrar, `/filings/${id}`, DESK);
      await desk.page.getByRole('button', { name: `批注：${PANEL}` }).click();
      await desk.page.getByLabel('补正意见').fill('请写明原机构搬离的日期');
      await desk.press('退回补正（1 处）');
      await desk.confirm('退回补正');
      await desk.sees(/已退回补正，1 处意见已告知申请人/);
      expect(await desk.faults()).toEqual([]);

      const phone = await site.as(comer, `/filings/${id}`, SMALL_PHONE);
      await phone.page.getByRole('link', { name: PANEL }).click();
      const panel = panelOf(phone);
      await panel.getByText('补正意见：请写明原机构搬离的日期').waitFor();
      await panel.getByLabel('说明（选填）').fill('示例·2026年10月31日搬离');
      // What is said at the very moment of the handing in counts as handed in.
      site.app.clock.advance(1000);
      await panel.getByRole('button', { name: '改正说明' }).click();
      await panel.getByText('已改动').waitFor();
      expect(await phone.faults()).toEqual([]);
      await handIn(phone);

      await desk.go(`/filings/${id}`);
      await desk.sees('改动的内容（1 处）');
      await desk.page
        .getByRole('button', { name: `批注：${PANEL}` })
        .first()
        .waitFor();
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'of the same legal person from another account does not hand it in unsaid, and gives an authorisation',
    async () => {
      await filings.accepted(holder, registrar, 'ELDERLY_CARE', { name: '示例·甲账号的院' });
      const { id } = await filings.draft(comer, 'ELDERLY_CARE', COMPLETE);
      const form = await site.as(comer, `/filings/${id}/form`, DESK);
      await form.sees(/名录中使用这个统一社会信用代码的机构由另一个账号办理/);
      expect(await form.page.getByText('甲账号').count()).toBe(0);
      await goToStep(form, '核对并提交');
      await form.press('与名录中已有机构的关系：请说明为什么由本账号办理');
      const panel = panelOf(form);
      await panel.getByLabel('其他原因').check();
      expect(await panel.getByRole('button', { name: '保存说明' }).isDisabled()).toBe(true);
      await panel.getByLabel('说明（必填）').fill('示例·原经办人离职，电话 13812345678');
      await panel.getByRole('button', { name: '保存说明' }).click();
      await form.sees('说明已经保存，其中的身份证号、电话号码已经遮盖。');
      await panel.getByRole('button', { name: '改正说明' }).waitFor();
      expect(await panel.getByLabel('说明（必填）').inputValue()).toBe('示例·原经办人离职，电话 138****5678');
      await panel.getByLabel('本单位更换了经办人，原账号不再使用').check();
      await Promise.all([
        form.page.waitForResponse((answer) => answer.url().endsWith('/takeover') && answer.ok()),
        panel.getByRole('button', { name: '改正说明' }).click(),
      ]);
      await uploadAll(form, await writeDocument(folder, '授权委托书'));
      expect(await form.faults()).toEqual([]);
      await handIn(form);
      const { takeover } = await read(comer, id);
      expect(takeover?.statement).toMatchObject({ relation: 'SAME_PERSON', ground: 'AGENT_CHANGED' });
      expect(JSON.stringify(takeover)).not.toContain('13812345678');

      const desk = await site.as(registrar, `/filings/${id}`, SMALL_PHONE);
      await panelOf(desk).getByText('本单位更换了经办人，原账号不再使用').waitFor();
      expect(await panelOf(desk).getByText('原机构', { exact: true }).count()).toBe(0);
      await desk.press('不予备案');
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByRole('button', { name: '填入参考用语：原机构、授权' }).click();
      expect(await dialog.getByRole('textbox').inputValue()).toContain('授权委托书不能证明');
      await dialog.getByRole('button', { name: '再看看' }).click();
      expect(await desk.faults()).toEqual([]);
      await desk.press('准予备案');
      await desk.confirm('准予备案');
      await desk.sees(/已准予备案，编号 610116-YL-/);
    },
    STORY_MS,
  );
});
