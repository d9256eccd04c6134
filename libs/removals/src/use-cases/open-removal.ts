import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { placeOfAuthority, type Caller, type RemovalGroundRow } from '@zhaoguan/contracts';
import { EndFiling } from '@zhaoguan/institutions';
import { dateInShanghai, guarded } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { groundFor, NOTICE_TERM } from '../domain/removal-rules';
import { RemovalStore } from '../store/removal.store';
import { RemovalOffice } from './removal-office';
import { RemovalViews, type RemovalView } from './removal-views';

export interface RemovalToOpen {
  readonly institutionId: string;
  /** Code of the reference list `removal-grounds`; it tells whether it is 注销 or 撤销. */
  readonly ground: string;
  readonly clue: string;
}

/** An official begins to remove a filing or a licence (启动注销、撤销). */
@Injectable()
export class OpenRemoval {
  constructor(
    private readonly work: UnitOfWork,
    private readonly removals: RemovalStore,
    private readonly filings: EndFiling,
    private readonly office: RemovalOffice,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
    private readonly views: RemovalViews,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, INSTITUTION_CLOSED, NO_FILING_IN_FORCE,
   *   UNKNOWN_REMOVAL_GROUND, LICENCE_STILL_VALID, LICENCE_RENEWAL_OPEN, REMOVAL_PENDING
   */
  execute(caller: Caller, { institutionId, ground: code, clue }: RemovalToOpen): Promise<RemovalView> {
    return this.work.run(caller, async (tx) => {
      const institution = await this.filings.require(tx, institutionId);
      const { kind, regime, name, uscc, filingNumber, validUntil, operatorId: partyId } = institution;
      // Who took the filing ends it (原备案机关): where that is the city or the province, the case is theirs.
      const { district, township } = placeOfAuthority(institution);
      await this.office.require(tx, { kind, institutionId, district, township });
      const on = dateInShanghai(tx.at);
      const rows = await this.reference.list<RemovalGroundRow>('removal-grounds');
      const isRenewalOpen = await this.removals.isRenewalOpen(tx, institutionId);
      const { type, ...ground } = groundFor(rows, code, { kind, regime, validUntil, isRenewalOpen, on });
      const removal = await this.removals.insert(tx, {
        type,
        regime,
        ground,
        institutionId,
        partyId,
        institutionName: name,
        uscc,
        filingNumber,
        kind,
        district,
        township,
        authorityName: await this.reference.authorityName(kind, { district, township }),
        clue: guarded(clue) ?? clue,
        dueOn: await this.reference.dueOn(NOTICE_TERM, on, { kind, district }),
      });
      await this.audit.append(tx, {
        action: 'removal.opened',
        subjectType: 'removal',
        subjectId: removal.id,
        district,
        detail: { institutionId, type, basis: code, filingNumber },
      });
      return this.views.full(tx.manager, caller, removal);
    });
  }
}
