import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { UnitOfWork, type Page } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import type { MismatchNow } from '../domain/mismatch-answer';
import type { Verification } from '../domain/verification';
import { VERIFICATION_STATUS_LABELS } from '../domain/verification.process';
import { FilingStore } from '../store/filing.store';
import { VerificationStore } from '../store/verification.store';
import { SiteFacts } from './site-facts';

export interface OpenMismatch extends Pick<
  Verification,
  'id' | 'filingId' | 'status' | 'correctBy' | 'dueOn'
> {
  readonly statusLabel: string;
  /** Of the last visit. */
  readonly visitedOn: PlainDate;
  /** What was found to be otherwise on it, beside what is filed now. */
  readonly items: readonly MismatchNow[];
}

/** What was found on the spot of an institution and is not put right yet (核查不一致): a change that is filed answers it. */
@Injectable()
export class OpenMismatches {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly verifications: VerificationStore,
    private readonly sites: SiteFacts,
  ) {}

  /** Nothing of what the reader may not see. */
  execute(caller: Caller, institutionId: string): Promise<Page<OpenMismatch>> {
    return this.work.read(caller, async (manager) => {
      const items: OpenMismatch[] = [];
      for (const found of await this.verifications.listMismatches(manager, institutionId)) {
        const filing = await this.filings.get(manager, found.filingId);
        requireRight(filing, caller, 'filing.read');
        const last = (await this.verifications.visits(manager, found.id)).at(-1);
        if (last === undefined) continue;
        const { id, filingId, status, correctBy, dueOn } = found;
        items.push({
          id,
          filingId,
          status,
          correctBy,
          dueOn,
          statusLabel: VERIFICATION_STATUS_LABELS[status],
          visitedOn: last.visitedOn,
          items: (await this.sites.beside(manager, filing, found)).mismatches,
        });
      }
      return { items, nextCursor: null };
    });
  }
}
