import { LOGGER } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { symbols, type Logger } from 'pino';
import { FilingBuilder } from './filing.builder';

const SECRETS = ['610116189001010019', '13800000001', '13700000003'];

describe('personal data of a filing', () => {
  let app: TestApp;
  let operator: TestPerson;
  let registrar: TestPerson;
  let id: string;
  let institutionId: string | null;
  const logged: string[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
    const logger = app.nest.get<Logger & { [symbols.streamSym]: { write(line: string): void } }>(LOGGER);
    logger.level = 'trace';
    logger[symbols.streamSym] = { write: (line) => logged.push(line) };
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    const filings = new FilingBuilder(app);
    const contact = { name: '示例·赵联络', phone: '13700000003' };
    const filing = await filings.submitted(operator, 'ELDERLY_CARE', { contact });
    id = filing.id;
    await filings.act(registrar, id, 'return', { reasons: [{ pointer: '', message: '请核对' }] });
    await filings.act(operator, id, 'submit');
    ({ institutionId } = await filings.act(registrar, id, 'accept'));
    // A refusal with personal data in the request, and a fault on the way.
    await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ institution: { legalRepresentative: { phone: SECRETS[1] } } });
    await app.as(registrar).post(`/api/v1/filings/${id}/accept`).expect(409);
    await app.idle();
  });
  afterAll(() => app.stop());

  it('is masked in every answer: the applicant sees the last four, officials region and last four', async () => {
    const own = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(own.body.institution).toMatchObject({
      legalRepresentative: { name: '示例·王建国', residentId: '**************0019', phone: '138****0001' },
      contact: { name: '示例·赵联络', phone: '137****0003' },
    });
    const official = await app.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
    expect(official.body.institution.legalRepresentative.residentId).toBe('610116********0019');
    for (const path of [
      `filings/${id}`,
      `filings/${id}/history`,
      'filings',
      'institutions',
      `institutions/${institutionId}`,
    ]) {
      for (const person of [operator, registrar]) {
        const answer = await app.as(person).get(`/api/v1/${path}`).expect(200);
        for (const secret of SECRETS) expect(answer.text).not.toContain(secret);
        expect(answer.text).not.toMatch(/sm4-1:|[iI]dIndex|personal/);
      }
    }
  });

  it('lies readable in no table: not in the file, its submissions, the audit log, the outbox or a stored answer', async () => {
    const tables = await app.database.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['filings.filing', 'filings.submission', 'audit.entry', 'platform.outbox']),
    );
    for (const { name } of tables) {
      const rows = await app.database.query(`select 1 from ${name} t where t::text like any($1)`, [
        SECRETS.map((secret) => `%${secret}%`),
      ]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  it('can be found by its blind index, and opens only in its own row', async () => {
    const rows = await app.database.query<{ filings: string; institutions: string }>(
      `select f.resident_id_index as filings, i.legal_representative_id_index as institutions
         from filings.filing f join institutions.institution i on i.id = f.institution_id where f.id = $1`,
      [id],
    );
    expect(rows[0]?.filings).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]?.filings).toBe(rows[0]?.institutions);
    const other = await new FilingBuilder(app).draft(operator);
    await app.database.query(
      `update filings.filing set personal = (select personal from filings.filing where id = $1) where id = $2`,
      [id, other.id],
    );
    await app.as(operator).get(`/api/v1/filings/${other.id}`).expect(500);
  });

  it('is in no line of the log', () => {
    const text = logged.join('\n');
    expect(text).toContain('job done');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });
});
