import { TestApp } from '@zhaoguan/testing';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';

describe('a major problem that an inspection has found', () => {
  it('is confirmed as put right by somebody who was not of the team that found it', async () => {
    const app = await TestApp.start();
    const county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 1 });
    await county.drawn({ itemIds: await county.itemIds(200) });
    const { task, member } = await county.someTask();
    const started = await county.start(member, task.id);
    await county.record(
      member,
      started,
      started.items.map(({ code }) => code),
    );
    const { resultId } = await county.submit(member, task.id, 'PROBLEMS_PENDING');
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
    await app.idle();
    const credit = `/api/v1/institutions/${task.institution.id}/credit`;
    const { body } = await app.as(county.reviewer).get(credit).expect(200);
    expect(body).toMatchObject({ grade: 'D', forcedBy: expect.arrayContaining([expect.any(String)]) });

    const confirm = `${credit}/events/${body.forcedBy[0]}/rectified`;
    const note = { note: '示例·复查合格' };
    await county.addRole(member, 'REVIEWER');
    const own = await app.as(member).post(confirm).send(note).expect(403);
    expect(own.body.code).toBe('OWN_INSPECTION');
    const lifted = await app.as(county.reviewer).post(confirm).send(note).expect(200);
    expect(lifted.body.forcedBy).not.toContain(body.forcedBy[0]);
    await app.stop();
  });
});
