import { Injectable } from '@nestjs/common';
import { dateInShanghai } from '@zhaoguan/kernel';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import type { Watched } from '../domain/expiry';
import { ExpiryStore } from '../store/expiry.store';
import { tellNear } from '../use-cases/tell-near';
import { WatchExpiries } from '../use-cases/watch-expiries';

/** In one transaction: short enough to fail and be done again. */
const BATCH = 200;

/** Keeps the days on which something ends in step with what is held, and with the calendar. */
@Injectable()
export class ExpiriesJob {
  constructor(
    private readonly expiries: ExpiryStore,
    private readonly watch: WatchExpiries,
  ) {}

  /** After each change of an institution or of its staff. */
  @OnJob('staff.watch-institution')
  async changed(run: JobRun<'staff.watch-institution'>): Promise<void> {
    await run.complete((tx) => this.watch.execute(tx, run.payload.institutionId));
  }

  /** Every night: what no event told of, such as a directory that was brought in. */
  @OnJob('staff.watch-unwatched')
  async unwatched(run: JobRun<'staff.watch-unwatched'>): Promise<void> {
    await run.complete(async (tx) => {
      const ids = await this.expiries.listUnwatched(tx, run.payload.after, BATCH);
      for (const id of ids) await this.watch.execute(tx, id);
      const after = ids.at(-1);
      if (ids.length === BATCH && after !== undefined) await tx.enqueue('staff.watch-unwatched', { after });
    });
  }

  /** Every night: what has come near or has passed, also on days on which nobody looked. */
  @OnJob('staff.advance-expiries')
  async advance(run: JobRun<'staff.advance-expiries'>): Promise<void> {
    await run.complete(async (tx) => {
      const on = dateInShanghai(tx.at);
      const due = await this.expiries.dueForUpdate(tx, on, BATCH);
      const near: Watched[] = [];
      for (const row of due) {
        const stage = await this.watch.advance(tx, row, on);
        if (stage !== null) near.push({ ...row, stage });
      }
      await tellNear(tx, near, on);
      if (due.length === BATCH) await tx.enqueue('staff.advance-expiries', {});
    });
  }
}
