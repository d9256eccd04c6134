import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { codeOf, StaffScene } from './staff-scene.builder';

const LEASED = { premisesTenure: 'LEASED', leaseStartsOn: '2025-06-01', leaseEndsOn: '2027-01-01' };

describe('what is filed and ends', () => {
  let scene: StaffScene;
  beforeAll(async () => {
    scene = await StaffScene.start();
  });
  afterAll(() => scene.app.stop());

  const register = async (institution: object): Promise<string> => {
    const { institutionId } = await scene.filings.accepted(
      scene.operator,
      scene.registrar,
      'ELDERLY_CARE',
      institution,
    );
    await scene.app.idle();
    return String(institutionId);
  };
  const ends = async (institutionId: string, by: TestPerson = scene.operator) => {
    const { body } = await scene.app
      .as(by)
      .get(`/api/v1/expiries?institutionId=${institutionId}`)
      .expect(200);
    return (body as { items: { id: string; what: string; endsOn: string; status: string }[] }).items;
  };

  it('is watched from the acceptance on, and renewed by a change filing', async () => {
    const { app, operator, registrar, filings } = scene;
    const id = await register(LEASED);
    expect((await ends(id)).map(({ what, endsOn }) => `${what} ${endsOn}`)).toEqual(['LEASE 2027-01-01']);
    const change = await filings.filedAbout(operator, id, 'CHANGE', { leaseEndsOn: '2030-01-01' });
    await filings.act(registrar, change.id, 'accept');
    await app.idle();
    expect((await ends(id)).map(({ what, endsOn }) => `${what} ${endsOn}`)).toEqual(['LEASE 2030-01-01']);
    const statuses: { status: string }[] = await app.database.query(
      'select status from staff.expiry where institution_id = $1 order by ends_on',
      [id],
    );
    expect(statuses.map(({ status }) => status)).toEqual(['RENEWED', 'WATCHED']);
  });

  it('is watched once, however many are told of it at the same moment', async () => {
    const { app } = scene;
    const id = await register(LEASED);
    await app.database.query(
      `update institutions.institution set details = details || '{"leaseEndsOn": "2031-05-05"}' where id = $1`,
      [id],
    );
    const jobs = app.nest.get(JobRunner);
    const watch = (key: string) => jobs.run('staff.watch-institution', `${id} ${key}`, { institutionId: id });
    await Promise.all([watch('a'), watch('b'), watch('c')]);
    expect((await ends(id)).map(({ endsOn }) => endsOn)).toEqual(['2031-05-05']);
  });

  it('is checked by the functional area that holds the township, not by the county', async () => {
    const { app, registrar } = scene;
    const area = await app.person('REGISTRAR', { districts: ['610116005'] });
    const { institutionId } = await scene.filings.accepted(scene.operator, area, 'ELDERLY_CARE', {
      ...LEASED,
      township: '610116005',
    });
    const id = String(institutionId);
    await app.idle();
    await app.database.query(
      `update institutions.institution set details = details || '{"leaseEndsOn": "2026-11-01"}' where id = $1`,
      [id],
    );
    const jobs = app.nest.get(JobRunner);
    await jobs.run('staff.watch-unwatched', 'night', {});
    await jobs.run('staff.advance-expiries', 'night', {});
    const [lease] = await ends(id, area);
    const check = { institutionId: id, ids: [lease?.id], finding: 'NOT_RENEWED', note: '已要求续签。' };
    const send = (by: TestPerson) => app.as(by).post('/api/v1/expiries/checks').send(check);
    expect(codeOf(await send(registrar).expect(403))).toBe('WRONG_DISTRICT');
    await send(area).expect(204);
    expect((await ends(id, area))[0]?.status).toBe('CHECKED');
  });
});
