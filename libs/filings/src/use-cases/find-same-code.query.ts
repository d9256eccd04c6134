import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import { FILING_STATUS_LABELS } from '../domain/filing.process';
import { FilingStore } from '../store/filing.store';
import { SameCodeStore, type OwnFiling } from '../store/same-code.store';

/** Whether the code of a filing stands elsewhere already; it may, for one legal person may serve at several sites. */
export interface SameCode {
  /** An institution of the kind stands in the public register under this code. */
  readonly registered: boolean;
  readonly own: readonly (OwnFiling & { readonly statusLabel: string })[];
}

/** Told to the applicant while they fill in, not only when the whole file is handed in. */
@Injectable()
export class FindSameCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly codes: SameCodeStore,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN */
  async execute(caller: Caller, id: string): Promise<SameCode> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.file');
      const own = await this.codes.own(manager, filing);
      return {
        registered: await this.codes.isRegistered(filing),
        own: own.map((each) => ({ ...each, statusLabel: FILING_STATUS_LABELS[each.status] })),
      };
    });
  }
}
