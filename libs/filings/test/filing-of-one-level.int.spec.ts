import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../../migrations';
import type { FilingBuilder } from './filing.builder';
import { Offices } from './offices.builder';

describe('what is filed with a county (级别管辖)', () => {
  let offices: Offices;
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let city: TestPerson;
  let county: TestPerson;
  beforeAll(async () => {
    offices = await Offices.open();
    ({ app, filings, operator, city, county } = offices);
  });
  afterAll(() => app.stop());

  it('is read above it, and handled by the county alone', async () => {
    const nation = await app.person('REGISTRAR', { districts: ['*'] });
    const { id } = await filings.submitted(operator);
    for (const above of [city, nation]) {
      expect(await offices.read(above, `filings/${id}`)).toMatchObject({
        availableActions: [],
        ofOwnOffice: false,
      });
      expect([await offices.waitsFor(above, id), await offices.inQueueOf(above, id)]).toEqual([false, false]);
      expect(await offices.refusal(above, id, 'accept')).toBe('WRONG_DISTRICT');
      expect(await offices.refusal(above, id, 'refuse', { reason: '示例·不属于备案范围' })).toBe(
        'WRONG_DISTRICT',
      );
      expect(
        await offices.refusal(above, id, 'return', { reasons: [{ pointer: '/', message: '示例·请补正' }] }),
      ).toBe('WRONG_DISTRICT');
      expect(await offices.refusal(above, id, 'assignment/take')).toBe('WRONG_DISTRICT');
      await app.as(above).get(`/api/v1/filings/${id}/duplicates`).expect(403);
    }
    expect([await offices.waitsFor(county, id), await offices.inQueueOf(county, id)]).toEqual([true, true]);
    const { institutionId } = await filings.act(county, id, 'accept');
    expect(await offices.read(city, `institutions/${institutionId}`)).toMatchObject({ ofOwnOffice: false });
    expect(await offices.waitsFor(city, id)).toBe(false);
  });

  it.each([
    ['admit', {}],
    ['dismiss', { ground: 'NOT_COMPETENT', reason: '示例·不属于本机关' }],
    ['assignment/assign', { personId: '019a9f2e-7c00-7000-8000-000000000001' }],
    ['assignment/release', { note: '示例·交回' }],
    ['notes', { text: '示例·备注' }],
    ['reveal', { fields: ['contact.phone'], reason: '示例·核实' }],
    ['opinions', { department: 'fire', question: '示例·请提出意见', materials: [] }],
    ['opinions/waive', { reason: '示例·不再等待' }],
    ['extensions', { reason: '示例·情况复杂' }],
  ])('has %s refused to who registers above it', async (action, body) => {
    const { id } = await filings.submitted(operator);
    expect(await offices.refusal(city, id, action, body)).toBe('WRONG_DISTRICT');
    expect(await offices.read(county, `filings/${id}`)).toMatchObject({ status: 'SUBMITTED' });
    expect((await offices.read(county, `filings/${id}/opinions`)).items).toEqual([]);
  });

  it('is answered by the department that was asked, and neither shown nor open to the one above', async () => {
    const fire = await app.person('ADVISER', { departments: ['fire'] });
    const { id } = await filings.submitted(operator);
    const question = { department: 'fire', question: '示例·请提出意见', materials: [] };
    await app.as(county).post(`/api/v1/filings/${id}/opinions`).send(question).expect(201);
    const asked = async (person: TestPerson): Promise<string[]> =>
      (await offices.read(person, 'opinions?status=ASKED')).items.map((line: { id: string }) => line.id);
    const [opinion] = await asked(fire);
    const answer = (person: TestPerson) =>
      app.as(person).post(`/api/v1/opinions/${opinion!}/answer`).send({ answer: 'AGREE' });
    for (const districts of [['610100'], ['*']]) {
      const above = await app.person('ADVISER', { departments: ['fire'], districts });
      expect(await asked(above)).toEqual([]);
      expect((await answer(above)).body.code).toBe('WRONG_DISTRICT');
    }
    const ofBoth = await app.person('ADVISER', { departments: ['fire'], districts: ['610100', '610116'] });
    expect(await asked(ofBoth)).toContain(opinion);
    await answer(ofBoth).expect(200);
  });

  it('is handled by who has the code of the county beside that of the city', async () => {
    const both = await app.person('REGISTRAR', { districts: ['610100', '610116'] });
    const { id } = await filings.submitted(operator);
    expect([await offices.waitsFor(both, id), await offices.inQueueOf(both, id)]).toEqual([true, true]);
    await filings.act(both, id, 'accept');
    await filings.act(both, (await offices.submitted()).id, 'accept');
  });

  it('is not handed to an official of the city', async () => {
    const { id } = await filings.submitted(operator);
    const able = await offices.subjects(county, `filings/${id}/assignees`);
    expect(able).toContain(county.id);
    expect(able).not.toContain(city.id);
    const answer = await app
      .as(county)
      .post(`/api/v1/filings/${id}/assignment/assign`)
      .send({ personId: city.id });
    expect(answer.body.code).toBe('ASSIGNEE_CANNOT_DECIDE');
  });

  it('goes back to it where somebody of the city had taken it while that was allowed', async () => {
    const { id } = await filings.submitted(operator);
    await app.database.query(
      'insert into filings.case_holder (filing_id, person_id, since) values ($1, $2, now())',
      [id, city.id],
    );
    expect(await offices.waitsFor(county, id)).toBe(false);
    const upgrade = MIGRATIONS.map((each) => new each()).find(({ name }) =>
      name?.startsWith('CasesHeldAbove'),
    );
    await upgrade?.up({ query: (sql: string) => app.database.query(sql) } as unknown as QueryRunner);
    await app.idle();
    expect([await offices.waitsFor(city, id), await offices.waitsFor(county, id)]).toEqual([false, true]);
    expect(await offices.read(county, `filings/${id}/assignment`)).toMatchObject({
      holder: null,
      steps: [{ act: 'LEFT', actorName: '系统' }],
    });
    await filings.act(county, id, 'accept');
  });

  it('is offered, in a township that a functional area holds, to who holds it, not to the county', async () => {
    const area = await app.person('REGISTRAR', { districts: ['610116005'] });
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { township: '610116005' });
    expect(await offices.read(county, `filings/${id}`)).toMatchObject({
      availableActions: [],
      ofOwnOffice: false,
    });
    const [opinions, extensions] = [
      await offices.read(county, `filings/${id}/opinions`),
      await offices.read(county, `filings/${id}/extensions`),
    ];
    expect([opinions.departments, extensions.offer]).toEqual([[], null]);
    await app.as(county).get(`/api/v1/filings/${id}/assignment`).expect(403);
    const view = await offices.read(area, `filings/${id}`);
    expect(view.ofOwnOffice).toBe(true);
    expect(view.availableActions).toContain('accept');
  });
});
