import { Inject, Injectable } from '@nestjs/common';
import { addDays, dateInShanghai, startOfDayInShanghai } from '@zhaoguan/kernel';
import { SCHEDULES, systemCaller, type JobName, type Recurrence } from '@zhaoguan/contracts';
import type { Logger } from 'pino';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import { LOGGER } from '../tokens';

const LOOK_MS = 15_000;

/** Starts scheduled jobs. The next due instant is a row, so a stop of any length is caught up once, by one worker. */
@Injectable()
export class Scheduler {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: UnitOfWork,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    // One after the other: a slow look must not be overtaken by the next, nor be left behind by stop().
    const look = (): void => {
      this.current = this.current.then(() => this.tick());
    };
    this.timer = setInterval(look, LOOK_MS);
    look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.current;
  }

  /** Enqueues every schedule that is due and moves it to its next instant, in one transaction each. */
  async tick(): Promise<void> {
    for (const [name, recurrence] of Object.entries(SCHEDULES) as [JobName, Recurrence][]) {
      try {
        await this.work.run(systemCaller(`schedule-${name}`), (tx) => this.fire(tx, name, recurrence));
      } catch (error) {
        this.logger.error(
          { err: error, job: name },
          'a schedule could not be looked at; it is at the next look',
        );
      }
    }
  }

  private async fire(tx: Tx, name: JobName, recurrence: Recurrence): Promise<void> {
    await tx.manager.query(
      'insert into platform.schedule (job, next_at) values ($1, $2) on conflict do nothing',
      [name, nextAt(recurrence, tx.at)],
    );
    const due: unknown[] = await tx.manager.query(
      'select 1 from platform.schedule where job = $1 and next_at <= $2 for update skip locked',
      [name, tx.at],
    );
    if (due.length === 0) return;
    await tx.enqueue(name, {});
    await tx.manager.query('update platform.schedule set next_at = $2 where job = $1', [
      name,
      nextAt(recurrence, tx.at),
    ]);
  }
}

/** The first instant after `from` at which the recurrence is due. */
export function nextAt(recurrence: Recurrence, from: Date): Date {
  if ('everyMinutes' in recurrence) {
    const period = recurrence.everyMinutes * 60_000;
    return new Date((Math.floor(from.getTime() / period) + 1) * period);
  }
  const [hours = 0, minutes = 0] = recurrence.dailyAt.split(':').map(Number);
  const today = dateInShanghai(from);
  const onDay = (date: typeof today): Date =>
    new Date(startOfDayInShanghai(date).getTime() + (hours * 60 + minutes) * 60_000);
  const at = onDay(today);
  return at > from ? at : onDay(addDays(today, 1));
}
