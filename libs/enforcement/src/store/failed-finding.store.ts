import { Injectable } from '@nestjs/common';
import { plainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { CaseFinding } from '../domain/penalty-case';

/** A failed finding as the inspection module shows it, with the certificate numbers of the team that made it. */
export interface FailedFinding {
  readonly finding: CaseFinding;
  readonly certificateNumbers: readonly string[];
}

type Row = Omit<CaseFinding, 'inspectedOn'> & {
  readonly inspectedOn: string;
  readonly certificateNumbers: readonly string[];
};

/** Reads the view that the inspection module keeps for penalty cases: failed findings of submitted inspections. */
@Injectable()
export class FailedFindingStore {
  /** Those of the ids that are failed findings at this institution and visible to the caller. */
  async find(tx: Tx, institutionId: string, findingIds: readonly string[]): Promise<FailedFinding[]> {
    const rows: Row[] = await tx.manager.query(
      `select finding_id as "findingId", result_id as "resultId", item_code as "itemCode", item_title as "itemTitle",
              legal_basis as "legalBasis", severity, note, to_char(inspected_on, 'YYYY-MM-DD') as "inspectedOn",
              certificate_numbers as "certificateNumbers"
         from inspections.failed_finding_facts
        where institution_id = $1 and finding_id = any($2::uuid[]) and result_status in ('PENDING', 'PUBLISHED')
        order by item_code`,
      [institutionId, findingIds],
    );
    return rows.map(({ certificateNumbers, inspectedOn, ...rest }) => ({
      finding: { ...rest, inspectedOn: plainDate(inspectedOn) },
      certificateNumbers,
    }));
  }
}
