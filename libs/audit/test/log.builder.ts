import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { TestApp } from '@zhaoguan/testing';
import { AuditLog } from '../src';
import { SequenceLog } from '../src/use-cases/sequence-log';

/** Entries about invented filings, written as every use case writes them. */
export async function writeEntries(app: TestApp, count: number, prefix = 'filing'): Promise<void> {
  const [work, audit] = [app.nest.get(UnitOfWork), app.nest.get(AuditLog)];
  for (let i = 0; i < count; i += 1) {
    await work.run(systemCaller('test'), (tx) =>
      audit.append(tx, {
        action: 'filing.accepted',
        subjectType: 'filing',
        subjectId: `${prefix}-${i}`,
        district: i % 2 ? '610116' : '610102',
        detail: { number: i },
      }),
    );
  }
}

/** One run of the sequencer. @returns how many entries got a place */
export function sequence(app: TestApp): Promise<number> {
  return app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) => app.nest.get(SequenceLog).execute(tx));
}
