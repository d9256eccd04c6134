import { InspectionBuilder } from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

describe('replacing a drawn institution in the console', () => {
  let site: ConsoleSite;
  let county: InspectionBuilder;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    // Nobody was inspected before, so that all are of one grade and the draw leaves reserves in it.
    county = await new InspectionBuilder(site.app).prepare({ inspectors: 4, institutions: 4 });
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'gives the place of an institution that is gone to the next reserve, after two of the team have said so',
    async () => {
      const { reviewer } = county;
      const drawId = await county.announce((await county.plan()).id, {
        source: 'fucai-ssq',
        round: '2026138',
      });
      await county.draw(drawId);
      const { task, member } = await county.someTask(drawId);
      const other = await county.otherMemberOf(task.id, member);
      const { items } = await county.start(member, task.id);
      await county.submit(member, task.id, 'CLOSED');
      const hand = await site.as(other, `/tasks/${task.id}`, PHONE);
      await hand.press('撤回检查结果');
      await hand.page.getByLabel('撤回的理由').fill('示例·门口有人，再核实一次');
      expect(await hand.faults()).toEqual([]);
      await hand.confirm('撤回检查结果');
      await hand.sees(/^已撤回“.*”，请继续检查。$/);
      await hand.sees(items[0]!.title);
      await hand.sees(/撤回了检查结果，请继续检查后重新提交。理由：示例·门口有人，再核实一次/);
      const { resultId } = await county.submit(other, task.id, 'CLOSED');
      await hand.page.reload();
      await hand.sees(/等同组另一名人员会签/);
      expect(await hand.faults()).toEqual([]);
      const second = await site.as(member, `/tasks/${task.id}`, PHONE);
      await second.sees('待会签');
      await second.press('会签');
      await second.sees('会签不能撤销');
      expect(await second.faults()).toEqual([]);
      await hand.press('撤回检查结果');
      await hand.page.getByLabel('撤回的理由').fill('示例·看错了门牌');
      await second.confirm('会签');
      await second.sees(/^已会签/);
      await second.page.getByRole('list', { name: '办理记录' }).getByText('会签').first().waitFor();
      await hand.confirm('撤回检查结果');
      await hand.sees(/^没有撤回检查结果：.+编号/);

      const visitor = await site.as(reviewer, `/results/${resultId}`);
      await visitor.open('到检查任务补抽');
      await visitor.press('补抽下一家');
      await visitor.page.getByLabel('补抽的理由').fill('示例·两名检查人员到场，确认机构已经关闭');
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('补抽下一家');
      await visitor.sees(/^已补抽“.*”，任务已派给检查组。$/);
      const before = await site.app.as(reviewer).get(`/api/v1/inspection-tasks/${task.id}`).expect(200);
      expect(before.body.status).toBe('REPLACED');
    },
    STORY_MS,
  );

  it(
    'gives the place of an inspector whose account is closed to whom the draw picks',
    async () => {
      const { reviewer } = county;
      const { task, member } = await county.someTask(await county.drawn());
      const other = await county.otherMemberOf(task.id, member);
      await site.app
        .as(await site.app.person('ADMINISTRATOR'))
        .post(`/api/v1/people/${other.id}/disable`)
        .expect(200);
      // Nobody asks on behalf of a closed account any more.
      county.inspectors.splice(county.inspectors.indexOf(other), 1);
      const hand = await site.as(member, `/tasks/${task.id}`, PHONE);
      await hand.sees(`${other.caller.name}不能参加检查`);
      expect(await hand.page.getByRole('button', { name: '开始检查' }).count()).toBe(0);

      const visitor = await site.as(reviewer, '/');
      await visitor.sees('待替补检查人员');
      await visitor.page.locator(`a[href$="/draws/${task.drawId}"]`).first().click();
      await visitor.press('查看人员不齐的检查组，并留下记录');
      await visitor.sees(task.institution.name);
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('draw-incomplete-teams');
      await visitor.page.getByRole('link', { name: task.institution.name }).click();
      await visitor.press(`替补${other.caller.name}`);
      await visitor.page.getByLabel('替补的理由').fill('示例·已调离本单位');
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('确定替补');
      await visitor.sees(/^已由.*替补。$/);
      await visitor.sees(new RegExp(`接替${other.caller.name}（示例·已调离本单位）`));
      expect(await visitor.faults()).toEqual([]);
      expect(await site.faultsInHand(reviewer, [`/tasks/${task.id}`])).toEqual([]);

      await hand.page.reload();
      await hand.press('开始检查');
      await hand.confirm('开始检查');
      await hand.sees(/^已开始检查/);
    },
    STORY_MS,
  );

  it(
    'ends an inspection for which nobody is left, with a reason that is published',
    async () => {
      const { reviewer } = county;
      const { task, member } = await county.someTask(await county.drawn());
      const other = await county.otherMemberOf(task.id, member);
      const administrator = site.app.as(await site.app.person('ADMINISTRATOR'));
      for (const { id } of county.inspectors.filter((one) => one.id !== member.id))
        await administrator.post(`/api/v1/people/${id}/disable`);
      const visitor = await site.as(reviewer, `/tasks/${task.id}`);
      await visitor.press(`替补${other.caller.name}`);
      await visitor.page.getByLabel('替补的理由').fill('示例·已调离本单位');
      await visitor.confirm('确定替补');
      await visitor.sees('无法安排检查人员');
      await visitor.press('再看看');
      await visitor.sees('没有其他检查人员可以派往这里');
      expect(await visitor.faults()).toEqual([]);
      await visitor.press('终止检查');
      await visitor.page.getByLabel('终止的理由').fill('示例·本部门检查人员均已调离');
      expect(await visitor.faults()).toEqual([]);
      await visitor.confirm('终止检查');
      await visitor.sees('无人可派的时间还不够长');
      site.app.clock.advance(14 * 24 * 60 * 60 * 1000);
      await visitor.confirm('终止检查');
      await visitor.sees('已终止检查。');
      await visitor.sees(`没有人员可以接替${other.caller.name}，检查终止`);
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
