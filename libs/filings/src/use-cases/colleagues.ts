import { Injectable } from '@nestjs/common';
import { OfficialStore, PersonStore } from '@zhaoguan/access';
import { isOwnOffice, LEAD_DEPARTMENT, type JurisdictionRow, type Permission } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { isMadeBy, type Conducted } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';

/** An official of the authority that takes the filing. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/**
 * The accounts in use of the department and the place of a filing, by what they may do; not who filed it, who may have come
 * to work for the authority since, nor who entered it at the window or gave its account the password.
 * @law 公务员法第七十六条（回避）
 */
@Injectable()
export class Colleagues {
  constructor(
    private readonly officials: OfficialStore,
    private readonly people: PersonStore,
    private readonly reference: ReferenceData,
  ) {}

  /** Who holds one of the permissions, by name. */
  async holding(
    manager: Tx['manager'],
    filing: Conducted,
    permissions: readonly Permission[],
  ): Promise<Colleague[]> {
    const { kind } = filing;
    const place = placeOf(filing);
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const able = new Set<string>();
    for (const permission of permissions) {
      const holders = await this.officials.holders(manager, {
        permission,
        department: LEAD_DEPARTMENT[kind],
        districts: [place.township ?? place.district],
      });
      for (const { id, districts } of holders)
        if (!isMadeBy(filing, id) && isOwnOffice(districts, jurisdictions, place)) able.add(id);
    }
    const names = await this.people.listNames(manager, [...able]);
    return [...able]
      .map((id) => ({ id, name: names.get(id) ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  }
}
