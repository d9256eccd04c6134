import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { expiryProcess } from '@zhaoguan/staff';
import { Ear } from '../../workbench/test/notified.builder';
import { codeOf, StaffScene } from './staff-scene.builder';

interface Line {
  readonly id: string;
  readonly what: string;
  readonly endsOn: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly daysLeft: number;
  readonly findingLabel: string | null;
}

describe('what ends next', () => {
  let scene: StaffScene;
  let ear: Ear;
  beforeAll(async () => {
    scene = await StaffScene.start();
    const { operator, registrar } = scene;
    ear = new Ear(scene.app, { operator, registrar });
  });
  afterAll(() => scene.app.stop());

  let nights = 0;
  const night = async (): Promise<void> => {
    nights += 1;
    const jobs = scene.app.nest.get(JobRunner);
    await jobs.run('staff.watch-unwatched', `night ${nights}`, {});
    await jobs.run('staff.advance-expiries', `night ${nights}`, {});
    await scene.app.idle();
  };
  /** As a directory or a filing leaves it, without anybody telling of it. */
  const hold = (details: object): Promise<unknown> =>
    scene.app.database.query('update institutions.institution set details = $2 where id = $1', [
      scene.institutionId,
      JSON.stringify(details),
    ]);
  const list = async (by: TestPerson, query = ''): Promise<Line[]> => {
    const path = `/api/v1/expiries?institutionId=${scene.institutionId}${query}`;
    const { body } = await scene.app.as(by).get(path).expect(200);
    return (body as { items: Line[] }).items;
  };
  const waiting = async (person: TestPerson): Promise<string[]> => {
    const { body } = await scene.app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const items = (body as { items: { type: string }[] }).items;
    return items.map(({ type }) => type).filter((type) => type.startsWith('EXPIRY_'));
  };

  it('is watched, told once by how near it is, and waits for whoever is next', async () => {
    const { operator, registrar, institutionId } = scene;
    // The acceptance is told first: what follows nobody tells of.
    await ear.listen();
    await hold({
      leaseEndsOn: '2027-02-01',
      particulars: {
        foodLicenceUntil: '2026-12-10',
        fireProofUntil: '2026-11-19',
        insuranceEndsOn: '2027-10-01',
        healthCertificatesUntil: '每年一次',
      },
    });
    await night();
    expect((await list(operator)).map(({ what, status, daysLeft }) => [what, status, daysLeft])).toEqual([
      ['FIRE_PROOF', 'EXPIRED', -1],
      ['FOOD_LICENCE', 'WATCHED', 20],
      ['LEASE', 'WATCHED', 73],
      ['INSURANCE', 'WATCHED', 315],
    ]);
    expect((await list(operator)).map(({ statusLabel }) => statusLabel)).toEqual([
      '已到期，待核查',
      '即将到期',
      '有效',
      '有效',
    ]);
    expect(await ear.listen()).toEqual({ operator: ['EXPIRY_NEAR', 'EXPIRY_NEAR', 'EXPIRY_NEAR'] });
    expect([await waiting(operator), await waiting(registrar)]).toEqual([
      ['EXPIRY_TO_RENEW'],
      ['EXPIRY_TO_CHECK'],
    ]);
    const work = await scene.app.as(operator).get('/api/v1/work-items?limit=100').expect(200);
    expect((work.body as { items: { detail: string }[] }).items.map(({ detail }) => detail)).toContainEqual(
      expect.stringMatching(/^\d+ 项需要续期，最早 2026年11月19日到期$/),
    );
    await night();
    expect(await ear.listen()).toEqual({});
    expect((await list(registrar, '&within=30')).map(({ what }) => what)).toEqual([
      'FIRE_PROOF',
      'FOOD_LICENCE',
    ]);
    expect((await list(registrar, '&month=2027-02')).map(({ what }) => what)).toEqual(['LEASE']);
    const path = `/api/v1/expiries/months?institutionId=${institutionId}`;
    const { body } = await scene.app.as(registrar).get(path).expect(200);
    expect(
      (body as { month: string | null; count: number }[]).map(({ month, count }) => [month, count]),
    ).toEqual([
      [null, 1],
      ['2026-12', 1],
      ['2027-02', 1],
      ['2027-10', 1],
    ]);
  });

  it('is checked by the lead department of the place, and done with by a later day', async () => {
    const { app, operator, registrar, institutionId } = scene;
    const [expired, licence] = await list(registrar);
    const check = {
      institutionId,
      ids: [expired?.id],
      finding: 'NOT_RENEWED',
      note: '已要求限期提供新的消防文书。',
    };
    const send = (by: TestPerson, body: object) => app.as(by).post('/api/v1/expiries/checks').send(body);
    await send(operator, check).expect(403);
    const ofHealth = await app.person('REGISTRAR', { departments: ['health'] });
    expect(codeOf(await send(ofHealth, check).expect(403))).toBe('WRONG_DEPARTMENT');
    await send(await app.person('REGISTRAR', { districts: ['500152'] }), check).expect(404);
    expect(await list(ofHealth)).toEqual([]);
    expect(codeOf(await send(registrar, { ...check, ids: [licence?.id] }).expect(409))).toBe(
      'INVALID_TRANSITION',
    );
    expect(codeOf(await send(registrar, { ...check, ids: [institutionId] }).expect(422))).toBe(
      'UNKNOWN_EXPIRY',
    );
    expect(codeOf(await send(registrar, { ...check, note: ' ' }).expect(422))).toBe('VALIDATION_FAILED');
    await send(registrar, check).expect(204);
    expect((await list(operator))[0]).toMatchObject({
      status: 'CHECKED',
      findingLabel: '没有续期，已要求整改',
    });
    expect([await waiting(operator), await waiting(registrar)]).toEqual([['EXPIRY_TO_RENEW'], []]);
    await hold({ particulars: { fireProofUntil: '2029-11-19', foodLicenceUntil: '2031-12-10' } });
    await night();
    expect((await list(operator)).map(({ what, endsOn }) => `${what} ${endsOn}`)).toEqual([
      'FIRE_PROOF 2029-11-19',
      'FOOD_LICENCE 2031-12-10',
    ]);
    expect(await waiting(operator)).toEqual([]);
    const rows: { status: string; action: string; from: string; to: string; id: string }[] =
      await app.database.query(
        `select e.id, e.status, t.action, t.from_state as "from", t.to_state as "to"
         from staff.expiry e join staff.expiry_transition t on t.expiry_id = e.id order by e.id, t.seq`,
      );
    for (const { id, status } of rows)
      expect(expiryProcess.fold(rows.filter((row) => row.id === id))).toBe(status);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['RENEWED', 'DROPPED']));
  });

  it('holds what staff has shown, and follows a newer certificate, a new post and a departure', async () => {
    const { app, operator, post } = scene;
    const { id } = await scene.added({ name: '示例·郑护理' });
    const health = async (): Promise<string[]> => {
      await app.idle();
      return (await list(operator, '&what=STAFF_HEALTH')).map(({ endsOn }) => endsOn);
    };
    await scene.shown(id, { issuedOn: '2025-12-01' });
    expect(await health()).toEqual(['2026-11-30']);
    await scene.shown(id, { issuedOn: '2026-11-10' });
    expect(await health()).toEqual(['2027-11-09']);
    await post(operator, `/${id}/leave`, { leftOn: '2026-11-20' }).expect(200);
    expect(await health()).toEqual([]);
  });

  it('has ended at once, and not tonight, where it had before it was entered, and is told once', async () => {
    const { app, operator, registrar } = scene;
    const { id } = await scene.added({ name: '示例·过期' });
    await app.idle();
    await ear.listen();
    await scene.shown(id, { issuedOn: '2025-10-01' });
    await app.idle();
    expect((await list(operator, '&what=STAFF_HEALTH'))[0]).toMatchObject({
      endsOn: '2026-09-30',
      statusLabel: '已到期，待核查',
    });
    expect([await waiting(operator), await waiting(registrar)]).toEqual([
      ['EXPIRY_TO_RENEW'],
      ['EXPIRY_TO_CHECK'],
    ]);
    expect(await ear.listen()).toEqual({ operator: ['EXPIRY_NEAR'] });
    await night();
    expect(await ear.listen()).toEqual({});
    await scene.shown(id, { issuedOn: '2026-11-10' });
    await app.idle();
    expect((await list(operator, '&what=STAFF_HEALTH')).map(({ endsOn }) => endsOn)).toEqual(['2027-11-09']);
  });

  it('tells thirty certificates that end in one institution as one', async () => {
    const { app } = scene;
    await ear.listen();
    for (const person of ['甲', '乙', '丙']) {
      const { id } = await scene.added({ name: `示例·${person}` });
      await scene.shown(id, { issuedOn: '2025-12-01' });
    }
    await app.idle();
    await night();
    expect(await ear.listen()).toEqual({ operator: ['EXPIRY_NEAR'] });
  });

  it('is watched no more of an institution that has closed', async () => {
    await scene.app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
      scene.institutionId,
    ]);
    await night();
    expect(await list(scene.operator)).toEqual([]);
  });
});
