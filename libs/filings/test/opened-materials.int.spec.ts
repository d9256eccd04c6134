import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const CODE = 'REGISTRATION_CERTIFICATE';

describe('opening the materials of a filing, which bear personal data in clear', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());

  const open = (person: TestPerson, id: string, version = '') =>
    app.as(person).get(`/api/v1/filings/${id}/materials/${CODE}${version}`);
  const entries = (id: string): Promise<{ canonical: string; actor_id: string }[]> =>
    app.database.query(
      `select canonical, actor_id from audit.entry where subject_id = $1 and action = 'filing.material-opened' order by id`,
      [id],
    );

  it('leaves an entry for each time that an official opens one, and none for the applicant', async () => {
    const registrar = await app.person('REGISTRAR');
    const { id } = await filings.submitted(operator);
    await open(operator, id).expect(200);
    expect(await entries(id)).toEqual([]);
    await open(registrar, id).expect(200);
    await open(registrar, id, '/versions/1').expect(200);
    const [first, second] = await entries(id);
    expect(first?.actor_id).toBe(registrar.id);
    expect(first?.canonical).toContain(`"code":"${CODE}"`);
    expect(second?.canonical).toContain('"version":1');
  });

  it.each([
    ['the city above', 'REGISTRAR', { districts: ['610100'] }, 'WRONG_DISTRICT'],
    ['the person in charge, who reads no numbers', 'REVIEWER', {}, 'FORBIDDEN'],
  ] as const)('is not for %s, who reads the case itself', async (_who, role, rights, code) => {
    const reader = await app.person(role, rights);
    const { id } = await filings.submitted(operator);
    const { body } = await app.as(reader).get(`/api/v1/filings/${id}`).expect(200);
    expect(body.opensMaterials).toBe(false);
    for (const version of ['', '/versions/1'])
      expect((await open(reader, id, version).expect(403)).body.code).toBe(code);
    expect(await entries(id)).toEqual([]);
  });

  it('is for a department that is asked, which leaves its entry', async () => {
    const registrar = await app.person('REGISTRAR');
    const fire = await app.person('ADVISER', { departments: ['fire'] });
    const { id } = await filings.submitted(operator);
    const asked = await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/opinions`)
      .send({ department: 'fire', question: '请就消防安全条件提出意见', materials: [CODE] })
      .expect(201);
    await app.as(fire).get(`/api/v1/opinions/${asked.body.items[0].id}/materials/${CODE}`).expect(200);
    const opened = await entries(id);
    expect(opened.map(({ actor_id }) => actor_id)).toEqual([fire.id]);
    expect(opened[0]?.canonical).toContain('"department":"fire"');
  });
});
