import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { InspectionBuilder, type Inspector } from '../../inspections/test/inspection.builder';

describe('a major problem that an inspection has found', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let former: Inspector;
  let last: Inspector;
  let confirm: (by: TestPerson) => PromiseLike<{ status: number; body: { code?: string } }>;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 3, institutions: 1 });
    await county.drawn({ itemIds: await county.itemIds(200) });
    const { task, member } = await county.someTask();
    former = member;
    last = await county.otherMemberOf(task.id, member);
    const started = await county.start(former, task.id);
    await county.record(
      former,
      started,
      started.items.map(({ code }) => code),
    );
    // Who has found it leaves before it is submitted.
    await app
      .as(county.planner)
      .patch(`/api/v1/inspectors/${former.inspectorId}`)
      .set('If-Match', '"1"')
      .send({ active: false, reason: '示例·已调离本单位' })
      .expect(200);
    await app
      .as(county.reviewer)
      .post(`/api/v1/inspection-tasks/${task.id}/stand-in`)
      .send({ certificateNumber: former.certificateNumber, reason: '示例·已调离本单位' })
      .expect(200);
    const { resultId } = await county.submit(last, task.id, 'PROBLEMS_PENDING');
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
    await app.idle();
    const credit = `/api/v1/institutions/${task.institution.id}/credit`;
    const { body } = await app.as(county.reviewer).get(credit).expect(200);
    const path = `${credit}/events/${body.forcedBy[0]}/rectified`;
    confirm = (by) => app.as(by).post(path).send({ note: '示例·复查合格' });
  });
  afterAll(() => app.stop());

  it('is confirmed as put right by nobody who was of the team, at its end or before', async () => {
    for (const one of [former, last]) {
      await county.addRole(one, 'REVIEWER');
      expect((await confirm(one)).body.code).toBe('OWN_INSPECTION');
    }
    expect((await confirm(county.reviewer)).status).toBe(200);
  });
});
