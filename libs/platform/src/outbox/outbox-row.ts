import type { Tx } from '../database/unit-of-work';
import { outboxRowOf } from './outbox-key';

export interface OutboxRow {
  readonly id: string;
  readonly nonce: string;
  readonly job: string;
  readonly payload: unknown;
}

/** Columns of an {@link OutboxRow}. */
export const OUTBOX_COLUMNS = 'id, nonce, job, payload';

/** Notes that the queue need not be asked about this row any more. Other keys have no row and change nothing. */
export async function settleOutboxRow(tx: Tx, key: string): Promise<void> {
  const row = outboxRowOf(key);
  if (!row) return;
  await tx.manager.query(
    'update platform.outbox set settled_at = $3 where id = $1 and nonce = $2 and settled_at is null',
    [row.id, row.nonce, tx.at],
  );
}
