import { Injectable } from '@nestjs/common';
import { OfficialStore, PersonStore } from '@zhaoguan/access';
import { isResponsible, LEAD_DEPARTMENT, type JurisdictionRow, type Permission } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';

/** An official of the authority that takes the filing. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** The accounts in use of the department and the place of a filing, by what they may do. */
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
    { kind, application }: Filing,
    permissions: readonly Permission[],
  ): Promise<Colleague[]> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const able = new Set<string>();
    for (const permission of permissions) {
      const holders = await this.officials.holders(manager, {
        permission,
        department: LEAD_DEPARTMENT[kind],
        districts: [application.township ?? application.district],
      });
      for (const { id, districts } of holders)
        if (isResponsible(districts, jurisdictions, application)) able.add(id);
    }
    const names = await this.people.listNames(manager, [...able]);
    return [...able]
      .map((id) => ({ id, name: names.get(id) ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  }
}
