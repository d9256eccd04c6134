import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page } from '@zhaoguan/platform';
import { commitmentLabel } from '../domain/commitment';
import { CommitmentStore, type FiledCommitment } from '../store/commitment.store';

export type CommitmentLine = FiledCommitment & { readonly statusLabel: string };

/**
 * The commitments (告知承诺) that have bound an institution: those of its own, and for officials those of the
 * district that their department takes.
 */
@Injectable()
export class ListCommitments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly commitments: CommitmentStore,
  ) {}

  execute(caller: Caller, institutionId: string): Promise<Page<CommitmentLine>> {
    return this.work.read(caller, async (manager) => {
      const found = await this.commitments.ofInstitution(manager, institutionId, caller);
      return {
        items: found.map((each) => ({ ...each, statusLabel: commitmentLabel(each) })),
        nextCursor: null,
      };
    });
  }
}
