import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { amendedBy, type Institution, type NewInstitution } from '../domain/institution';
import { InstitutionStore } from '../store/institution.store';
import { SiteSpellings } from './site-spellings';

/**
 * Command of the hub, called in the transaction that accepts a change filing (变更备案) and holds the sites of its code: the same
 * institution with other particulars. Number, day of the first filing, operator, state and grade stay.
 */
@Injectable()
export class AmendInstitution {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly spellings: SiteSpellings,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param changed pointers of what is changed, for the log; what stands there is in the filing
   * @throws NOT_FOUND, INSTITUTION_CLOSED, FILING_REMOVED, DUPLICATE_INSTITUTION when another one stands at the new address
   */
  async execute(tx: Tx, id: string, facts: NewInstitution, changed: readonly string[]): Promise<Institution> {
    const before = await this.institutions.getForUpdate(tx, id);
    if (before.status === 'CLOSED') throw refuse('INSTITUTION_CLOSED');
    if (before.filingEndedAs !== null) throw refuse('FILING_REMOVED');
    const amended = amendedBy(before, facts);
    if (amended.address !== before.address) await this.requireFree(tx, id, amended);
    const after = await this.institutions.saveParticulars(tx, id, amended);
    await this.audit.append(tx, {
      action: 'institution.changed',
      subjectType: 'institution',
      subjectId: id,
      district: after.district,
      detail: { filingNumber: after.filingNumber, changed: [...changed] },
    });
    await tx.emit('institution.changed', { institutionId: id, district: after.district });
    return after;
  }

  private async requireFree(tx: Tx, id: string, moved: NewInstitution): Promise<void> {
    const site = await this.spellings.of(moved);
    if (await this.institutions.isSiteTaken(tx.manager, site, id)) throw refuse('DUPLICATE_INSTITUTION');
  }
}
