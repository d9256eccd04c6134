import { Injectable } from '@nestjs/common';
import type { PartnerEvent } from '@zhaoguan/contracts';
import { PartnerCases } from '@zhaoguan/exchange';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Removal } from '../domain/removal';
import type { RemovalGivenPaper } from './removal-paper-desk';

/**
 * The platform by which the filing came in (对接平台) learns what the authority does to it, in the transaction of the act: its user has
 * no account here and would hear of nothing. That it is told is no service of the notice, which stays with the authority.
 */
@Injectable()
export class TellPartner {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly partners: PartnerCases,
  ) {}

  /** 事先告知: nothing has changed yet. */
  noticed(tx: Tx, removal: Removal, paper: RemovalGivenPaper): Promise<void> {
    return this.tell(tx, removal, 'removal.noticed', { paper, effectiveOn: null });
  }

  /** 终止办理; nothing is said of a case that the institution was never told of. */
  async dropped(tx: Tx, removal: Removal): Promise<void> {
    if (removal.notice !== null)
      await this.tell(tx, removal, 'removal.dropped', { paper: null, effectiveOn: null });
  }

  /** After the register has followed the decision. */
  decided(tx: Tx, removal: Removal, paper: RemovalGivenPaper): Promise<void> {
    const effectiveOn = removal.decision?.decidedOn ?? null;
    return this.tell(tx, removal, 'removal.decided', { paper, effectiveOn });
  }

  /** After the register has followed the annulment. */
  annulled(tx: Tx, removal: Removal, paper: RemovalGivenPaper): Promise<void> {
    const effectiveOn = removal.annulment?.annulledOn ?? null;
    return this.tell(tx, removal, 'removal.annulled', { paper, effectiveOn });
  }

  private async tell(
    tx: Tx,
    { type, institutionId, filingNumber, notice }: Removal,
    event: PartnerEvent,
    {
      paper,
      effectiveOn,
    }: { readonly paper: RemovalGivenPaper | null; readonly effectiveOn: PlainDate | null },
  ): Promise<void> {
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    const isNotice = event === 'removal.noticed';
    await this.partners.tellLater(tx, {
      event,
      institutionId,
      filingNumber,
      institutionStatus: institution.status,
      effectiveOn,
      filingEnd: institution.filingEndedAs,
      removal: {
        type,
        number: paper?.number ?? null,
        issuedOn: paper?.issuedOn ?? null,
        service: isNotice && notice ? notice.service : null,
        statementUntil: isNotice && notice ? notice.statementUntil : null,
        paperCode: paper?.code ?? null,
      },
    });
  }
}
