/** Key under which the queue knows an outbox row. BullMQ refuses bare integers and colons. */
export const keyOfOutboxRow = ({ id, nonce }: { readonly id: string; readonly nonce: string }): string =>
  `outbox-${id}-${nonce}`;

const KEY = /^outbox-([1-9]\d{0,17})-([0-9a-f-]{36})$/;

/** The row of a key; undefined for a job that was never in the outbox. */
export function outboxRowOf(key: string): { readonly id: string; readonly nonce: string } | undefined {
  const [, id, nonce] = KEY.exec(key) ?? [];
  return id === undefined || nonce === undefined ? undefined : { id, nonce };
}
