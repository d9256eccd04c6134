import type { Tx } from '@zhaoguan/platform';

/** Ids of so many people fit into one message between processes (8,000 bytes). */
const PEOPLE_IN_A_MESSAGE = 200;

/** Wakes the streams of those who have one open, in whatever process, when the transaction commits. */
export async function wake(
  tx: Tx,
  channel: 'zhaoguan_notification' | 'zhaoguan_notification_done',
  people: readonly string[],
): Promise<void> {
  for (let from = 0; from < people.length; from += PEOPLE_IN_A_MESSAGE)
    await tx.notify(channel, people.slice(from, from + PEOPLE_IN_A_MESSAGE).join(','));
}
