import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CaseScene, NOTICE, PENALTY } from '../../enforcement/test/case-scene.builder';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';
import { toldTo } from './notified.builder';

const ALL = { strata: ['A', 'B', 'C', 'D'].map((key) => ({ key, basisPoints: 10_000, minimum: 1 })) };

/** Types of what still asks for something, newest first. */
async function unreadOf(app: TestApp, person: TestPerson): Promise<string[]> {
  await app.idle();
  const answer = await app.as(person).get('/api/v1/notifications?unread=true&limit=100').expect(200);
  const { body } = await app.as(person).get('/api/v1/notifications/count').expect(200);
  const types = (answer.body.items as { type: string }[]).map(({ type }) => type);
  expect(body.unread).toBe(types.length);
  return types;
}

describe('a notification of a draw and its inspections', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 2 });
  });
  afterAll(() => app.stop());

  it('is done with for everybody as soon as what it asks for is done, on whatever page', async () => {
    const { planner, reviewer } = county;
    const drawId = await county.announce((await county.plan(ALL)).id);
    expect(await unreadOf(app, reviewer)).toEqual(['DRAW_ANNOUNCED']);
    await county.enterBeacon(drawId);
    expect(await unreadOf(app, planner)).toEqual([]);
    expect(await unreadOf(app, reviewer)).toEqual([]);
    await county.confirmBeacon(drawId);
    expect(await unreadOf(app, planner)).toEqual(['DRAW_DRAWN']);
    const [one, two] = county.inspectors;
    const [first, second] = await county.tasksOf(one!);
    const begun = [await county.start(one!, first!.id)];
    expect(await unreadOf(app, two!)).toEqual(['TASKS_ASSIGNED']);
    begun.push(await county.start(two!, second!.id));
    expect(await unreadOf(app, one!)).toEqual([]);
    expect(await unreadOf(app, two!)).toEqual([]);
    const results: string[] = [];
    for (const task of begun) {
      await county.record(one!, task);
      results.push((await county.submit(one!, task.id, 'NO_PROBLEM')).resultId as string);
    }
    expect(await unreadOf(app, reviewer)).toEqual([
      'INSPECTION_SUBMITTED',
      'INSPECTION_SUBMITTED',
      'DRAW_DRAWN',
    ]);
    for (const id of results)
      await app.as(reviewer).post(`/api/v1/inspection-results/${id}/publish`).expect(200);
    expect(await unreadOf(app, reviewer)).toEqual(['DRAW_DRAWN']);
    await app.as(planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    expect(await unreadOf(app, reviewer)).toEqual(['DRAW_OPENED']);
    const told = await toldTo(app, reviewer);
    expect(told.find(({ type }) => type === 'DRAW_DRAWN')).toMatchObject({ readAt: null });
    expect(told.find(({ type }) => type === 'DRAW_DRAWN')!.doneAt).not.toBeNull();
  });
});

describe('a notification of a filing', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('is done with when another registrar decides it, and when the applicant hands it in again', async () => {
    const filings = new FilingBuilder(app);
    const [operator, registrar, colleague] = [
      await app.person('OPERATOR'),
      await app.person('REGISTRAR'),
      await app.person('REGISTRAR'),
    ];
    const { id } = await filings.submitted(operator);
    expect(await unreadOf(app, registrar)).toEqual(['FILING_SUBMITTED']);
    const reasons = [{ pointer: '/institution/name', message: '示例·请核对名称' }];
    await app.as(colleague).post(`/api/v1/filings/${id}/return`).send({ reasons }).expect(200);
    expect(await unreadOf(app, registrar)).toEqual([]);
    expect(await unreadOf(app, operator)).toEqual(['FILING_RETURNED']);
    await app.as(operator).post(`/api/v1/filings/${id}/submit`).expect(200);
    expect(await unreadOf(app, operator)).toEqual([]);
    // Whoever returned it conducts it: handed in again, it is told to them alone.
    expect(await unreadOf(app, registrar)).toEqual([]);
    expect(await unreadOf(app, colleague)).toEqual(['FILING_SUBMITTED']);
  });

  it('is done with for those whose case it is no more, taken, handed over or put back', async () => {
    const filings = new FilingBuilder(app);
    const [operator, registrar, colleague] = [
      await app.person('OPERATOR'),
      await app.person('REGISTRAR', { name: '示例·承办' }),
      await app.person('REGISTRAR', { name: '示例·同事' }),
    ];
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { address: '示例路 7 号' });
    const both = async () => [await unreadOf(app, registrar), await unreadOf(app, colleague)];
    expect(await both()).toEqual([['FILING_SUBMITTED'], ['FILING_SUBMITTED']]);
    const act = (person: TestPerson, name: string, body: object = {}) =>
      app.as(person).post(`/api/v1/filings/${id}/assignment/${name}`).send(body).expect(200);
    await act(registrar, 'take');
    expect(await both()).toEqual([['FILING_SUBMITTED'], []]);
    await act(registrar, 'assign', { personId: colleague.id, note: '示例·请接办' });
    expect(await both()).toEqual([[], ['FILING_ASSIGNED']]);
    await act(colleague, 'release', { note: '示例·外出学习' });
    expect(await both()).toEqual([[], []]);
    await act(registrar, 'assign', { personId: colleague.id });
    expect(await both()).toEqual([[], ['FILING_ASSIGNED']]);
    await app.database.query(`update access.person set disabled_at = now() where id = $1`, [colleague.id]);
    await app.nest.get(JobRunner).run('filings.release-cases', `left ${id}`, { personId: colleague.id });
    await app.idle();
    const [told] = await app.database.query<{ done: boolean }>(
      `select done_at is not null as done from workbench.notification where person_id = $1 order by id desc limit 1`,
      [colleague.id],
    );
    expect(told).toEqual({ done: true });
  });

  it('is done with when it is told late, and by the sweep when nothing has said so', async () => {
    const registrar = await app.person('REGISTRAR', { districts: ['500152'] });
    await app.database.query(`insert into workbench.inbox (person_id, last) values ($1, 1)`, [registrar.id]);
    await app.database.query(
      `insert into workbench.notification (person_id, id, type, title, awaits, matter_id, occasion, created_at)
       values ($1, 1, 'TERM_NEAR', '示例', 'FILING_TO_DECIDE', $1, 'lost', $2)`,
      [registrar.id, app.clock.now()],
    );
    expect(await unreadOf(app, registrar)).toEqual(['TERM_NEAR']);
    const sweep = (key: string) => app.nest.get(JobRunner).run('workbench.sweep', key, {});
    await sweep('settled-1');
    expect(await unreadOf(app, registrar)).toEqual([]);
    const [before] = await toldTo(app, registrar);
    app.clock.advance(1000);
    await sweep('settled-2');
    expect(await toldTo(app, registrar)).toEqual([before]);
  });
});

describe('a notification of a penalty case', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(1);
  }, 120_000);
  afterAll(() => scene.app.stop());

  it('is done with when the case is opened, answered and decided', async () => {
    const { app, officer, operator, county } = scene;
    const party = scene.ordinary();
    await county.publish(app, party.resultId);
    expect(await unreadOf(app, officer)).toEqual(['FINDINGS_TO_TAKE_UP']);
    const id = await scene.opened('YL_46_3', party);
    expect(await unreadOf(app, officer)).toEqual([]);
    await scene.post(officer, `/${id}/notice`, NOTICE).expect(200);
    expect(await unreadOf(app, operator)).toContain('PENALTY_NOTICED');
    await scene.post(operator, `/${id}/statement`, { text: '已改正' }).expect(200);
    expect(await unreadOf(app, operator)).not.toContain('PENALTY_NOTICED');
    expect(await unreadOf(app, officer)).toEqual(['STATEMENT_MADE']);
    await scene.post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' }).expect(200);
    expect(await unreadOf(app, officer)).toEqual([]);
    expect(await unreadOf(app, operator)).toContain('PENALTY_DECIDED');
  });
});
