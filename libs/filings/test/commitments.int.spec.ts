import { execFileSync } from 'node:child_process';
import { CommitmentScene, PROMISED } from './commitment-scene.builder';
import type { FilingAnswer } from './filing.builder';

const DAY = 24 * 60 * 60 * 1000;

describe('a commitment in place of a material', () => {
  let scene: CommitmentScene;
  beforeAll(async () => {
    scene = await CommitmentScene.start();
  });
  beforeEach(() => scene.newPeople());
  afterAll(() => scene.app.stop());

  it('is offered with its words and days, but not for what concerns fire, food and health', async () => {
    const draft = await scene.filings.draft(scene.operator, 'CHILDCARE');
    expect(scene.of(draft)).toMatchObject({
      offer: {
        days: 30,
        dueIfToday: '2026-12-21',
        checkDays: 20,
        text: expect.stringContaining('准予备案之日起 30 日内补交'),
      },
      commitment: null,
    });
    for (const code of ['FIRE_SAFETY_CERTIFICATE', 'FOOD_LICENCE', 'HYGIENE_EVALUATION_REPORT']) {
      expect(scene.of(draft, code).offer).toBeNull();
      const { body } = await scene.app
        .as(scene.operator)
        .put(scene.path(draft.id, code))
        .send({ text: 'x' })
        .expect(422);
      expect(body.code).toBe('COMMITMENT_UNAVAILABLE');
    }
    await scene.app.as(scene.operator).put(scene.path(draft.id, 'NOTHING')).send({ text: 'x' }).expect(404);
  });

  it('is given in the words that were shown, once, and taken back before it is handed in', async () => {
    const draft = await scene.filings.draft(scene.operator, 'CHILDCARE');
    const other = await scene.app
      .as(scene.operator)
      .put(scene.path(draft.id))
      .send({ text: '我另有承诺' })
      .expect(422);
    expect(other.body.errors).toMatchObject([{ pointer: '/text', code: 'NOT_CURRENT' }]);
    await scene.app
      .as(await scene.app.person('OPERATOR'))
      .put(scene.path(draft.id))
      .send({ text: 'x' })
      .expect(404);
    const given = await scene.give(draft);
    expect(scene.of(given)).toMatchObject({
      uploaded: false,
      offer: null,
      commitment: { status: 'GIVEN', dueOn: null, availableActions: ['withdraw'] },
    });
    await scene.app
      .as(scene.operator)
      .put(scene.path(draft.id))
      .send({ text: scene.of(draft).offer?.text })
      .expect(200);
    const { body } = await scene.app
      .as(scene.operator)
      .post(`${scene.path(draft.id)}/withdraw`)
      .expect(200);
    expect(scene.of(body as FilingAnswer)).toMatchObject({ commitment: null, offer: { days: 30 } });
    await scene.give(body as FilingAnswer);
    const uploaded = await scene.filings.upload(scene.operator, draft, [PROMISED]);
    expect(scene.of(uploaded)).toMatchObject({ uploaded: true, commitment: null });
  });

  it('does for its material when the filing is handed in, and binds from the acceptance on', async () => {
    const filing = await scene.accepted();
    expect(scene.of(filing)).toMatchObject({
      uploaded: false,
      commitment: { status: 'OPEN', dueOn: '2026-12-21' },
    });
    const { body: mine } = await scene.app.as(scene.operator).get(`/api/v1/filings/${filing.id}`).expect(200);
    expect(scene.of(mine as FilingAnswer).commitment?.availableActions).toEqual(['handIn']);
    await scene.app
      .as(scene.operator)
      .post(`${scene.path(filing.id)}/withdraw`)
      .expect(409);
    await scene.app.idle();
    const answer = await scene.app
      .as(scene.operator)
      .get(`/api/v1/filings/${filing.id}/receipt.pdf`)
      .buffer(true)
      .expect(200);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: answer.body as Buffer })
      .toString()
      .replace(/\s/g, '');
    expect(text).not.toContain('材料齐全');
    expect(text).toContain(
      '下列材料以告知承诺代替，应当按期补交：托育机构场地证明（最迟2026年12月21日补交）',
    );
  });

  it('is judged by the department in charge alone', async () => {
    const { id } = await scene.accepted();
    await scene.handIn(id).expect(200);
    const civil = await scene.app.person('REGISTRAR');
    await scene.app
      .as(civil)
      .post(`${scene.path(id)}/confirm`)
      .expect(403);
    await scene.app
      .as(scene.operator)
      .post(`${scene.path(id)}/confirm`)
      .expect(403);
    await scene.app
      .as(await scene.app.person('REGISTRAR', { departments: ['health'], districts: ['500152'] }))
      .post(`${scene.path(id)}/confirm`)
      .expect(404);
  });

  it('that was not kept is found so only after its last day, with a reason, and bars the next one', async () => {
    const { id, institutionId } = await scene.accepted();
    const early = await scene.judge(id, 'breach', { reason: '没有补交' }).expect(409);
    expect(early.body.code).toBe('COMMITMENT_NOT_DUE');
    scene.app.clock.advance(32 * DAY);
    scene.health = await scene.app.person('REGISTRAR', { departments: ['health'] });
    const { body } = await scene.judge(id, 'breach', { reason: '期满没有补交' }).expect(200);
    expect(scene.of(body as FilingAnswer).commitment).toMatchObject({
      status: 'BREACHED',
      reason: '期满没有补交',
    });
    const list = await scene.app
      .as(scene.health)
      .get(`/api/v1/commitments?institutionId=${institutionId}`)
      .expect(200);
    expect(list.body.items).toMatchObject([
      {
        code: PROMISED,
        status: 'BREACHED',
        statusLabel: '未履行',
        dueOn: '2026-12-21',
        reason: '期满没有补交',
      },
    ]);
    await scene.app.idle();
    const credit = await scene.app.database.query(
      `select rule_code, disclosed from credit.event where institution_id = $1`,
      [institutionId],
    );
    expect(credit).toEqual([{ rule_code: 'FILING_COMMITMENT_BROKEN', disclosed: false }]);
    const again = await scene.filings.draft(await scene.signedInAgain(scene.operator), 'CHILDCARE');
    expect(scene.of(again).offer).toBeNull();
    const foreign = await scene.app.person('OPERATOR');
    const none = await scene.app
      .as(foreign)
      .get(`/api/v1/commitments?institutionId=${institutionId}`)
      .expect(200);
    expect(none.body.items).toEqual([]);
    const civil = await scene.app.person('REGISTRAR');
    const other = await scene.app
      .as(civil)
      .get(`/api/v1/commitments?institutionId=${institutionId}`)
      .expect(200);
    expect(other.body.items).toEqual([]);
  });
});
