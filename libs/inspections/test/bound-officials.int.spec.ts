import type { TestPerson } from '@zhaoguan/testing';
import { EmptyPlace } from './empty-place.builder';

const codeOf = async (answer: PromiseLike<{ body: { code: string } }>): Promise<string> =>
  (await answer).body.code;

describe('an empty place in a team', () => {
  let scene: EmptyPlace;
  beforeEach(async () => {
    scene = await EmptyPlace.build({ inspectors: 5, institutions: 2 });
  });
  afterEach(() => scene.app.stop());

  /** What waits for somebody of this kind. */
  const waiting = async (by: TestPerson): Promise<{ subject: { type: string; id: string } }[]> => {
    const { body } = await scene.app.as(by).get('/api/v1/work-items?type=INSPECTOR_TO_REPLACE').expect(200);
    return body.items;
  };
  const incomplete = async (by: TestPerson): Promise<unknown[]> =>
    (await scene.app.as(by).get(`/api/v1/draws/${scene.drawId}/incomplete-teams`).expect(200)).body.items;
  const administrator = () => scene.app.person('ADMINISTRATOR');

  it('waits as a matter of its draw: which inspections it concerns, nobody learns without a trace', async () => {
    const { app, county, drawId, task, other } = scene;
    const { reviewer } = county;
    expect(await waiting(reviewer)).toEqual([]);
    const idle = county.inspectors.find((one) => one.id !== scene.member.id && one.id !== other.id)!;
    // Whoever is taken out, and whether sent anywhere or not, the answer is the same.
    for (const inspector of [other, idle]) {
      await scene.keep(inspector, false);
      expect(await waiting(reviewer)).toMatchObject([{ subject: { type: 'draw', id: drawId } }]);
      expect(JSON.stringify(await waiting(reviewer))).not.toContain(task.id);
      await scene.keep(inspector, true);
    }
    await scene.keep(other, false);
    const discard = () =>
      app.as(reviewer).post(`/api/v1/draws/${drawId}/void`).send({ reason: '示例·名单有误' });
    const looks = async () =>
      (await app.as(county.planner).get(`/api/v1/draws/${drawId}/looks`).expect(200)).body.items;
    expect(await looks()).toEqual([]);

    expect(await incomplete(reviewer)).toContainEqual({
      id: task.id,
      institutionName: task.institution.name,
      district: '610116',
    });
    expect(await looks()).toHaveLength(1);
    expect(await codeOf(discard())).toBe('RESULT_SEEN');
    await app.as(county.planner).get(`/api/v1/draws/${drawId}/incomplete-teams`).expect(403);
    const elsewhere = await app.person('REVIEWER', { districts: ['500152'] });
    await app.as(elsewhere).get(`/api/v1/draws/${drawId}/incomplete-teams`).expect(404);
    // That no team is incomplete tells of the teams, too.
    await scene.keep(other, true);
    const another = await app.person('REVIEWER');
    expect(await incomplete(another)).toEqual([]);
    expect(await looks()).toHaveLength(2);
  });

  it('is not to be told from an empty list of tasks either: that is a look as well', async () => {
    const { app, county, drawId } = scene;
    const { reviewer } = county;
    const answer = await app
      .as(reviewer)
      .get(`/api/v1/inspection-tasks?drawId=${drawId}&district=610102`)
      .expect(200);
    expect(answer.body.items).toEqual([]);
    const discarded = app.as(reviewer).post(`/api/v1/draws/${drawId}/void`).send({ reason: '示例·名单有误' });
    expect(await codeOf(discarded)).toBe('RESULT_SEEN');
    // What has begun is no secret.
    const another = await app.person('REVIEWER');
    await app.as(another).get('/api/v1/inspection-tasks?status=SUBMITTED').expect(200);
    await app.as(another).post(`/api/v1/draws/${drawId}/void`).send({ reason: '示例·名单有误' }).expect(200);
  });

  it('is not decided on by who changed an account that was closed already', async () => {
    const { app, county, other } = scene;
    const first = await administrator();
    await county.addRole(county.reviewer, 'ADMINISTRATOR');
    await scene.account(first, other, 'disable');
    await app
      .as(county.reviewer)
      .patch(`/api/v1/people/${other.id}`)
      .send({ roles: ['REGISTRAR'] })
      .expect(200);
    await scene.account(first, other, 'enable');
    expect(await codeOf(scene.standIn(county.reviewer, other))).toBe('SAME_OFFICIAL');
    await scene.standIn(await app.person('REVIEWER'), other).expect(200);
  });

  it('is not decided on by an account that who emptied it has had in hand since the announcement', async () => {
    const { app, other } = scene;
    const keeper = await administrator();
    await scene.account(keeper, other, 'disable');
    const trusted = await app.person('REVIEWER');
    const moreRights = (by: TestPerson, { id }: TestPerson) =>
      app
        .as(by)
        .patch(`/api/v1/people/${id}`)
        .send({ roles: ['REVIEWER', 'REGISTRAR'] })
        .expect(200);
    await moreRights(keeper, trusted);
    expect(await codeOf(scene.standIn(trusted, other))).toBe('SAME_OFFICIAL');
    const untouched = await app.person('REVIEWER');
    // By somebody who has nothing to do with the absence: that is no lever.
    await moreRights(await administrator(), untouched);
    await scene.standIn(untouched, other).expect(200);
  });

  it('is not decided on by an inspector of the draw, who would send or spare themselves', async () => {
    const { county, other, strangers, app } = scene;
    const [candidate] = strangers;
    await county.addRole(candidate!, 'REVIEWER');
    await scene.keep(other, false);
    expect(await codeOf(scene.standIn(candidate!, other))).toBe('SAME_OFFICIAL');
    for (const one of strangers) await scene.keep(one, false);
    app.clock.set('2026-12-04T02:00:00Z');
    expect(await codeOf(scene.callOff(candidate!))).toBe('SAME_OFFICIAL');
  });

  it('may be decided on by an account of which only the name was corrected', async () => {
    const { app, other } = scene;
    const keeper = await administrator();
    await scene.account(keeper, other, 'disable');
    const renamed = await app.person('REVIEWER');
    await app.as(keeper).patch(`/api/v1/people/${renamed.id}`).send({ name: '示例·改名' }).expect(200);
    await scene.standIn(renamed, other).expect(200);
  });

  it('is that of an inspector who has a reason to stay away, by their own word and nobody else’s', async () => {
    const { app, county, task, member, other, strangers } = scene;
    const recuse = async (by: TestPerson, { inspectorId }: { inspectorId: string }) => {
      await app
        .as(by)
        .post(`/api/v1/inspectors/${inspectorId}/recusals`)
        .send({ institutionId: task.institution.id, reason: '示例·近亲属在该机构入住' })
        .expect(201);
    };
    app.clock.advance(60_000);
    await recuse(county.planner, member);
    expect(await codeOf(scene.standIn(county.reviewer, member))).toBe('INSPECTOR_PRESENT');
    const [related] = strangers;
    await recuse(related!, related!);
    expect(await codeOf(scene.standIn(county.reviewer, other))).toBe('INSPECTOR_PRESENT');
    await recuse(other, other);
    const since = app.clock.now().toISOString();
    expect(await codeOf(app.as(member).post(`/api/v1/inspection-tasks/${task.id}/start`))).toBe(
      'TEAM_INCOMPLETE',
    );
    expect(await waiting(county.reviewer)).toMatchObject([{ subject: { type: 'draw' } }]);
    expect(await incomplete(county.reviewer)).toMatchObject([{ id: task.id }]);
    const { body } = await scene.standIn(county.reviewer, other).expect(200);
    const numbers = (body.team as { certificateNumber: string }[]).map((one) => one.certificateNumber);
    expect(numbers).not.toContain(other.certificateNumber);
    expect(numbers).not.toContain(related!.certificateNumber);
    await county.inspectAll();
    const [record] = await scene.opened();
    expect(record?.absences).toContainEqual({
      certificateNumber: other.certificateNumber,
      cause: 'RECUSAL',
      since,
      endedAt: null,
    });
  });

  it('goes back to who was drawn for it, before anybody else', async () => {
    const { county, member, other, strangers } = scene;
    await scene.keep(other, false);
    const { body } = await scene.standIn(county.reviewer, other).expect(200);
    await scene.keep(other, true);
    const numbers = (body.team as { certificateNumber: string }[]).map((one) => one.certificateNumber);
    const heir = strangers.find(({ certificateNumber }) => numbers.includes(certificateNumber))!;
    await scene.keep(heir, false);
    const back = await scene.standIn(county.reviewer, heir).expect(200);
    const team = (back.body.team as { certificateNumber: string }[]).map((one) => one.certificateNumber);
    expect(team.sort()).toEqual([member.certificateNumber, other.certificateNumber].sort());
  });

  it('keeps the day on which an absence ended, whatever becomes of the entry later', async () => {
    const { app, county, other } = scene;
    await scene.keep(other, false);
    await scene.standIn(county.reviewer, other).expect(200);
    app.clock.advance(60_000);
    const entry = app.as(county.planner);
    const { headers } = await entry.get(`/api/v1/inspectors/${other.inspectorId}`).expect(200);
    // A longer certificate alone brings nobody back.
    await entry
      .patch(`/api/v1/inspectors/${other.inspectorId}`)
      .set('If-Match', headers['etag'] as string)
      .send({ validUntil: '2031-12-31', reason: '示例·换证' })
      .expect(200);
    app.clock.advance(60_000);
    await scene.keep(other, true);
    const endedAt = app.clock.now().toISOString();
    app.clock.advance(60_000);
    await scene.keep(other, false);
    await county.inspectAll();
    const [record] = await scene.opened();
    expect(record?.absences).toMatchObject([{ certificateNumber: other.certificateNumber, endedAt }]);
    await scene.keep(other, true);
    expect((await scene.standIns())[0].absences[0].endedAt).toBe(endedAt);
  });
});

describe('an absence that ends while a stand-in is decided', () => {
  it('has its end, whichever of the two is first', async () => {
    const scene = await EmptyPlace.build({ inspectors: 5, institutions: 2 });
    const { app, county, other } = scene;
    for (let round = 0; round < 6; round += 1) {
      await scene.keep(other, false);
      const team: { certificateNumber: string }[] = (
        await app.as(county.reviewer).get(`/api/v1/inspection-tasks/${scene.task.id}`).expect(200)
      ).body.team;
      const isThere = team.some(({ certificateNumber }) => certificateNumber === other.certificateNumber);
      await Promise.all([
        isThere ? scene.standIn(county.reviewer, other) : Promise.resolve(),
        scene.keep(other, true),
      ]);
    }
    const open = await app.database.query(
      `select a.seq from inspections.draw_absence a
         left join inspections.draw_absence_end e using (draw_id, seq, certificate_number) where e.ended_at is null`,
    );
    expect(open).toEqual([]);
    await app.stop();
  });
});

describe('a place for which everybody has as many inspections as planned', () => {
  it('is filled all the same: nobody counts as unable to go for having much to do', async () => {
    const scene = await EmptyPlace.build(
      { inspectors: 4, institutions: 2 },
      { maxLoad: 1, strata: [{ key: 'B', basisPoints: 10_000, minimum: 2 }] },
    );
    const { app, county, other, member } = scene;
    expect(await app.database.query('select id from inspections.task')).toHaveLength(2);
    await scene.keep(other, false);
    app.clock.set('2026-12-04T02:00:00Z');
    expect(await codeOf(scene.callOff(county.reviewer))).toBe('SOMEBODY_CAN_GO');
    const { body } = await scene.standIn(county.reviewer, other).expect(200);
    const numbers = (body.team as { certificateNumber: string }[]).map((one) => one.certificateNumber);
    expect(numbers).toContain(member.certificateNumber);
    expect(numbers).not.toContain(other.certificateNumber);
    await app.stop();
  });
});
