import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const CAPACITY = '/institution/capacity';

describe('what was found around a case under way, and is handed in again as it was found', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let inspector: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    inspector = await app.person('INSPECTOR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const seen = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(200)).body.items[0];
  const send = async (person: TestPerson, id: string, what: string, body: object = {}) =>
    app
      .as(person)
      .post(`/api/v1/filings/${id}/verification/${what}`)
      .set('if-match', `"${(await seen(person, id)).version}"`)
      .send(body);
  const record = async (id: string, found: Readonly<Record<string, string>>, foundNumber?: number) => {
    const { facts } = (await seen(health, id)) as { facts: { pointer: string }[] };
    const answer = await send(health, id, 'record', {
      visitedOn: '2026-11-20',
      officerIds: [health.id, inspector.id],
      facts: facts.map(({ pointer }) =>
        found[pointer] === undefined
          ? { pointer, matches: true }
          : {
              pointer,
              matches: false,
              found: found[pointer],
              ...(pointer === CAPACITY && foundNumber !== undefined && { foundNumber }),
            },
      ),
    });
    expect(answer.status).toBe(200);
  };

  /** Filed for 60, of which a visit found 55 (and what else is said), and returned to be put right. */
  const returned = async (more: Readonly<Record<string, string>> = {}, counted?: number): Promise<string> => {
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    await app
      .as(health)
      .post(`/api/v1/filings/${id}/verifications`)
      .send({ purpose: '核实托位数' })
      .expect(201);
    await record(id, { [CAPACITY]: '实有 55 个', ...more }, counted);
    const reasons = [{ pointer: CAPACITY, message: '与现场核查的情况不一致' }];
    await app.as(health).post(`/api/v1/filings/${id}/return`).send({ reasons }).expect(200);
    return id;
  };
  const handInAgain = async (id: string, capacity: number, more: object = {}): Promise<void> => {
    const read = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${read.body.version}"`)
      .send({ institution: { capacity, ...more } })
      .expect(200);
    await filings.act(operator, id, 'submit');
  };

  it('waits for the authority, reads side by side, and is concluded without another visit', async () => {
    const id = await returned();
    expect(await seen(operator, id)).toMatchObject({
      status: 'MISMATCH_FOUND',
      mismatches: [{ pointer: CAPACITY, filed: '60 个', found: '实有 55 个', now: '60 个', asFound: false }],
    });
    await handInAgain(id, 55);
    const again = await seen(health, id);
    expect(again).toMatchObject({
      status: 'RECHECK',
      correctBy: null,
      mismatches: [{ filed: '60 个', found: '实有 55 个', now: '55 个', asFound: true }],
      steps: [{ action: 'mismatch' }, { action: 'refile', label: '已按现场情况重新提交，待复核' }],
    });
    expect(again.availableActions).toEqual(['confirm', 'mismatch', 'settle']);
    expect((await seen(operator, id)).availableActions).toEqual([]);
    expect((await send(operator, id, 'settle')).status).toBe(403);
    const settled = await send(health, id, 'settle');
    expect(settled.status).toBe(200);
    expect(settled.body).toMatchObject({ status: 'VERIFIED', dueOn: null, mismatches: [] });
    expect(settled.body.visits).toHaveLength(1);
    expect(settled.body.steps.at(-1)).toMatchObject({
      action: 'settle',
      reason: '托位数：原填报 60 个，现场 实有 55 个，现填报 55 个',
    });
    expect((await send(health, id, 'settle')).body.code).toBe('INVALID_TRANSITION');
  });

  it('is for another visit where what the visit found right is filed otherwise as well', async () => {
    const id = await returned();
    await handInAgain(id, 55, { address: '示例路8888号' });
    const again = await seen(health, id);
    expect(again).toMatchObject({
      status: 'RECHECK',
      mismatches: [{ asFound: true }],
      unseen: [{ pointer: '/institution/address', label: '详细地址', now: '示例路8888号' }],
    });
    expect(again.availableActions).toEqual(['confirm', 'mismatch']);
    expect((await send(health, id, 'settle')).body.code).toBe('NOT_AS_FOUND');
    await record(id, {});
    expect(await seen(health, id)).toMatchObject({ status: 'VERIFIED', unseen: [] });
  });

  it('counts the number that was counted, and no other one of the words', async () => {
    const rooms = { [CAPACITY]: '另有 3 个房间' };
    const other = await returned(rooms, 45);
    expect((await seen(health, other)).mismatches).toMatchObject([
      { found: '45 个（另有 3 个房间）', foundNumber: 45 },
    ]);
    await handInAgain(other, 3);
    expect(await seen(health, other)).toMatchObject({ status: 'MISMATCH_FOUND' });
    const same = await returned(rooms, 45);
    await handInAgain(same, 45);
    expect((await send(health, same, 'settle')).body).toMatchObject({ status: 'VERIFIED' });
  });

  it('says of what was concluded that it was handed in otherwise afterwards', async () => {
    const id = await returned();
    await handInAgain(id, 55);
    await send(health, id, 'settle');
    expect(await seen(health, id)).toMatchObject({ status: 'VERIFIED', unseen: [] });
    const reasons = [{ pointer: CAPACITY, message: '请再核对' }];
    await app.as(health).post(`/api/v1/filings/${id}/return`).send({ reasons }).expect(200);
    expect(await seen(health, id)).toMatchObject({ unseen: [] });
    await handInAgain(id, 50, { address: '示例路8889号' });
    expect(await seen(health, id)).toMatchObject({
      status: 'VERIFIED',
      unseen: [
        { label: '托位数', seen: '实有 55 个', now: '50 个' },
        { label: '详细地址', now: '示例路8889号' },
      ],
    });
  });

  it('asks nothing of the institution that is accepted meanwhile, and is still concluded from the papers', async () => {
    const id = await returned();
    await handInAgain(id, 55);
    const { institutionId } = await filings.act(health, id, 'accept');
    const { body } = await app
      .as(operator)
      .get(`/api/v1/verifications?institutionId=${institutionId}`)
      .expect(200);
    expect(body.items).toMatchObject([
      { status: 'RECHECK', correctBy: null, items: [{ now: '55 个', asFound: true }] },
    ]);
    expect((await send(health, id, 'settle')).body).toMatchObject({ status: 'VERIFIED' });
  });

  it('is left to be put right where another number is handed in, or something no form asks for is wrong', async () => {
    const other = await returned();
    await handInAgain(other, 50);
    expect(await seen(operator, other)).toMatchObject({
      status: 'MISMATCH_FOUND',
      mismatches: [{ now: '50 个', asFound: false }],
      availableActions: ['correct'],
    });
    await send(operator, other, 'correct', { statement: '请再看' });
    expect((await send(health, other, 'settle')).body.code).toBe('NOT_AS_FOUND');
    expect(await seen(health, other)).toMatchObject({ availableActions: ['confirm', 'mismatch'] });
    const both = await returned({ '/site/FIRE_SAFETY': '通道堆放杂物' });
    await handInAgain(both, 55);
    expect(await seen(operator, both)).toMatchObject({ status: 'MISMATCH_FOUND' });
  });
});
