import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { assertVersionIfGiven, type Tx } from '@zhaoguan/platform';
import type { Removal } from '../domain/removal';
import { RemovalStore } from '../store/removal.store';
import { RemovalOffice } from './removal-office';

/**
 * First step of every act of an official: the case, locked, and the official's competence for it. Who keeps the account of
 * the institution does nothing in its case, also when they have come to work for the authority since.
 * @law 公务员法第七十六条（回避）
 */
@Injectable()
export class LoadRemoval {
  constructor(
    private readonly removals: RemovalStore,
    private readonly office: RemovalOffice,
    private readonly institutions: InstitutionStore,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, STALE_VERSION */
  async execute(tx: Tx, id: string, version: number | undefined): Promise<Removal> {
    const removal = await this.removals.getForUpdate(tx, id);
    await this.office.require(tx.caller, removal);
    const institution = await this.institutions.findById(tx.manager, removal.institutionId);
    if (institution?.operatorId === tx.caller.id) throw refuse('REMOVAL_NEEDS_ANOTHER');
    assertVersionIfGiven(version, removal.version);
    return removal;
  }
}
