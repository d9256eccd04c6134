import { Injectable } from '@nestjs/common';
import { PersonStore, ReadsOnline } from '@zhaoguan/access';
import { refuse } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import { servedNotice, type PenaltyCase } from '../domain/penalty-case';

/** How a party reads its case online. */
export const READS_CASES = 'case.state';

/** Who was never told of the case does not find it online either. */
export const isToldOfCase = ({ notice }: PenaltyCase): boolean => servedNotice(notice) !== null;

/** Who answers for the party (当事人): whoever filed for the institution when the case was opened; where nobody did then, whoever does now. */
@Injectable()
export class PartyOfCase {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly people: PersonStore,
    private readonly readsOnline: ReadsOnline,
  ) {}

  /** @returns the account; null where there is none */
  async of(
    manager: Tx['manager'],
    { partyId, institutionId }: Pick<PenaltyCase, 'partyId' | 'institutionId'>,
  ): Promise<string | null> {
    if (partyId !== null) return partyId;
    const institution = await this.institutions.findById(manager, institutionId);
    return institution?.operatorId ?? null;
  }

  /** Whether its notice, or its decision once there is one, could be served by the system (系统送达) now. */
  async isServedOnline(manager: Tx['manager'], subject: PenaltyCase): Promise<boolean> {
    if (subject.decision && !isToldOfCase(subject)) return false;
    return this.readsOnline.wouldServe(manager, await this.of(manager, subject), READS_CASES);
  }

  /**
   * Before every act of an official. The party does nothing as an official in its own case, nor does who keeps the account of the institution now;
   * nor who ever gave the party's account a password, and could answer in its name.
   * @law 行政处罚法第四十三条（回避）
   * @throws CASE_NEEDS_ANOTHER
   */
  async requireAnother(
    { caller, manager }: Tx,
    subject: Pick<PenaltyCase, 'partyId' | 'institutionId'>,
  ): Promise<void> {
    const party = await this.of(manager, subject);
    const institution = await this.institutions.findById(manager, subject.institutionId);
    const isGiver = party !== null && (await this.people.hasGivenPassword(manager, party, caller.id));
    if (isGiver || [party, institution?.operatorId].includes(caller.id)) throw refuse('CASE_NEEDS_ANOTHER');
  }
}
