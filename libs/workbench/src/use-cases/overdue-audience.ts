import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { Overdue } from '../domain/overdue';
import { Audience } from './audience';

/** Whom to tell of what is late: the nearest above it, and those whose work it is. */
@Injectable()
export class OverdueAudience {
  constructor(private readonly audience: Audience) {}

  async above(tx: Tx, overdue: Overdue): Promise<string[]> {
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
