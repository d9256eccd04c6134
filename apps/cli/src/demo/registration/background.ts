import { setTimeout } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from '@zhaoguan/kernel';
import { APP_DATABASE, OutboxRelay } from '@zhaoguan/platform';
import type { DataSource } from 'typeorm';

const LOOK_EVERY_MS = 50;
/** What then still waits is done after the start, as everything once was. */
const WAIT_AT_MOST_MS = 60_000;

/** What the acts of the demo gave rise to: notifications, signatures, ends of terms. */
export class Background {
  private readonly relay: OutboxRelay;
  private readonly database: DataSource;

  constructor(
    app: INestApplicationContext,
    private readonly clock: Clock,
  ) {
    this.relay = app.get(OutboxRelay);
    this.database = app.get<DataSource>(APP_DATABASE);
  }

  /** Has it done by the clock of the story. Between the acts, for nobody acts meanwhile. */
  async settle(): Promise<void> {
    await this.relay.start();
    try {
      for (let waited = 0; waited < WAIT_AT_MOST_MS && (await this.isOpen()); waited += LOOK_EVERY_MS)
        await setTimeout(LOOK_EVERY_MS);
    } finally {
      await this.relay.stop();
    }
  }

  private async isOpen(): Promise<boolean> {
    const rows: unknown[] = await this.database.query(
      'select from platform.outbox where settled_at is null and not_before <= $1 limit 1',
      [this.clock.now()],
    );
    return rows.length > 0;
  }
}
