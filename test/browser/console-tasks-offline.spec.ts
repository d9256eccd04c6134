import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InspectionBuilder, type Inspector } from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, SMALL_PHONE } from './console-site';

const UPLOAD = '**/api/v1/inspection-tasks/*/evidence';
const SUBMIT = '**/api/v1/inspection-tasks/*/submit';

describe('an inspection where the network fails', () => {
  let site: ConsoleSite;
  let county: InspectionBuilder;
  let one: Inspector;
  let folder: string;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    county = await new InspectionBuilder(site.app).prepare({ inspectors: 2, institutions: 8 });
    [one] = county.inspectors as [Inspector];
    await county.drawn({ itemIds: await county.itemIds(3) });
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-photos-'));
  }, 240_000);
  afterAll(async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const taskOf = async (id: string) =>
    (await site.app.as(one).get(`/api/v1/inspection-tasks/${id}`).expect(200)).body;
  async function begun() {
    const [waiting] = await county.tasksOf(one);
    const task = await county.start(one, waiting!.id);
    return { ...task, first: task.items[0]! };
  }

  it('keeps a photo on the phone over a reload until the server has it, and forgets it at the sign-out', async () => {
    const { id, first } = await begun();
    const visitor = await site.as(one, `/tasks/${id}?item=${first.id}`, SMALL_PHONE);
    const { page } = visitor;
    await page.getByLabel('符合', { exact: true }).check();
    await visitor.sees(/已上报 \d\d:\d\d/);
    const photo = join(folder, '通道.png');
    await page.screenshot({ path: photo });
    await page.context().route(UPLOAD, (route) => route.abort());
    await page.getByLabel(/^拍照/).setInputFiles(photo);
    await visitor.sees('尚未上报 1 条');
    // A reload before that ends the writing: the page says when it is done, and asks who leaves earlier.
    await visitor.sees(/已存在本机/);
    await page.reload();
    await visitor.sees('尚未上报 1 条');
    await page.getByAltText('尚未上传的照片：通道.png').waitFor();
    expect(await visitor.faults()).toEqual([]);
    await page.context().unroute(UPLOAD);
    await page.getByRole('list', { name: '照片' }).getByText('SM3').waitFor();
    await visitor.sees(/已上报 \d\d:\d\d/);
    expect((await taskOf(id)).findings[0].evidenceIds).toHaveLength(1);
    await page.reload();
    await visitor.sees(/已上报 \d\d:\d\d/);

    await page.context().route(UPLOAD, (route) => route.abort());
    await page.getByLabel(/^拍照/).setInputFiles(photo);
    await visitor.sees(/已存在本机/);
    await visitor.go('/me');
    await visitor.press('退出登录');
    await page.waitForURL(/sign-in/);
    await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    await page.context().unroute(UPLOAD);
  });

  it('says at once that nothing was submitted, and asks what became of it when the answer is lost', async () => {
    const task = await begun();
    await county.record(one, task);
    // A finding with a note as long as the server takes it.
    const note = '示'.repeat(3000);
    const recorded = await taskOf(task.id);
    await site.app
      .as(one)
      .put(`/api/v1/inspection-tasks/${task.id}/findings`)
      .set('if-match', `"${recorded.version}"`)
      .send([{ itemId: task.first.id, outcome: 'FAIL', note, evidenceIds: [] }])
      .expect(200);
    const visitor = await site.elsewhere(one, `/tasks/${task.id}?summary`, SMALL_PHONE);
    const { page } = visitor;
    const said = page.getByText(/^示{200,}/);
    await said.waitFor();
    expect((await said.innerText()).replace(/[^示]/g, '')).toHaveLength(200);
    await page.getByRole('button', { name: /^展开：/ }).click();
    expect((await said.innerText()).replace(/[^示]/g, '')).toHaveLength(3000);
    expect(await visitor.faults()).toEqual([]);
    await page.getByLabel(/^发现问题已责令改正/).check();
    await visitor.press('提交检查结果');
    await page.context().setOffline(true);
    await visitor.confirm('提交检查结果');
    await visitor.sees('没有网络，检查结果没有提交');
    expect(await visitor.faults()).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('没有网络，检查结果没有提交').waitFor({ state: 'detached' });
    expect((await taskOf(task.id)).status).toBe('IN_PROGRESS');

    await page.context().route(SUBMIT, (route) => route.abort());
    await visitor.confirm('提交检查结果');
    await visitor.sees('刚才网络不通，检查结果没有提交');
    await page.context().unroute(SUBMIT);
    // It arrives, and the answer is lost.
    await page.context().route(SUBMIT, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await visitor.confirm('提交检查结果');
    await visitor.sees('检查结果已经提交，等待复核人公布');
    await page.getByRole('heading', { name: '不符合的事项' }).waitFor();
    expect((await taskOf(task.id)).status).toBe('SUBMITTED');
    expect(await visitor.faults()).toEqual([]);
  });
});
