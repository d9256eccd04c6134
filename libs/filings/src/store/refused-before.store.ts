import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';

/** An own case of the same matter that was refused, or lapsed (逾期视为撤回). */
export interface RefusedCase {
  readonly id: string;
  readonly round: number;
  readonly status: 'REFUSED' | 'LAPSED';
  readonly reason: string | null;
}

@Injectable()
export class RefusedBeforeStore {
  /** The last one before it, unless it was granted since: of a first filing at the same place, else about the same institution. */
  async find(manager: EntityManager, filing: Filing): Promise<RefusedCase | null> {
    const { id, applicantId, kind, type, institutionId, application } = filing;
    const { uscc, district, address } = application;
    const rows: (Omit<RefusedCase, 'status'> & Pick<Filing, 'status'>)[] = await manager.query(
      `select f.id, f.round, f.status,
              (select t.reason from filings.transition t where t.filing_id = f.id order by t.seq desc limit 1) as reason
         from filings.filing f
        where f.applicant_id = $1 and f.type = $2 and f.id < $3 and f.status in ('REFUSED', 'LAPSED', 'ACCEPTED')
          and ($4::uuid is null or f.institution_id = $4)
          and ($4::uuid is not null or f.kind = $5 and f.uscc = $6 and f.district = $7 and f.address is not distinct from $8)
        order by f.id desc limit 1`,
      [applicantId, type, id, institutionId, kind, uscc, district, address],
    );
    const [row] = rows;
    return row === undefined || row.status === 'ACCEPTED' ? null : (row as RefusedCase);
  }
}
