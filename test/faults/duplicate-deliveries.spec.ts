import { JobRunner } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { InspectedCounty } from '../../libs/enforcement/test/inspected.builder';

interface Delivered {
  readonly job: string;
  readonly key: string;
  readonly payload: unknown;
}

/** What changes by itself and means nothing: the queue's own book-keeping and when people signed in. */
const BOOKKEEPING = `('platform.schedule', 'platform.idempotency')`;

describe('deliveries that come twice', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    const [operator, registrar, officer] = [
      await app.person('OPERATOR'),
      await app.person('REGISTRAR'),
      await app.person('CASE_OFFICER'),
    ];
    await new FilingBuilder(app).accepted(operator, registrar);
    const county = await InspectedCounty.build(app, officer, [{ operatorId: operator.id }]);
    const { institution, binding } = county.take();
    const opened = await app
      .as(officer)
      .post('/api/v1/penalty-cases')
      .send({ institutionId: institution.id, findingIds: [binding], basisCode: 'YL_46_3' })
      .expect(201);
    const path = `/api/v1/penalty-cases/${(opened.body as { id: string }).id}`;
    const notice = { measures: ['WARNING', 'FINE'], amountFen: 500_000, facts: '事实', reasons: '情节严重' };
    await app.as(officer).post(`${path}/notice`).send(notice).expect(200);
    await app.as(operator).post(`${path}/statement`).send({ text: '已改正' }).expect(200);
    const decision = { outcome: 'PENALTY', text: '决定处罚', statementReview: '不予采纳' };
    await app.as(officer).post(`${path}/decide`).send(decision).expect(200);
    await app.idle();
  }, 120_000);
  afterAll(() => app.stop());

  /** Every row of every table, as one digest for each table. */
  async function contents(): Promise<Record<string, string>> {
    const tables = await app.database.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
          and n.nspname not in ('information_schema', 'bullmq', 'public', 'reference')
          and format('%I.%I', n.nspname, c.relname) not in ${BOOKKEEPING} order by 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await app.database.query<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
      );
      digests[name] = row?.digest ?? '';
    }
    return digests;
  }

  it('change nothing at all, for any job of a whole story', async () => {
    const delivered = await app.database.query<Delivered>(
      `select job, 'outbox-' || id || '-' || nonce as key, payload from platform.outbox order by id`,
    );
    const jobs = new Set(delivered.map(({ job }) => job));
    expect(jobs.size).toBeGreaterThan(5);
    const before = await contents();
    const runner = app.nest.get(JobRunner);
    for (const { job, key, payload } of delivered) await runner.run(job, key, payload);
    await Promise.all(delivered.map(({ job, key, payload }) => runner.run(job, key, payload)));
    await app.idle();
    expect(await contents()).toEqual(before);
  }, 120_000);
});
