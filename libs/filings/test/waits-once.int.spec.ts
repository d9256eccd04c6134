import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { FilingBuilder } from './filing.builder';
import { licenseFrom } from './regime.builder';

const DAY = 86_400_000;

describe('an application for a licence in the list of work', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-09-04');
  });
  afterAll(() => app.stop());

  interface Item {
    readonly type: string;
    readonly subject: { readonly id: string };
  }
  const read = async (path: string) => (await app.as(health).get(`/api/v1${path}`).expect(200)).body;
  const waiting = async (id: string): Promise<string[]> =>
    ((await read('/work-items?limit=100')).items as Item[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type }) => type);
  const counted = async (): Promise<unknown> => (await read('/work-items/summary')).byType;
  const exported = async (): Promise<unknown[]> => {
    const { rows } = await exportedSheet(app, health, '/api/v1/work-items/export');
    return rows.slice(1).map((row) => row[0]);
  };
  const take = (id: string) =>
    app.as(health).post(`/api/v1/filings/${id}/assignment/take`).send({}).expect(200);
  const handIn = async () => (await filings.submitted(operator, 'CHILDCARE')).id;

  it('keeps what its official was told of it until it is decided, and a reminder until it is said', async () => {
    const id = await handIn();
    await take(id);
    await app.idle();
    const told = async () =>
      (
        (await read('/notifications')).items as {
          type: string;
          subject: { id: string } | null;
          doneAt: string | null;
        }[]
      )
        .filter(({ subject }) => subject?.id === id)
        .map(({ type, doneAt }) => [type, doneAt !== null]);
    // The working day before the last one, the 11th.
    app.clock.advance(6 * DAY);
    await app.nest.get(JobRunner).run('workbench.remind', 'before the last day', {});
    await app.idle();
    const before = await told();
    expect(before).toContainEqual(['LICENCE_SUBMITTED', false]);
    expect(before.map(([type]) => type)).toContain('TERM_NEAR');
    await app.nest.get(JobRunner).run('workbench.sweep', 'the night', {});
    expect(await told()).toEqual(before);
    await filings.act(health, id, 'accept');
  });

  it('waits under one name: that it be said whether it is taken in, and from then on that it be decided', async () => {
    const id = await handIn();
    expect(await waiting(id)).toEqual(['LICENCE_TO_ADMIT']);
    expect(await counted()).toMatchObject([{ type: 'LICENCE_TO_ADMIT', count: 1 }]);
    expect(await exported()).toEqual(['待告知是否受理许可申请']);
    await take(id);
    expect(await waiting(id)).toEqual(['LICENCE_TO_ADMIT']);
    await filings.act(health, id, 'admit');
    expect(await waiting(id)).toEqual(['FILING_TO_DECIDE']);
    expect(await counted()).toMatchObject([{ type: 'FILING_TO_DECIDE', count: 1 }]);
    expect(await exported()).toEqual(['待办理申请']);
    await filings.act(health, id, 'accept');
    expect(await waiting(id)).toEqual([]);
  });

  it('waits for its decision from the day after nothing was said, with who conducts it or without', async () => {
    const [free, held] = [await handIn(), await handIn()];
    await take(held);
    // The last of five working days is Thursday, the 17th.
    app.clock.advance(7 * DAY);
    for (const id of [free, held]) expect(await waiting(id)).toEqual(['LICENCE_TO_ADMIT']);
    app.clock.advance(DAY);
    for (const id of [free, held]) expect(await waiting(id)).toEqual(['FILING_TO_DECIDE']);
    await app.nest.get(JobRunner).run('filings.admit-silent', 'the night after', {});
    for (const id of [free, held]) expect(await waiting(id)).toEqual(['FILING_TO_DECIDE']);
  });

  it('hides no decision whose last day comes before that, as of a renewal handed in again when its licence ends', async () => {
    const id = await handIn();
    const dueOn = (day: string) =>
      app.database.query('update filings.filing set due_on = $2 where id = $1', [id, day]);
    await dueOn('2026-09-19');
    expect(await waiting(id)).toEqual(['LICENCE_TO_ADMIT']);
    await dueOn('2026-09-18');
    expect(await waiting(id)).toEqual(['FILING_TO_DECIDE', 'LICENCE_TO_ADMIT']);
  });

  it('stands in the queue with the day by which it is said whether it is taken in, until that is said', async () => {
    const id = await handIn();
    const line = async () =>
      ((await read('/filings?limit=100')).items as { id: string; admitBy: string | null }[]).find(
        (each) => each.id === id,
      );
    expect(await line()).toMatchObject({ admitBy: expect.stringMatching(/^2026-/) });
    await take(id);
    await filings.act(health, id, 'admit');
    expect(await line()).toMatchObject({ admitBy: null });
  });
});
