import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { buildInstitution } from '../../institutions/test/institution.builder';
import { ELDERLY_APPLICATION, FilingBuilder } from './filing.builder';

const PHONE = '13700000003';

describe('showing personal data in clear to the official who decides', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const submitted = () =>
    filings.submitted(operator, 'ELDERLY_CARE', { contact: { name: '示例·赵联络', phone: PHONE } });
  const reveal = (person: TestPerson, path: string, body: object = {}) =>
    app
      .as(person)
      .post(`/api/v1/${path}/reveal`)
      .send({ fields: ['legalRepresentative.phone'], reason: '电话通知补充材料', ...body });

  it('answers the fields that were asked for, and leaves an entry that names them and no value', async () => {
    const { id } = await submitted();
    const answer = await reveal(registrar, `filings/${id}`, {
      fields: ['contact.phone', 'legalRepresentative.residentId'],
    }).expect(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toEqual({
      values: {
        'contact.phone': PHONE,
        'legalRepresentative.residentId': ELDERLY_APPLICATION.legalRepresentative.residentId,
      },
      remainingToday: 29,
    });
    const entries = await app.database.query<{ canonical: string; actor_id: string }>(
      `select canonical, actor_id from audit.entry where subject_id = $1 and action = 'filing.personal-data-revealed'`,
      [id],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.actor_id).toBe(registrar.id);
    expect(entries[0]?.canonical).toContain('"fields":["contact.phone","legalRepresentative.residentId"]');
    expect(entries[0]?.canonical).not.toMatch(new RegExp(`${PHONE}|电话通知`));
    const kept = await app.database.query(
      'select fields, reason from access.disclosure where subject_id = $1',
      [id],
    );
    expect(kept).toEqual([
      { fields: ['contact.phone', 'legalRepresentative.residentId'], reason: '电话通知补充材料' },
    ]);
    await expect(app.database.query('delete from access.disclosure')).rejects.toThrow('append-only');
  });

  it('keeps the answer nowhere, also when the request has an Idempotency-Key', async () => {
    const { id } = await submitted();
    const once = () =>
      reveal(registrar, `filings/${id}`, { fields: ['contact.phone'] }).set('idempotency-key', 'reveal-1');
    expect((await once().expect(200)).body.values).toEqual({ 'contact.phone': PHONE });
    expect((await once().expect(409)).body.code).toBe('IDEMPOTENCY_ANSWER_LOST');
    const [kept] = await app.database.query<{ body: unknown }>(
      `select body from platform.idempotency where key = 'reveal-1'`,
    );
    expect(kept?.body).toBeNull();
  });

  it('is only for those who decide: the department, the district, a filing that was handed in', async () => {
    const { id } = await submitted();
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    expect((await reveal(health, `filings/${id}`).expect(403)).body.code).toBe('WRONG_DEPARTMENT');
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    await reveal(elsewhere, `filings/${id}`).expect(404);
    for (const role of ['OPERATOR', 'INSPECTOR', 'REVIEWER', 'ADMINISTRATOR'] as const)
      await reveal(await app.person(role), `filings/${id}`).expect(403);
    await reveal(registrar, `filings/${(await filings.draft(operator)).id}`).expect(404);
    expect(
      (await reveal(registrar, `filings/${id}`, { reason: ' ' }).expect(422)).body.errors[0].pointer,
    ).toBe('/reason');
    for (const reason of ['\u200b', '.', '12', '看'])
      await reveal(registrar, `filings/${id}`, { reason }).expect(422);
    await reveal(registrar, `filings/${id}`, { fields: [] }).expect(422);
    await reveal(registrar, `filings/${id}`, { fields: ['uscc'] }).expect(422);
    const seen = await app.database.query('select from access.disclosure where subject_id = $1', [id]);
    expect(seen).toEqual([]);
  });

  it('shows of an institution what the registry holds, to registrars and case officers of its department', async () => {
    const accepted = await filings.accepted(operator, registrar);
    const officer = await app.person('CASE_OFFICER');
    const fields = ['legalRepresentative.phone', 'legalRepresentative.residentId'];
    const path = `institutions/${accepted.institutionId}`;
    const { phone, residentId } = ELDERLY_APPLICATION.legalRepresentative;
    expect((await reveal(officer, path, { fields }).expect(200)).body.values).toEqual({
      'legalRepresentative.phone': phone,
      'legalRepresentative.residentId': residentId,
    });
    const imported = await buildInstitution(app.nest, { source: 'IMPORT' });
    expect(
      (await reveal(registrar, `institutions/${imported.id}`, { fields }).expect(200)).body.values,
    ).toEqual({
      'legalRepresentative.phone': null,
      'legalRepresentative.residentId': null,
    });
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    expect((await reveal(health, path).expect(403)).body.code).toBe('WRONG_DEPARTMENT');
    await reveal(await app.person('REGISTRAR', { districts: ['500152'] }), path).expect(404);
    await reveal(operator, path).expect(403);
  });

  it('names whom an institution said to ask, masked, and shows the number by the same rule as that of its head', async () => {
    const contact = { name: '示例·赵联络', phone: PHONE };
    const accepted = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { contact });
    const path = `institutions/${accepted.institutionId}`;
    const read = async (person: TestPerson) => (await app.as(person).get(`/api/v1/${path}`).expect(200)).body;
    const masked = { name: '示例·赵联络', phone: '137****0003' };
    for (const person of [operator, registrar]) expect((await read(person)).contact).toEqual(masked);
    const fields = ['contact.phone'];
    expect((await reveal(registrar, path, { fields }).expect(200)).body.values).toEqual({
      'contact.phone': PHONE,
    });
    await reveal(operator, path, { fields }).expect(403);
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    expect((await reveal(health, path, { fields }).expect(403)).body.code).toBe('WRONG_DEPARTMENT');

    // Of what only a directory brought in nobody is known; a filing that nobody accepted says nothing yet.
    const imported = await buildInstitution(app.nest, { source: 'IMPORT' });
    expect(
      (await app.as(registrar).get(`/api/v1/institutions/${imported.id}`).expect(200)).body.contact,
    ).toBe(null);
    const later = { name: '示例·钱联络', phone: '13700000011' };
    const change = await filings.filedAbout(operator, accepted.institutionId, 'CHANGE', {
      servicePhone: '029-85290011',
      contact: later,
    });
    expect((await read(registrar)).contact).toEqual(masked);
    await filings.act(registrar, change.id, 'accept');
    expect((await read(registrar)).contact).toEqual({ name: '示例·钱联络', phone: '137****0011' });
  });

  it('is possible thirty times a day for one person, filings and institutions together, also when asked at once', async () => {
    const busy = await app.person('REGISTRAR');
    const { id } = await submitted();
    const { id: institutionId } = await buildInstitution(app.nest);
    await reveal(busy, `institutions/${institutionId}`).expect(200);
    const answers = await Promise.all(Array.from({ length: 32 }, () => reveal(busy, `filings/${id}`)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(29);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({
      code: 'REVEAL_LIMIT',
      detail: '每人每天最多查看 30 次个人信息明文，请明天再查看，或者由同事办理。',
    });
    // From ten in the morning to midnight.
    expect(refused?.headers['retry-after']).toBe(String(14 * 3600));
    await reveal(registrar, `filings/${id}`).expect(200);
  });
});
