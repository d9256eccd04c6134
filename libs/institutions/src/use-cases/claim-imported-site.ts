import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import {
  claimedBy,
  keepsNumber,
  type Institution,
  type NewInstitution,
  type SiteKey,
} from '../domain/institution';
import { InstitutionStore } from '../store/institution.store';
import { FindPredecessor } from './find-predecessor';
import { SiteSpellings } from './site-spellings';

/**
 * Command of the hub, called in the transaction that accepts a filing: a site that a directory brought in, or whose filing was
 * revoked, gets its operator and the particulars of the filing, and stays the same institution with the same history.
 */
@Injectable()
export class ClaimImportedSite {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly predecessor: FindPredecessor,
    private readonly spellings: SiteSpellings,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Known however the list began its address, as by the import itself: a filing names province, city and county, old lists do not.
   * @returns the site, locked; null when there is none, or a filing for it is in force
   */
  async find(tx: Tx, site: SiteKey): Promise<Institution | null> {
    return this.institutions.findUnclaimedForUpdate(tx, await this.spellings.of(site));
  }

  /** The same, to be read: who decides is told before what a decision takes over. */
  async foresee(manager: Tx['manager'], site: SiteKey): Promise<Institution | null> {
    return this.institutions.findUnclaimed(manager, await this.spellings.of(site));
  }

  /** @param imported from {@link find}, in the same transaction */
  async execute(tx: Tx, imported: Institution, facts: NewInstitution): Promise<Institution> {
    const institution = await this.institutions.saveParticulars(tx, imported.id, claimedBy(imported, facts));
    const { id, kind, district, uscc, filingNumber } = institution;
    if (imported.filingEndedAs !== null) await this.institutions.saveFilingEnd(tx, id, null);
    await this.audit.append(tx, {
      action: 'institution.claimed',
      subjectType: 'institution',
      subjectId: id,
      district,
      detail: { kind, uscc, filingNumber, numberKept: keepsNumber(imported, facts.regime) },
    });
    await this.predecessor.execute(tx, institution);
    await tx.emit('institution.registered', { institutionId: id, district, kind });
    const { operatorId: formerOperatorId, name } = imported;
    if (formerOperatorId !== null && formerOperatorId !== institution.operatorId)
      await tx.emit('institution.passed-on', { institutionId: id, district, formerOperatorId, name });
    return { ...institution, filingEndedAs: null };
  }
}
