import { Injectable } from '@nestjs/common';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import type { LicenceBefore } from '../domain/licence-before';
import { FilingStore } from '../store/filing.store';

/** The licence that an application asks to go on, or to be changed. */
@Injectable()
export class FindLicenceBefore {
  constructor(
    private readonly filings: FilingStore,
    private readonly institutions: InstitutionStore,
  ) {}

  /** @returns null for an application that is about no licence. Of a granted renewal it is the one before. */
  async execute(manager: Tx['manager'], filing: Filing): Promise<LicenceBefore | null> {
    const { renewal, type, regime, institutionId } = filing;
    if (renewal !== null) {
      const number = await this.filings.findNumberBefore(manager, renewal.institutionId, filing);
      return { number, until: renewal.until };
    }
    if (type !== 'CHANGE' || regime !== 'LICENCE' || institutionId === null) return null;
    const held = await this.institutions.findById(manager, institutionId);
    return held && { number: held.filingNumber, until: held.validUntil };
  }
}
