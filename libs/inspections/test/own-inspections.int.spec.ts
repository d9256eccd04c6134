import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder } from './inspection.builder';

const EVERY_ONE = ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 }));

describe('an inspection as its institution reads it', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let operator: TestPerson;
  let stranger: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    operator = await app.person('OPERATOR');
    stranger = await app.person('OPERATOR');
    county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 0 });
    for (const operatorId of [operator.id, operator.id, stranger.id])
      await county.addInstitution({ operatorId });
    await county.drawn({ strata: EVERY_ONE });
  });
  afterAll(() => app.stop());

  const list = async (person: TestPerson, query = '') =>
    (await app.as(person).get(`/api/v1/own-inspections${query}`).expect(200)).body as {
      items: { id: string; status: string; result: { status: string } | null }[];
      nextCursor: string | null;
    };
  const taskAt = async (index: number) => {
    const [member] = county.inspectors;
    const tasks = member ? await county.tasksOf(member) : [];
    const task = tasks.find(({ institution }) => institution.id === county.institutions[index]?.id);
    if (!member || !task) throw new Error('no task at this institution');
    return { member, task };
  };

  it('is a secret until it begins, then shows what is inspected, and what was found once that is fixed', async () => {
    const { member, task } = await taskAt(0);
    expect((await list(operator)).items).toEqual([]);
    await app.as(operator).get(`/api/v1/own-inspections/${task.id}`).expect(404);

    const started = await county.start(member, task.id);
    const [failed] = started.items;
    await county.record(member, started, failed ? [failed.code] : []);
    const during = await app.as(operator).get(`/api/v1/own-inspections/${task.id}`).expect(200);
    expect(during.body).toMatchObject({ status: 'IN_PROGRESS', findings: [], result: null });
    expect(during.body.items).toHaveLength(started.items.length);

    await county.submit(member, task.id, 'PROBLEMS_PENDING');
    const after = await app.as(operator).get(`/api/v1/own-inspections/${task.id}`).expect(200);
    expect(after.body).toMatchObject({
      status: 'SUBMITTED',
      result: { code: 'PROBLEMS_PENDING', status: 'PENDING', statusLabel: '待公布', publishedAt: null },
    });
    expect(after.body.findings).toContainEqual(
      expect.objectContaining({
        itemCode: failed?.code,
        outcome: 'FAIL',
        check: expect.any(String) as unknown,
        note: '示例·现场发现不符合',
      }),
    );
    expect(JSON.stringify(after.body)).not.toMatch(/evidenceIds|members|submittedBy|personId/);

    await app
      .as(county.reviewer)
      .post(`/api/v1/inspection-results/${after.body.result.id as string}/publish`)
      .expect(200);
    const { items } = await list(operator);
    expect(items).toMatchObject([
      { id: task.id, result: { status: 'PUBLISHED', publishedAt: app.clock.now().toISOString() } },
    ]);
  });

  it('is nobody else’s business', async () => {
    const { member, task } = await taskAt(2);
    await county.start(member, task.id);
    await app.as(operator).get(`/api/v1/own-inspections/${task.id}`).expect(404);
    expect((await list(stranger)).items.map(({ id }) => id)).toEqual([task.id]);
    await app.as(county.reviewer).get('/api/v1/own-inspections').expect(403);
  });

  it('is listed page by page, the newest first', async () => {
    const { member, task } = await taskAt(1);
    await county.start(member, task.id);
    const first = await list(operator, '?limit=1');
    const second = await list(operator, `?limit=1&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(second.nextCursor).toBeNull();
    await app.as(operator).get('/api/v1/own-inspections?cursor=x').expect(400);
  });
});
