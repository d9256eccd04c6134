import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { Ear, toldTo } from './notified.builder';

const HEALTH = { departments: ['health'] };
const ELSEWHERE = { districts: ['500152'] };
const CITY = { districts: ['610100'] };

describe('what becomes of a filing', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let ear: Ear;
  let second: TestApp | undefined;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast['operator'] = await app.person('OPERATOR');
    cast['another operator'] = await app.person('OPERATOR');
    cast['registrar'] = await app.person('REGISTRAR');
    cast['colleague'] = await app.person('REGISTRAR');
    cast['registrar of health'] = await app.person('REGISTRAR', HEALTH);
    cast['registrar elsewhere'] = await app.person('REGISTRAR', ELSEWHERE);
    cast['registrar of the city'] = await app.person('REGISTRAR', CITY);
    cast['registrar of the area'] = await app.person('REGISTRAR', { districts: ['610116005'] });
    cast['administrator'] = await app.person('ADMINISTRATOR');
    ear = new Ear(app, cast);
  });
  afterAll(async () => {
    await second?.stop();
    await app.stop();
  });

  it('is told to those who decide it, of the nearest authority, and then to the applicant', async () => {
    const filing = await filings.submitted(cast['operator']!);
    expect(await ear.listen()).toEqual({ registrar: ['FILING_SUBMITTED'], colleague: ['FILING_SUBMITTED'] });
    const reasons = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    await filings.act(cast['registrar']!, filing.id, 'return', { reasons });
    expect(await ear.listen()).toEqual({ operator: ['FILING_RETURNED'] });
    await filings.act(cast['operator']!, filing.id, 'submit');
    expect(await ear.listen()).toEqual({ registrar: ['FILING_SUBMITTED'] });
    await filings.act(cast['colleague']!, filing.id, 'assignment/take');
    expect(await ear.listen()).toEqual({ registrar: ['FILING_TAKEN_AWAY'] });
    await filings.act(cast['colleague']!, filing.id, 'accept');
    expect(await ear.listen()).toEqual({ operator: ['FILING_ACCEPTED'] });
    const [told] = await toldTo(app, cast['operator']!);
    expect(told).toMatchObject({
      typeLabel: '准予备案通知',
      subject: { type: 'filing', id: filing.id },
      title: expect.stringMatching(/^示例·长安颐养院已准予备案，备案编号 610116-YL-2026-\d{4}$/),
      readAt: null,
    });
  });

  it('is told to who files under the same code already, and whose account is another', async () => {
    const { operator, registrar, 'another operator': another } = cast;
    await filings.accepted(operator!, registrar!, 'ELDERLY_CARE', { address: '示例路501号' });
    await ear.listen();
    await filings.submitted(another!, 'ELDERLY_CARE', { address: '示例路502号' });
    const { operator: told, ...others } = await ear.listen();
    expect([told, Object.keys(others)]).toEqual([['SAME_CODE_FILED'], ['registrar', 'colleague']]);
    const [notice] = await toldTo(app, operator!);
    expect(notice?.title).toMatch(
      /^有另一账号以您的机构所用的统一社会信用代码（[0-9A-Z]{18}）提交了[^·]*备案；/,
    );
    // Not as often as somebody likes to file and take back.
    const again = await filings.submitted(another!, 'ELDERLY_CARE', { address: '示例路504号' });
    await filings.act(another!, again.id, 'withdraw', {});
    expect((await ear.listen())['operator']).toEqual(['SAME_CODE_ENDED']);
    const [taken] = await toldTo(app, operator!);
    expect(taken?.title).toMatch(
      /^另一账号以您的机构所用的统一社会信用代码（[0-9A-Z]{18}）提交的[^·]*备案已经撤回；/,
    );
    const third = await filings.submitted(another!, 'ELDERLY_CARE', { address: '示例路505号' });
    await filings.act(another!, third.id, 'withdraw', {});
    expect((await ear.listen())['operator']).toBeUndefined();
    const refused = await filings.submitted(another!, 'ELDERLY_CARE', { address: '示例路506号' });
    await filings.act(registrar!, refused.id, 'refuse', { reason: '不是该单位委托' });
    expect((await ear.listen())['operator']).toEqual(['SAME_CODE_ENDED']);
    await filings.submitted(operator!, 'ELDERLY_CARE', { address: '示例路503号' });
    expect((await ear.listen())['operator']).toBeUndefined();
  });

  it('is told to whom it is given, and is done with when somebody decides it', async () => {
    const { id } = await filings.submitted(cast['operator']!);
    await ear.listen();
    await filings.act(cast['registrar']!, id, 'assignment/assign', { personId: cast['colleague']!.id });
    expect(await ear.listen()).toEqual({ colleague: ['FILING_ASSIGNED'] });
    await filings.act(cast['colleague']!, id, 'accept');
    await ear.listen();
    const [told] = (await toldTo(app, cast['colleague']!)).filter(({ type }) => type === 'FILING_ASSIGNED');
    expect(told).toMatchObject({ title: '示例·长安颐养院的备案由您承办，请查看', subject: { id } });
    expect(told!.doneAt).not.toBeNull();
  });

  it('is told to the applicant when it is refused', async () => {
    const { id } = await filings.submitted(cast['operator']!);
    await ear.listen();
    await filings.act(cast['registrar']!, id, 'refuse', { reason: '不属于备案范围' });
    expect(await ear.listen()).toEqual({ operator: ['FILING_REFUSED'] });
  });

  it('is told to the applicant when it lapses', async () => {
    const { id } = await filings.submitted(cast['operator']!);
    const reasons = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    await filings.act(cast['registrar']!, id, 'return', { reasons });
    await ear.listen();
    const term = await app.database.query<{ correct_by: string }>(
      `update filings.filing set correct_by = '2026-11-19' where id = $1 returning correct_by`,
      [id],
    );
    expect(term).toHaveLength(1);
    await app.nest.get(JobRunner).run('filings.lapse-returned', `lapse ${id}`, {});
    expect(await ear.listen()).toEqual({ operator: ['FILING_LAPSED'] });
  });

  it('is told to who conducts it, else to all who may decide it, when the applicant takes it back', async () => {
    for (const taken of [false, true]) {
      const { id } = await filings.submitted(cast['operator']!);
      if (taken) await filings.act(cast['colleague']!, id, 'assignment/take');
      await ear.listen();
      await filings.act(cast['operator']!, id, 'withdraw');
      const all = { registrar: ['FILING_WITHDRAWN'], colleague: ['FILING_WITHDRAWN'] };
      expect(await ear.listen()).toEqual(taken ? { colleague: ['FILING_WITHDRAWN'] } : all);
      const [submitted] = (await toldTo(app, cast['registrar']!)).filter(
        ({ type, subject }) => type === 'FILING_SUBMITTED' && subject?.id === id,
      );
      expect(submitted?.doneAt).not.toBeNull();
    }
  });

  it('goes to the other department, to the area that holds the township, and above where the county has nobody', async () => {
    await filings.submitted(cast['operator']!, 'CHILDCARE');
    expect(await ear.listen()).toEqual({ 'registrar of health': ['FILING_SUBMITTED'] });
    await filings.submitted(cast['operator']!, 'ELDERLY_CARE', { township: '610116005' });
    expect(await ear.listen()).toEqual({ 'registrar of the area': ['FILING_SUBMITTED'] });
    await filings.submitted(cast['operator']!, 'ELDERLY_CARE', { district: '610118' });
    expect(await ear.listen()).toEqual({ 'registrar of the city': ['FILING_SUBMITTED'] });
  });

  it('is told once, however often and by however many workers the event is delivered', async () => {
    await filings.submitted(cast['operator']!);
    await ear.listen();
    second = await TestApp.start({ database: app.database, dataDir: app.config.dataDir });
    const [delivered] = await app.database.query<{ key: string; payload: object }>(
      `select 'outbox-' || id || '-' || nonce as key, payload from platform.outbox
        where job = 'workbench.tell-filing-submitted' order by id desc limit 1`,
    );
    // As if neither worker knew that it was done: what tells them is the occasion itself.
    await app.database.query('delete from platform.job_done where key = $1', [delivered!.key]);
    const deliver = (to: TestApp): Promise<void> =>
      to.nest.get(JobRunner).run('workbench.tell-filing-submitted', delivered!.key, delivered!.payload);
    await Promise.all([deliver(app), deliver(second), deliver(app), deliver(second)]);
    expect(await ear.listen()).toEqual({});
  });
});
