import { PDF } from '../../filings/test/filing.builder';
import { HONEST, repeatUpload } from '@zhaoguan/testing';
import { JobRunner } from '@zhaoguan/platform';
import { removalProcess } from '@zhaoguan/removals';
import { codeOf, NOTICE, RemovalScene } from './removal-scene.builder';

describe('a removal of a filing', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  it('tells the institution, hears it, and is decided by another official than who worked on it', async () => {
    const { app, post, operator, registrar, reviewer } = scene;
    const { institutionId } = await scene.registered();
    const opened = await scene.opened('FALSE_MATERIALS', institutionId);
    expect(opened).toMatchObject({
      type: 'REVOCATION',
      status: 'OPENED',
      clue: '群众反映',
      dueOn: '2026-12-18',
      availableActions: ['prepare', 'notice', 'drop'],
    });
    await app.as(operator).get(`/api/v1/removals/${opened.id}`).expect(404);
    expect(codeOf(await post(registrar, `/${opened.id}/notice`, NOTICE).expect(422))).toBe(
      'EVIDENCE_REQUIRED',
    );

    await scene.upload(registrar, opened.id).expect(201);
    const noticed = await post(registrar, `/${opened.id}/notice`, NOTICE).expect(200);
    expect(noticed.body).toMatchObject({ status: 'NOTICED', statementUntil: '2026-11-27' });
    const seen = await scene.get(opened.id, operator);
    expect(seen).toMatchObject({ clue: null, dueOn: null, files: [], availableActions: ['state'] });
    expect(JSON.stringify(seen)).not.toContain('群众反映');
    expect(codeOf(await post(registrar, `/${opened.id}/propose`, { text: '建议撤销' }).expect(409))).toBe(
      'STATEMENT_PERIOD_RUNNING',
    );

    const file = (await scene.upload(operator, opened.id).expect(201)).body as { id: string };
    await app.as(registrar).get(`/api/v1/removals/${opened.id}/files/${file.id}`).expect(404);
    const said = { text: '材料由中介代办，已另行取得。', fileIds: [file.id] };
    await post(operator, `/${opened.id}/statement`, said).expect(200);
    await app.as(registrar).get(`/api/v1/removals/${opened.id}/files/${file.id}`).expect(200);
    const again = await post(operator, `/${opened.id}/statement`, { text: said.text }).expect(409);
    expect(codeOf(again)).toBe('STATEMENT_DUPLICATE');

    // Neither what it has said nor what an official takes down shortens its period.
    const recorded = { text: '电话表示放弃', waived: true };
    await post(registrar, `/${opened.id}/statement`, recorded).expect(200);
    const answered = { text: '建议撤销', statementReview: '不予采纳' };
    const early = await post(registrar, `/${opened.id}/propose`, answered).expect(409);
    expect(codeOf(early)).toBe('STATEMENT_PERIOD_RUNNING');
    expect(await scene.get(opened.id, operator)).toMatchObject({ waived: false });
    await post(operator, `/${opened.id}/statement`, { text: '不再补充', waived: true }).expect(200);
    expect(await scene.get(opened.id, operator)).toMatchObject({ waived: true });

    const bare = await post(registrar, `/${opened.id}/propose`, { text: '建议撤销' }).expect(422);
    expect(bare.body).toMatchObject({
      code: 'STATEMENT_REVIEW_REQUIRED',
      errors: [{ pointer: '/statementReview' }],
    });
    const proposal = { text: '建议撤销', statementReview: '补充的材料晚于备案，不予采纳。' };
    await post(registrar, `/${opened.id}/propose`, proposal).expect(200);
    expect((await scene.get(opened.id, operator))['proposal']).toBeNull();
    await post(registrar, `/${opened.id}/decide`).expect(403);

    const decided = await post(reviewer, `/${opened.id}/decide`).expect(200);
    expect(decided.body).toMatchObject({
      status: 'DECIDED',
      dueOn: null,
      decision: {
        number: '长民备撤决〔2026〕1号',
        reconsiderationUntil: '2027-01-19',
        litigationUntil: '2027-05-20',
      },
    });
    expect((await scene.get(opened.id, operator))['proposal']).toEqual(proposal);
  });

  it('may be answered in the same words after a second notice, which is a question of its own', async () => {
    const { app, post, operator, registrar, reviewer } = scene;
    const { id } = await scene.proposed();
    await post(reviewer, `/${id}/send-back`, { reason: '补充证据' }).expect(200);
    app.clock.advance(1000);
    await post(registrar, `/${id}/notice`, NOTICE).expect(200);
    expect(await scene.get(id, operator)).toMatchObject({ waived: false });
    const waiver = { text: '没有意见', waived: true };
    await post(operator, `/${id}/statement`, waiver).expect(200);
    expect(codeOf(await post(operator, `/${id}/statement`, waiver).expect(409))).toBe('STATEMENT_DUPLICATE');
    await post(registrar, `/${id}/propose`, { text: '建议撤销' }).expect(200);
  });

  it('of a revoked filing leaves the institution in the register, under supervision, until it files again', async () => {
    const { app, filings, operator, registrar } = scene;
    const first = await scene.registered();
    await scene.decided('FALSE_MATERIALS', first.institutionId);
    const path = `/api/v1/institutions/${first.institutionId}`;
    const { body } = await app.as(operator).get(path).expect(200);
    expect(body).toMatchObject({ status: 'OPERATING', filingEndedAs: 'REVOKED', openFilings: [] });
    await app.idle();
    const verified = await app
      .as(scene.registrar)
      .get(`/api/v1/filings/${first.id}/verifications`)
      .expect(200);
    expect(verified.body.items).toMatchObject([{ status: 'CANCELLED' }]);
    const change = { type: 'CHANGE', kind: 'ELDERLY_CARE', institutionId: first.institutionId };
    expect(codeOf(await app.as(operator).post('/api/v1/filings').send(change).expect(409))).toBe(
      'FILING_REMOVED',
    );

    const checked = await app.http.get(`/api/v1/public/receipts/${first.filingNumber}`).expect(200);
    expect(checked.body).toMatchObject({
      genuine: true,
      ended: { endedAs: 'REVOKED', endedOn: '2026-11-20' },
    });

    const { address } = body as { address: string };
    const again = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { address });
    expect(again.institutionId).toBe(first.institutionId);
    expect(again.filingNumber).not.toBe(first.filingNumber);
    const now = await app.as(operator).get(path).expect(200);
    expect(now.body).toMatchObject({ filingEndedAs: null, filingNumber: again.filingNumber });
    const old = await app.http.get(`/api/v1/public/receipts/${first.filingNumber}`).expect(200);
    expect(old.body).toMatchObject({ genuine: true, ended: { endedAs: 'REVOKED' } });
    const fresh = await app.http.get(`/api/v1/public/receipts/${again.filingNumber}`).expect(200);
    expect(fresh.body).toMatchObject({ genuine: true, ended: null });
  });

  it('of a cancelled filing closes the institution, and brings it back when the decision is annulled', async () => {
    const { app, operator, post, reviewer, chief } = scene;
    const { institutionId } = await scene.registered();
    const path = `/api/v1/institutions/${institutionId}`;
    const removal = await scene.decided('SERVICE_CEASED', institutionId);
    expect(removal.decisionNumber).toBe('长民备注决〔2026〕1号');
    const closed = await app.as(operator).get(path).expect(200);
    expect(closed.body).toMatchObject({ status: 'CLOSED', filingEndedAs: 'CANCELLED', openFilings: [] });

    const bare = await post(chief, `/${removal.id}/annul`, { document: '示例复决字〔2026〕1号' }).expect(422);
    expect(bare.body).toMatchObject({ errors: [{ pointer: '/reason' }] });
    const reason = { document: '示例复决字〔2026〕1号', reason: '事实不清' };
    const own = await post(reviewer, `/${removal.id}/annul`, reason).expect(403);
    expect(codeOf(own)).toBe('REMOVAL_NEEDS_ANOTHER');
    const annulled = await post(chief, `/${removal.id}/annul`, reason).expect(200);
    expect(annulled.body).toMatchObject({ status: 'ANNULLED', annulment: { annulledOn: '2026-11-20' } });
    const back = await app.as(operator).get(path).expect(200);
    expect(back.body).toMatchObject({ status: 'OPERATING', filingEndedAs: null });
    expect(back.body.openFilings).toContain('CHANGE');
    await post(chief, `/${removal.id}/annul`, reason).expect(409);
  });

  it('does not bring back a filing whose place another one has taken', async () => {
    const { app, operator, registrar, filings, post, chief } = scene;
    const { institutionId } = await scene.registered();
    const { id } = await scene.decided('FALSE_MATERIALS', institutionId);
    const { body } = await app.as(operator).get(`/api/v1/institutions/${institutionId}`).expect(200);
    await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      address: (body as { address: string }).address,
    });
    const undone = await post(chief, `/${id}/annul`, { document: '示例判决', reason: '程序违法' }).expect(
      409,
    );
    expect(codeOf(undone)).toBe('FILED_SINCE');
    expect((await scene.get(id)).status).toBe('DECIDED');
  });

  it('has a history whose fold is its state, and cannot be edited once decided', async () => {
    const { app } = scene;
    const { id, status } = await scene.decided();
    const rows = await app.database.query<{ action: never; from: never; to: never }>(
      'select action, from_state as "from", to_state as "to" from removals.transition where removal_id = $1 order by seq',
      [id],
    );
    expect(removalProcess.fold(rows)).toBe(status);
    for (const sql of [
      `update removals.removal set proposal = '改写' where id = $1`,
      'delete from removals.removal where id = $1',
    ])
      await expect(app.database.query(sql, [id])).rejects.toThrow('keep what they say');
  });

  it('keeps what was found in the words of who decided, and of decisions of before what the notice says', async () => {
    const { app, post, registrar, operator, chief } = scene;
    const facts = '经听取意见并复核，消防材料系他人代办，出具单位没有出具过。';
    const found = async (id: string) => (await scene.get(id, operator))['decision'];
    const own = await scene.decided(undefined, undefined, { facts });
    expect(await found(own.id)).toMatchObject({ facts });
    expect((await scene.get(own.id))['notice']).toMatchObject({ facts: NOTICE.facts });
    await expect(
      app.database.query(`update removals.removal set decision_facts = '改写' where id = $1`, [own.id]),
    ).rejects.toThrow('keep what they say');

    const { id } = await scene.proposed();
    const empty = await post(scene.reviewer, `/${id}/decide`, { facts: ' ' }).expect(422);
    expect(empty.body).toMatchObject({ errors: [{ pointer: '/facts' }] });
    // A program of before sends nothing at all.
    await app.as(scene.reviewer).post(`/api/v1/removals/${id}/decide`).expect(200);
    expect(await found(id)).toMatchObject({ facts: NOTICE.facts });
    await app.database.query(`
      alter table removals.removal disable trigger user;
      update removals.removal set decision_facts = null where id = '${id}';
      alter table removals.removal enable trigger user;`);
    expect(await found(id)).toMatchObject({ facts: NOTICE.facts });
    const fell = { document: '示例复决字〔2026〕9号', reason: '事实不清' };
    await post(chief, `/${id}/annul`, fell).expect(200);
    expect((await scene.get(id, registrar))['decision']).toMatchObject({ facts: NOTICE.facts });
  });

  it('gives who sends a file again under the same key, having got no answer, the first one', async () => {
    const { id } = await scene.opened();
    const file = { content: PDF, other: Buffer.concat([PDF, Buffer.from('\n')]), filename: '核实意见.pdf' };
    expect(await repeatUpload(scene.app, scene.registrar, `/api/v1/removals/${id}/files`, file)).toEqual({
      ...HONEST,
      statuses: [201, 201],
    });
  });

  it('brings back a suspended institution suspended', async () => {
    const { app, operator, registrar, filings, post, reviewer, chief } = scene;
    const { institutionId } = await scene.registered();
    const notice = {
      startsOn: '2026-12-10',
      endsOn: '2027-03-01',
      reason: '示例·消防改造',
      notifiedOn: '2026-11-01',
      residents: 0,
      refundFen: 0,
    };
    const suspension = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice });
    await filings.act(registrar, suspension.id, 'accept');
    const removal = await scene.proposed('LEGAL_PERSON_ENDED', institutionId);
    expect(codeOf(await post(reviewer, `/${removal.id}/decide`).expect(409))).toBe('STEP_PENDING');
    app.clock.set('2026-12-10T02:00:00Z');
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', 'suspends', {});
    const path = `/api/v1/institutions/${institutionId}`;
    expect((await app.as(operator).get(path).expect(200)).body).toMatchObject({ status: 'SUSPENDED' });
    const { id } = (await post(reviewer, `/${removal.id}/decide`).expect(200)).body as { id: string };
    await post(chief, `/${id}/annul`, { document: '示例判决', reason: '主体资格仍在' }).expect(200);
    expect((await app.as(operator).get(path).expect(200)).body).toMatchObject({ status: 'SUSPENDED' });
    const { body } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(body).toMatchObject({
      statusStep: { action: 'reinstateSuspended', inForce: true },
      filingEnd: null,
    });
  });
});
