import { Injectable } from '@nestjs/common';
import type { Caller, JurisdictionRow } from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import { scopeOf, type Scope } from '../domain/scope';

/** Tells how far a person's reading reaches, by the divisions there are. */
@Injectable()
export class Scopes {
  constructor(private readonly reference: ReferenceData) {}

  async of(caller: Caller): Promise<Scope> {
    const districts = await this.reference.districts();
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return scopeOf(caller, districts.values(), jurisdictions);
  }
}
