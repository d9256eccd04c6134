import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import {
  isLicensable,
  licensedBy,
  type Institution,
  type NewInstitution,
  type SiteKey,
} from '../domain/institution';
import { InstitutionStore } from '../store/institution.store';
import { SiteSpellings } from './site-spellings';

/**
 * Command of the hub, called in the transaction that grants a licence (准予许可) for a site whose operator has filed it, or holds a
 * licence that ends: the same institution with the same history, under the number of the licence.
 */
@Injectable()
export class LicenseInstitution {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly spellings: SiteSpellings,
    private readonly audit: AuditLog,
  ) {}

  /** The operator's own institution at the site, locked; null when there is none that a licence could be given to. */
  async find(tx: Tx, site: SiteKey, operatorId: string): Promise<Institution | null> {
    return this.institutions.findLicensableForUpdate(tx, await this.spellings.of(site), operatorId);
  }

  /** @param held from {@link find}, in the same transaction */
  async execute(tx: Tx, held: Institution, facts: NewInstitution): Promise<Institution> {
    const institution = await this.institutions.saveParticulars(tx, held.id, licensedBy(held, facts));
    const { id, district, filingNumber } = institution;
    await this.audit.append(tx, {
      action: 'institution.licensed',
      subjectType: 'institution',
      subjectId: id,
      district,
      detail: { filingNumber, formerNumber: held.filingNumber, validUntil: institution.validUntil },
    });
    await tx.emit('institution.changed', { institutionId: id, district });
    return institution;
  }

  /**
   * A licence whose renewal nobody has decided in time goes on under its number (视为准予延续). Once, and not where it was ended since it was
   * read that it holds.
   * @law 行政许可法第五十条第二款
   * @returns whether it goes on
   * @throws NOT_FOUND
   */
  async prolong(
    tx: Tx,
    { institutionId, until }: { readonly institutionId: string; readonly until: PlainDate },
    validUntil: PlainDate | null,
  ): Promise<boolean> {
    const before = await this.institutions.getForUpdate(tx, institutionId);
    if (!isLicensable(before) || before.validUntil !== until) return false;
    const { district, filingNumber } = before;
    await this.institutions.saveValidUntil(tx, institutionId, validUntil);
    await this.audit.append(tx, {
      action: 'institution.licence-prolonged',
      subjectType: 'institution',
      subjectId: institutionId,
      district,
      detail: { filingNumber, formerlyUntil: until, validUntil },
    });
    await tx.emit('institution.changed', { institutionId, district });
    return true;
  }
}
