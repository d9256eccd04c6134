import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, type FilingAnswer, type FilingBuilder } from './filing.builder';
import { Offices, registeredIn } from './offices.builder';

const LEVEL = '/institution/particulars/registryLevel';

describe('what a city has registered, at the window (窗口代办)', () => {
  let offices: Offices;
  let app: TestApp;
  let filings: FilingBuilder;
  let city: TestPerson;
  let county: TestPerson;
  let applicant: { username: string; name: string };
  let count = 0;
  beforeAll(async () => {
    offices = await Offices.open();
    ({ app, filings, city, county } = offices);
    const { username } = await app.person('OPERATOR', { name: '示例·丁老人' });
    applicant = { username, name: '示例·丁老人' };
  });
  afterAll(() => app.stop());

  const enter = (person: TestPerson, institution: object) => {
    count += 1;
    const site = { ...ELDERLY_APPLICATION, address: `示例市窗路${count}号`, ...institution };
    const draft = { type: 'INITIAL', kind: 'ELDERLY_CARE', institution: site, applicant };
    return app.as(person).post('/api/v1/filings/assisted').send(draft);
  };
  const level = (registryLevel: string) => ({ particulars: { registryLevel } });
  const edit = (person: TestPerson, { id, version }: FilingAnswer, institution: object) =>
    app.as(person).patch(`/api/v1/filings/${id}`).set('if-match', `"${version}"`).send({ institution });

  it('is entered where it is filed, and elsewhere refused at the answer that says so, with who receives it', async () => {
    const at = async (person: TestPerson, institution: object) => {
      const { body } = await enter(person, institution).expect(403);
      expect(body.code).toBe('WRONG_DISTRICT');
      return body.errors;
    };
    const says = (pointer: string, who: string) => [
      expect.objectContaining({
        pointer,
        code: 'OTHER_AUTHORITY',
        message: expect.stringContaining(`由${who}受理`),
      }),
    ];
    expect(await at(county, registeredIn('610100'))).toEqual(says(LEVEL, '西安市民政部门'));
    expect(await at(city, registeredIn('610116'))).toEqual(says(LEVEL, '西安市长安区民政局'));
    const company = { uscc: '916100000000000518', legalForm: 'ENTERPRISE' };
    expect(await at(city, company)).toEqual(says('/institution/district', '西安市长安区民政局'));
    expect(await at(offices.neighbour, registeredIn('610100'))).toEqual(
      says('/institution/district', '西安市民政部门'),
    );
    await enter(city, registeredIn('610100')).expect(201);
    await enter(county, registeredIn('610116')).expect(201);
  });

  it('is begun, filled in and handed in by the city for each of its counties, also where the code does not say the level', async () => {
    for (const district of ['610116', '610113']) {
      const site = { ...registeredIn(district), district, township: null, ...level('CITY') };
      const { body } = await enter(city, site).expect(201);
      const { body: edited } = await edit(city, body, { capacity: 66 }).expect(200);
      expect(edited).toMatchObject({ authority: '610100', institution: { capacity: 66 } });
    }
    const site = { ...registeredIn('610116'), ...level('CITY') };
    const draft = await filings.upload(city, (await enter(city, site).expect(201)).body);
    const { id } = await filings.act(city, draft.id, 'submit');
    expect(await offices.read(city, `filings/${id}`)).toMatchObject({
      status: 'SUBMITTED',
      authority: '610100',
      availableActions: ['withdraw'],
    });
    for (const act of ['accept', 'assignment/take']) {
      const { body } = await app.as(city).post(`/api/v1/filings/${id}/${act}`).send({}).expect(409);
      expect(body.code).toBe('ENTERED_BY_YOURSELF');
    }
    expect(await offices.refusal(county, id, 'accept')).toBe('WRONG_DISTRICT');
    const colleague = await app.person('REGISTRAR', { districts: ['610100'] });
    expect((await filings.act(colleague, id, 'accept')).filingNumber).toMatch(/^610100-YL-/);
  });

  it('is not filled in at the window of a county: the level alone is not taken, and what else is typed is kept', async () => {
    const { body } = await enter(county, registeredIn('610116')).expect(201);
    const { body: refused } = await edit(county, body, level('CITY')).expect(422);
    expect(refused.errors).toEqual([
      expect.objectContaining({
        pointer: LEVEL,
        code: 'OTHER_AUTHORITY',
        message: '由西安市民政部门受理，本窗口不能代办：请申请人到该部门的窗口办理，或者由申请人本人在线办理',
      }),
    ]);
    const { body: kept } = await edit(county, body, { capacity: 77 }).expect(200);
    expect(kept).toMatchObject({ authority: null, institution: { capacity: 77 } });
  });

  it('has no account opened for an applicant before it is known that the window receives it', async () => {
    const open = (person: TestPerson, username: string, registryLevel?: string) => {
      const about = { kind: 'ELDERLY_CARE', ...registeredIn('610116'), district: '610116', registryLevel };
      const account = { username, name: '示例·己老人', district: '610116', about };
      return app.as(person).post('/api/v1/filings/assisted/accounts').send(account);
    };
    const { body } = await open(city, 'shi-chuangkou').expect(403);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: LEVEL, code: 'OTHER_AUTHORITY' })]);
    await open(county, 'shi-chuangkou', 'CITY').expect(403);
    const opened = "select 1 from access.person where username = 'shi-chuangkou'";
    expect(await app.database.query(opened)).toEqual([]);
    await open(city, 'shi-chuangkou', 'CITY').expect(201);
    expect(await app.database.query(opened)).toHaveLength(1);
  });
});
