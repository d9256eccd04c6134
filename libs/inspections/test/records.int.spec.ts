import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, PNG } from './inspection.builder';

interface Act {
  readonly label: string;
  readonly actorName: string | null;
  readonly reason: string | null;
}

/** What officials read beside a draw and its inspections. */
describe('the records of a draw', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let drawId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 4, institutions: 4 });
    drawId = await county.drawn();
  });
  afterAll(() => app.stop());

  const itemsOf = async (path: string, person: TestPerson = county.planner): Promise<Act[]> =>
    (await app.as(person).get(`/api/v1${path}`).expect(200)).body.items as Act[];
  const act = (label: string, actorName: string) => expect.objectContaining({ label, actorName });

  it('tell who did what', async () => {
    const planner = county.planner.caller.name;
    expect(await itemsOf(`/draws/${drawId}/history`)).toEqual([
      act('发布抽取公告', planner),
      act('录入公开随机数', planner),
      act('确认公开随机数', expect.stringMatching(/^示例·reviewer-\d+$/) as string),
      act('完成抽取', '系统'),
    ]);
  });

  it('tell how many stand in the hat of each grade and how many are drawn', async () => {
    const strata = await itemsOf(`/draws/${drawId}/strata`, county.reviewer);
    expect(strata).toContainEqual(expect.objectContaining({ key: 'B', targets: 4, drawn: 2 }));
    expect(strata).toContainEqual(expect.objectContaining({ key: 'D', targets: 0, drawn: 0 }));
  });

  it('tell who looked at what was drawn before it is open, and how often', async () => {
    expect(await itemsOf(`/draws/${drawId}/looks`)).toEqual([]);
    for (let i = 0; i < 2; i += 1) {
      await app.as(county.reviewer).get(`/api/v1/draws/${drawId}/selection`).expect(200);
    }
    await app.as(county.planner).get(`/api/v1/inspection-tasks?drawId=${drawId}`).expect(200);
    const looks = await itemsOf(`/draws/${drawId}/looks`);
    expect(looks).toContainEqual(
      expect.objectContaining({
        action: 'draw.selection-looked-at',
        actorName: county.reviewer.caller.name,
        count: 2,
      }),
    );
    expect(looks).toContainEqual(
      expect.objectContaining({ action: 'task.looked-at', actorName: county.planner.caller.name, count: 2 }),
    );
    expect(JSON.stringify(looks)).not.toContain('actorId');
  });

  it('are for the officials of the district only', async () => {
    const stranger = await app.person('PLANNER', { districts: ['500152'] });
    const inspector = county.inspectors[0]!;
    for (const part of ['history', 'strata', 'looks']) {
      await app.as(stranger).get(`/api/v1/draws/${drawId}/${part}`).expect(404);
      await app.as(inspector).get(`/api/v1/draws/${drawId}/${part}`).expect(403);
    }
  });

  it('hold for a task when it is due, what was found, by whom, and when', async () => {
    const { task, member } = await county.someTask();
    const read = async () =>
      (await app.as(member).get(`/api/v1/inspection-tasks/${task.id}`).expect(200)).body as {
        items: { category?: string }[];
        findings: object[];
        evidence: object[];
      };
    expect(await read()).toMatchObject({ workingDaysLeft: 20, resultCode: null });
    await county.record(member, await county.start(member, task.id));
    await app
      .as(member)
      .post(`/api/v1/inspection-tasks/${task.id}/evidence`)
      .attach('file', PNG, 'corridor.png')
      .expect(201);
    const during = await read();
    const at = app.clock.now().toISOString();
    expect(during.items.every(({ category }) => typeof category === 'string')).toBe(true);
    expect(during.findings[0]).toMatchObject({ recordedAt: at, recordedByName: member.caller.name });
    expect(during.evidence).toEqual([expect.objectContaining({ name: 'corridor.png', uploadedAt: at })]);
    await county.submit(member, task.id, 'NO_PROBLEM');
    expect(await read()).toMatchObject({ workingDaysLeft: null, resultCode: 'NO_PROBLEM' });
    expect(await itemsOf(`/inspection-tasks/${task.id}/history`, member)).toEqual([
      act('开始检查', member.caller.name),
      act('记录检查情况', member.caller.name),
      act('提交检查结果', member.caller.name),
    ]);
    const stranger = await app.person('INSPECTOR');
    await app.as(stranger).get(`/api/v1/inspection-tasks/${task.id}/history`).expect(404);
  });

  it('list tasks by county, and results by the end of their term', async () => {
    const { member } = await county.someTask();
    const here = await app.as(member).get('/api/v1/inspection-tasks?assignee=me&district=610116').expect(200);
    const elsewhere = await app
      .as(member)
      .get('/api/v1/inspection-tasks?assignee=me&district=610113')
      .expect(200);
    expect(here.body.items.length).toBeGreaterThan(0);
    expect(elsewhere.body.items).toEqual([]);
    await county.inspectAll();
    const list = (query: string) =>
      app.as(county.reviewer).get(`/api/v1/inspection-results?status=PENDING&limit=1${query}`).expect(200);
    const first = await list('&sort=dueOn');
    const second = await list(`&sort=dueOn&cursor=${first.body.nextCursor}`);
    expect(first.body.items).toMatchObject([{ workingDaysLeft: 20 }]);
    expect(second.body).toMatchObject({ items: [{ status: 'PENDING' }], nextCursor: null });
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
    const newest = await list('');
    expect(newest.body.items[0].id).toBe(second.body.items[0].id);
    const mixed = await app
      .as(county.reviewer)
      .get(`/api/v1/inspection-results?sort=dueOn&cursor=${newest.body.nextCursor}`)
      .expect(400);
    expect(mixed.body.code).toBe('INVALID_CURSOR');
  });

  it('tell the reviewer, and not the institution, whose finding another of the team has overturned', async () => {
    await county.drawn();
    const { task, member } = await county.someTask();
    const other = await county.otherMemberOf(task.id, member);
    const begun = await county.start(member, task.id);
    const [item] = begun.items;
    await county.record(member, begun, [item!.code]);
    await county.record(other, begun);
    const { resultId } = await county.submit(other, task.id, 'NO_PROBLEM');
    const said = `“${item!.title}”由不符合改为符合（原结论由${member.caller.name}记录）`;
    const result = await app.as(county.reviewer).get(`/api/v1/inspection-results/${resultId}`).expect(200);
    expect(result.body.disagreements).toEqual([said]);
    const list = await app.as(county.reviewer).get('/api/v1/inspection-results?limit=100').expect(200);
    const listed = (list.body.items as { id: string; disagreements: string[] }[]).map(
      ({ id, disagreements }) => [id, disagreements] as const,
    );
    expect(listed.filter(([, disagreements]) => disagreements.length > 0)).toEqual([[resultId, [said]]]);
    const reasons = async (person: TestPerson) =>
      (await itemsOf(`/inspection-tasks/${task.id}/history`, person)).flatMap(({ reason }) => reason ?? []);
    expect(await reasons(county.reviewer)).toEqual([said]);
    const operator = await app.person('OPERATOR');
    await app.database.query('update institutions.institution set operator_id = $1 where id = $2', [
      operator.id,
      task.institution.id,
    ]);
    expect(await reasons(operator)).toEqual([]);
  });
});
