import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { StaffScene } from './staff-scene.builder';

interface Item {
  readonly type: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly detail: string;
}

describe('somebody in post whom a check found barred', () => {
  let scene: StaffScene;
  let health: TestPerson;
  let institutionId: string;
  beforeAll(async () => {
    scene = await StaffScene.start();
    health = await scene.app.person('REGISTRAR', { departments: ['health'] });
    const filing = await scene.filings.accepted(scene.operator, health, 'CHILDCARE');
    institutionId = String(filing.institutionId);
  });
  afterAll(() => scene.app.stop());

  const carer = (name: string) => scene.added({ institutionId, name, post: 'CHILD_CARER' });
  const checked = async (id: string, result: string, issuedOn: string): Promise<void> => {
    await scene.shown(id, {
      type: 'BACKGROUND',
      title: '示例·查询回复',
      number: undefined,
      result,
      issuedOn,
    });
    await scene.app.idle();
  };
  const waiting = async (person: TestPerson): Promise<Item[]> => {
    const { body } = await scene.app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body as { items: Item[] }).items.filter(({ type }) => type.startsWith('BARRED_'));
  };
  const typesFor = async (person: TestPerson) => (await waiting(person)).map(({ type }) => type);
  const checksAhead = async (person: TestPerson): Promise<number> => {
    const path = `/api/v1/expiries?institutionId=${institutionId}&what=STAFF_BACKGROUND`;
    const { body } = await scene.app.as(person).get(path).expect(200);
    return (body as { items: object[] }).items.length;
  };

  it('waits at once for the institution and its authority, until they have left or are found clear', async () => {
    const { app, operator, registrar } = scene;
    const { id } = await carer('示例·吕燕子');
    await checked(id, 'CLEAR', '2026-10-12');
    expect([await typesFor(operator), await typesFor(health)]).toEqual([[], []]);
    await checked(id, 'BARRED', '2026-11-18');
    const subject = { type: 'institution', id: institutionId };
    expect(await waiting(operator)).toMatchObject([{ type: 'BARRED_TO_DISMISS', subject }]);
    expect(await waiting(health)).toMatchObject([{ type: 'BARRED_TO_FOLLOW', subject }]);
    expect((await waiting(health))[0]?.detail).toMatch(/^1 人经查询有禁止从业情形/);
    const others = [
      registrar,
      await app.person('REGISTRAR', { departments: ['health'], districts: ['500152'] }),
    ];
    for (const other of others) expect(await waiting(other)).toEqual([]);
    await scene.post(operator, `/${id}/leave`, { leftOn: '2026-11-19' }).expect(200);
    expect([await typesFor(operator), await typesFor(health)]).toEqual([[], []]);

    const mistaken = await carer('示例·同名');
    await checked(mistaken.id, 'BARRED', '2026-11-18');
    expect([await typesFor(operator), await typesFor(health)]).toEqual([
      ['BARRED_TO_DISMISS'],
      ['BARRED_TO_FOLLOW'],
    ]);
    await checked(mistaken.id, 'CLEAR', '2026-11-19');
    expect([await typesFor(operator), await typesFor(health)]).toEqual([[], []]);
    await scene.post(operator, `/${mistaken.id}/leave`, { leftOn: '2026-11-20' }).expect(200);
    await app.idle();
  });

  it('has no check that counts as valid for a while', async () => {
    const { id } = await carer('示例·周燕子');
    await checked(id, 'CLEAR', '2026-10-12');
    expect([await checksAhead(scene.operator), await checksAhead(health)]).toEqual([1, 1]);
    await checked(id, 'BARRED', '2026-11-18');
    expect([await checksAhead(scene.operator), await checksAhead(health)]).toEqual([0, 0]);
    // As it was left before: the night puts it right.
    await scene.app.database.query(
      `update staff.expiry set status = 'WATCHED' where id in
         (select id from staff.expiry where member_id = $1 order by opened_at desc limit 1)`,
      [id],
    );
    expect(await checksAhead(health)).toBe(1);
    await scene.app.nest.get(JobRunner).run('staff.watch-unwatched', 'night', {});
    expect(await checksAhead(health)).toBe(0);
  });
});
