import { Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { CaseChange } from '../domain/change';
import type { Partner } from '../domain/partner';
import { CaseStore } from '../store/case.store';

export interface ChangeFeed {
  readonly items: readonly CaseChange[];
  /** Where to go on, also when there is nothing new. */
  readonly next: string;
  /** Whether there is more behind it now. */
  readonly more: boolean;
}

/** What has happened to the cases of a partner (办理进展), in order and without gaps: nothing is lost when webhooks fail. */
@Injectable()
export class ChangesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseStore,
  ) {}

  async execute(
    partner: Partner,
    { after, limit }: { readonly after: number; readonly limit: number },
    traceId: string,
  ): Promise<ChangeFeed> {
    const rows = await this.work.read(systemCaller(traceId), (manager) =>
      this.cases.changesAfter(manager, partner.id, after, limit + 1),
    );
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(({ position: _position, ...change }) => change),
      next: shown.at(-1)?.position ?? String(after),
      more: rows.length > limit,
    };
  }
}
