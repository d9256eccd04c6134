import { Injectable } from '@nestjs/common';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import type { PenaltyCase } from '../domain/penalty-case';

/** Who answers for the party (当事人): whoever filed for the institution when the case was opened; where nobody did then, whoever does now. */
@Injectable()
export class PartyOfCase {
  constructor(private readonly institutions: InstitutionStore) {}

  /** @returns the account; null where there is none */
  async of(
    manager: Tx['manager'],
    { partyId, institutionId }: Pick<PenaltyCase, 'partyId' | 'institutionId'>,
  ): Promise<string | null> {
    if (partyId !== null) return partyId;
    const institution = await this.institutions.findById(manager, institutionId);
    return institution?.operatorId ?? null;
  }
}
