import type { Tx } from '../database/unit-of-work';

export interface OutboxRow {
  readonly id: string;
  readonly nonce: string;
  readonly job: string;
  readonly payload: unknown;
}

/** Columns of an {@link OutboxRow}. */
export const OUTBOX_COLUMNS = 'id, nonce, job, payload';

/** Key under which the queue knows an outbox row. BullMQ refuses bare integers and colons. */
export const keyOfOutboxRow = ({ id, nonce }: OutboxRow): string => `outbox-${id}-${nonce}`;

const KEY = /^outbox-([1-9]\d{0,17})-([0-9a-f-]{36})$/;

/** Notes that the queue need not be asked about this row any more. Other keys have no row and change nothing. */
export async function settleOutboxRow(tx: Tx, key: string): Promise<void> {
  const [, id, nonce] = KEY.exec(key) ?? [];
  if (id === undefined) return;
  await tx.manager.query(
    'update platform.outbox set settled_at = $3 where id = $1 and nonce = $2 and settled_at is null',
    [id, nonce, tx.at],
  );
}
