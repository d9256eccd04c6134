import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';
import { LICENCE_LAW, licenseFrom } from './regime.builder';

const DAY = 86_400_000;
const REASON = { reason: '需要会同消防救援机构再次现场核查。' };
const NOT_YET = { reason: '现有材料足以作出决定。' };

describe('extending the term of a decision on a licence', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let head: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'], name: '示例·李受理' });
    head = await app.person('REVIEWER', { departments: ['health'], name: '示例·赵负责' });
    await licenseFrom(app, '2026-09-04');
  });
  afterAll(() => app.stop());

  const handIn = async (): Promise<string> => (await filings.submitted(operator, 'CHILDCARE')).id;
  const ask = (id: string, by = health) => app.as(by).post(`/api/v1/filings/${id}/extensions`).send(REASON);
  const answer = (id: string, extension: string, act: string, by = head, body: object = {}) =>
    app.as(by).post(`/api/v1/filings/${id}/extensions/${extension}/${act}`).send(body);
  const asked = async (): Promise<{ id: string; extension: string }> => {
    const id = await handIn();
    const { body } = await ask(id).expect(201);
    return { id, extension: body.items[0].id as string };
  };
  const read = async (path: string, by: TestPerson) =>
    (await app.as(by).get(`/api/v1${path}`).expect(200)).body;
  const waiting = async (id: string, by: TestPerson): Promise<{ type: string; dueOn: string }[]> =>
    (await read('/work-items?limit=100', by)).items
      .filter(({ subject }: { subject: { id: string } }) => subject.id === id)
      .map(({ type, dueOn }: { type: string; dueOn: string }) => ({ type, dueOn }));
  const told = async (by: TestPerson, id: string): Promise<string[]> =>
    (await read('/notifications', by)).items
      .filter(({ subject }: { subject: { id: string } | null }) => subject?.id === id)
      .map(({ type }: { type: string }) => type);

  it('is approved by the head of the authority that has it, and by none above', async () => {
    const { id, extension } = await asked();
    const above = await app.person('REVIEWER', { departments: ['health'], districts: ['610100'] });
    for (const [act, body] of [
      ['approve', {}],
      ['decline', NOT_YET],
    ] as const)
      expect((await answer(id, extension, act, above, body).expect(403)).body.code).toBe('WRONG_DISTRICT');
    expect((await read(`/filings/${id}/extensions`, above)).items[0].availableActions).toEqual([]);
    expect(await waiting(id, above)).toEqual([]);
    await answer(id, extension, 'approve').expect(200);
  });

  it('is asked for with a reason and approved by somebody else, and gives ten working days by the calendar', async () => {
    const { id, extension } = await asked();
    expect(await waiting(id, head)).toEqual([{ type: 'EXTENSION_TO_DECIDE', dueOn: '2026-10-09' }]);
    expect(await read(`/filings/${id}/extensions`, operator)).toEqual({ items: [], offer: null });
    await app.idle();
    expect(await told(head, id)).toEqual(['EXTENSION_ASKED']);
    const { body } = await answer(id, extension, 'approve').expect(200);
    // From Saturday, 10 October, a working day in exchange for the holidays before it.
    expect(body.items).toMatchObject([
      {
        status: 'APPROVED',
        days: 10,
        dueBefore: '2026-10-09',
        dueAfter: '2026-10-22',
        endedByName: '示例·赵负责',
      },
    ]);
    for (const person of [operator, health])
      expect(await read(`/filings/${id}`, person)).toMatchObject({
        status: 'SUBMITTED',
        dueOn: '2026-10-22',
        extendedFrom: '2026-10-09',
      });
    // Not taken in yet: it waits under that name alone.
    expect(await waiting(id, health)).toEqual([{ type: 'LICENCE_TO_ADMIT', dueOn: '2026-09-11' }]);
    expect(await waiting(id, head)).toEqual([]);
    const [line] = (await read('/filings', operator)).items.filter((each: { id: string }) => each.id === id);
    expect(line).toMatchObject({ dueOn: '2026-10-22', extendedFrom: '2026-10-09' });
  });

  it('leaves papers that say, once the case is decided, since when it is, as the notice that it was taken in does', async () => {
    const { id, extension } = await asked();
    await filings.act(health, id, 'admit');
    await answer(id, extension, 'approve').expect(200);
    type Line = { kind: string; endedAs: string | null; endedOn: string | null; file: { sm3: string } };
    const given = async (): Promise<Line[]> => {
      await app.idle();
      const { items } = await read(`/filings/${id}/papers`, operator);
      return (items as Line[]).filter(({ kind }) => /ADMISSION|EXTENSION/.test(kind));
    };
    const said = async ({ file: { sm3 } }: Line): Promise<string> =>
      (await app.http.get('/papers').query({ sm3 }).expect(200)).text;
    const before = await given();
    expect(before).toHaveLength(2);
    for (const paper of before) {
      expect(paper.endedAs).toBeNull();
      expect(await said(paper)).toContain('现行有效');
    }
    await filings.act(health, id, 'accept');
    for (const paper of await given()) {
      expect(paper).toMatchObject({ endedAs: 'CONCLUDED', endedOn: '2026-09-04' });
      expect(await said(paper)).toContain('出具时有效；本件2026年9月4日已办结');
      expect(await said(paper)).not.toContain('现行有效');
    }
  });

  it('tells the applicant the reason on paper, and stands in the history and the log', async () => {
    const { id, extension } = await asked();
    await answer(id, extension, 'approve').expect(200);
    await app.idle();
    const [paper] = (await read(`/filings/${id}/papers`, operator)).items;
    expect(paper).toMatchObject({ kind: 'LICENCE_EXTENSION', title: '延长行政许可办理期限告知书' });
    expect(paper.number).toMatch(/^长卫许延〔2026〕\d+号$/);
    expect(await told(operator, id)).toContain('LICENCE_EXTENDED');
    expect(await told(health, id)).toContain('LICENCE_EXTENDED');
    expect((await read(`/filings/${id}/history`, operator)).items.at(-1)).toMatchObject({
      action: 'extend',
      label: '延长办理期限',
      actorName: '示例·赵负责',
      legalBasis: `${LICENCE_LAW}；《中华人民共和国行政许可法》第四十二条第一款`,
      ...REASON,
    });
    const { items } = await read(`/filings/${id}/extensions`, operator);
    expect(items).toMatchObject([{ ...REASON, askedByName: null, endedByName: null, availableActions: [] }]);
    const log = await app.database.query<{ action: string }>(
      `select action from audit.entry where subject_id = $1 and action like 'filing.ext%' order by id`,
      [id],
    );
    expect(log.map(({ action }) => action)).toEqual(['filing.extension-asked', 'filing.extended']);
  });

  it('is given once, and not by whoever asked, also with both roles', async () => {
    const both = await app.person('REVIEWER', { departments: ['health'] });
    await app.database.query(`update access.person set roles = '{REGISTRAR,REVIEWER}' where id = $1`, [
      both.id,
    ]);
    const id = await handIn();
    const { body } = await ask(id, both).expect(201);
    const [{ id: extension, availableActions }] = body.items;
    expect(availableActions).toEqual([]);
    for (const act of ['approve', 'decline'])
      expect((await answer(id, extension, act, both, NOT_YET).expect(403)).body.code).toBe(
        'EXTENSION_NEEDS_ANOTHER',
      );
    expect((await waiting(id, both)).map(({ type }) => type)).not.toContain('EXTENSION_TO_DECIDE');
    expect((await ask(id, both).expect(409)).body.code).toBe('EXTENSION_ASKED_ALREADY');
    await answer(id, extension, 'approve').expect(200);
    expect((await answer(id, extension, 'approve').expect(409)).body.code).toBe('INVALID_TRANSITION');
    expect((await ask(id, both).expect(409)).body.code).toBe('EXTENDED_ALREADY');
  });

  it('is approved once where two answer at the same moment', async () => {
    const { id, extension } = await asked();
    const other = await app.person('REVIEWER', { departments: ['health'] });
    const answers = await Promise.all([
      answer(id, extension, 'approve'),
      answer(id, extension, 'decline', other, NOT_YET),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('leaves the term where it is not approved, says why to whoever asked, and can be asked for again', async () => {
    const { id, extension } = await asked();
    const empty = await answer(id, extension, 'decline', head, { reason: ' ' }).expect(422);
    expect(empty.body.errors).toMatchObject([{ pointer: '/reason' }]);
    await answer(id, extension, 'decline', head, NOT_YET).expect(200);
    expect(await read(`/filings/${id}`, operator)).toMatchObject({ dueOn: '2026-10-09', extendedFrom: null });
    expect((await read(`/filings/${id}/extensions`, operator)).items).toEqual([]);
    const seen = await read(`/filings/${id}/extensions`, health);
    expect(seen.items).toMatchObject([{ status: 'DECLINED', answer: NOT_YET.reason }]);
    expect(seen.offer).toMatchObject({ days: 10, dueAfter: '2026-10-22' });
    await app.idle();
    expect(await told(health, id)).toContain('EXTENSION_DECLINED');
    await ask(id).expect(201);
  });

  it('ends with what comes of the case: decided or returned, nobody is asked any more', async () => {
    const { id, extension } = await asked();
    await filings.act(health, id, 'accept');
    expect((await read(`/filings/${id}/extensions`, health)).items).toMatchObject([{ status: 'LAPSED' }]);
    expect(await waiting(id, head)).toEqual([]);
    expect((await answer(id, extension, 'approve').expect(409)).body.code).toBe('INVALID_TRANSITION');
    const takenBack = await asked();
    await filings.act(operator, takenBack.id, 'withdraw');
    expect((await read(`/filings/${takenBack.id}/extensions`, health)).items).toMatchObject([
      { status: 'LAPSED' },
    ]);
    const returned = await asked();
    await answer(returned.id, returned.extension, 'approve').expect(200);
    const reasons = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    const after = await filings.act(health, returned.id, 'return', { reasons });
    expect(after).toMatchObject({ dueOn: null, extendedFrom: null });
    await filings.act(operator, returned.id, 'submit');
    expect((await ask(returned.id).expect(409)).body.code).toBe('EXTENDED_ALREADY');
  });

  it('is for the department and the district of the case, and for who conducts it', async () => {
    const { id, extension } = await asked();
    const civil = await app.person('REVIEWER');
    expect((await answer(id, extension, 'approve', civil).expect(403)).body.code).toBe('WRONG_DEPARTMENT');
    const elsewhere = await app.person('REVIEWER', { departments: ['health'], districts: ['610112'] });
    await answer(id, extension, 'approve', elsewhere).expect(404);
    await answer(id, extension, 'approve', health).expect(403);
    await ask(id, operator).expect(403);
    const colleague = await app.person('REGISTRAR', { departments: ['health'] });
    const another = await handIn();
    await app.as(colleague).post(`/api/v1/filings/${another}/assignment/take`).send({}).expect(200);
    expect((await ask(another).expect(409)).body.code).toBe('ASSIGNED_TO_ANOTHER');
    const other = await asked();
    await answer(other.id, extension, 'approve').expect(404);
  });

  it('is a matter of licences: a filing has none', async () => {
    const civil = await app.person('REGISTRAR');
    const { id, availableActions } = await filings.submitted(operator);
    expect(availableActions).not.toContain('extend');
    expect((await ask(id, civil).expect(409)).body.code).toBe('NOT_EXTENDABLE');
    expect(await read(`/filings/${id}/extensions`, civil)).toEqual({ items: [], offer: null });
    const above = await app.person('REVIEWER');
    expect((await read(`/filings/${id}`, above)).availableActions).toEqual([]);
  });

  it('keeps what was answered, whoever tries, and lets nobody approve their own in the database either', async () => {
    const { id, extension } = await asked();
    const set = (what: string) =>
      app.database.query(`update filings.extension set ${what} where id = $1`, [extension]);
    await expect(set(`status = 'APPROVED', ended_by = asked_by, ended_at = now()`)).rejects.toThrow(
      /extension_by_another/,
    );
    await answer(id, extension, 'approve').expect(200);
    await expect(set(`reason = 'x'`)).rejects.toThrow(/keep what they say/);
    await expect(app.database.query('delete from filings.extension')).rejects.toThrow(/keep what they say/);
  });

  // Last, for the clock does not go back.
  it('comes too late when the term is over, asked for or approved', async () => {
    const { id, extension } = await asked();
    const silent = await handIn();
    app.clock.advance(36 * DAY);
    expect((await answer(id, extension, 'approve').expect(409)).body.code).toBe('EXTENSION_TOO_LATE');
    expect((await ask(silent).expect(409)).body.code).toBe('EXTENSION_TOO_LATE');
    expect((await read(`/filings/${silent}/extensions`, health)).offer).toBeNull();
    expect(await waiting(id, head)).toEqual([]);
  });
});
