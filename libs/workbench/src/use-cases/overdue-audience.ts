import { Injectable } from '@nestjs/common';
import { OfficialStore } from '@zhaoguan/access';
import { ableAt, hasOwnOffice, nearestAbove, standsIn, type JurisdictionRow } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Overdue } from '../domain/overdue';
import { Audience } from './audience';

/** Whom to tell of what is late: the nearest above it, and those whose work it is. */
@Injectable()
export class OverdueAudience {
  constructor(
    private readonly audience: Audience,
    private readonly officials: OfficialStore,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * From this division upwards, the first in which somebody may supervise it, for it waits there and nowhere else; the division itself
   * where nobody does in any.
   */
  async placeFrom(
    tx: Tx,
    { district, township, department, concerned }: Omit<Supervised, 'place'>,
    from: string,
  ): Promise<string> {
    const site = { district, township };
    const holders = await this.officials.holders(tx.manager, {
      permission: 'overdue.supervise',
      department,
      districts: [township ?? district],
    });
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const able = ableAt(site, holders, concerned, { jurisdictions });
    const stands = from === district ? hasOwnOffice(site, able, { jurisdictions }) : standsIn(able, from);
    if (stands) return from;
    return nearestAbove({ district: from }, able, { districts: await this.reference.districts() }) ?? from;
  }

  async above(tx: Tx, overdue: Supervised): Promise<string[]> {
    const { place, district, department, concerned } = overdue;
    const duty = { permission: 'overdue.supervise', department } as const;
    if (place === district) return this.audience.holdersAt(tx, overdue, duty, concerned);
    const holders = await this.audience.holders(tx, { ...duty, districts: [place] });
    return holders.filter((id) => !concerned.includes(id));
  }

  async office(tx: Tx, overdue: Overdue): Promise<readonly string[]> {
    const { assignees, permission, department } = overdue;
    return assignees.length > 0
      ? assignees
      : this.audience.holdersAt(tx, overdue, { permission, department });
  }
}

type Supervised = Pick<Overdue, 'place' | 'district' | 'township' | 'department' | 'concerned'>;
