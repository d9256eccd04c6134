import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';

const DAY = 86_400_000;

const NOTICE = {
  startsOn: '2027-01-01',
  reason: '示例·装修改造',
  notifiedOn: '2026-11-23',
  residents: 0,
  refundFen: 0,
  endsOn: '2027-03-01',
};

describe('what a licensed institution tells of its service', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let filed: FilingAnswer;

  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE }));
    filed = await filings.accepted(operator, health, 'CHILDCARE');
    app.clock.advance(3 * DAY);
  });
  afterAll(() => app.stop());

  const licensed = () => filings.accepted(operator, health, 'CHILDCARE');
  const tell = (institutionId: string | null, type = 'SUSPENSION', notice: object = NOTICE) =>
    filings.filedAbout(operator, institutionId, type, { notice }, 'CHILDCARE');

  it('is answered within the term of the same notice of one that has filed, and is not to be taken in', async () => {
    const [ofLicence, ofFiling] = [
      await tell((await licensed()).institutionId),
      await tell(filed.institutionId),
    ];
    // Five working days from Tuesday on.
    expect(ofFiling).toMatchObject({ regime: 'FILING', dueOn: '2026-11-30' });
    expect(ofLicence).toMatchObject({
      regime: 'LICENCE',
      dueOn: '2026-11-30',
      admitBy: null,
      statusLabel: '已提交',
    });
    type Item = { type: string; title: string; dueOn: string | null; subject: { id: string } | null };
    const about = async (path: string): Promise<Item[]> => {
      const { body } = await app.as(health).get(path).query({ limit: 100 }).expect(200);
      return (body.items as Item[]).filter(({ subject }) => subject?.id === ofLicence.id);
    };
    expect(await about('/api/v1/work-items')).toMatchObject([
      { type: 'FILING_TO_DECIDE', dueOn: '2026-11-30' },
    ]);
    await app.idle();
    const [submitted] = await about('/api/v1/notifications');
    expect(submitted?.title).toContain('请在2026年11月30日前办理');
  });

  it('is told that term before it is handed in', async () => {
    const { institutionId } = await licensed();
    const draft = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'SUSPENSION', kind: 'CHILDCARE', institutionId, institution: { notice: NOTICE } })
      .expect(201);
    expect(draft.body.ifSubmittedToday).toEqual({ workingDays: 5, dueOn: '2026-11-30' });
  });

  it('is answered, out of turn, with the acts that there are for a notice, and none of those of a licence', async () => {
    const { institutionId } = await licensed();
    const told = await tell(institutionId);
    const ofLicence = await filings.submitted(operator, 'CHILDCARE');
    const edit = async ({ id, version }: FilingAnswer) => {
      const request = app.as(operator).patch(`/api/v1/filings/${id}`).set('If-Match', `"${version}"`);
      return (await request.send({ institution: {} }).expect(409)).body as object;
    };
    expect(await edit(told)).toMatchObject({
      code: 'INVALID_TRANSITION',
      allowed: ['return', 'refuse', 'accept', 'withdraw'],
    });
    expect(await edit(ofLicence)).toMatchObject({ allowed: expect.arrayContaining(['admit', 'dismiss']) });
    const detail = '当前状态为“已登记”，请刷新后按可办事项办理。';
    expect(await edit(await filings.act(health, told.id, 'accept'))).toMatchObject({ allowed: [], detail });
  });

  it('is slipped and answered under numbers of registrations, and answered once it is put right', async () => {
    const told = await tell((await licensed()).institutionId);
    await filings.act(health, told.id, 'return', {
      reasons: [{ pointer: '/', message: '示例·请补充说明' }],
    });
    await filings.act(operator, told.id, 'submit');
    const { body } = await app.as(operator).get(`/api/v1/filings/${told.id}/papers`).expect(200);
    expect(body.items).toMatchObject([
      { kind: 'REGISTRATION_INTAKE_SLIP', number: expect.stringContaining('登收〔2026〕'), endedAs: null },
      {
        kind: 'REGISTRATION_CORRECTION',
        number: expect.stringContaining('登补〔2026〕'),
        endedAs: 'ANSWERED',
      },
      { kind: 'REGISTRATION_INTAKE_SLIP', endedAs: 'REPLACED' },
    ]);
    const [, correction] = body.items as { number: string }[];
    expect(
      await app.database.query('select ended_as from filings.paper_public where number = $1', [
        correction?.number,
      ]),
    ).toEqual([{ ended_as: 'ANSWERED' }]);
  });

  it('leaves a change of the licence to the term of a licence', async () => {
    const { institutionId } = await licensed();
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 59 }, 'CHILDCARE');
    expect(change).toMatchObject({ dueOn: '2026-12-21', admitBy: '2026-11-30' });
  });

  describe('its registration (登记回执)', () => {
    const accept = async (institutionId: string | null, type: string, notice: object) => {
      const told = await tell(institutionId, type, notice);
      await filings.act(health, told.id, 'accept');
      await app.idle();
      return told.id;
    };
    const papersOf = async (id: string) =>
      (await app.as(operator).get(`/api/v1/filings/${id}/papers`).expect(200)).body.items as {
        title: string;
        number: string;
        endedAs: string | null;
        supersededBy: string | null;
        file: { sm3: string; fileName: string };
      }[];
    const check = async (number: string) =>
      (await app.http.get(`/api/v1/public/receipts/${number}`).expect(200)).body;
    const page = async (number: string): Promise<string> =>
      (await app.http.get(`/receipts/${number}`).expect(200)).text
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, '');
    const bySm3 = async (sm3: string) =>
      (await app.http.get('/api/v1/public/papers').query({ sm3 }).expect(200)).body.paper;

    it('is a paper of its own, and the check of the licence says by what and since when it is not used', async () => {
      const { id, institutionId, filingNumber } = await licensed();
      const number = filingNumber ?? '';
      const suspension = await accept(institutionId, 'SUSPENSION', { ...NOTICE, startsOn: '2026-11-23' });
      const [registration] = await papersOf(suspension);
      expect(registration).toMatchObject({
        title: '托育机构暂停服务登记回执',
        number: `${number}（登记第1号）`,
        endedAs: null,
        file: { fileName: `登记回执 ${number}（登记第1号）.pdf` },
      });
      const [certificate] = await papersOf(id);
      expect(certificate).toMatchObject({ title: '托育机构服务许可证', number, endedAs: null });
      expect(await check(number)).toMatchObject({
        type: 'INITIAL',
        version: 1,
        validUntil: '2031-11-22',
        versions: [{ version: 1, type: 'INITIAL' }],
        registrations: [{ version: 1, apart: true, type: 'SUSPENSION', effectiveOn: '2026-11-23' }],
        standing: { state: 'SUSPENDED', since: '2026-11-23', by: `${number}（登记第1号）` },
      });
      const suspended = await page(number);
      expect(suspended).toContain(
        `许可证状态2026年11月23日起暂停服务，见${number}（登记第1号）；许可证没有收回`,
      );
      expect(suspended).toContain('登记第1号，暂停服务（自2026年11月23日起）');
      expect(suspended).not.toMatch(/第2版|现行登记回执/);
      expect(await bySm3(registration?.file.sm3 ?? '')).toMatchObject({
        title: '登记回执',
        number: `${number}（登记第1号）`,
        version: null,
        endedAs: null,
      });
      expect(await bySm3(certificate?.file.sm3 ?? '')).toMatchObject({
        title: '许可证',
        endedAs: null,
        standing: { filingEnd: null, status: 'SUSPENDED', statusStep: { effectiveOn: '2026-11-23' } },
      });

      // A change afterwards is the second licence, and no third paper of its number.
      const resumption = await accept(institutionId, 'RESUMPTION', {
        ...NOTICE,
        startsOn: '2026-11-23',
        endsOn: null,
      });
      const change = await filings.filedAbout(
        operator,
        institutionId,
        'CHANGE',
        { capacity: 59 },
        'CHILDCARE',
      );
      await filings.act(health, change.id, 'accept');
      await app.idle();
      const [changed] = await papersOf(change.id);
      expect(changed).toMatchObject({
        title: '托育机构服务许可证',
        number: `${number}（第2版）`,
        file: { fileName: `许可证 ${number}（第2版）.pdf` },
      });
      expect(await papersOf(suspension)).toMatchObject([
        { endedAs: 'REPLACED', supersededBy: `${number}（登记第2号）` },
        { title: '托育机构暂停服务登记材料收件凭证', endedAs: 'CONCLUDED' },
      ]);
      expect((await papersOf(resumption))[0]).toMatchObject({ endedAs: null });
      expect((await papersOf(id))[0]).toMatchObject({
        endedAs: 'REPLACED',
        supersededBy: `${number}（第2版）`,
      });
      expect(await check(number)).toMatchObject({
        standing: { state: 'STANDS', since: '2026-11-23', by: `${number}（登记第2号）` },
      });

      await accept(institutionId, 'CLOSURE', { ...NOTICE, startsOn: '2026-11-23', endsOn: null });
      const by = `${number}（登记第3号）`;
      expect(await check(number)).toMatchObject({
        type: 'CHANGE',
        version: 2,
        capacity: 59,
        standing: { state: 'CLOSED', since: '2026-11-23', by },
      });
      const closed = await page(number);
      expect(closed).toContain(`许可证状态2026年11月23日起已终止服务，见${by}；许可证不再使用`);
      expect(closed).toContain('现行许可证第2版（变更许可）');
      expect(closed).toContain('许可证上的有效期至2031年11月22日');
      expect(closed).not.toMatch(/第[34]版/);
      expect((await papersOf(change.id))[0]).toMatchObject({ endedAs: 'CLOSED', supersededBy: by });
      expect(await bySm3(changed?.file.sm3 ?? '')).toMatchObject({ endedAs: 'CLOSED', supersededBy: by });
    });

    it('leaves the licence as it is until the day that it names', async () => {
      const { institutionId, filingNumber } = await licensed();
      await accept(institutionId, 'SUSPENSION', NOTICE);
      const checked = await check(filingNumber ?? '');
      expect(checked).toMatchObject({ standing: { state: 'STANDS', since: null, by: null } });
      expect(checked.registrations).toMatchObject([{ effectiveOn: '2027-01-01' }]);
    });

    it('keeps the number that it was printed with once, and what was counted with it', async () => {
      const { institutionId, filingNumber } = await licensed();
      const suspension = await accept(institutionId, 'SUSPENSION', { ...NOTICE, startsOn: '2026-11-23' });
      // As it stood before the two were numbered apart; receipts are append-only for the running system.
      await app.database.query(
        `alter table filings.receipt disable trigger user; update filings.receipt set numbered_apart = false where filing_id = '${suspension}'; alter table filings.receipt enable trigger user`,
      );
      const change = await filings.filedAbout(
        operator,
        institutionId,
        'CHANGE',
        { capacity: 59 },
        'CHILDCARE',
      );
      await filings.act(health, change.id, 'accept');
      await app.idle();
      expect((await papersOf(suspension))[0]).toMatchObject({
        number: `${filingNumber}（第2版）`,
        endedAs: null,
      });
      expect((await papersOf(change.id))[0]).toMatchObject({
        number: `${filingNumber}（第3版）`,
        endedAs: null,
      });
      expect(await check(filingNumber ?? '')).toMatchObject({
        version: 3,
        versions: [{ version: 3 }, { version: 1 }],
        standing: { state: 'SUSPENDED', by: `${filingNumber}（第2版）` },
      });
    });
  });

  it('lets a licensed institution tell that it stops, without a word of a new licence', async () => {
    const { institutionId, filingNumber } = await licensed();
    const told = await tell(institutionId);
    expect(await filings.act(health, told.id, 'accept')).toMatchObject({
      filingNumber,
      statusLabel: '已登记',
    });
    await app.idle();
    const { body: papers } = await app.as(operator).get(`/api/v1/filings/${told.id}/papers`).expect(200);
    expect(papers.items.map(({ title }: { title: string }) => title)).toEqual([
      '托育机构暂停服务登记回执',
      '托育机构暂停服务登记材料收件凭证',
    ]);
    const { body: history } = await app.as(operator).get(`/api/v1/filings/${told.id}/history`).expect(200);
    expect(history.items.at(-1).label).toBe('准予登记');
    const receipt = await app.as(operator).get(`/api/v1/filings/${told.id}/receipt.pdf`).expect(200);
    const name = decodeURIComponent(receipt.headers['content-disposition'] ?? '');
    expect(name).toContain('登记回执');
    expect(name).not.toContain('许可证');
    const check = (await app.http.get(`/receipts/${filingNumber ?? ''}`).expect(200)).text;
    expect(check).toContain('同一许可证编号下的登记回执（记载服务状态，不是许可证的新版）');
    expect(check).not.toContain('现行登记回执');
  });
});
