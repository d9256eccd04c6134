import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';

describe('the registry of institutions over HTTP', () => {
  let app: TestApp;
  let operator: TestPerson;
  let registrar: TestPerson;
  let ids: { elderly: string | null; childcare: string | null };
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const filings = new FilingBuilder(app);
    const elderly = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      name: '示例·100%琉璃养老院',
    });
    const childcare = await filings.accepted(operator, health, 'CHILDCARE', { name: '示例·琉璃瓦托育中心' });
    ids = { elderly: elderly.institutionId, childcare: childcare.institutionId };
  });
  afterAll(() => app.stop());

  const find = async (person: TestPerson, query: object): Promise<string[]> => {
    const answer = await app.as(person).get('/api/v1/institutions').query(query).expect(200);
    return (answer.body.items as { id: string }[]).map(({ id }) => id);
  };

  it('is searched by any two characters of the name, by one, by code, number, kind, grade and district', async () => {
    const { elderly, childcare } = ids;
    expect(await find(registrar, {})).toEqual([childcare, elderly]);
    expect(await find(registrar, { q: '琉璃' })).toEqual([childcare, elderly]);
    expect(await find(registrar, { q: '琉璃瓦' })).toEqual([childcare]);
    expect(await find(registrar, { q: '瓦' })).toEqual([childcare]);
    expect(await find(registrar, { q: '0%琉' })).toEqual([elderly]);
    expect(await find(registrar, { q: '%' })).toEqual([elderly]);
    expect(await find(registrar, { q: '琉瓦' })).toEqual([]);
    expect(await find(registrar, { q: ' 526101160000000199 ' })).toEqual([elderly]);
    expect(await find(registrar, { q: '526101160000000198' })).toEqual([]);
    expect(await find(registrar, { q: '610116-YL-2026-0001' })).toEqual([elderly]);
    expect(await find(registrar, { q: '６10116－ty－2026－0001 ' })).toEqual([childcare]);
    expect(await find(registrar, { q: '610116-TY-2026-0002' })).toEqual([]);
    expect(await find(registrar, { q: '610116-YL-2026-0001', kind: 'CHILDCARE' })).toEqual([]);
    expect(await find(registrar, { kind: 'CHILDCARE' })).toEqual([childcare]);
    expect(await find(registrar, { grade: 'A' })).toEqual([]);
    expect(await find(registrar, { district: '610000', grade: 'B' })).toHaveLength(2);
    expect(await find(registrar, { district: '500152' })).toEqual([]);
    await app.as(registrar).get('/api/v1/institutions?grade=E').expect(422);
  });

  it('is paged', async () => {
    const first = await app.as(registrar).get('/api/v1/institutions?limit=1').expect(200);
    const second = await app
      .as(registrar)
      .get('/api/v1/institutions')
      .query({ limit: 1, cursor: first.body.nextCursor })
      .expect(200);
    expect([first.body.items[0].id, second.body.items[0].id]).toEqual([ids.childcare, ids.elderly]);
    expect(second.body.nextCursor).toBeNull();
    await app.as(registrar).get('/api/v1/institutions?cursor=x').expect(400);
  });

  it('shows one with personal data masked, and nothing that is sealed', async () => {
    const answer = await app.as(registrar).get(`/api/v1/institutions/${ids.elderly}`).expect(200);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body.legalRepresentative).toEqual({
      name: '示例·王建国',
      residentId: '610116********0019',
      phone: '138****0001',
    });
    expect(Object.keys(answer.body)).not.toEqual(expect.arrayContaining(['legalRepresentativeId']));
    expect(answer.text).not.toContain('sm4-1:');
    const own = await app.as(operator).get(`/api/v1/institutions/${ids.elderly}`).expect(200);
    expect(own.body.legalRepresentative.residentId).toBe('**************0019');
  });

  it('is closed to other districts, other operators and strangers', async () => {
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    for (const person of [elsewhere, await app.person('OPERATOR')]) {
      expect(await find(person, {})).toEqual([]);
      await app.as(person).get(`/api/v1/institutions/${ids.elderly}`).expect(404);
    }
    await app.http.get('/api/v1/institutions').expect(401);
  });
});
