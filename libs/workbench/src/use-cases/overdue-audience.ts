import { Injectable } from '@nestjs/common';
import { OfficialStore } from '@zhaoguan/access';
import { ableAt, standsIn, type JurisdictionRow } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Overdue } from '../domain/overdue';
import { standingOf, type Lateness, type Standing } from '../domain/overdue-standing';
import { Audience } from './audience';

/** Whom to tell of what is late: the nearest above it, and those whose work it is. */
@Injectable()
export class OverdueAudience {
  constructor(
    private readonly audience: Audience,
    private readonly officials: OfficialStore,
    private readonly reference: ReferenceData,
  ) {}

  /** With whom it lies as people are there now: where it waits, and nowhere else. */
  async standing(tx: Tx, overdue: Supervised, lateness: Lateness): Promise<Standing> {
    const { district, township, department, concerned } = overdue;
    const holders = await this.officials.holders(tx.manager, {
      permission: 'overdue.supervise',
      department,
      districts: [township ?? district],
    });
    const places = {
      jurisdictions: await this.reference.list<JurisdictionRow>('jurisdictions'),
      districts: await this.reference.districts(),
    };
    const able = ableAt({ district, township }, holders, concerned, places);
    return standingOf(overdue, lateness, able, places);
  }

  /** Whether anybody of this division may urge what an office of it has let pass. */
  async standsAt(tx: Tx, { department, place }: Pick<Overdue, 'department' | 'place'>): Promise<boolean> {
    const duty = { permission: 'overdue.supervise', department, districts: [place] } as const;
    return standsIn(await this.officials.holders(tx.manager, duty), place);
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

type Supervised = Pick<Overdue, 'level' | 'place' | 'district' | 'township' | 'department' | 'concerned'>;
