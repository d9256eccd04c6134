import { systemCaller } from '@zhaoguan/contracts';
import { JobRunner, UnitOfWork } from '@zhaoguan/platform';
import { eventually, TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { fileAgainFrom, licenseFrom } from './regime.builder';

const DAY = 86_400_000;
const LAST_DAY = '2026-10-08';

describe('a renewal in time that something overtakes', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let revoked: FilingAnswer;
  let granted: FilingAnswer;
  let silent: FilingAnswer;
  const renew = (name: string) => app.nest.get(JobRunner).run('filings.renew-undecided', name, {});
  const read = async (path: string) => (await app.as(operator).get(`/api/v1/${path}`).expect(200)).body;
  const isRenewed = async ({ id }: FilingAnswer): Promise<boolean> =>
    (await read(`filings/${id}/history`)).items.some(({ action }: { action: string }) => action === 'renew');
  const validUntil = async ({ id }: FilingAnswer): Promise<string | null> => {
    const [row] = await app.database.query<{ until: string | null }>(
      `select i.valid_until::text as until from institutions.institution i
         join filings.filing f on f.renews = i.id where f.id = $1`,
      [id],
    );
    if (row === undefined) throw new Error('it renews nothing');
    return row.until;
  };

  /** A licence that ends on a day, and its renewal, handed in on the first day of the test. */
  async function renewing(): Promise<FilingAnswer> {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const end = 'update institutions.institution set valid_until = $2 where id = $1';
    await app.database.query(end, [institutionId, LAST_DAY]);
    return filings.filedAbout(operator, institutionId, 'INITIAL', {}, 'CHILDCARE');
  }

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-09-04');
    await fileAgainFrom(app, '2026-10-01');
    revoked = await renewing();
    granted = await renewing();
    silent = await renewing();
  });
  afterAll(() => app.stop());

  it('is granted for the years of the law of licences, though filing has taken over since', async () => {
    app.clock.advance(34 * DAY);
    expect(await filings.act(health, granted.id, 'accept')).toMatchObject({ validUntil: '2031-10-08' });
  });

  it('is not written down for a licence that is revoked while the job runs', async () => {
    let job: Promise<unknown> = Promise.resolve();
    await app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      await tx.manager.query(
        `update institutions.institution set filing_ended_as = 'REVOKED'
          where id = (select renews from filings.filing where id = $1)`,
        [revoked.id],
      );
      app.clock.advance(DAY);
      job = renew('while it is revoked');
      await eventually('the job waits for the institution', async () => {
        const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
        return (await app.database.query(waiting)).length > 0;
      });
    });
    await job;
    expect(await isRenewed(revoked)).toBe(false);
    expect(await validUntil(revoked)).toBe(LAST_DAY);
  });

  it('counts as granted for those years, where nobody has decided', async () => {
    await renew('after the last day');
    expect(await isRenewed(silent)).toBe(true);
    expect(await validUntil(silent)).toBe('2031-10-08');
  });
});
