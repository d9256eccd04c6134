import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder } from './inspection.builder';

const EVERY_ONE = ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 }));

/** @law 个人信息保护法第六条 */
describe('who was inspected, once another account files for the institution', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let former: TestPerson;
  let next: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    former = await app.person('OPERATOR');
    next = await app.person('OPERATOR');
    county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 0 });
    for (const operatorId of [former.id, former.id, former.id, null])
      await county.addInstitution({ operatorId });
    await county.drawn({ strata: EVERY_ONE });
  });
  afterAll(() => app.stop());

  const taskAt = async (index: number) => {
    const [member] = county.inspectors;
    const institution = county.institutions[index];
    const tasks = member ? await county.tasksOf(member) : [];
    const task = tasks.find((each) => each.institution.id === institution?.id);
    if (!member || !task || !institution) throw new Error('no task at this institution');
    return { member, task, institution };
  };
  const handOver = (institutionId: string) =>
    app.database.query('update institutions.institution set operator_id = $2 where id = $1', [
      institutionId,
      next.id,
    ]);
  const reads = async (id: string) =>
    Promise.all(
      [former, next].map(async (by) => {
        const paths = [`/own-inspections/${id}`, `/inspection-tasks/${id}`];
        const answers = await Promise.all(paths.map((path) => app.as(by).get(`/api/v1${path}`)));
        const lists = await Promise.all(
          ['/own-inspections', '/inspection-tasks?limit=100', '/work-items?limit=100'].map((path) =>
            app.as(by).get(`/api/v1${path}`),
          ),
        );
        return [
          ...answers.map(({ status }) => status === 200),
          ...lists.map(({ body }) => JSON.stringify(body).includes(id)),
        ];
      }),
    );
  const ALL = [true, true, true, true];
  const NOTHING = [false, false, false, false];

  it('reads it on, and is told of its result; the next one reads what is public of it', async () => {
    const { member, task, institution } = await taskAt(0);
    const started = await county.start(member, task.id);
    await handOver(institution.id);
    expect(await reads(task.id)).toEqual([
      [...ALL, true],
      [...NOTHING, false],
    ]);
    await county.record(member, started, [started.items[0]?.code ?? '']);
    const { resultId } = await county.submit(member, task.id, 'PROBLEMS_PENDING');
    expect(await reads(task.id)).toEqual([
      [...ALL, false],
      [...NOTHING, false],
    ]);
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
    await app.idle();
    const { body } = await app.as(former).get(`/api/v1/own-inspections/${task.id}`).expect(200);
    expect(body).toMatchObject({ result: { status: 'PUBLISHED' }, findings: expect.arrayContaining([]) });
    const told = await app.database.query<{ person: string; subject: string }>(
      `select person_id as person, subject_id as subject from workbench.notification where type = 'RESULT_PUBLISHED'`,
    );
    expect(told).toEqual([{ person: former.id, subject: task.id }]);
    const page = await app.http.get(`/api/v1/public/institutions/${institution.id}`).expect(200);
    expect(JSON.stringify(page.body)).toContain(institution.name);
  });

  it('is the one that has it when the inspection begins, not when it was drawn', async () => {
    const { member, task, institution } = await taskAt(1);
    await handOver(institution.id);
    await county.start(member, task.id);
    expect(await reads(task.id)).toEqual([
      [...NOTHING, false],
      [...ALL, true],
    ]);
  });

  it('is whoever comes to file for it where it was in nobody’s account', async () => {
    const { member, task, institution } = await taskAt(3);
    await county.start(member, task.id);
    await handOver(institution.id);
    expect((await reads(task.id)).map(([own]) => own)).toEqual([false, true]);
  });
});
