import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { VerificationScene } from '../../filings/test/verification-scene.builder';
import { RatedBuilder } from './rated.builder';

/** 现场核查 of a 养老机构, which comes after the acceptance. */
describe('rating a visit to the spot', () => {
  let scene: VerificationScene;
  let rated: RatedBuilder;
  let operator: TestPerson;
  let reviewer: TestPerson;
  beforeAll(async () => {
    scene = await VerificationScene.start();
    rated = new RatedBuilder(scene.app);
    reviewer = await scene.app.person('REVIEWER');
  });
  afterAll(() => scene.app.stop());
  beforeEach(async () => {
    operator = scene.operator = await scene.app.person('OPERATOR');
  });

  const labels = async (id: string) => (await rated.steps(operator, id)).map(({ label }) => label);
  const followUpOf = async (ratingId: string): Promise<string> => {
    const [row] = await scene.app.database.query<{ id: string }>(
      'select id from feedback.follow_up where rating_id = $1',
      [ratingId],
    );
    return row?.id ?? '';
  };
  const post = (id: string, body: object) =>
    scene.app.as(operator).post(`/api/v1/filings/${id}/service-ratings`).send(body);

  it('is offered once officials were there, with the day, and again after each other visit', async () => {
    const { id } = await scene.filings.accepted(operator, scene.registrar);
    expect(await labels(id)).toEqual(['提交申请', '准予办理']);
    const facts = await scene.found(id, { '/institution/capacity': '96 张' });
    await scene.post(scene.registrar, id, 'record', { ...scene.visit, facts }, 200);
    const visit = await rated.last(operator, id, '现场核查');
    expect(visit).toMatchObject({ process: 'filing-verification', day: '2026-11-20', rating: null });
    await scene.post(operator, id, 'correct', { statement: '示例·已补足床位' }, 200);
    await scene.post(scene.registrar, id, 'record', { ...scene.visit, facts: await scene.found(id) }, 200);
    expect(await labels(id)).toEqual(['提交申请', '准予办理', '现场核查', '现场复核']);
  });

  it('is given once for each, and the same number of the filing itself stays to be rated', async () => {
    const { id } = await scene.mismatched();
    const { process, recordId, step } = await rated.last(operator, id, '现场核查');
    expect(step).toBe(1);
    await post(id, { process, recordId, step, level: 'SATISFIED' }).expect(200);
    const again = await post(id, { process, recordId, step, level: 'SATISFIED' }).expect(409);
    expect(again.body.code).toBe('RATING_GIVEN');
    const { body } = await post(id, { step, level: 'VERY_SATISFIED' }).expect(200);
    expect(body.steps.map(({ rating }: { rating: object | null }) => rating)).toMatchObject([
      { level: 'VERY_SATISFIED' },
      null,
      { level: 'SATISFIED' },
    ]);
  });

  it('is of those who verified, whoever else wrote it down', async () => {
    const { id } = await scene.mismatched();
    await rated.rateBadly(operator, id, '现场核查');
    const [row] = await scene.app.database.query<{ official_ids: string[]; office: string; action: string }>(
      `select official_ids, office, action from feedback.rating where filing_id = $1`,
      [id],
    );
    expect(row).toMatchObject({ office: '610116/ELDERLY_CARE', action: 'visit' });
    expect(row?.official_ids.toSorted()).toEqual([scene.registrar.id, scene.inspector.id].sort());
  });

  it('is refused for what nobody did on the spot, for another’s visit and for one that is not there', async () => {
    const { id } = await scene.mismatched();
    await scene.post(operator, id, 'correct', { statement: '示例·已补足床位' }, 200);
    const { process, recordId } = await rated.last(operator, id, '现场核查');
    const own = await post(id, { process, recordId, step: 2, level: 'SATISFIED' }).expect(422);
    expect(own.body).toMatchObject({ code: 'STEP_NOT_RATED', errors: [{ pointer: '/step' }] });
    await post(id, { process, recordId, step: 3, level: 'SATISFIED' }).expect(404);
    await post(id, { process, step: 1, level: 'SATISFIED' }).expect(404);
    const other = await post(id, { process: 'filing-opinion', recordId, step: 1, level: 'SATISFIED' }).expect(
      422,
    );
    expect(other.body.errors[0].pointer).toBe('/process');
    const wrong = await post(id, { process, recordId: 'x', step: 1, level: 'SATISFIED' }).expect(422);
    expect(wrong.body.errors[0].pointer).toBe('/recordId');
    const { id: another } = await scene.mismatched();
    await post(another, { process, recordId, step: 1, level: 'SATISFIED' }).expect(404);
  });

  it('is kept from those who verified, also when they handle ratings, and followed up by another', async () => {
    const verifier = await scene.app.person('REGISTRAR');
    await scene.app.database.query(`update access.person set roles = '{REGISTRAR,REVIEWER}' where id = $1`, [
      verifier.id,
    ]);
    const { id } = await scene.filings.accepted(operator, scene.registrar);
    const visit = { officerIds: [verifier.id, scene.inspector.id], visitedOn: '2026-11-20' };
    await scene.post(scene.registrar, id, 'record', { ...visit, facts: await scene.found(id) }, 200);
    const ratingId = await rated.rateBadly(operator, id, '现场核查');
    const followUpId = await followUpOf(ratingId);
    await scene.app.idle();
    const read = (person: TestPerson) => scene.app.as(person).get(`/api/v1/rating-follow-ups/${followUpId}`);
    await read(verifier).expect(404);
    const waiting = await scene.app.as(verifier).get('/api/v1/work-items?limit=100').expect(200);
    expect(JSON.stringify(waiting.body)).not.toContain(followUpId);
    expect((await read(reviewer).expect(200)).body).toMatchObject({
      stepLabel: '现场核查',
      stepDay: '2026-11-20',
      officeName: '西安市长安区民政局',
      availableActions: ['contact'],
    });
    await rated.handle(reviewer, followUpId, 'contact', '示例·已回访');
    await rated.handle(reviewer, followUpId, 'resolve', '示例·已批评教育');
    const { body } = await scene.app.as(operator).get(`/api/v1/filings/${id}/service-ratings`).expect(200);
    expect(body.steps.at(-1).rating.followUp).toMatchObject({
      status: 'RESOLVED',
      answer: '示例·已批评教育',
    });
    const added = await scene.app
      .as(operator)
      .post(`/api/v1/service-ratings/${ratingId}/addition`)
      .send({ words: '示例·又来说情', unsettled: true })
      .expect(200);
    expect(added.body.steps.at(-1).rating.followUp).toMatchObject({ status: 'OPEN' });
  });

  it('counts in the figures of the office, also those of the public, and is listed where it is followed up', async () => {
    const figures = async () => {
      const { body } = await scene.app.as(reviewer).get('/api/v1/service-rating-statistics').expect(200);
      const [office] = body.items as { total: number; followUps: { opened: number } }[];
      const [shown] = await scene.app.database.query<{ count: number }>(
        'select count(*)::integer as count from feedback.rating_public',
      );
      return { total: office?.total ?? 0, opened: office?.followUps.opened ?? 0, shown: shown?.count ?? 0 };
    };
    const { id } = await scene.mismatched();
    const before = await figures();
    const followUpId = await followUpOf(await rated.rateBadly(operator, id, '现场核查'));
    expect(await figures()).toEqual({
      total: before.total + 1,
      opened: before.opened + 1,
      shown: before.shown + 1,
    });
    const list = await scene.app.as(reviewer).get('/api/v1/rating-follow-ups?limit=100').expect(200);
    expect(JSON.stringify(list.body)).toContain(followUpId);
    await scene.app.as(reviewer).get('/api/v1/rating-follow-ups/export').expect(200);
  });

  it('is urged where its follow-up is late', async () => {
    const { id } = await scene.mismatched();
    const followUpId = await followUpOf(await rated.rateBadly(operator, id, '现场核查'));
    scene.app.clock.set('2026-12-14T00:10:00Z');
    await scene.app.nest.get(JobRunner).run('workbench.seek-overdue', 'rated-visits', {});
    await scene.app.idle();
    const late = await scene.app.database.query<{ type: string; due_on: string }>(
      'select type, due_on::text from workbench.overdue where subject_id = $1',
      [followUpId],
    );
    expect(late).toEqual([{ type: 'RATING_TO_FOLLOW_UP', due_on: '2026-12-11' }]);
  });
});
