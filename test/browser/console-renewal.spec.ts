import type { TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from '../../libs/filings/test/filing.builder';
import { licenseFrom } from '../../libs/filings/test/regime.builder';
import { ConsoleSite, PHONE, STORY_MS } from './console-site';

const DAY = 86_400_000;
const COMPLETE = {
  ownership: 'PRIVATE',
  premisesTenure: 'OWNED',
  floorAreaM2: 800,
  serviceForms: ['FULL_DAY'],
  classes: [{ type: 'YOUNGER_TODDLER', classes: 1, places: 15 }],
  mealsProvided: false,
  contact: { name: '示例·周经办', phone: '13800000003' },
};

/** Begun when fewer days than the law wants are left until the last day of the licence. */
describe('the renewal of a licence that is asked for too late, in the console', () => {
  let site: ConsoleSite;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let institutionId: string;
  let renewal: FilingAnswer;
  const publicPage = async (): Promise<string> =>
    (await site.app.http.get(`/institutions/${institutionId}`).expect(200)).text;

  beforeAll(async () => {
    site = await ConsoleSite.start();
    operator = await site.app.person('OPERATOR', { name: '示例·周经办' });
    health = await site.app.person('REGISTRAR', { name: '示例·陈受理', departments: ['health'] });
    await licenseFrom(site.app, '2026-11-01');
    filings = new FilingBuilder(site.app);
    const licensed = await filings.accepted(operator, health, 'CHILDCARE', COMPLETE);
    institutionId = String(licensed.institutionId);
    const today = site.app.clock.now().getTime();
    const until = new Date(today + 8 * 3_600_000 + 10 * DAY).toISOString().slice(0, 10);
    await site.app.database.query('update institutions.institution set valid_until = $2 where id = $1', [
      institutionId,
      until,
    ]);
  }, 180_000);
  afterAll(() => site.stop());

  it(
    'says so before it is handed in, and is handed in by its name',
    async () => {
      const visitor = await site.as(operator, `/institutions/${institutionId}`, PHONE);
      await visitor.page.getByRole('button', { name: '申请延续' }).click();
      await visitor.page.waitForURL(/\/filings\/[0-9a-f-]+\/form/);
      const id = /filings\/([0-9a-f-]+)/.exec(visitor.page.url())?.[1] ?? '';
      const { body } = await site.app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
      renewal = await filings.upload(operator, body as FilingAnswer);

      const form = await site.as(operator, `/filings/${id}/form`);
      await form.sees('托育机构延续许可');
      await form.sees(/这是延续申请.*按期提出的时间.*已过：仍然可以提交.*现有许可还有 10 天届满。/);
      expect(await form.faults()).toEqual([]);
      await form.page.getByRole('navigation', { name: '填写步骤' }).getByText('核对并提交').click();
      await form.page.getByRole('button', { name: '提交延续申请' }).click();
      await form.confirm('提交延续申请');
      await form.sees('申请已经提交，等待受理。');
      await form.sees(/已经不足规定的日数；届满前没有作出决定的，不视为准予延续。现有许可还有 10 天届满。/);
      await form.sees('查看机构');
      expect(await form.page.getByText('托育机构许可申请', { exact: true }).count()).toBe(0);
      expect(await form.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'stands on the page of its institution, which leads to it and offers no other',
    async () => {
      const visitor = await site.as(operator, `/institutions/${institutionId}`, PHONE);
      await visitor.sees('查看在办的延续许可');
      expect(await visitor.page.getByRole('button', { name: '申请延续' }).count()).toBe(0);
      await visitor.page.getByRole('link', { name: '托育机构延续许可' }).waitFor();
      expect(await visitor.faults()).toEqual([]);
      const desk = await site.as(health, `/institutions/${institutionId}`);
      await desk.page.getByRole('link', { name: '托育机构延续许可' }).click();
      await desk.page.getByRole('link', { name: '查看机构' }).waitFor();
      await desk.sees(/已经不足规定的日数/);
      await desk.page.getByRole('button', { name: '准予延续' }).waitFor();
      await desk.page.getByRole('button', { name: '不予延续' }).waitFor();
      expect(await desk.page.getByRole('button', { name: /准予许可|不予许可/ }).count()).toBe(0);
      expect(await desk.faults()).toEqual([]);
      expect(await publicPage()).not.toContain('延续');
    },
    STORY_MS,
  );

  it(
    'says when the licence has ended, and what was decided, as of a renewal',
    async () => {
      site.app.clock.advance(11 * DAY);
      const waiting = await site.as(operator, `/filings/${renewal.id}`, PHONE);
      await waiting.sees(/现有许可的有效期已于.*届满：准予延续以前，不能提供服务/);
      expect(await publicPage()).not.toContain('延续');
      await filings.act(health, renewal.id, 'accept');
      await site.app.idle();
      const granted = await site.as(operator, `/filings/${renewal.id}`, PHONE);
      await granted.sees('已经准予延续，新的许可证和决定书可以下载。');
      expect(await granted.faults()).toEqual([]);
    },
    STORY_MS,
  );

  it(
    'that counts as granted is told on the page of its institution, with the day, to both sides and to anybody',
    async () => {
      const licensed = await filings.accepted(operator, health, 'CHILDCARE', COMPLETE);
      institutionId = String(licensed.institutionId);
      const until = new Date(site.app.clock.now().getTime() + 40 * DAY).toISOString().slice(0, 10);
      await site.app.database.query('update institutions.institution set valid_until = $2 where id = $1', [
        institutionId,
        until,
      ]);
      const { body } = await site.app
        .as(operator)
        .post('/api/v1/filings')
        .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
        .expect(201);
      await filings.upload(operator, body as FilingAnswer);
      await filings.act(operator, String(body.id), 'submit');
      site.app.clock.advance(42 * DAY);
      const from = new Date(Date.parse(until) + DAY);
      const day = `${from.getUTCFullYear()}年${from.getUTCMonth() + 1}月${from.getUTCDate()}日`;
      expect(await publicPage()).toContain(`自${day}起视为准予延续`);
      for (const person of [operator, health]) {
        const visitor = await site.as(person, `/institutions/${institutionId}`, PHONE);
        await visitor.sees(`许可自 ${day}起视为准予延续`);
        expect(await visitor.faults()).toEqual([]);
      }
    },
    STORY_MS,
  );
});
