import { eventually, type TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { Offices, registeredIn } from './offices.builder';

const LEVEL = '/institution/particulars/registryLevel';

describe('a 养老机构 that a city has registered (与登记管理机关同级)', () => {
  let offices: Offices;
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let city: TestPerson;
  let county: TestPerson;
  let neighbour: TestPerson;
  beforeAll(async () => {
    offices = await Offices.open();
    ({ app, filings, operator, city, county, neighbour } = offices);
  });
  afterAll(() => app.stop());

  it('is asked for the level, which the code says already, and reads with whom it files', async () => {
    const draft = await filings.draft(operator, 'ELDERLY_CARE', registeredIn('610100'));
    const view = await offices.read(operator, `filings/${draft.id}`);
    expect(view.institution.particulars).toEqual({ registryLevel: 'CITY' });
    expect(view).toMatchObject({ authority: '610100', authorityName: '西安市民政部门' });
    const changed = await app
      .as(operator)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', `"${draft.version}"`)
      .send({ institution: { particulars: { registryLevel: 'COUNTY' } } })
      .expect(200);
    expect(changed.body).toMatchObject({ authority: null, authorityName: expect.stringContaining('长安区') });
    expect(changed.body.warnings).toContainEqual(
      expect.objectContaining({ pointer: LEVEL, code: 'REGISTRY_LEVEL_MISMATCH' }),
    );
  });

  it('is handled by the city, and read by the county where it stands', async () => {
    const { id } = await offices.submitted();
    expect([await offices.waitsFor(city, id), await offices.inQueueOf(city, id)]).toEqual([true, true]);
    expect([await offices.waitsFor(county, id), await offices.inQueueOf(county, id)]).toEqual([false, false]);
    expect(await offices.read(county, `filings/${id}`)).toMatchObject({
      availableActions: [],
      ofOwnOffice: false,
    });
    expect((await offices.read(county, 'filings?limit=100')).items).toContainEqual(
      expect.objectContaining({ id, authority: '610100' }),
    );
    expect(await offices.refusal(county, id, 'accept')).toBe('WRONG_DISTRICT');
    expect(
      await offices.refusal(county, id, 'return', { reasons: [{ pointer: '/', message: '示例·请补正' }] }),
    ).toBe('WRONG_DISTRICT');
    expect(await offices.refusal(county, id, 'assignment/take')).toBe('WRONG_DISTRICT');
    await app.as(neighbour).get(`/api/v1/filings/${id}`).expect(404);

    const filing = await filings.act(city, id, 'accept');
    expect(filing.filingNumber).toMatch(/^610100-YL-2026-\d{4}$/);
    const papers = await offices.read(operator, `filings/${id}/papers`);
    expect(papers.items).toContainEqual(
      expect.objectContaining({ kind: 'RECEIPT', authority: '西安市民政部门' }),
    );
  });

  it('is verified, and told of, by the city', async () => {
    const { id } = await offices.accepted();
    expect([await offices.waitsFor(city, id), await offices.waitsFor(county, id)]).toEqual([true, false]);
    const told = async (person: TestPerson) =>
      JSON.stringify((await offices.read(person, 'notifications?limit=100')).items).includes(id);
    await eventually('the city has heard of it', () => told(city));
    expect(await told(county)).toBe(false);
  });

  it('is shown to the public and in the directory with the authority that has it', async () => {
    const { institutionId, filingNumber } = await offices.accepted();
    const shown = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(shown.body).toMatchObject({ filingNumber, authorityName: '西安市民政部门' });
    expect((await app.http.get(`/institutions/${institutionId}`).expect(200)).text).toContain(
      '<dt>备案机关</dt><dd>西安市民政部门</dd>',
    );
    const own = await filings.act(county, (await filings.submitted(operator)).id, 'accept');
    const other = await app.http.get(`/api/v1/public/institutions/${own.institutionId}`).expect(200);
    expect(other.body.authorityName).toBe('西安市长安区民政局');
    const { rows } = await exportedSheet(app, city, '/api/v1/institutions/export');
    const column = rows[0]!.indexOf('备案机关');
    const listed = new Map(rows.map((row) => [row[rows[0]!.indexOf('备案编号')], row[column]]));
    expect(listed.get(filingNumber)).toBe('西安市民政部门');
    expect(listed.get(own.filingNumber)).toBe('西安市长安区民政局');
  });

  it('stays with the city for whatever is filed about it later', async () => {
    const { institutionId } = await offices.accepted();
    expect(await offices.read(county, `institutions/${institutionId}`)).toMatchObject({
      authority: '610100',
    });
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', {
      capacity: 150,
      particulars: { registryLevel: 'COUNTY' },
    });
    expect(await offices.read(operator, `filings/${change.id}`)).toMatchObject({ authority: '610100' });
    expect(await offices.refusal(county, change.id, 'accept')).toBe('WRONG_DISTRICT');
    await filings.act(city, change.id, 'accept');
    expect(await offices.read(city, `institutions/${institutionId}`)).toMatchObject({ authority: '610100' });
  });

  it('that files anew with the city has its changes there, also those that were begun before', async () => {
    const site = {
      ...registeredIn('610116'),
      address: '示例路88号',
      premisesTenure: 'LEASED',
      leaseStartsOn: '2026-01-01',
      leaseEndsOn: '2031-12-31',
    };
    const first = await filings.submitted(operator, 'ELDERLY_CARE', site);
    const { institutionId } = await filings.act(county, first.id, 'accept');
    const draft = { type: 'CHANGE', kind: 'ELDERLY_CARE', institutionId, institution: { capacity: 150 } };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    const change = await filings.upload(operator, body as FilingAnswer);
    await app.database.query(
      `update institutions.institution set filing_ended_as = 'REVOKED' where id = $1`,
      [institutionId],
    );
    await app.idle();
    const watched = async (person: TestPerson): Promise<number> =>
      (await offices.read(person, `expiries?institutionId=${institutionId}`)).items.length;
    expect(await watched(county)).toBe(1);
    const anew = { ...site, particulars: { registryLevel: 'CITY' } };
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', anew);
    expect(await filings.act(city, id, 'accept')).toMatchObject({ institutionId });
    await filings.act(operator, change.id, 'submit');
    expect(await offices.read(county, `filings/${change.id}`)).toMatchObject({ authority: '610100' });
    expect(await offices.refusal(county, change.id, 'accept')).toBe('WRONG_DISTRICT');
    await app.idle();
    expect([await watched(city), await watched(county)]).toEqual([1, 0]);
  });

  it('answers to the city for its service, and is watched by it', async () => {
    const lease = { premisesTenure: 'LEASED', leaseStartsOn: '2026-01-01', leaseEndsOn: '2031-12-31' };
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { ...registeredIn('610100'), ...lease });
    const { institutionId } = await filings.act(city, id, 'accept');
    const bad = { step: 2, level: 'DISSATISFIED', reasons: ['LATE'] };
    await app.as(operator).post(`/api/v1/filings/${id}/service-ratings`).send(bad).expect(200);
    await app.idle();
    const count = async (person: TestPerson, path: string): Promise<number> =>
      (await offices.read(person, path)).items.length;
    const ends = `expiries?institutionId=${institutionId}`;
    expect([await count(city, ends), await count(county, ends)]).toEqual([1, 0]);
    const heads = [await app.person('REVIEWER', { districts: ['610100'] }), await app.person('REVIEWER')];
    const followed = heads.map((head) => count(head, 'rating-follow-ups'));
    expect(await Promise.all(followed)).toEqual([1, 0]);
    const waiting = heads.map(async (head) =>
      (await offices.read(head, 'work-items')).items.map(({ type }: { type: string }) => type),
    );
    expect(await Promise.all(waiting)).toEqual([['RATING_TO_FOLLOW_UP'], []]);
    const [head] = heads as [TestPerson];
    const { items } = await offices.read(head, 'rating-follow-ups');
    const offered = await offices.read(head, `rating-follow-ups/${items[0].id}`);
    expect(offered).toMatchObject({ availableActions: ['contact'], ofOwnOffice: true });
  });

  it('is offered to the city alone in the register, also to link it with others', async () => {
    const { institutionId } = await offices.accepted();
    const health = await app.person('REGISTRAR', { districts: ['610100'], departments: ['health'] });
    const offered = async (person: TestPerson): Promise<boolean> =>
      (await offices.read(person, `institutions/${institutionId}`)).ofOwnOffice;
    expect([await offered(city), await offered(county), await offered(operator)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await offered(health)).toBe(false);
    const link = { kind: 'CONTROLLER', otherId: (await offices.accepted()).institutionId, stands: true };
    const answer = await app
      .as(county)
      .post(`/api/v1/institutions/${institutionId}/links`)
      .send({ ...link, reason: '示例·核对登记资料' })
      .expect(403);
    expect(answer.body.code).toBe('WRONG_DISTRICT');
  });

  it('cannot go to another authority once it is handed in, in the database either', async () => {
    const { id } = await offices.submitted();
    const reasons = [{ pointer: LEVEL, message: '示例·请核对' }];
    const returned = await filings.act(city, id, 'return', { reasons });
    const { body } = await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${returned.version}"`)
      .send({ institution: { particulars: { registryLevel: 'COUNTY' } } })
      .expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: LEVEL, code: 'AUTHORITY_FIXED' })]);
    await expect(
      app.database.query('update filings.filing set authority = null where id = $1', [id]),
    ).rejects.toThrow('stays with the authority');
  });

  it('waits for the city alone when a department that the city has asked is late', async () => {
    await app.person('ADVISER', { departments: ['fire'] });
    const { id } = await offices.submitted();
    const question = { department: 'fire', question: '请就消防安全条件提出意见', materials: [] };
    await app.as(city).post(`/api/v1/filings/${id}/opinions`).send(question).expect(201);
    const overdueFor = async (districts: string[]): Promise<object[]> => {
      const person = await app.person('REGISTRAR', { districts });
      const { items } = await offices.read(person, 'work-items?type=FILING_OPINION_OVERDUE&limit=100');
      return items.filter((item: { subject: { id: string } }) => item.subject.id === id);
    };
    expect(await overdueFor(['610100'])).toEqual([]);
    const now = app.clock.now();
    app.clock.advance(14 * 86_400_000);
    try {
      expect(await overdueFor(['610100'])).toEqual([expect.objectContaining({ district: '610100' })]);
      expect(await overdueFor(['610116'])).toEqual([]);
      expect(await overdueFor(['*'])).toEqual([]);
    } finally {
      app.clock.advance(now.getTime() - app.clock.now().getTime());
    }
  });

  it('has its head named to who registers it, and to who conducts cases where it stands', async () => {
    const { institutionId } = await offices.accepted();
    const fields = ['legalRepresentative.phone'];
    const named = async (person: TestPerson): Promise<number> =>
      (
        await app
          .as(person)
          .post(`/api/v1/institutions/${institutionId}/reveal`)
          .send({ fields, reason: '示例·核实' })
      ).status;
    expect([await named(city), await named(county)]).toEqual([200, 403]);
    for (const districts of [['610116'], ['610100']])
      expect(await named(await app.person('CASE_OFFICER', { districts }))).toBe(200);
    expect([404, 403]).toContain(await named(await app.person('CASE_OFFICER', { districts: ['610400'] })));
  });

  it('has its staff named to who registers it, and to who inspects where it stands', async () => {
    const { institutionId } = await offices.accepted();
    const named = async (person: TestPerson): Promise<number> =>
      (await app.as(person).post('/api/v1/staff/reveal').send({ institutionId, reason: '示例·核实' })).status;
    expect([await named(city), await named(county)]).toEqual([200, 403]);
    for (const districts of [['610116'], ['610100']])
      expect(await named(await app.person('INSPECTOR', { districts }))).toBe(200);
  });

  it('is removed by the city alone', async () => {
    const { institutionId } = await offices.accepted();
    const body = { institutionId, ground: 'FALSE_MATERIALS', clue: '示例线索' };
    await app.as(county).post('/api/v1/removals').send(body).expect(403);
    const opened = await app.as(city).post('/api/v1/removals').send(body).expect(201);
    expect(opened.body).toMatchObject({ authorityName: '西安市民政部门' });
    await app.as(county).get(`/api/v1/removals/${opened.body.id}`).expect(404);
  });

  it('of the province files with the province, which the city does not decide for', async () => {
    const { id } = await offices.submitted('610000');
    expect(await offices.read(city, `filings/${id}`)).toMatchObject({
      authority: '610000',
      availableActions: [],
    });
    expect(await offices.refusal(city, id, 'accept')).toBe('WRONG_DISTRICT');
    const province = await app.person('REGISTRAR', { districts: ['610000'] });
    expect((await filings.act(province, id, 'accept')).filingNumber).toMatch(/^610000-YL-/);
  });

  it('that makes profit files where it stands, wherever it is registered', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', {
      uscc: '916100000000000518',
      legalForm: 'ENTERPRISE',
      particulars: { registryLevel: 'PROVINCE' },
    });
    expect(await offices.read(county, `filings/${id}`)).toMatchObject({ authority: null, ofOwnOffice: true });
    await filings.act(county, id, 'accept');
  });
});
