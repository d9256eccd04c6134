import type { Permission } from '@zhaoguan/contracts';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FollowUps } from '../src/use-cases/follow-ups.query';
import { RatedBuilder } from './rated.builder';

describe('following a bad rating up', () => {
  let app: TestApp;
  let rated: RatedBuilder;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    rated = new RatedBuilder(app);
    registrar = await app.person('REGISTRAR');
    reviewer = await app.person('REVIEWER');
  });
  afterAll(() => app.stop());

  const get = (person: TestPerson, id: string) => app.as(person).get(`/api/v1/rating-follow-ups/${id}`);
  const noticesOf = async (person: TestPerson): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/notifications').expect(200);
    return body.items.map(({ title }: { title: string }) => title);
  };
  const workOf = async (person: TestPerson): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items').expect(200);
    return body.items.map(({ subject }: { subject: { id: string } }) => subject.id);
  };

  it('waits for who handles it, by working days, without naming anybody', async () => {
    const { followUpId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    await app.idle();
    const { body } = await get(reviewer, followUpId).expect(200);
    expect(body).toMatchObject({
      status: 'OPEN',
      officeName: '西安市长安区民政局',
      level: 'VERY_DISSATISFIED',
      dueOn: '2026-12-11',
      stepLabel: '退回补正',
      reasons: ['没有一次说清楚要补正什么'],
      availableActions: ['contact'],
    });
    expect(await workOf(reviewer)).toContain(followUpId);
    expect((await noticesOf(reviewer))[0]).toBe('收到一件差评，请回访核实，请在2026年12月11日前办结');
    expect(await workOf(registrar)).not.toContain(followUpId);
    expect((await noticesOf(registrar)).join()).not.toContain('差评');
  });

  it('goes from the applicant’s answer to a conclusion that the applicant reads', async () => {
    const operator = await app.person('OPERATOR');
    const { followUpId, filingId } = await rated.badlyRated(operator, registrar);
    await app.idle();
    const contacted = await rated.handle(reviewer, followUpId, 'contact', '示例·已回访，电话13900000000');
    expect(contacted.history[0]?.note).toBe('示例·已回访，电话139****0000');
    const early = await app
      .as(reviewer)
      .post(`/api/v1/rating-follow-ups/${followUpId}/resolve`)
      .send({ note: '示例' })
      .expect(428);
    expect(early.body.code).toBe('VERSION_REQUIRED');
    await rated.handle(reviewer, followUpId, 'resolve', '示例·已统一补正用语');
    await app.idle();
    const { body } = await app.as(operator).get(`/api/v1/filings/${filingId}/service-ratings`).expect(200);
    expect(body.steps[1].rating.followUp).toMatchObject({
      status: 'RESOLVED',
      answer: '示例·已统一补正用语',
    });
    expect((await noticesOf(operator))[0]).toContain('您反映的问题已经整改');
    expect(await workOf(reviewer)).not.toContain(followUpId);
  });

  it('begins anew, with a new term, when the applicant says that it is not settled', async () => {
    const operator = await app.person('OPERATOR');
    const { followUpId, ratingId } = await rated.badlyRated(operator, registrar);
    await rated.handle(reviewer, followUpId, 'contact', '示例·已回访');
    await rated.handle(reviewer, followUpId, 'dismiss', '示例·意见写明了依据');
    await app
      .as(operator)
      .post(`/api/v1/service-ratings/${ratingId}/addition`)
      .send({ words: '示例·还是没有说清楚', unsettled: true })
      .expect(200);
    const { body } = await get(reviewer, followUpId).expect(200);
    expect(body).toMatchObject({ status: 'OPEN', endedAt: null, addition: { unsettled: true } });
    expect(body.history.map(({ label }: { label: string }) => label)).toEqual([
      '回访核实',
      '认定不成立',
      '评价人认为没有解决',
    ]);
  });

  it('shows the number that was left to call only with a reason, and on record', async () => {
    const { followUpId, ratingId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    expect((await get(reviewer, followUpId).expect(200)).body).toMatchObject({
      contactPhone: '139****0001',
      contactFrom: 'RATING',
    });
    const reveal = (person: TestPerson, reason: string) =>
      app
        .as(person)
        .post(`/api/v1/rating-follow-ups/${followUpId}/reveal`)
        .send({ fields: ['contactPhone'], reason });
    const { body } = await reveal(reviewer, '示例·回访评价人').expect(200);
    expect(body.values).toEqual({ contactPhone: '13900000001' });
    await reveal(reviewer, ' ').expect(422);
    await reveal(registrar, '示例·想知道').expect(403);
    const [kept] = await app.database.query<{ phone: string; shown: number }>(
      `select contact_phone as phone,
              (select count(*)::integer from access.disclosure d where d.subject_id = $2) as shown
         from feedback.rating where id = $1`,
      [ratingId, followUpId],
    );
    expect(kept?.phone).toMatch(/^sm4-1:/);
    expect(kept?.shown).toBe(1);
  });

  it('offers the number of the application where none was left, to the office that calls and to nobody above', async () => {
    const operator = await app.person('OPERATOR');
    const { followUpId } = await rated.badlyRated(operator, registrar, { contactPhone: null });
    const { body } = await get(reviewer, followUpId).expect(200);
    expect(body).toMatchObject({
      institutionName: '示例·长安颐养院',
      filing: { title: '首次备案', number: null },
      contactFrom: 'FILING',
      contactPhone: '138****0001',
      contactName: '示例·王建国',
    });
    expect(JSON.stringify(body)).not.toContain('13800000001');
    const reveal = (person: TestPerson) =>
      app
        .as(person)
        .post(`/api/v1/rating-follow-ups/${followUpId}/reveal`)
        .send({ fields: ['contactPhone'], reason: '示例·回访评价人' });
    expect((await reveal(reviewer).expect(200)).body.values).toEqual({ contactPhone: '13800000001' });
    const [kept] = await app.database.query<{ shown: number }>(
      'select count(*)::integer as shown from access.disclosure where subject_id = $1',
      [followUpId],
    );
    expect(kept?.shown).toBe(1);
    const above = await app.person('REVIEWER', { districts: ['610100'] });
    expect((await get(above, followUpId).expect(200)).body).toMatchObject({
      contactPhone: null,
      contactFrom: null,
      contactName: null,
    });
    await reveal(above).expect(403);
  });

  it('names the contact of the application before its head, and the filing by its number once it has one', async () => {
    const operator = await app.person('OPERATOR');
    const contact = { name: '示例·李联络', phone: '029-85290001' };
    const { id } = await rated.filings.submitted(operator, 'ELDERLY_CARE', { contact });
    const { filingNumber } = await rated.filings.act(registrar, id, 'accept');
    const rating = { step: 2, level: 'VERY_DISSATISFIED', words: '示例·太慢' };
    await rated.rate(operator, id, rating);
    const [row] = await app.database.query<{ id: string }>(
      'select id from feedback.follow_up where filing_id = $1',
      [id],
    );
    const { body } = await get(reviewer, row!.id).expect(200);
    expect(body).toMatchObject({
      filing: { title: '首次备案', number: filingNumber },
      contactName: '示例·李联络',
      contactPhone: expect.stringMatching(/^029.*\*.*$/),
    });
  });

  it('shows no number in clear any more once it has ended', async () => {
    for (const contactPhone of ['13900000001', null]) {
      const operator = await app.person('OPERATOR');
      const { followUpId } = await rated.badlyRated(operator, registrar, { contactPhone });
      await rated.handle(reviewer, followUpId, 'contact', '示例·已回访');
      await rated.handle(reviewer, followUpId, 'resolve', '示例·已改进');
      const { body } = await get(reviewer, followUpId).expect(200);
      expect(body.contactFrom).toBe(contactPhone === null ? null : 'RATING');
      const revealed = await app
        .as(reviewer)
        .post(`/api/v1/rating-follow-ups/${followUpId}/reveal`)
        .send({ fields: ['contactPhone'], reason: '示例·再看一次' })
        .expect(409);
      expect(revealed.body.code).toBe('INVALID_TRANSITION');
    }
  });

  it('cannot be concluded before the applicant was asked, nor over what somebody else did', async () => {
    const { followUpId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    const act = (action: string, etag: string) =>
      app
        .as(reviewer)
        .post(`/api/v1/rating-follow-ups/${followUpId}/${action}`)
        .set('if-match', etag)
        .send({ note: '示例' });
    expect((await act('resolve', '"1"').expect(409)).body.code).toBe('INVALID_TRANSITION');
    await act('contact', '"1"').expect(200);
    expect((await act('resolve', '"1"').expect(412)).body.code).toBe('STALE_VERSION');
  });

  it('is out of the sight of whoever has acted on the filing, also with the right to handle ratings', async () => {
    const both = await app.person('REGISTRAR');
    const operator = await app.person('OPERATOR');
    const { followUpId } = await rated.badlyRated(operator, both);
    const rights = { ...both.caller, permissions: new Set<Permission>(['rating.follow-up']) };
    const query = app.nest.get(FollowUps);
    await expect(query.get(rights, followUpId)).rejects.toThrow('NOT_FOUND');
    const { items } = await query.list(rights, { limit: 100 });
    expect(items.map(({ id }) => id)).not.toContain(followUpId);
  });

  it('is out of the sight of whoever may decide the filing, until it is decided', async () => {
    const operator = await app.person('OPERATOR');
    const { followUpId, filingId } = await rated.badlyRated(operator, registrar);
    const other = await app.person('REVIEWER');
    const permissions = new Set<Permission>(['rating.follow-up', 'filing.accept']);
    const query = app.nest.get(FollowUps);
    const rights = { ...other.caller, permissions };
    await expect(query.get(rights, followUpId)).rejects.toThrow('NOT_FOUND');
    await rated.filings.act(registrar, filingId, 'refuse', { reason: '示例·不予备案' });
    expect((await query.get(rights, followUpId)).status).toBe('OPEN');
  });

  it('belongs to the department and the place', async () => {
    const { followUpId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    await get(await app.person('REVIEWER', { departments: ['health'] }), followUpId).expect(404);
    await get(await app.person('REVIEWER', { districts: ['500152'] }), followUpId).expect(404);
    await get(registrar, followUpId).expect(403);
    const { body } = await app.as(reviewer).get('/api/v1/rating-follow-ups?limit=1').expect(200);
    expect(body.items).toHaveLength(1);
    const next = await app
      .as(reviewer)
      .get('/api/v1/rating-follow-ups')
      .query({ limit: 1, cursor: body.nextCursor })
      .expect(200);
    expect(next.body.items[0].id).not.toBe(body.items[0].id);
    await app.as(reviewer).get('/api/v1/rating-follow-ups?cursor=nonsense').expect(400);
  });

  it('is handled by the office that was rated; city and province read it, the number masked, and are offered nothing', async () => {
    const { followUpId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    const path = `/api/v1/rating-follow-ups/${followUpId}`;
    expect((await get(reviewer, followUpId).expect(200)).body.ofOwnOffice).toBe(true);
    for (const districts of [['610100'], ['610000'], ['*']]) {
      const above = await app.person('REVIEWER', { districts });
      const { body, headers } = await get(above, followUpId).expect(200);
      expect(body).toMatchObject({ availableActions: [], ofOwnOffice: false, contactPhone: '139****0001' });
      const revealed = await app
        .as(above)
        .post(`${path}/reveal`)
        .send({ fields: ['contactPhone'], reason: '示例·回访评价人' })
        .expect(403);
      expect(revealed.body.code).toBe('WRONG_DISTRICT');
      for (const action of ['contact', 'resolve', 'dismiss']) {
        const refused = await app
          .as(above)
          .post(`${path}/${action}`)
          .set('if-match', headers['etag'] as string)
          .send({ note: '示例·由上级办理' })
          .expect(403);
        expect(refused.body.code).toBe('WRONG_DISTRICT');
      }
      expect(await workOf(above)).not.toContain(followUpId);
    }
    expect(await workOf(reviewer)).toContain(followUpId);
  });

  it('is counted by office and month, apart only where enough have rated', async () => {
    const statistics = (person: TestPerson) =>
      app.as(person).get('/api/v1/service-rating-statistics').expect(200);
    const { body } = await statistics(reviewer);
    const [office] = body.items;
    expect(office).toMatchObject({ office: '610116/ELDERLY_CARE', officeName: '西安市长安区民政局' });
    expect(office.followUps.opened).toBeGreaterThanOrEqual(5);
    expect(office.levels.VERY_DISSATISFIED).toBe(office.total);
    expect(body.periods).toEqual([{ period: '2026-11', satisfied: 0, dissatisfied: office.total }]);
    // The quarter runs: nobody else learns of its ratings as they come.
    const seen = await statistics(registrar);
    expect(seen.body).toMatchObject({ from: '2025-10-01', to: '2026-09-30', items: [], periods: [] });
  });

  it('is not in the list of the county where a functional area holds the street', async () => {
    const official = await app.person('REGISTRAR', { districts: ['610116005'] });
    const operator = await app.person('OPERATOR');
    const { id } = await rated.filings.submitted(operator, 'ELDERLY_CARE', { township: '610116005' });
    await rated.filings.act(official, id, 'accept');
    await rated.rate(operator, id, { step: 2, level: 'DISSATISFIED', reasons: ['LATE'] });
    const idsOf = async (person: TestPerson): Promise<string[]> => {
      const { body } = await app.as(person).get('/api/v1/rating-follow-ups?limit=100').expect(200);
      return body.items.map(({ id: found }: { id: string }) => found);
    };
    const [followUpId] = await idsOf(await app.person('REVIEWER', { districts: ['610116005'] }));
    expect(followUpId).toBeDefined();
    for (const person of [reviewer, await app.person('REVIEWER', { districts: ['610100'] })]) {
      expect(await idsOf(person)).not.toContain(followUpId);
      await get(person, followUpId!).expect(403);
    }
    expect(await idsOf(await app.person('REVIEWER', { districts: ['610000'] }))).toContain(followUpId);
  });
});
