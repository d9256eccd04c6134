import { randomUUID } from 'node:crypto';
import { systemCaller } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { OverdueItemStore } from '../src/store/overdue-item.store';

describe('what is asked of each overdue item', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
  });
  afterAll(() => app.stop());

  const keys = [1, 2].map(() => ({
    type: 'FILING_TO_DECIDE' as const,
    subjectId: randomUUID(),
    dueOn: plainDate('2026-11-19'),
  }));

  it.each([
    [
      'its rows',
      (items: OverdueItemStore, { manager }: Tx) => keys.map((key) => () => items.rowsOf(manager, key)),
    ],
    [
      'whether it waits',
      (items: OverdueItemStore, { manager }: Tx) => keys.map((key) => () => items.waiting(manager, [key])),
    ],
    [
      'whom it concerns',
      (items: OverdueItemStore, { manager }: Tx) =>
        keys.map(
          ({ subjectId }) =>
            () =>
              items.concerned(manager, subjectId),
        ),
    ],
  ] as const)('is planned once in a connection, whichever it is: %s', async (_, questions) => {
    const plans = await app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      await tx.manager.query('deallocate all');
      for (const ask of questions(app.nest.get(OverdueItemStore), tx)) await ask();
      return tx.manager.query(
        'select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements',
      );
    });
    expect(plans).toEqual([{ generic: 2, custom: 0 }]);
  });
});
