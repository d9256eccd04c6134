import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import { FailedFindingStore, type OpenFinding } from '../store/failed-finding.store';

export interface OpenFindingsQuery {
  readonly institutionId?: string;
  /** Findings of one inspection. */
  readonly resultId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** What a case could be opened on (案源): failed findings of the district that the caller's department has not taken up. */
@Injectable()
export class OpenFindings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly findings: FailedFindingStore,
  ) {}

  /** @throws INVALID_CURSOR */
  list(caller: Caller, { cursor, ...criteria }: OpenFindingsQuery): Promise<Page<OpenFinding>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    return this.work.read(caller, async (manager) => {
      const rows = await this.findings.listOpen(manager, caller.departments, { ...criteria, before });
      return pageOf(
        rows,
        criteria.limit,
        (row) => row,
        (row) => encodeCursor([row.findingId]),
      );
    });
  }
}
