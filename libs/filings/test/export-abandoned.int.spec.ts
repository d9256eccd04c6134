import { once } from 'node:events';
import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { eventually, TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { FilingBuilder } from './filing.builder';

const PATH = '/api/v1/filings/export';

describe('an export that nobody waits for any more', () => {
  let app: TestApp;
  let operator: TestPerson;
  let server: Server;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    operator = await app.person('OPERATOR');
    await new FilingBuilder(app).draft(operator, 'ELDERLY_CARE', { name: '示例·草稿养老院' });
    await app.database.query(
      `insert into filings.filing (id, type, kind, status, applicant_id, name, uscc, district, application, personal, round, created_at, updated_at, version)
       select gen_random_uuid(), type, kind, 'DRAFT', applicant_id, md5(n::text) || md5((-n)::text), uscc, district, application, personal, 0, created_at, updated_at, 1
         from filings.filing, generate_series(1, 8000) n`,
    );
    await app.nest.listen(0, '127.0.0.1');
    server = app.nest.getHttpServer() as Server;
  });
  afterAll(() => app.stop());

  const ask = async () => {
    const connected = once(server, 'connection') as Promise<[Socket]>;
    const { port } = server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${operator.token}` };
    const asked = request({ host: '127.0.0.1', port, path: PATH, agent: false, headers }).end();
    asked.on('error', (error: NodeJS.ErrnoException) => expect(error.code).toBe('ECONNRESET'));
    const [socket] = await connected;
    // Not `once` of node:events: writing to who has left is an error here, and of no matter.
    return { asked, cut: new Promise<void>((resolve) => socket.once('close', () => resolve())) };
  };
  const turns = async (): Promise<number> => {
    const [row] = await app.database.query<{ taken: number }>(
      `select count(*)::integer as taken from pg_locks where locktype = 'advisory' and granted and
         (classid::bigint << 32) + objid::bigint = hashtextextended('export ' || '${operator.id}', 0)
         and database = (select oid from pg_database where datname = current_database())`,
    );
    return row?.taken ?? 0;
  };
  const recorded = async (): Promise<number> => {
    const entries = await app.database.query(`select from audit.entry where action = 'list.exported'`);
    return entries.length;
  };

  it('ends with the page in hand, gives the turn and the connection back, and is not recorded', async () => {
    const before = await recorded();
    await app.database.query('begin');
    await app.database.query('lock table filings.filing in access exclusive mode');
    const { asked, cut } = await ask();
    await eventually('the export has its turn', async () => (await turns()) === 1);
    asked.destroy();
    await cut;
    await app.database.query('rollback');
    await eventually('the turn is free', async () => (await turns()) === 0);
    expect(await recorded()).toBe(before);
    const { rows } = await exportedSheet(app, operator, PATH);
    expect(rows).toHaveLength(8002);
  });

  it('may be cut off while it is read, and taken again', async () => {
    const { asked, cut } = await ask();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    await once(answer, 'data');
    answer.destroy();
    await cut;
    const { rows } = await exportedSheet(app, operator, PATH);
    expect(rows).toHaveLength(8002);
  });
});
