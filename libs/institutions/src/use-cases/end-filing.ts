import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type FilingEnd } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';
import { FilingEndStore } from '../store/filing-end.store';
import { InstitutionStore } from '../store/institution.store';
import { DecideStatus } from './decide-status';

/** What a removal is about. */
interface RemovedFiling {
  readonly institutionId: string;
  readonly removalId: string;
  readonly filingNumber: string;
}

/**
 * Commands of the hub for a removal by the authority, each in the transaction of its act. 注销 closes what has ceased already; 撤销
 * takes back the filing only: whoever goes on without one stays in the register and is supervised like before.
 */
@Injectable()
export class EndFiling {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly ends: FilingEndStore,
    private readonly status: DecideStatus,
    private readonly audit: AuditLog,
  ) {}

  /** The institution, locked, when it has a filing that can be ended. @throws NOT_FOUND, INSTITUTION_CLOSED, NO_FILING_IN_FORCE */
  async require(tx: Tx, institutionId: string): Promise<Institution & { readonly filingNumber: string }> {
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    const { status, filingNumber, filingEndedAs } = institution;
    if (status === 'CLOSED') throw refuse('INSTITUTION_CLOSED');
    if (filingNumber === null || filingEndedAs !== null) throw refuse('NO_FILING_IN_FORCE');
    return { ...institution, filingNumber };
  }

  /**
   * Ends what stands under the number that the case was about: a licence that was granted meanwhile has another one, and nobody was
   * heard on that.
   * @law 行政许可法第七条
   * @throws what `require` throws, REMOVAL_NUMBER_REPLACED, STEP_PENDING
   */
  async execute(
    tx: Tx,
    { institutionId, removalId, filingNumber, as }: RemovedFiling & { readonly as: FilingEnd },
  ): Promise<void> {
    const institution = await this.require(tx, institutionId);
    if (institution.filingNumber !== filingNumber) throw refuse('REMOVAL_NUMBER_REPLACED');
    const { regime, district } = institution;
    const endedOn = dateInShanghai(tx.at);
    if (as === 'CANCELLED')
      await this.status.enter(tx, institution, { action: 'close', effectiveOn: endedOn }, { removalId });
    await this.institutions.saveFilingEnd(tx, institutionId, as);
    await this.ends.insert(tx, { removalId, institutionId, filingNumber, regime, endedAs: as, endedOn });
    await this.audit.append(tx, {
      action: 'institution.filing-ended',
      subjectType: 'institution',
      subjectId: institutionId,
      district,
      detail: { filingNumber, result: as },
    });
  }

  /**
   * What annuls a removal brings back the filing, and the state in which it found the institution.
   * @throws FILED_SINCE when another filing has taken its place, DUPLICATE_INSTITUTION when the site has another institution now
   */
  async undo(tx: Tx, { institutionId, removalId, filingNumber }: RemovedFiling): Promise<void> {
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    if (institution.filingNumber !== filingNumber || institution.filingEndedAs === null)
      throw refuse('FILED_SINCE');
    const { regime, district } = institution;
    const endedOn = dateInShanghai(tx.at);
    const from = await this.ends.closedFrom(tx, removalId);
    if (from !== undefined) {
      const action = from === 'OPERATING' ? 'reinstate' : 'reinstateSuspended';
      await this.status.enter(tx, institution, { action, effectiveOn: endedOn }, { removalId });
    }
    await this.institutions.saveFilingEnd(tx, institutionId, null);
    await this.ends.insert(tx, {
      removalId,
      institutionId,
      filingNumber,
      regime,
      endedAs: 'RESTORED',
      endedOn,
    });
    await this.audit.append(tx, {
      action: 'institution.filing-restored',
      subjectType: 'institution',
      subjectId: institutionId,
      district,
      detail: { filingNumber },
    });
  }
}
