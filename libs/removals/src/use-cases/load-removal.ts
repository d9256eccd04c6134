import { Injectable } from '@nestjs/common';
import { assertVersionIfGiven, type Tx } from '@zhaoguan/platform';
import type { Removal } from '../domain/removal';
import { RemovalStore } from '../store/removal.store';
import { RemovalOffice } from './removal-office';

/** First step of every act of an official: the case, locked, and the official's competence for it. */
@Injectable()
export class LoadRemoval {
  constructor(
    private readonly removals: RemovalStore,
    private readonly office: RemovalOffice,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, STALE_VERSION */
  async execute(tx: Tx, id: string, version: number | undefined): Promise<Removal> {
    const removal = await this.removals.getForUpdate(tx, id);
    await this.office.require(tx, removal);
    assertVersionIfGiven(version, removal.version);
    return removal;
  }
}
