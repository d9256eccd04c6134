import { Injectable } from '@nestjs/common';
import { isResponsible, refuse, type Caller, type JurisdictionRow } from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { ReferenceData } from '@zhaoguan/platform';

/** A functional area decides about the institutions of its townships, and the county around it does not. */
@Injectable()
export class CreditAuthority {
  constructor(private readonly reference: ReferenceData) {}

  /** @throws WRONG_DISTRICT */
  async requireResponsible(caller: Caller, institution: Institution): Promise<void> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    if (!isResponsible(caller.districts, jurisdictions, institution)) throw refuse('WRONG_DISTRICT');
  }
}
