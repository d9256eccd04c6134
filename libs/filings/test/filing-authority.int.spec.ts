import { usccCheckDigit } from '@zhaoguan/kernel';
import { eventually, TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import type { QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../../migrations';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const LEVEL = '/institution/particulars/registryLevel';
let count = 0;
/** A 社会服务机构 that is registered in this division. */
const registeredIn = (division: string) => {
  count += 1;
  const first17 = `52${division}MJC${String(count).padStart(6, '0')}`;
  return { uscc: `${first17}${usccCheckDigit(first17)}` };
};

describe('a 养老机构 that a city has registered (与登记管理机关同级)', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let city: TestPerson;
  let county: TestPerson;
  let neighbour: TestPerson;
  beforeAll(async () => {
    // The first day of the form that asks for the level is 28 November.
    app = await TestApp.start({ now: '2026-12-01T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    city = await app.person('REGISTRAR', { districts: ['610100'], name: '示例·市民政' });
    county = await app.person('REGISTRAR', { name: '示例·区民政' });
    neighbour = await app.person('REGISTRAR', { districts: ['610400'] });
  });
  afterAll(() => app.stop());

  const read = async (person: TestPerson, path: string) =>
    (await app.as(person).get(`/api/v1/${path}`).expect(200)).body;
  const submitted = (division = '610100'): Promise<FilingAnswer> =>
    filings.submitted(operator, 'ELDERLY_CARE', registeredIn(division));
  const accepted = async (): Promise<FilingAnswer> => filings.act(city, (await submitted()).id, 'accept');
  const subjects = async (person: TestPerson, path: string): Promise<string[]> =>
    (await read(person, path)).items.map(
      (line: { id: string; subject?: { id: string } }) => line.subject?.id ?? line.id,
    );
  const waitsFor = async (person: TestPerson, id: string): Promise<boolean> =>
    (await subjects(person, 'work-items?limit=100')).includes(id);
  const inQueueOf = async (person: TestPerson, id: string): Promise<boolean> =>
    (await subjects(person, 'filings?assignee=none&limit=100')).includes(id);
  const refusedTo = async (person: TestPerson, id: string, action: string, body: object = {}) => {
    const answer = await app.as(person).post(`/api/v1/filings/${id}/${action}`).send(body).expect(403);
    expect(answer.body.code).toBe('WRONG_DISTRICT');
  };

  it('is asked for the level, which the code says already, and reads with whom it files', async () => {
    const draft = await filings.draft(operator, 'ELDERLY_CARE', registeredIn('610100'));
    const view = await read(operator, `filings/${draft.id}`);
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
    const { id } = await submitted();
    expect([await waitsFor(city, id), await inQueueOf(city, id)]).toEqual([true, true]);
    expect([await waitsFor(county, id), await inQueueOf(county, id)]).toEqual([false, false]);
    expect(await read(county, `filings/${id}`)).toMatchObject({ availableActions: [], ofOwnOffice: false });
    expect((await read(county, 'filings?limit=100')).items).toContainEqual(
      expect.objectContaining({ id, authority: '610100' }),
    );
    await refusedTo(county, id, 'accept');
    await refusedTo(county, id, 'return', { reasons: [{ pointer: '/', message: '示例·请补正' }] });
    await refusedTo(county, id, 'assignment/take');
    await app.as(neighbour).get(`/api/v1/filings/${id}`).expect(404);

    const filing = await filings.act(city, id, 'accept');
    expect(filing.filingNumber).toMatch(/^610100-YL-2026-\d{4}$/);
    const papers = await read(operator, `filings/${id}/papers`);
    expect(papers.items).toContainEqual(
      expect.objectContaining({ kind: 'RECEIPT', authority: '西安市民政部门' }),
    );
  });

  it('is verified, and told of, by the city', async () => {
    const { id } = await accepted();
    expect([await waitsFor(city, id), await waitsFor(county, id)]).toEqual([true, false]);
    const told = async (person: TestPerson) =>
      JSON.stringify((await read(person, 'notifications?limit=100')).items).includes(id);
    await eventually('the city has heard of it', () => told(city));
    expect(await told(county)).toBe(false);
  });

  it('is shown to the public and in the directory with the authority that has it', async () => {
    const { institutionId, filingNumber } = await accepted();
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
    const { institutionId } = await accepted();
    expect(await read(county, `institutions/${institutionId}`)).toMatchObject({ authority: '610100' });
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', {
      capacity: 150,
      particulars: { registryLevel: 'COUNTY' },
    });
    expect(await read(operator, `filings/${change.id}`)).toMatchObject({ authority: '610100' });
    await refusedTo(county, change.id, 'accept');
    await filings.act(city, change.id, 'accept');
    expect(await read(city, `institutions/${institutionId}`)).toMatchObject({ authority: '610100' });
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
      (await read(person, `expiries?institutionId=${institutionId}`)).items.length;
    expect(await watched(county)).toBe(1);
    const anew = { ...site, particulars: { registryLevel: 'CITY' } };
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', anew);
    expect(await filings.act(city, id, 'accept')).toMatchObject({ institutionId });
    await filings.act(operator, change.id, 'submit');
    expect(await read(county, `filings/${change.id}`)).toMatchObject({ authority: '610100' });
    await refusedTo(county, change.id, 'accept');
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
      (await read(person, path)).items.length;
    const ends = `expiries?institutionId=${institutionId}`;
    expect([await count(city, ends), await count(county, ends)]).toEqual([1, 0]);
    const heads = [await app.person('REVIEWER', { districts: ['610100'] }), await app.person('REVIEWER')];
    const followed = heads.map((head) => count(head, 'rating-follow-ups'));
    expect(await Promise.all(followed)).toEqual([1, 0]);
  });

  it('is offered to the city alone in the register, also to link it with others', async () => {
    const { institutionId } = await accepted();
    const health = await app.person('REGISTRAR', { districts: ['610100'], departments: ['health'] });
    const offered = async (person: TestPerson): Promise<boolean> =>
      (await read(person, `institutions/${institutionId}`)).ofOwnOffice;
    expect([await offered(city), await offered(county), await offered(operator)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await offered(health)).toBe(false);
    const link = { kind: 'CONTROLLER', otherId: (await accepted()).institutionId, stands: true };
    const answer = await app
      .as(county)
      .post(`/api/v1/institutions/${institutionId}/links`)
      .send({ ...link, reason: '示例·核对登记资料' })
      .expect(403);
    expect(answer.body.code).toBe('WRONG_DISTRICT');
  });

  it('cannot go to another authority once it is handed in, in the database either', async () => {
    const { id } = await submitted();
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
    const { id } = await submitted();
    const question = { department: 'fire', question: '请就消防安全条件提出意见', materials: [] };
    await app.as(city).post(`/api/v1/filings/${id}/opinions`).send(question).expect(201);
    const overdueFor = async (districts: string[]): Promise<object[]> => {
      const person = await app.person('REGISTRAR', { districts });
      const { items } = await read(person, 'work-items?type=FILING_OPINION_OVERDUE&limit=100');
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
    const { institutionId } = await accepted();
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

  it('is removed by the city alone', async () => {
    const { institutionId } = await accepted();
    const body = { institutionId, ground: 'FALSE_MATERIALS', clue: '示例线索' };
    await app.as(county).post('/api/v1/removals').send(body).expect(403);
    const opened = await app.as(city).post('/api/v1/removals').send(body).expect(201);
    expect(opened.body).toMatchObject({ authorityName: '西安市民政部门' });
    await app.as(county).get(`/api/v1/removals/${opened.body.id}`).expect(404);
  });

  it('is not entered at the window of the county', async () => {
    const [row] = await app.database.query<{ username: string; name: string }>(
      'select username, name from access.person where id = $1',
      [operator.id],
    );
    const enter = (person: TestPerson, division: string) => {
      const institution = { name: '示例·颐养院', district: '610116', ...registeredIn(division) };
      const draft = { type: 'INITIAL', kind: 'ELDERLY_CARE', institution, applicant: row };
      return app.as(person).post('/api/v1/filings/assisted').send(draft);
    };
    expect((await enter(county, '610100').expect(403)).body.code).toBe('WRONG_DISTRICT');
    await enter(city, '610100').expect(201);
    await enter(county, '610116').expect(201);
  });

  it('of the province files with the province, which the city does not decide for', async () => {
    const { id } = await submitted('610000');
    expect(await read(city, `filings/${id}`)).toMatchObject({ authority: '610000', availableActions: [] });
    await refusedTo(city, id, 'accept');
    const province = await app.person('REGISTRAR', { districts: ['610000'] });
    expect((await filings.act(province, id, 'accept')).filingNumber).toMatch(/^610000-YL-/);
  });

  it('that makes profit files where it stands, wherever it is registered', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', {
      uscc: '916100000000000518',
      legalForm: 'ENTERPRISE',
      particulars: { registryLevel: 'PROVINCE' },
    });
    expect(await read(county, `filings/${id}`)).toMatchObject({ authority: null, ofOwnOffice: true });
    await filings.act(county, id, 'accept');
  });

  it('that is filed with the county is read above it, and handled by the county alone', async () => {
    const nation = await app.person('REGISTRAR', { districts: ['*'] });
    const { id } = await filings.submitted(operator);
    for (const above of [city, nation]) {
      expect(await read(above, `filings/${id}`)).toMatchObject({ availableActions: [], ofOwnOffice: false });
      expect([await waitsFor(above, id), await inQueueOf(above, id)]).toEqual([false, false]);
      await refusedTo(above, id, 'accept');
      await refusedTo(above, id, 'refuse', { reason: '示例·不属于备案范围' });
      await refusedTo(above, id, 'return', { reasons: [{ pointer: '/', message: '示例·请补正' }] });
      await refusedTo(above, id, 'assignment/take');
      await app.as(above).get(`/api/v1/filings/${id}/duplicates`).expect(403);
    }
    expect([await waitsFor(county, id), await inQueueOf(county, id)]).toEqual([true, true]);
    const { institutionId } = await filings.act(county, id, 'accept');
    expect(await read(city, `institutions/${institutionId}`)).toMatchObject({ ofOwnOffice: false });
    expect(await waitsFor(city, id)).toBe(false);
  });

  it('that is filed with the county is not handed to an official of the city', async () => {
    const { id } = await filings.submitted(operator);
    const able = await subjects(county, `filings/${id}/assignees`);
    expect(able).toContain(county.id);
    expect(able).not.toContain(city.id);
    const answer = await app
      .as(county)
      .post(`/api/v1/filings/${id}/assignment/assign`)
      .send({ personId: city.id });
    expect(answer.body.code).toBe('ASSIGNEE_CANNOT_DECIDE');
  });

  it('that somebody of the city had taken while that was allowed goes back to the county', async () => {
    const { id } = await filings.submitted(operator);
    await app.database.query(
      'insert into filings.case_holder (filing_id, person_id, since) values ($1, $2, now())',
      [id, city.id],
    );
    expect(await waitsFor(county, id)).toBe(false);
    const upgrade = MIGRATIONS.map((each) => new each()).find(({ name }) =>
      name?.startsWith('CasesHeldAbove'),
    );
    await upgrade?.up({ query: (sql: string) => app.database.query(sql) } as unknown as QueryRunner);
    await app.idle();
    expect([await waitsFor(city, id), await waitsFor(county, id)]).toEqual([false, true]);
    expect(await read(county, `filings/${id}/assignment`)).toMatchObject({
      holder: null,
      steps: [{ act: 'LEFT', actorName: '系统' }],
    });
    await filings.act(county, id, 'accept');
  });

  it('in a township that a functional area holds is offered to who holds it, not to the county', async () => {
    const area = await app.person('REGISTRAR', { districts: ['610116005'] });
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { township: '610116005' });
    expect(await read(county, `filings/${id}`)).toMatchObject({ availableActions: [], ofOwnOffice: false });
    const view = await read(area, `filings/${id}`);
    expect(view.ofOwnOffice).toBe(true);
    expect(view.availableActions).toContain('accept');
  });
});
