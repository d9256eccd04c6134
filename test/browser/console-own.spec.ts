import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import {
  InspectionBuilder,
  type Inspector,
  type TaskAnswer,
} from '../../libs/inspections/test/inspection.builder';
import { ConsoleSite, DESK, PHONE, STORY_MS } from './console-site';

const EVERY_ONE = ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 }));

describe('inspections and credit as the operator of an institution sees them', () => {
  let site: ConsoleSite;
  let county: InspectionBuilder;
  let operator: TestPerson;
  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    county = await new InspectionBuilder(site.app).prepare({ inspectors: 2, institutions: 0 });
    for (let i = 0; i < 3; i += 1) await county.addInstitution({ operatorId: operator.id });
    await county.drawn({ strata: EVERY_ONE });
  }, 180_000);
  afterAll(() => site.stop());

  /** A task that nobody has started, with one of its team. */
  const next = (): Promise<{ task: TaskAnswer; member: Inspector }> => county.someTask();
  const creditOf = async (id: string) =>
    (await site.app.as(operator).get(`/api/v1/institutions/${id}/credit`).expect(200)).body;

  it(
    'keeps a drawn inspection secret until it begins',
    async () => {
      for (const size of [DESK, PHONE]) {
        const visitor = await site.as(operator, '/my/inspections', size);
        await visitor.sees('您的机构还没有接受检查。抽中的机构在检查开始前不会得到通知。');
        expect(await visitor.faults()).toEqual([]);
      }
      const { task } = await next();
      const visitor = await site.as(operator, `/my/inspections/${task.id}`, PHONE);
      await visitor.sees(/没有取得检查/);
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'shows what is looked at and by whom, then what to put right, and when the public learns of it',
    async () => {
      const { task, member } = await next();
      const started = await county.start(member, task.id);
      const visitor = await site.as(operator, '/my/inspections', PHONE);
      await visitor.sees('正在检查');
      expect(await visitor.faults()).toEqual([]);
      await visitor.open(task.institution.name);
      await visitor.sees(`检查项目（${started.items.length} 项）`);
      await visitor.sees(new RegExp(`执法证号 ${member.certificateNumber}`));
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('my-inspection-started');

      const failed = started.items.slice(0, 1).map(({ code }) => code);
      await county.record(member, started, failed);
      await county.submit(member, task.id, 'PROBLEMS_PENDING');
      await visitor.go(`/my/inspections/${task.id}`);
      await visitor.sees('需要改正的问题（1 项）');
      await visitor.sees('示例·现场发现不符合');
      await visitor.sees(/以前向社会公布/);
      expect(await visitor.faults()).toEqual([]);
      await visitor.picture('my-inspection');

      const desk = await site.as(operator, '/my/inspections');
      await desk.sees('结果待公布');
      expect(await desk.faults()).toEqual([]);
      await desk.picture('my-inspections');
      await desk.open('双随机抽查');
      await desk.sees('需要改正的问题（1 项）');
      expect(await desk.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'explains the grade: what was taken off, until when, and what would improve it',
    async () => {
      const { task, member } = await next();
      const started = await county.start(member, task.id);
      await county.record(
        member,
        started,
        started.items.map(({ code }) => code),
      );
      const { resultId } = await county.submit(member, task.id, 'PROBLEMS_PENDING');
      await site.app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
      await site.app.idle();
      const { score, grade } = await creditOf(task.institution.id);
      expect(score).toBeLessThan(80);
      const desk = await site.as(operator, `/my/inspections/${task.id}`);
      await desk.sees(/向社会公布/);
      await desk.open('查看我的信用等级及理由');
      await desk.sees('信用等级及理由');
      await desk.sees(new RegExp(`${score} 分，自`));
      await desk.sees(/起不再计分/);
      await desk.sees(/比起评分低 \d+ 分/);
      await desk.sees('今后的得分');
      expect(grade).toMatch(/[BCD]/);
      expect(await desk.faults()).toEqual([]);
      await desk.picture('credit');
      const phone = await site.as(operator, `/institutions/${task.institution.id}`, PHONE);
      await phone.sees(/比起评分低 \d+ 分/);
      expect(await phone.faults()).toEqual([]);
      await phone.picture('credit-phone');
    },
    STORY_MS,
  );

  it(
    'lets a reviewer confirm that a major problem was put right, so that the grade is that of the score again',
    async () => {
      await county.addInstitution({ operatorId: operator.id });
      const institution = county.institutions.at(-1);
      const failure = { itemCode: 'YL07', itemTitle: '示例·疏散通道', severity: 'V' as const };
      await site.app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) =>
        tx.enqueue('credit.record-result', {
          resultId: tx.newId(),
          institutionId: institution!.id,
          district: '610116',
          result: 'PROBLEMS_PENDING',
          inspectedOn: '2026-11-18',
          failures: [failure],
        }),
      );
      await site.app.idle();
      const visitor = await site.as(county.reviewer, `/institutions/${institution!.id}`);
      await visitor.sees('整改合格以前，不论得分，等级都是 D');
      await visitor.page.getByRole('button', { name: /^确认整改合格/ }).click();
      expect(await visitor.faults()).toEqual([]);
      await visitor.page.getByLabel('复查情况').fill('示例·两名检查人员复查，疏散通道已清理');
      await visitor.picture('credit-rectified');
      await visitor.confirm('确认整改合格');
      await visitor.sees(/已确认整改合格，信用等级现为 [ABC]。/);
      await visitor.page.getByText('整改合格以前，不论得分').waitFor({ state: 'detached' });
      expect(await visitor.faults()).toEqual([]);
      const operatorsView = await site.as(operator, `/institutions/${institution!.id}`);
      await operatorsView.sees('信用等级及理由');
      expect(await operatorsView.page.getByRole('button', { name: /^确认整改合格/ }).count()).toBe(0);
    },
    STORY_MS,
  );

  it(
    'says that nothing is wrong where nothing is',
    async () => {
      const { task, member } = await next();
      const started = await county.start(member, task.id);
      await county.record(member, started);
      await county.submit(member, task.id, 'NO_PROBLEM');
      const visitor = await site.as(operator, `/my/inspections/${task.id}`, PHONE);
      await visitor.sees('没有发现问题');
      expect(await visitor.faults()).toEqual([]);
    },
    STORY_MS,
  );
});
