import { verifyBundle } from '@zhaoguan/draw';
import { nodeSm3 } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { createHash } from 'node:crypto';
import { InspectionBuilder } from './inspection.builder';

const text = (answer: { body: unknown; text?: string }): string =>
  answer.text ?? (answer.body as Buffer).toString();

describe.each([
  ['ELDERLY_CARE', 'PostgreSQL', false],
  ['CHILDCARE', 'PostgreSQL', false],
  ['ELDERLY_CARE', 'Redis', true],
] as const)('a spot check of %s with the queue on %s', (kind, _, redis) => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start({ redis });
    county = await new InspectionBuilder(app, kind).prepare({ inspectors: 4, institutions: 6 });
  });
  afterAll(() => app.stop());

  it('goes from plan to published results and a draw that anybody can verify', async () => {
    const plan = await county.plan();
    expect(plan).toMatchObject({ version: 1, availableActions: ['announceDraw'] });
    const preview = await app
      .as(county.planner)
      .get(`/api/v1/inspection-plans/${plan.id}/preview`)
      .expect(200);
    expect(preview.body).toMatchObject({
      targets: 6,
      drawn: 3,
      inspectors: 4,
      shortages: [],
      gradesWithoutStratum: [],
    });

    const drawId = await county.announce(plan.id);
    const announced = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
    expect(announced.body).toMatchObject({ status: 'ANNOUNCED', targetCount: 6, resultDigest: null });
    const { announcement, announcementSm3 } = announced.body;
    const targets = await app.http.get(`/api/v1/public/draws/${drawId}/targets`).expect(200);
    expect(createHash('sm3').update(text(targets)).digest('hex')).toBe(announcement.targetsDigest);
    await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).expect(404);

    await county.draw(drawId);
    const drawn = await app.as(county.planner).get(`/api/v1/draws/${drawId}`).expect(200);
    expect(drawn.body).toMatchObject({ status: 'DRAWN', outstandingTasks: 3, availableActions: [] });
    expect(JSON.stringify(drawn.body)).not.toMatch(/nonce|"seed"|teams/);

    const early = await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(409);
    expect(early.body).toMatchObject({ code: 'TASKS_OUTSTANDING', count: 3 });

    const tasks = await county.inspectAll();
    const inspected = await app.as(county.planner).get(`/api/v1/draws/${drawId}`).expect(200);
    expect(inspected.body).toMatchObject({ outstandingTasks: 0, unpublishedResults: 3 });
    expect(tasks).toHaveLength(3);
    expect(tasks.every(({ status, resultId }) => status === 'SUBMITTED' && resultId !== null)).toBe(true);
    for (const { resultId } of tasks) {
      const published = await app
        .as(county.reviewer)
        .post(`/api/v1/inspection-results/${resultId}/publish`)
        .expect(200);
      expect(published.body).toMatchObject({ status: 'PUBLISHED', availableActions: [] });
    }
    const [failed] = await app.database.query<{ failed_items: object[]; certificate_numbers: string[] }>(
      `select * from inspections.result_public where result_code = 'PROBLEMS_CORRECTED'`,
    );
    expect(failed?.failed_items).toHaveLength(1);
    expect(failed?.certificate_numbers).toHaveLength(2);

    const opened = await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    expect(opened.body.status).toBe('OPENED');
    const bundle = await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).expect(200);
    const parsed: unknown = JSON.parse(text(bundle));
    expect(verifyBundle(parsed, nodeSm3)).toMatchObject({ ok: true });
    expect(createHash('sm3').update(JSON.stringify(announcement)).digest('hex')).toBe(announcementSm3);
    expect(text(bundle)).not.toMatch(/示例·(inspector|planner|王)/);

    const etag = bundle.headers['etag'] as string;
    await app.http.get(`/api/v1/public/draws/${drawId}/bundle`).set('if-none-match', etag).expect(304);
    const altered = text(bundle).replace(/"rank" ?: ?1,/, '"rank":9,');
    expect(altered).not.toBe(text(bundle));
    expect(verifyBundle(JSON.parse(altered), nodeSm3).ok).toBe(false);
  });
});
