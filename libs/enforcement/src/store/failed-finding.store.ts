import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { CaseFinding } from '../domain/penalty-case';

/** A failed finding as the inspection module shows it, with the certificate numbers of the team that made it. */
export interface FailedFinding {
  readonly finding: CaseFinding;
  readonly certificateNumbers: readonly string[];
}

/** A failed finding that no case of the department has taken up. */
export interface OpenFinding extends CaseFinding {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: Kind;
  readonly district: string;
}

type Row = Omit<OpenFinding, 'inspectedOn'> & {
  readonly inspectedOn: string;
  readonly certificateNumbers: readonly string[];
};

const COLUMNS = `finding_id as "findingId", result_id as "resultId", item_code as "itemCode", item_title as "itemTitle",
  legal_basis as "legalBasis", severity, note, to_char(inspected_on, 'YYYY-MM-DD') as "inspectedOn"`;

/** Reads the view that the inspection module keeps for penalty cases: failed findings of submitted inspections. */
@Injectable()
export class FailedFindingStore {
  /** Those of the ids that are failed findings at this institution and visible to the caller. */
  async find(tx: Tx, institutionId: string, findingIds: readonly string[]): Promise<FailedFinding[]> {
    const rows: Row[] = await tx.manager.query(
      `select ${COLUMNS}, certificate_numbers as "certificateNumbers"
         from inspections.failed_finding_facts
        where institution_id = $1 and finding_id = any($2::uuid[]) and result_status in ('PENDING', 'PUBLISHED')
        order by item_code`,
      [institutionId, findingIds],
    );
    return rows.map(({ certificateNumbers, ...row }) => ({ finding: toFinding(row), certificateNumbers }));
  }

  /** Failed findings of one result at this institution, each with whether the department has taken it up already. */
  async findOfResult(
    tx: Tx,
    institutionId: string,
    resultId: string,
    department: string,
  ): Promise<(FailedFinding & { readonly taken: boolean })[]> {
    const rows: (Row & { readonly taken: boolean })[] = await tx.manager.query(
      `select ${COLUMNS}, certificate_numbers as "certificateNumbers",
              exists (select from enforcement.case_finding c
                       where c.finding_id = f.finding_id and c.department = $3) as taken
         from inspections.failed_finding_facts f
        where institution_id = $1 and result_id = $2 and result_status in ('PENDING', 'PUBLISHED')
        order by item_code`,
      [institutionId, resultId, department],
    );
    return rows.map(({ certificateNumbers, taken, ...row }) => ({
      finding: toFinding(row),
      certificateNumbers,
      taken,
    }));
  }

  /** Newest first, `limit + 1` rows: what no case of these departments has taken up yet. */
  async listOpen(
    manager: Tx['manager'],
    departments: readonly string[],
    criteria: {
      readonly institutionId?: string;
      readonly resultId?: string;
      readonly limit: number;
      readonly before: string | undefined;
    },
  ): Promise<OpenFinding[]> {
    const rows: Row[] = await manager.query(
      `select ${COLUMNS}, institution_id as "institutionId", institution_name as "institutionName", kind, district
         from inspections.failed_finding_facts f
        where result_status in ('PENDING', 'PUBLISHED')
          and ($1::uuid is null or institution_id = $1) and ($2::uuid is null or finding_id < $2)
          and ($5::uuid is null or result_id = $5)
          and not exists (select from enforcement.case_finding c
                           where c.finding_id = f.finding_id and c.department = any($3))
        order by finding_id desc limit $4`,
      [
        criteria.institutionId ?? null,
        criteria.before ?? null,
        departments,
        criteria.limit + 1,
        criteria.resultId ?? null,
      ],
    );
    return rows.map((row) => ({
      ...toFinding(row),
      institutionId: row.institutionId,
      institutionName: row.institutionName,
      kind: row.kind,
      district: row.district,
    }));
  }
}

function toFinding(row: Omit<Row, 'certificateNumbers'>): CaseFinding {
  const { findingId, resultId, itemCode, itemTitle, legalBasis, severity, note, inspectedOn } = row;
  return {
    findingId,
    resultId,
    itemCode,
    itemTitle,
    legalBasis,
    severity,
    note,
    inspectedOn: plainDate(inspectedOn),
  };
}
