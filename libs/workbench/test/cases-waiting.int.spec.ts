import type { TestPerson } from '@zhaoguan/testing';
import { CaseScene, HANDED, NOTICE, PENALTY } from '../../enforcement/test/case-scene.builder';
import { waitingOf, whomItWaitsFor } from './waiting.builder';

describe('findings and penalty cases that wait for somebody', () => {
  let scene: CaseScene;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    scene = await CaseScene.start(4);
    const { app, officer, operator, stranger } = scene;
    cast['officer'] = officer;
    cast['officer of health'] = await app.person('CASE_OFFICER', { departments: ['health'] });
    cast['officer of the city'] = await app.person('CASE_OFFICER', { districts: ['610100'] });
    cast['officer elsewhere'] = await app.person('CASE_OFFICER', { districts: ['500152'] });
    cast['party'] = operator;
    cast['another operator'] = stranger;
    for (const role of ['REGISTRAR', 'PLANNER', 'INSPECTOR', 'ADMINISTRATOR'] as const)
      cast[role] = await app.person(role);
  }, 120_000);
  afterAll(() => scene.app.stop());
  const whom = (id: string): Promise<Record<string, string>> => whomItWaitsFor(scene.app, cast, id);

  it('wait for the case officers of the department until a case takes them up', async () => {
    const party = scene.ordinary();
    expect(await whom(party.resultId)).toEqual({
      officer: 'FINDING_TO_TAKE_UP',
      'officer of the city': 'FINDING_TO_TAKE_UP',
    });
    const id = await scene.opened('YL_46_3', party);
    expect(await whom(party.resultId)).toEqual({});
    expect(await whom(id)).toEqual({ officer: 'CASE_TO_NOTICE', 'officer of the city': 'CASE_TO_NOTICE' });
  });

  it('wait as long as one of several is not taken up, and say how many', async () => {
    const party = scene.ordinary();
    const failures = `failures || jsonb_set(failures -> 0, '{findingId}', '"019a9f2e-7c00-7000-8000-0000000000ff"')`;
    await scene.app.database.query(
      `alter table inspections.result disable trigger user;
       update inspections.result set failures = ${failures} where id = '${party.resultId}';
       alter table inspections.result enable trigger user`,
    );
    await scene.opened('YL_46_3', party);
    expect(Object.keys(await whom(party.resultId))).toContain('officer');
    const waiting = (await waitingOf(scene.app, scene.officer)).find(
      ({ subject }) => subject.id === party.resultId,
    );
    expect(waiting?.detail).toBe('1 项不符合，尚未立案');
  });

  it('are left to the list of open findings after a year', async () => {
    const { resultId } = scene.county.take(({ operatorId }) => operatorId === scene.stranger.id);
    expect(Object.keys(await whom(resultId))).toContain('officer');
    const now = scene.app.clock.now();
    scene.app.clock.set('2027-11-22T02:00:00Z');
    expect(await whom(resultId)).toEqual({});
    scene.app.clock.set(now);
  });

  it('wait for the case officers while a paper of the notice is to be handed over, and not for the party', async () => {
    const { app, officer } = scene;
    const id = await scene.prepared();
    expect(await whom(id)).toEqual({ officer: 'CASE_TO_SERVE', 'officer of the city': 'CASE_TO_SERVE' });
    const [waiting] = (await waitingOf(app, officer)).filter(({ subject }) => subject.id === id);
    expect(waiting).toMatchObject({ typeLabel: '待送达处罚告知书', dueOn: '2027-02-18' });
    await scene.post(officer, `/${id}/service`, HANDED).expect(200);
    expect(await whom(id)).toEqual({ party: 'STATEMENT_TO_MAKE' });
  });

  it('wait for the party while it may speak, then for the decision', async () => {
    const { app, officer, operator } = scene;
    const id = await scene.opened();
    await scene.post(officer, `/${id}/notice`, NOTICE).expect(200);
    expect(await whom(id)).toEqual({ party: 'STATEMENT_TO_MAKE' });
    const [told] = (await waitingOf(app, operator)).filter(({ subject }) => subject.id === id);
    expect(told).toMatchObject({
      dueOn: '2026-11-27',
      workingDaysLeft: 5,
      subject: { type: 'penalty-case' },
    });

    const now = app.clock.now();
    app.clock.set('2026-11-28T02:00:00Z');
    expect(await whom(id)).toEqual({
      officer: 'CASE_TO_DECIDE',
      'officer of the city': 'CASE_TO_DECIDE',
    });
    const { body: over } = await app.as(operator).get(`/api/v1/penalty-cases/${id}`).expect(200);
    expect(over.statusLabel).toBe('陈述申辩期已满，待决定');
    app.clock.set(now);

    await scene.post(operator, `/${id}/statement`, { text: '已改正' }).expect(200);
    expect(await whom(id)).toEqual({ officer: 'CASE_TO_DECIDE', 'officer of the city': 'CASE_TO_DECIDE' });
    await scene.post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' }).expect(200);
    expect(await whom(id)).toEqual({});
  });
});
