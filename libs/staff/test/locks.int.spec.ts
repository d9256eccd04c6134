import { APP_DATABASE, isRetryable, JobRunner } from '@zhaoguan/platform';
import type { DataSource } from 'typeorm';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { StaffScene } from './staff-scene.builder';

const ROUNDS = 25;
const PEOPLE = 4;

describe('what looks after the same days at the same time', () => {
  let scene: StaffScene;
  beforeAll(async () => {
    scene = await StaffScene.start();
  });
  afterAll(() => scene.app.stop());

  it('never waits in a circle: institutions, then their days, each in the order of ids', async () => {
    const { app, operator, registrar, institutionId } = scene;
    const others: string[] = [];
    for (const street of ['北街', '南街']) {
      const elsewhere = { name: `示例·${street}养老院`, address: `西安市长安区韦曲街道${street}8号` };
      const filed = await new FilingBuilder(app).accepted(operator, registrar, 'ELDERLY_CARE', elsewhere);
      others.push(String(filed.institutionId));
    }
    const all = [institutionId, ...others];
    for (const id of all)
      for (let n = 0; n < PEOPLE; n += 1) {
        const one = await scene.added({ institutionId: id, name: `示例·${'甲乙丙丁'.charAt(n)}` });
        await scene.shown(one.id, { issuedOn: '2025-12-01' });
      }
    await app.idle();
    const deadlocks: unknown[] = [];
    const database = app.nest.get<DataSource>(APP_DATABASE);
    const begin = database.transaction.bind(database) as (work: unknown) => Promise<unknown>;
    jest.spyOn(database, 'transaction').mockImplementation((work: unknown) =>
      begin(work).catch((error: unknown) => {
        if (isRetryable(error)) deadlocks.push(error);
        throw error;
      }),
    );
    const jobs = app.nest.get(JobRunner);
    for (let round = 0; round < ROUNDS; round += 1) {
      // Days that lie the other way round than the ids, and come near, and are held no more, by turns.
      await app.database.query(
        `update staff.expiry set next_look_on = date '2026-11-19' - (row_number % 7)::int
           from (select id as of, row_number() over (order by id desc) from staff.expiry) n
          where of = id and status = 'WATCHED'`,
      );
      await app.database.query('update institutions.institution set details = $1', [
        JSON.stringify({
          leaseEndsOn: `2026-1${round % 3}-0${1 + (round % 9)}`,
          particulars: { foodLicenceUntil: `2026-10-${10 + round}` },
        }),
      ]);
      const ended: { id: string; institution_id: string }[] = await app.database.query(
        `select id, institution_id from staff.expiry where status in ('EXPIRED', 'CHECKED') order by id desc`,
      );
      await Promise.all([
        jobs.run('staff.watch-unwatched', `unwatched ${round}`, {}),
        jobs.run('staff.advance-expiries', `advance ${round}`, {}),
        jobs.run('staff.advance-expiries', `advance again ${round}`, {}),
        ...all.map((id) =>
          jobs.run('staff.watch-institution', `watch ${round} ${id}`, { institutionId: id }),
        ),
        ...all.map((id) =>
          app
            .as(registrar)
            .post('/api/v1/expiries/checks')
            .send({
              institutionId: id,
              ids: ended.filter((row) => row.institution_id === id).map((row) => row.id),
              finding: 'NOT_RENEWED',
              note: '已要求限期提供新的证明。',
            }),
        ),
      ]);
    }
    expect(deadlocks).toEqual([]);
  });
});
