import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import {
  InspectionBuilder,
  type Inspector,
  type TaskAnswer,
} from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, DESK, PHONE, SMALL_PHONE, STORY_MS, type Visitor } from './console-site';

const LATE = '**/api/v1/inspection-tasks/*/findings';

describe('inspections in the console', () => {
  let site: ConsoleSite;
  let county: InspectionBuilder;
  let one: Inspector;
  let two: Inspector;
  let tasks: TaskAnswer[];
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    county = await new InspectionBuilder(site.app).prepare({ inspectors: 2, institutions: 12 });
    [one, two] = county.inspectors as [Inspector, Inspector];
    await county.drawn({ itemIds: await county.itemIds(6) });
    tasks = await county.tasksOf(one);
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-photos-'));
  }, 240_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const taskOf = async (id: string, person: TestPerson = one) =>
    (await site.app.as(person).get(`/api/v1/inspection-tasks/${id}`).expect(200)).body;
  const findingOf = async (id: string, itemId: string) =>
    (await taskOf(id)).findings.find((finding: { itemId: string }) => finding.itemId === itemId);
  const choose = ({ page }: Visitor, outcome: string) => page.getByLabel(outcome, { exact: true }).check();
  const arrived = (visitor: Visitor) => visitor.sees(/已上报 \d\d:\d\d/);
  /** To the next item, until it stands there: the one before does so for an instant more. */
  const next = async ({ page }: Visitor) => {
    const before = await page.locator('.outcomes legend').innerText();
    await page.getByRole('link', { name: '下一项', exact: true }).click();
    await page.locator('.outcomes legend').filter({ hasNotText: before }).waitFor();
  };
  const flawless = async (visitor: Visitor) => {
    expect(await visitor.faults()).toEqual([]);
    expect(await visitor.paleTexts()).toEqual([]);
  };
  /** A task that was begun over HTTP, so that each story has its own; and its first two items. */
  async function begun() {
    const [waiting] = await county.tasksOf(one);
    const task = await county.start(one, waiting!.id);
    return { ...task, first: task.items[0]!, second: task.items[1]! };
  }
  const opened = ({ page }: Visitor) => page.getByLabel('情况说明').waitFor();

  it('lists what waits for an inspector, and says so when nothing does', async () => {
    const visitor = await site.as(one, '/tasks', SMALL_PHONE);
    await visitor.sees(tasks[0]!.institution.name);
    await flawless(visitor);
    const recusal = visitor.page.getByRole('article').getByRole('link', { name: '我要回避' });
    expect((await recusal.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await visitor.picture('inspector-tasks');
    await visitor.open('已提交');
    await visitor.sees('还没有提交过检查结果');
    await flawless(visitor);
    const idle = await site.as(await county.addInspector(), '/tasks', PHONE);
    await idle.sees('没有等您检查的机构');
    await flawless(idle);
    expect(await idle.page.content()).not.toContain(tasks[0]!.institution.name);
  });

  it(
    'takes an inspection from the start to the result on a small phone',
    async () => {
      const [{ id, institution }] = tasks as [TaskAnswer];
      const visitor = await site.as(one, `/tasks/${id}`, SMALL_PHONE);
      const { page } = visitor;
      await visitor.sees('检查开始之前，请对机构和其他人保密');
      await flawless(visitor);
      await visitor.picture('inspector-task-before');
      await visitor.press('开始检查');
      await visitor.sees('能在系统里看到这次检查');
      await flawless(visitor);
      await visitor.confirm('开始检查');
      await visitor.sees('还没有填写');
      expect((await taskOf(id)).status).toBe('IN_PROGRESS');
      await flawless(visitor);
      await visitor.picture('inspector-checklist');

      await visitor.open('从第一项开始');
      await choose(visitor, '不符合');
      await visitor.sees('还没有上报：须写明不符合的情况');
      await visitor.sees('有一项要您处理');
      await flawless(visitor);
      await page.getByLabel('情况说明（必填）').fill('二层东侧疏散通道堆放杂物');
      await arrived(visitor);
      const photo = join(folder, '通道.png');
      await page.screenshot({ path: photo });
      await page.getByLabel('拍照').setInputFiles(photo);
      await page.getByRole('list', { name: '照片' }).getByText('SM3').waitFor();
      await arrived(visitor);
      await flawless(visitor);
      await visitor.picture('inspector-item');
      const [first, ...others] = (await taskOf(id)).items as { id: string }[];
      const recorded = await findingOf(id, first!.id);
      expect(recorded).toMatchObject({ outcome: 'FAIL', note: '二层东侧疏散通道堆放杂物' });
      expect(recorded.evidenceIds).toHaveLength(1);

      const text = join(folder, '文字.png');
      writeFileSync(text, 'not a picture');
      await page.getByLabel('拍照').setInputFiles(text);
      await visitor.sees(/没有上传：文件类型不支持/);
      await flawless(visitor);
      await visitor.press('去掉这张：文字.png');

      await page.getByRole('link', { name: '清单' }).click();
      await visitor.open('汇总并提交');
      await visitor.sees(`还有 ${others.length} 项没有结论`);
      expect(await page.getByRole('button', { name: '提交检查结果' }).isDisabled()).toBe(true);
      await flawless(visitor);
      await page.getByRole('link', { name: '回到清单' }).click();
      await visitor.open('下一项没查的');
      for (const [place] of others.entries()) {
        await choose(visitor, '符合');
        if (place < others.length - 1) await next(visitor);
      }
      await arrived(visitor);
      await page.getByRole('link', { name: '去汇总' }).click();
      expect(await page.getByLabel(/^未发现问题/).isDisabled()).toBe(true);
      await visitor.sees('有 1 项不符合，不能选用');
      await flawless(visitor);
      await page.getByLabel(/^发现问题已责令改正/).check();
      await visitor.picture('inspector-summary');
      await visitor.press('提交检查结果');
      await visitor.confirm('提交检查结果');
      await visitor.sees('已提交检查结果，等待复核人公布');
      await page.getByRole('heading', { name: '不符合的事项' }).waitFor();
      await visitor.sees('发现问题已责令改正');
      await flawless(visitor);
      await visitor.picture('inspector-task-record');
      expect(await taskOf(id)).toMatchObject({ status: 'SUBMITTED', resultCode: 'PROBLEMS_CORRECTED' });
      await visitor.go('/tasks?done=1');
      await visitor.sees(institution.name);
    },
    STORY_MS,
  );

  it(
    'keeps answers while the network is away, over a reload, and warns before they are left',
    async () => {
      const { id, first, second } = await begun();
      const visitor = await site.as(one, `/tasks/${id}?item=${first.id}`, PHONE);
      const { page } = visitor;
      await opened(visitor);
      await page.context().setOffline(true);
      await choose(visitor, '符合');
      await visitor.sees('网络不通，恢复后自动上报');
      await visitor.sees('尚未上报 1 条');
      await flawless(visitor);
      await visitor.picture('inspector-offline');
      const asked = page.waitForEvent('dialog');
      const leaving = page.getByRole('link', { name: '待办' }).click();
      const question = await asked;
      expect(question.message()).toContain('还有 1 条没有上报');
      await question.dismiss();
      await leaving;
      expect(page.url()).toContain(id);

      await page.context().route(LATE, (route) => route.abort());
      await page.context().setOffline(false);
      await page.reload();
      await visitor.sees('尚未上报 1 条');
      expect(await page.getByLabel('符合', { exact: true }).isChecked()).toBe(true);
      await next(visitor);
      await choose(visitor, '不适用');
      await visitor.sees('尚未上报 2 条');
      expect((await taskOf(id)).findings).toEqual([]);
      await page.context().unroute(LATE);
      await visitor.press('现在上报');
      await arrived(visitor);
      expect([(await findingOf(id, first.id)).outcome, (await findingOf(id, second.id)).outcome]).toEqual([
        'PASS',
        'NOT_APPLICABLE',
      ]);
    },
    STORY_MS,
  );

  it(
    'brings the answers of two inspectors together, and asks where they differ',
    async () => {
      const { id, first, second } = await begun();
      const mine = await site.as(one, `/tasks/${id}?item=${first.id}`, PHONE);
      const hers = await site.as(two, `/tasks/${id}?item=${second.id}`, SMALL_PHONE);
      await opened(mine);
      await opened(hers);
      await choose(mine, '符合');
      await arrived(mine);
      await choose(hers, '符合');
      await arrived(hers);
      expect((await taskOf(id)).findings).toHaveLength(2);

      await next(mine);
      await mine.page.getByLabel('情况说明').fill('示例·灭火器过期 2 具');
      await choose(mine, '不符合');
      await mine.sees('检查组另一名成员填得不一样');
      await flawless(mine);
      await mine.picture('inspector-conflict');
      expect((await findingOf(id, second.id)).outcome).toBe('PASS');
      await mine.press('用本机填的');
      await arrived(mine);
      expect(await findingOf(id, second.id)).toMatchObject({ outcome: 'FAIL', note: '示例·灭火器过期 2 具' });
      await flawless(mine);
    },
    STORY_MS,
  );

  it(
    'tells an inspector that the inspection was handed in meanwhile, and what was not sent',
    async () => {
      const task = await begun();
      const visitor = await site.as(one, `/tasks/${task.id}?item=${task.first.id}`, PHONE);
      await opened(visitor);
      await county.record(two, task);
      await county.submit(two, task.id, 'NO_PROBLEM');
      await choose(visitor, '不适用');
      await visitor.sees('本机还有 1 条没有上报');
      await flawless(visitor);
      await visitor.press('清除这 1 条');
      await visitor.confirm('清除');
      await visitor.page.getByText('本机还有 1 条没有上报').waitFor({ state: 'detached' });
      await visitor.page.reload();
      await visitor.sees('未发现问题');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it('shows the same at a desk, with the history of the task', async () => {
    const task = await begun();
    const { id } = task;
    const visitor = await site.as(two, `/tasks/${id}`, DESK);
    await visitor.sees('从第一项开始');
    await flawless(visitor);
    await visitor.open('从第一项开始');
    await opened(visitor);
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Space');
    await arrived(visitor);
    expect((await taskOf(id)).findings).toHaveLength(1);
    await flawless(visitor);
    await county.record(one, task);
    await county.submit(one, id, 'NO_PROBLEM');
    await visitor.go(`/tasks/${id}`);
    await visitor.page.getByRole('list', { name: '办理记录' }).getByText('提交').first().waitFor();
    await flawless(visitor);
  });

  it('hides a task that is none of theirs', async () => {
    const visitor = await site.as(await county.addInspector(), `/tasks/${tasks[0]!.id}`, PHONE);
    await visitor.page.getByRole('alert').waitFor();
    await visitor.sees(/没有取得检查任务/);
    expect(await visitor.page.content()).not.toContain(tasks[0]!.institution.name);
  });

  it('gives the place of an institution that is gone to the next reserve', async () => {
    const task = await begun();
    await county.record(one, task);
    await county.submit(one, task.id, 'CLOSED');
    await county.coSign(await county.otherMemberOf(task.id, one), task.id).expect(200);
    const visitor = await site.as(county.reviewer, `/tasks/${task.id}`, DESK);
    await visitor.press('补抽下一家');
    await visitor.sees('不能撤销');
    expect(await visitor.faults()).toEqual([]);
    await visitor.picture('task-replace');
    await visitor.page.getByLabel('补抽的理由').fill('两名检查人员到场，确认机构已经停业');
    await visitor.confirm('补抽下一家');
    await visitor.sees(/已补抽“/);
    expect((await taskOf(task.id)).status).toBe('REPLACED');
    expect(visitor.page.url()).not.toContain(task.id);
    expect(await visitor.faults()).toEqual([]);
  });
});
