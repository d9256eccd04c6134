import { execFileSync } from 'node:child_process';
import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { codesOf } from './change-scene.builder';
import { FilingBuilder } from './filing.builder';

const PAUSE = {
  startsOn: '2026-12-20',
  endsOn: '2027-01-15',
  reason: '示例·消防改造',
  notifiedOn: '2026-11-20',
  residents: 0,
  refundFen: 0,
};
const END = {
  startsOn: '2026-12-20',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-20',
  residents: 0,
  refundFen: 0,
  recordsKeptBy: '示例·档案室',
};
const BY = { askedByName: '申请人', endedByName: '示例·乙受理' };
const WHY = { reason: '示例·改造提前完成，不再需要' };

describe('taking back a notice before its day', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  const cast: Record<'operator' | 'registrar' | 'colleague' | 'elsewhere' | 'inspector', TestPerson> =
    {} as never;
  let institutionId: string;
  let id: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast.operator = await app.person('OPERATOR');
    cast.registrar = await app.person('REGISTRAR', { name: '示例·甲受理' });
    cast.colleague = await app.person('REGISTRAR', { name: '示例·乙受理' });
    cast.elsewhere = await app.person('REGISTRAR', { districts: ['610113'] });
    cast.inspector = await app.person('INSPECTOR');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2026-11-30T02:00:00Z');
    institutionId = (await filings.accepted(cast.operator, cast.registrar)).institutionId!;
  });

  const decided = async (type: string, notice: object) => {
    const filed = await filings.filedAbout(cast.operator, institutionId, type, { notice });
    ({ id } = await filings.act(cast.registrar, filed.id, 'accept'));
  };
  const onDay = async (date: string) => {
    app.clock.set(`${date}T02:00:00Z`);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', `${institutionId} ${date}`, {});
    await app.idle();
  };
  const read = async (person: TestPerson) =>
    (await app.as(person).get(`/api/v1/filings/${id}/retractions`).expect(200)).body;
  const ask = (person: TestPerson, body: object = WHY) =>
    app.as(person).post(`/api/v1/filings/${id}/retractions`).send(body);
  const asked = async (person = cast.operator): Promise<string> =>
    (await ask(person).expect(201)).body.items.at(-1).id;
  const act = (person: TestPerson, retraction: string, action: string, body: object = {}) =>
    app.as(person).post(`/api/v1/filings/${id}/retractions/${retraction}/${action}`).send(body);
  const institution = async (person = cast.registrar) =>
    (await app.as(person).get(`/api/v1/institutions/${institutionId}`).expect(200)).body;
  const waitingAbout = async (person: TestPerson, about: string) => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string }; dueOn: string; detail: string }[])
      .filter(({ subject }) => subject.id === about)
      .map(({ type, dueOn, detail }) => [type, dueOn, detail]);
  };
  const waiting = (person: TestPerson) => waitingAbout(person, id);
  const told = async (person: TestPerson): Promise<string[]> => {
    await app.idle();
    const { body } = await app.as(person).get('/api/v1/notifications?limit=5').expect(200);
    return (body.items as { title: string }[]).map(({ title }) => title);
  };
  const papers = async (person = cast.operator) => {
    await app.idle();
    const { body } = await app.as(person).get(`/api/v1/filings/${id}/papers`).expect(200);
    return body.items as {
      id: string;
      kind: string;
      number: string;
      endedAs: string;
      supersededBy: string;
    }[];
  };
  const textOf = async (paper: string): Promise<string> => {
    const path = `/api/v1/filings/${id}/papers/${paper}/file`;
    const { body } = await app.as(cast.operator).get(path).buffer(true).expect(200);
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input: body as Buffer })
      .toString()
      .replace(/\s/g, '');
  };

  it('is offered to the operator and at the window while it waits for its day, and to nobody else', async () => {
    await decided('SUSPENSION', PAUSE);
    const offer = { effectiveOn: '2026-12-20', dueOn: '2026-12-07', attended: true };
    expect(await read(cast.operator)).toEqual({ items: [], offer: { ...offer, as: 'APPLICANT' } });
    expect(await read(cast.registrar)).toEqual({ items: [], offer: { ...offer, as: 'WINDOW' } });
    expect(await institution()).toMatchObject({ pendingStep: { filingId: id, held: false } });
    for (const [person, status] of [
      [cast.elsewhere, 404],
      [cast.inspector, 403],
      [await app.person('OPERATOR'), 404],
    ] as const)
      await ask(person).expect(status);
    await onDay('2026-12-20');
    expect(await read(cast.operator)).toEqual({ items: [], offer: null });
    expect((await ask(cast.operator).expect(409)).body.code).toBe('RETRACTION_TOO_LATE');
  });

  it('does not come into force while it is asked, and never once it is granted', async () => {
    await decided('SUSPENSION', PAUSE);
    const retraction = await asked();
    expect((await ask(cast.operator).expect(409)).body.code).toBe('RETRACTION_ASKED_ALREADY');
    expect(await waiting(cast.colleague)).toEqual([
      ['RETRACTION_TO_DECIDE', '2026-12-07', '申请撤回已经准予的暂停服务，原定 2026年12月20日生效'],
    ]);
    expect((await told(cast.colleague))[0]).toContain('申请撤回已经准予、尚未生效的暂停服务');
    const { body: notices } = await app.as(cast.colleague).get('/api/v1/notifications?limit=1').expect(200);
    expect(notices.items).toMatchObject([{ type: 'RETRACTION_ASKED', doneAt: null }]);
    await onDay('2026-12-21');
    expect(await institution()).toMatchObject({ status: 'OPERATING', pendingStep: { held: true } });
    const { body } = await act(cast.colleague, retraction, 'grant').expect(200);
    expect(body).toMatchObject({
      items: [{ status: 'GRANTED', endedByName: '示例·乙受理', availableActions: [] }],
      offer: null,
    });
    expect(await institution(cast.operator)).toMatchObject({
      status: 'OPERATING',
      pendingStep: null,
      openFilings: expect.arrayContaining(['SUSPENSION', 'CLOSURE']),
    });
    expect(await waiting(cast.colleague)).toEqual([]);
    expect((await told(cast.operator))[0]).toContain('已准予撤回，不再执行');
    await onDay('2027-02-01');
    expect((await institution()).status).toBe('OPERATING');
    const filing = await app.as(cast.operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(filing.body).toMatchObject({ status: 'ACCEPTED', since: { retractedOn: '2026-12-21' } });
    await decided('SUSPENSION', { ...PAUSE, startsOn: '2027-02-02', endsOn: '2027-03-01' });
    await onDay('2027-02-02');
    expect((await institution()).status).toBe('SUSPENDED');
  });

  it('gives out a paper, and ends the receipt, in whose place the one before stands again', async () => {
    await decided('SUSPENSION', PAUSE);
    await act(cast.colleague, await asked(), 'grant').expect(200);
    const [receipt, grant] = await papers();
    expect(receipt).toMatchObject({ kind: 'RECEIPT', endedAs: 'RETRACTED', supersededBy: grant!.number });
    expect(grant).toMatchObject({ kind: 'RETRACTION_GRANT', endedAs: null });
    expect(grant!.number).toMatch(/准回〔2026〕\d+号$/u);
    const text = await textOf(grant!.id);
    expect(text).toContain('养老机构暂停服务备案准予撤回告知书');
    expect(text).toContain('机构的服务状态仍为“');
    expect(text).toContain(`回执${receipt!.number}不再有效`);
    expect(text).toContain(`${receipt!.number.replace('（第2版）', '')}恢复为现行有效`);
    const entries = await app.database.query<{ action: string }>(
      `select action from audit.entry where subject_id = any ($1) and action like '%retract%' order by id`,
      [[id, institutionId]],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'filing.retraction-asked',
      'filing.retracted',
      'institution.status-retracted',
    ]);
  });

  it('comes into force on its day where it is declined, with why, and at once where that has passed', async () => {
    await decided('SUSPENSION', PAUSE);
    const retraction = await asked();
    const silent = await act(cast.colleague, retraction, 'decline', { reason: ' 。' }).expect(422);
    expect(codesOf(silent)).toEqual(['VALIDATION_FAILED', '/reason MATCHES']);
    await act(cast.colleague, retraction, 'decline', { reason: '示例·老年人已经全部转出' }).expect(200);
    expect((await institution()).pendingStep).toMatchObject({ held: false });
    expect((await read(cast.operator)).items).toMatchObject([
      { status: 'DECLINED', answer: '示例·老年人已经全部转出', ...BY },
    ]);
    const refusal = (await papers()).find(({ kind }) => kind === 'RETRACTION_REFUSAL');
    const text = await textOf(refusal!.id);
    expect(text).toContain('示例·老年人已经全部转出');
    expect(text).toContain('申请行政复议');
    expect(text).toContain('仍然有效，2026年12月20日起执行。');
    const again = await asked();
    await onDay('2026-12-22');
    expect((await institution()).status).toBe('OPERATING');
    await act(cast.colleague, again, 'decline', { reason: '示例·仍然不符合条件' }).expect(200);
    expect((await institution()).status).toBe('SUSPENDED');
    const { body } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(await textOf((await papers())[1]!.id)).toContain('原定的日期已过，自本告知书出具之日起执行');
    expect(body.statusStep).toMatchObject({ action: 'suspend', effectiveOn: '2026-12-22', inForce: true });
  });

  it('replaces what was declined before it by what is granted', async () => {
    await decided('SUSPENSION', PAUSE);
    await act(cast.colleague, await asked(), 'decline', { reason: '示例·材料不全' }).expect(200);
    await act(cast.colleague, await asked(), 'grant').expect(200);
    const [, grant, refusal] = await papers();
    expect([grant!.kind, grant!.endedAs]).toEqual(['RETRACTION_GRANT', null]);
    expect([refusal!.endedAs, refusal!.supersededBy]).toEqual(['REPLACED', grant!.number]);
  });

  it('holds as it was accepted where who asked thinks better of it, and is answered once', async () => {
    await decided('SUSPENSION', PAUSE);
    const retraction = await asked();
    await act(cast.inspector, retraction, 'take-back').expect(403);
    await act(cast.colleague, retraction, 'take-back').expect(403);
    const both = await Promise.all([
      act(cast.operator, retraction, 'take-back'),
      act(cast.colleague, retraction, 'grant'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const rewrite = `update filings.retraction set status = 'ASKED', ended_by = null, ended_at = null, answer = null where id = $1`;
    await expect(app.database.query(rewrite, [retraction])).rejects.toThrow(/keep what they say/);
  });

  it('is answered by another than who asked at the window', async () => {
    await decided('SUSPENSION', PAUSE);
    const retraction = await asked(cast.registrar);
    expect((await told(cast.operator))[0]).toContain('窗口已代您申请撤回');
    expect(await waiting(cast.registrar)).toEqual([]);
    const own = await act(cast.registrar, retraction, 'grant').expect(403);
    expect(own.body.code).toBe('RETRACTION_NEEDS_ANOTHER');
    expect((await read(cast.operator)).items).toMatchObject([
      { atWindow: true, askedByName: '示例·甲受理', availableActions: ['takeBack'] },
    ]);
    expect((await read(cast.colleague)).items).toMatchObject([
      { askedByName: '示例·甲受理', availableActions: ['grant', 'decline'] },
    ]);
    await act(cast.operator, retraction, 'take-back').expect(200);
    expect((await told(cast.colleague))[0]).toContain('不再申请撤回');
    await onDay('2026-12-20');
    expect((await institution()).status).toBe('SUSPENDED');
  });

  it('leaves a suspension as it was where a resumption is taken back', async () => {
    await decided('SUSPENSION', { ...PAUSE, startsOn: '2026-12-01' });
    const suspension = id;
    await onDay('2026-12-01');
    await decided('RESUMPTION', { startsOn: '2026-12-10', reason: '示例·提前完工' });
    await act(cast.colleague, await asked(), 'grant').expect(200);
    await onDay('2026-12-10');
    expect(await institution()).toMatchObject({
      status: 'SUSPENDED',
      expectedResumption: { on: '2027-01-15', hasPassed: false },
    });
    const { body } = await app.as(cast.operator).get(`/api/v1/filings/${suspension}`).expect(200);
    expect(body.since.resumedBy).toBeNull();
    await onDay('2027-01-16');
    for (const person of [cast.operator, cast.colleague])
      expect(await waitingAbout(person, institutionId)).toHaveLength(1);
  });

  it('looks at nothing after a closure that was taken back, and releases who was to take over', async () => {
    const other = await app.person('OPERATOR');
    const name = '示例·接手养老院';
    const own = '示例·同户养老院';
    const [taking, same] = [
      await filings.accepted(other, cast.registrar, 'ELDERLY_CARE', { name }),
      await filings.accepted(cast.operator, cast.registrar, 'ELDERLY_CARE', { name: own }),
    ];
    const predecessors = async (of: string) => {
      const path = `/api/v1/institutions/${of}/related?relation=PREDECESSOR`;
      return (await app.as(cast.registrar).get(path).expect(200)).body.items as unknown[];
    };
    for (const successor of [name, own]) {
      app.clock.set('2026-11-30T02:00:00Z');
      await decided('CLOSURE', { ...END, successor });
      const closure = async () =>
        (await app.as(cast.registrar).get(`/api/v1/filings/${id}/closure`).expect(200)).body.items[0];
      const record = async () =>
        app
          .as(cast.registrar)
          .post(`/api/v1/filings/${id}/closure/records`)
          .set('if-match', `"${(await closure()).version}"`)
          .send({ checkedOn: '2026-12-21', placed: 'ALL', refunded: 'ALL' });
      expect(await predecessors(same.institutionId!)).toHaveLength(successor === own ? 1 : 0);
      const retraction = await asked();
      await onDay('2026-12-21');
      expect((await waiting(cast.colleague)).map(([type]) => type)).toEqual(['RETRACTION_TO_DECIDE']);
      expect((await closure()).mayRecord).toBe(false);
      expect((await record()).body.code).toBe('RETRACTION_UNDER_WAY');
      await act(cast.colleague, retraction, 'grant').expect(200);
      expect(await closure()).toMatchObject({ status: 'CALLED_OFF', dueOn: null, mayRecord: false });
      expect((await record()).body.code).toBe('CLOSURE_CALLED_OFF');
      expect(await waiting(cast.colleague)).toEqual([]);
      expect((await institution()).status).toBe('OPERATING');
      expect(await predecessors(same.institutionId!)).toEqual([]);
    }
    expect((await told(other)).join()).toContain('不再由示例·接手养老院承接');
    const naming = await app
      .as(other)
      .get(`/api/v1/closures/naming?institutionId=${taking.institutionId}`)
      .expect(200);
    expect(naming.body.items).toEqual([]);
  });
});
