import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';

/** Reads the view that the enforcement module keeps for publication: decided penalties. */
@Injectable()
export class PenaltyFacts {
  /** @throws Error when no such penalty was decided: the event that told of it was wrong */
  async kindOf(tx: Tx, caseId: string): Promise<Kind> {
    const rows: { kind: Kind }[] = await tx.manager.query(
      'select kind from enforcement.penalty_facts where case_id = $1',
      [caseId],
    );
    const [row] = rows;
    if (!row) throw new Error(`no penalty was decided in case ${caseId}`);
    return row.kind;
  }
}
