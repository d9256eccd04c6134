import type { TestPerson } from '@zhaoguan/testing';
import { CaseScene, NOTICE, PENALTY } from '../../libs/enforcement/test/case-scene.builder';
import { ConsoleSite, PHONE, STORY_MS, type Visitor } from './console-site';

describe('penalty cases in the console', () => {
  let site: ConsoleSite;
  let scene: CaseScene;
  let officer: TestPerson;
  let operator: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    const { page } = await site.visit('/sign-in', PHONE);
    await page.getByLabel('用户名').waitFor();
    scene = await CaseScene.in(site.app, 8, await page.screenshot({ type: 'jpeg' }));
    ({ officer, operator } = scene);
  }, 180_000);
  afterAll(() => site.stop());

  const caseOf = async (id: string, person = officer) =>
    (await site.app.as(person).get(`/api/v1/penalty-cases/${id}`).expect(200)).body;
  const idOf = ({ page }: Visitor): string => /cases\/([0-9a-f-]{36})/.exec(page.url())![1]!;

  it('says in an empty list where cases come from', async () => {
    const newcomer = await site.app.person('CASE_OFFICER', { districts: ['330106'] });
    const visitor = await site.as(newcomer, '/cases', PHONE);
    await visitor.sees(/列在“待立案问题”中/);
    expect(await visitor.faults()).toEqual([]);
    await visitor.go('/cases/new');
    await visitor.sees('没有待立案的问题。');
    expect(await visitor.faults()).toEqual([]);
  });

  it(
    'goes from a failed finding to a decision, with the party’s statement in between',
    async () => {
      const { institution, resultId } = scene.ordinary();
      const desk = await site.as(officer, '/cases/new');
      const { page } = desk;
      await desk.sees(institution.name);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('case-findings');
      await desk.go(`/cases/new?result=${resultId}`);
      await desk.sees('依据均为推荐性标准，只作指导，不能据以立案。');
      await page.getByText('现场证据').first().click();
      await page.getByRole('img', { name: '现场.jpg' }).waitFor();
      await desk.press('立案');
      await desk.sees('有 1 处需要改正');
      expect(await desk.faults()).toEqual([]);
      await page.getByLabel('查找处罚依据').fill('没有这样的条款');
      await desk.sees('没有含有这些字的条款，可以少输几个字再找。');
      await page.getByLabel('查找处罚依据').fill('强制性 第四十六条');
      await desk.sees(/列出 1 条/);
      await page.getByLabel('未按照有关强制性国家标准提供服务').check();
      await desk.picture('case-open');
      await desk.press('立案');
      await desk.sees('自立案之日起 90 日内应当作出决定');
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('立案');
      await desk.sees(/已立案，案号 610116-YL-罚案-2026-\d{4}。/);
      await page.waitForURL(/cases\/[0-9a-f-]{36}/);
      const id = idOf(desk);
      expect(await desk.faults()).toEqual([]);
      expect(await caseOf(id)).toMatchObject({ status: 'OPENED', basis: { code: 'YL_46_3' } });

      await desk.go('/');
      await desk.sees('还有 90 天');
      await desk.go(`/cases/${id}`);
      await desk.press('行政处罚告知');
      await desk.sees('填写的内容自动保存在服务器上');
      await page.getByLabel('处罚理由').fill('上述行为违反强制性国家标准，');
      await desk.press('行政处罚告知');
      await desk.sees(/有 \d 处需要改正/);
      expect(await desk.faults()).toEqual([]);
      await page.getByLabel('情节严重的').check();
      await page.getByLabel('警告', { exact: true }).check();
      await desk.sees(/不向社会公示/);
      await page.getByLabel('罚款', { exact: true }).check();
      await page.getByLabel('罚款金额').fill('30000.01');
      await desk.sees('处罚的种类或者金额不符合规定');
      await desk.sees('罚款金额应大于零，不超过 30,000 元');
      expect(await desk.faults()).toEqual([]);
      await page.getByLabel('处罚理由').fill('上述行为违反强制性国家标准，情节严重。');
      await desk.press('行政处罚告知');
      await desk.sees('有 1 处需要改正');
      await page.getByLabel('罚款金额').fill('0');
      await desk.sees(/罚款须写明金额，金额大于零/);
      await page.getByLabel('罚款金额').fill('10000');
      await desk.sees(/当事人有权要求听证/);
      expect(await desk.faults()).toEqual([]);
      await desk.press('行政处罚告知');
      await desk.sees('罚款金额：须告知听证权利');
      await page.locator('.fault-summary:focus').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByLabel('罚款金额').fill('');
      await page.getByLabel('罚款金额').pressSequentially('５０００．５');
      expect(await page.getByLabel('罚款金额').inputValue()).toBe('5000.5');
      await desk.sees('5,000.50 元（伍仟元零伍角整）');
      await page.getByLabel('罚款金额').fill('5000');
      await desk.sees(/公示期 12 个月/);
      await desk.sees(/信用记录扣 \d+ 分/);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('case-notice');
      await desk.press('暂不办理');
      await desk.press('行政处罚告知');
      expect(await page.getByLabel('处罚理由').inputValue()).toBe('上述行为违反强制性国家标准，情节严重。');
      expect(await page.getByLabel('罚款金额').inputValue()).toBe('5000');
      await page.getByLabel('处罚理由').fill('上述行为违反强制性国家标准，情节严重，有现场照片为证。');
      await desk.press('行政处罚告知');
      await desk.sees(/当事人可以在2026年11月27日前（含当日）陈述、申辩/);
      expect(await desk.faults()).toEqual([]);
      await desk.confirm('行政处罚告知');
      await desk.sees(`已告知${institution.name}，陈述申辩期至2026年11月27日。`);
      await desk.sees('当事人尚未提出陈述、申辩，期限至2026年11月27日。');
      expect(await caseOf(id)).toMatchObject({
        status: 'NOTICED',
        notice: { severity: 'SERIOUS', measures: ['WARNING', 'FINE'], amountFen: 500_000 },
      });

      const party = await site.as(operator, '/my/cases', PHONE);
      await party.sees(/还有 \d 个工作日/);
      expect(await party.faults()).toEqual([]);
      await party.picture('my-cases');
      await party.open(institution.name);
      await party.sees(/不会因为陈述、申辩而加重处罚/);
      await party.press('提交陈述申辩');
      await party.sees('有 1 处需要改正');
      expect(await party.faults()).toEqual([]);
      await party.page.getByLabel('陈述申辩的内容').fill('已于当日清理完毕，请从轻处理。');
      await party.picture('my-case');
      await party.press('提交陈述申辩');
      await party.sees(/提交后不能修改/);
      expect(await party.faults()).toEqual([]);
      await party.confirm('提交陈述申辩');
      await party.sees(/陈述申辩已送交/);
      await party.sees('补充陈述申辩');
      expect(await party.faults()).toEqual([]);

      await desk.go(`/cases/${id}`);
      await desk.sees('已于当日清理完毕，请从轻处理。');
      await desk.press('作出处罚决定');
      await page.getByLabel('罚款金额').waitFor();
      const above = await page.locator('section.panel h2').allInnerTexts();
      expect(above.slice(0, 3)).toEqual(['行政处罚告知的要点', '陈述申辩', '作出处罚决定']);
      expect(above.filter((title) => title === '陈述申辩')).toHaveLength(1);
      await page.getByLabel('罚款金额').fill('5000.01');
      await desk.sees(/重于告知/);
      await desk.sees('罚款金额应大于零，不超过 5,000 元');
      expect(await desk.faults()).toEqual([]);
      await page.getByLabel('罚款金额').fill('3000');
      await desk.sees(/公示期 12 个月/);
      await desk.press('作出处罚决定');
      await desk.sees('有 2 处需要改正');
      expect(await desk.faults()).toEqual([]);
      await page.getByLabel('对陈述申辩的复核意见').fill('改正及时的意见予以采纳，罚款减为三千元。');
      await page.getByLabel('决定的内容和理由').fill('决定给予警告，并处罚款三千元。');
      await desk.press('作出处罚决定');
      await desk.sees(/作出后不能修改/);
      await desk.sees(/决定书随即由系统送达经办人账号/);
      await desk.sees(/尚未届满；此时决定的依据是当事人已提出陈述申辩的记录/);
      await page
        .getByRole('dialog')
        .getByText(/信用记录扣 \d+ 分/)
        .waitFor();
      expect(await desk.faults()).toEqual([]);
      await desk.picture('case-decision');
      await desk.confirm('作出处罚决定');
      await desk.sees(/已作出处罚决定，文号 610116-YL-罚决-2026-\d{4}，已由系统送达/);
      const saved = page.waitForEvent('download');
      await desk.press('下载行政处罚决定书（PDF）');
      expect((await saved).suggestedFilename()).toMatch(/^行政处罚决定书 610116-YL-罚决-2026-\d{4}\.pdf$/);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('case');
      expect(await caseOf(id)).toMatchObject({
        status: 'DECIDED',
        decision: { penalty: { amountFen: 300_000 }, statementReview: expect.stringContaining('采纳') },
        availableActions: [],
      });

      await party.go(`/my/cases/${id}`);
      await party.sees('救济途径');
      await party.sees('对陈述申辩的复核意见');
      await party.sees('决定书已于2026年11月20日系统送达');
      await party.sees(/自收到决定书之日起十五日内，至2026年12月7日/);
      await party.sees(/申请行政复议至2027年1月19日/);
      await party.sees(/自收到本决定书之日起六十日内向/);
      expect(await party.page.getByText(officer.caller.name).count()).toBe(0);
      expect(await party.faults()).toEqual([]);

      await desk.go('/cases?status=DECIDED');
      await desk.sees(institution.name);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('cases');
    },
    STORY_MS,
  );

  it('waives nothing by a slip', async () => {
    const id = await scene.noticed();
    const party = await site.as(operator, `/my/cases/${id}`, PHONE);
    const { page } = party;
    await party.press('放弃陈述申辩');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/放弃不等于承认违法/).waitFor();
    const confirm = dialog.getByRole('button', { name: '放弃陈述申辩' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('我知道放弃陈述申辩的后果').check();
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('说明（必填）').fill('对告知的内容没有意见。');
    expect(await party.faults()).toEqual([]);
    await dialog.getByRole('button', { name: '再看看' }).click();
    expect(await caseOf(id)).toMatchObject({ status: 'NOTICED', statements: [] });
    await party.press('放弃陈述申辩');
    await dialog.getByLabel('我知道放弃陈述申辩的后果').check();
    await confirm.click();
    await party.sees('已放弃陈述申辩，办案机关已经收到。');
    expect(await caseOf(id)).toMatchObject({ statements: [{ nature: 'WAIVER', channel: 'PARTY' }] });
  });

  it('takes down what a party said or waived on paper, and ends a case without a penalty', async () => {
    const id = await scene.noticed();
    const visitor = await site.as(officer, `/cases/${id}`, PHONE);
    const { page } = visitor;
    expect(await visitor.faults()).toEqual([]);
    await visitor.press('记录陈述申辩');
    const statement = page.getByRole('region', { name: '记录陈述申辩' });
    await visitor.press('记录陈述申辩');
    await visitor.sees('有 1 处需要改正');
    await statement.getByLabel('陈述申辩的内容').fill('书面提出：已经整改，请求不予处罚。');
    expect(await visitor.faults()).toEqual([]);
    await visitor.press('记录陈述申辩');
    await visitor.confirm('记录陈述申辩');
    await visitor.sees('已记录当事人的陈述申辩。');
    await visitor.press('决定不予处罚');
    const dismissal = page.getByRole('region', { name: '决定不予处罚' });
    await dismissal.getByLabel('对陈述申辩的复核意见').fill('予以采纳。');
    await dismissal.getByLabel('决定的内容和理由').fill('违法行为轻微并及时改正，没有造成危害后果。');
    expect(await visitor.faults()).toEqual([]);
    await visitor.press('决定不予处罚');
    await visitor.sees('不扣信用分，不向社会公示');
    await visitor.confirm('决定不予处罚');
    await visitor.sees(/已决定不予处罚，文号/);
    expect(await visitor.faults()).toEqual([]);
    expect(await caseOf(id)).toMatchObject({
      status: 'NOT_PENALISED',
      statements: [{ nature: 'STATEMENT', channel: 'RECORDED' }],
    });

    const waived = await scene.noticed();
    await visitor.go(`/cases/${waived}?act=recordWaiver`);
    await page.getByLabel('放弃的情况').fill('当事人今日书面表示放弃，见笔录。');
    await visitor.press('记录放弃陈述申辩');
    await visitor.confirm('记录放弃陈述申辩');
    await visitor.sees('已记录当事人放弃陈述申辩。');
    expect((await caseOf(waived)).availableActions).not.toContain('penalise');
  });

  it('lets nobody act on a case as it was before a colleague acted', async () => {
    const id = await scene.noticed();
    await scene.post(operator, `/${id}/statement`, { waived: true, note: '没有意见。' }).expect(200);
    const visitor = await site.as(officer, `/cases/${id}?act=penalise`);
    await visitor.page.getByLabel('决定的内容和理由').fill('决定给予警告，并处罚款五千元。');
    await visitor.press('作出处罚决定');
    const text = '昨日补充：已经整改。';
    await scene.post(operator, `/${id}/statement`, { text }).expect(200);
    await visitor.confirm('作出处罚决定');
    await visitor.sees(/没有作出处罚决定/);
    expect(await visitor.faults()).toEqual([]);
    expect(await caseOf(id)).toMatchObject({ decision: null });
    await visitor.page.getByRole('button', { name: '再看看' }).click();
    await visitor.sees(text);
    await visitor.sees('对陈述申辩的复核意见');
    expect(await visitor.page.getByLabel('决定的内容和理由').inputValue()).toBe(
      '决定给予警告，并处罚款五千元。',
    );
  });

  it('is nothing for people of other departments, nor for strangers', async () => {
    const id = await scene.noticed();
    const elsewhere = await site.app.person('CASE_OFFICER', { departments: ['health'] });
    const visitor = await site.as(elsewhere, `/cases/${id}`);
    await visitor.sees(/没有取得案件/);
    expect(await visitor.faults()).toEqual([]);
    const stranger = await site.as(scene.stranger, `/my/cases/${id}`, PHONE);
    await stranger.sees(/没有取得案件/);
    await stranger.go('/my/cases');
    await stranger.sees('您的机构没有收到处罚告知。');
    expect(await stranger.faults()).toEqual([]);
    await scene.post(operator, `/${id}/statement`, { waived: true, note: '没有意见。' }).expect(200);
    await scene.post(officer, `/${id}/decide`, PENALTY).expect(200);
    expect(await caseOf(id, operator)).toMatchObject({
      decision: { penalty: { amountFen: NOTICE.amountFen } },
    });
  });
});
