import type { Beacon } from '@zhaoguan/draw';
import { TestApp } from '@zhaoguan/testing';
import { InspectionBuilder, SOURCE_URL } from './inspection.builder';

const SSQ_NUMBERS = '03,08,12,21,27,33|09';
const KL8_NUMBERS = '01,05,09,12,16,21,25,29,33,38,41,45,49,52,58,61,66,70,75,80';
const ssq = (round: string): Beacon => ({ source: 'fucai-ssq', round });

/** Friday 2026-11-20, 10:00 in Beijing: issue 139 of 双色球 was drawn on Thursday, or later by closures; 140 is due on Sunday or later. */
describe('the beacon of a draw', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  const inInstallation = (demo: boolean): void => {
    beforeAll(async () => {
      app = await TestApp.start({ env: { DEMO: String(demo) } });
      county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 2 });
    });
    afterAll(() => app.stop());
  };

  const announce = async (beacon: object, by = county) =>
    app
      .as(by.planner)
      .post(`/api/v1/inspection-plans/${(await by.plan()).id}/draws`)
      .send({ beacon });
  const enter = (drawId: string, value: string, by = county) =>
    app.as(by.planner).post(`/api/v1/draws/${drawId}/beacon`).send({ value, sourceUrl: SOURCE_URL });
  const confirm = (drawId: string, value: string) =>
    app.as(county.reviewer).post(`/api/v1/draws/${drawId}/beacon/confirm`).send({ value });

  /** The day on which issues are drawn; nobody stays signed in until then. */
  const drawnOn = async (instant: string, ...others: InspectionBuilder[]): Promise<void> => {
    app.clock.set(instant);
    for (const builder of [county, ...others]) {
      builder.planner = await builder.official('PLANNER');
      builder.reviewer = await builder.official('REVIEWER');
    }
  };

  describe('in an installation that counts', () => {
    inInstallation(false);

    it.each([
      [ssq('9999999'), /9999 年没有第 999 期/],
      [ssq('2026160'), /2026 年没有第 160 期（至多到第 157 期）/],
      [{ source: 'drand', round: '9007199254740991' }, /超过 60 天/],
      [ssq('2027020'), /超过 60 天/],
      [{ source: 'fucai-ssq+drand', round: '2026140+9007199254740991' }, /超过 60 天/],
    ])('must exist, and soon: %j', async (beacon, reason) => {
      const { status, body } = await announce(beacon);
      expect([status, body.code]).toEqual([422, 'INVALID_BEACON']);
      expect(body.detail).toMatch(reason);
      expect(body.errors[0].pointer).toBe('/beacon');
    });

    it.each([
      [ssq('2026139')],
      [{ source: 'fucai-kl8', round: '2026323' }],
      // Out on the faster chain of drand, and not on the slower one.
      [{ source: 'drand', round: '20000000' }],
    ])('may not be one that can have been drawn already: %j', async (beacon) => {
      const { status, body } = await announce(beacon);
      expect([status, body.code]).toEqual([409, 'BEACON_TOO_EARLY']);
      expect(body.errors[0].pointer).toBe('/beacon/round');
    });

    it('is entered and confirmed only when it can have been drawn', async () => {
      const { status, body } = await announce(ssq('2026140'));
      expect(status).toBe(202);
      const drawId = body.id as string;
      const value = `2026140:${SSQ_NUMBERS}`;
      const early = await enter(drawId, value).expect(409);
      expect(early.body).toMatchObject({
        code: 'BEACON_NOT_DUE',
        title: '公开随机数尚未产生',
        detail: '公告所定的公开随机数最早于 2026-11-22 21:15 产生，产生之后才能录入和确认。',
      });
      // Nobody stays signed in for two days.
      app.clock.set('2026-11-22T13:15:00Z');
      county.planner = await county.official('PLANNER');
      county.reviewer = await county.official('REVIEWER');
      await enter(drawId, value).expect(200);
      app.clock.set('2026-11-22T13:14:59Z');
      expect((await confirm(drawId, value).expect(409)).body.code).toBe('BEACON_NOT_DUE');
      app.clock.set('2026-11-22T13:20:00Z');
      await confirm(drawId, value).expect(202);
      await app.idle();
      const seen = await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200);
      expect(seen.body.beacon.timing).toMatchObject({ knownAtAnnouncement: 'NO', enteredEarly: false });
    });
  });

  describe('in a demonstration', () => {
    inInstallation(true);

    it.each([ssq('2026999'), ssq('2026158'), ssq('2026000'), { source: 'fucai-kl8', round: '2026366' }])(
      'must exist there too: %j',
      async (beacon) => {
        const { status, body } = await announce(beacon);
        expect([status, body.code]).toEqual([422, 'INVALID_BEACON']);
        expect(body.errors[0]).toMatchObject({ pointer: '/beacon', message: body.detail });
      },
    );

    it('is not waited for in a demonstration, whose page says so', async () => {
      const soon = await county.announce((await county.plan()).id, ssq('2026150'));
      await county.draw(soon);
      const seen = await app.http.get(`/api/v1/public/draws/${soon}`).expect(200);
      expect(seen.body.beacon).toMatchObject({
        enteredAt: '2026-11-20T02:00:00.000Z',
        timing: { enteredEarly: true },
      });
      const page = await app.http.get(`/draws/${soon}`).expect(200);
      expect(page.text).toContain('公开随机数的值于 2026-11-20 10:00 录入，早于它最早可能产生的时间');
      expect(page.text).not.toContain('谁也不知道');
    });

    it('may have been known, or serve both kinds of institution, but not twice the same', async () => {
      const elsewhere = await new InspectionBuilder(app, 'CHILDCARE').prepare({
        inspectors: 2,
        institutions: 2,
      });
      const drawId = (await announce(ssq('2026100'))).body.id as string;
      await enter(drawId, `2026100:${SSQ_NUMBERS}`).expect(200);
      expect((await app.http.get(`/draws/${drawId}`).expect(200)).text).toContain('不能证明结果无人预知');
      expect((await announce(ssq('2026100'), elsewhere)).status).toBe(202);
      const reason = '示例·重新公告';
      await app.as(county.reviewer).post(`/api/v1/draws/${drawId}/void`).send({ reason }).expect(200);
      expect((await announce(ssq('2026100'))).body.code).toBe('BEACON_TOO_EARLY');
    });
  });

  describe('in an installation that counts, beside others', () => {
    inInstallation(false);

    it('is known once its value was entered anywhere, part by part and in any order', async () => {
      const elsewhere = await new InspectionBuilder(app, 'CHILDCARE', '500152').prepare({
        inspectors: 2,
        institutions: 2,
      });
      const both = { source: 'fucai-ssq+fucai-kl8', round: '2026140+2026324' };
      const drawId = (await announce(both)).body.id as string;
      // Announced before the value was known, both may be drawn with it.
      const twin = (await announce(ssq('2026140'), elsewhere)).body.id as string;
      await drawnOn('2026-11-22T13:20:00Z', elsewhere);
      await enter(drawId, `2026140:${SSQ_NUMBERS};2026324:${KL8_NUMBERS}`).expect(200);
      const reason = '示例·重新公告';
      await app.as(county.reviewer).post(`/api/v1/draws/${drawId}/void`).send({ reason }).expect(200);
      for (const by of [county, elsewhere]) {
        for (const beacon of [
          both,
          { source: 'fucai-kl8+fucai-ssq', round: '2026324+2026140' },
          ssq('2026140'),
          { source: 'fucai-kl8', round: '2026324' },
          { source: 'fucai-kl8+fucai-ssq', round: '2026340+2026140' },
        ]) {
          const { body } = await announce(beacon, by);
          expect([beacon, body.code, body.title]).toEqual([beacon, 'BEACON_TOO_EARLY', '公开随机数已经产生']);
        }
      }
      await enter(twin, `2026140:${SSQ_NUMBERS}`, elsewhere).expect(200);
      expect((await announce({ source: 'fucai-kl8', round: '2026330' })).status).toBe(202);
    });

    it('is not announced while its value is being entered elsewhere', async () => {
      const first = (await announce(ssq('2026143'))).body.id as string;
      const plan = await county.plan();
      // Somebody enters the value and is not done yet.
      await app.database.query('begin');
      await app.database.query(
        `select pg_advisory_xact_lock(hashtextextended('beacon ' || unnest(inspections.beacon_parts('fucai-ssq', '2026143')), 0))`,
      );
      let answered = false;
      const racing = app
        .as(county.planner)
        .post(`/api/v1/inspection-plans/${plan.id}/draws`)
        .send({ beacon: ssq('2026143') })
        .then((answer) => {
          answered = true;
          return answer;
        });
      const waiting = `select count(*) from pg_locks where locktype = 'advisory' and not granted`;
      for (;;) {
        const [row] = await app.database.query<{ count: string }>(waiting);
        if (row?.count === '1') break;
      }
      expect(answered).toBe(false);
      await app.database.query(
        `update inspections.draw set status = 'BEACON_ENTERED', beacon_value = 'x', beacon_entered_by = announced_by where id = $1`,
        [first],
      );
      await app.database.query('commit');
      expect((await racing).body.code).toBe('BEACON_TOO_EARLY');
    });
  });
});
