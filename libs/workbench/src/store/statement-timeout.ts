import { sqlState, type Tx } from '@zhaoguan/platform';

const CANCELLED = '57014';

/** Ends every further statement of the transaction that takes longer. */
export async function limitStatements(manager: Tx['manager'], milliseconds: number): Promise<void> {
  await manager.query(`set local statement_timeout = ${milliseconds}`);
}

export function wasCancelled(error: unknown): boolean {
  return sqlState(error) === CANCELLED;
}
