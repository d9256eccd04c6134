import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { withChanges, type GrantedChange } from '../domain/followed-changes';
import { FilingStore } from '../store/filing.store';
import { FilingForms } from './filing-forms';

/**
 * A change and the renewal of a licence are decided beside each other, for neither may wait for the other until the licence ends. What was
 * changed meanwhile stands in what the renewal gives out.
 * @law 行政许可法第四十九条、第五十条
 */
@Injectable()
export class FollowChanges {
  constructor(
    private readonly filings: FilingStore,
    private readonly forms: FilingForms,
  ) {}

  /** @param institutionId what the application asks to be licensed, or to go on */
  async execute(tx: Tx, filing: Filing, institutionId: string): Promise<Filing> {
    const granted = await this.filings.listChangesSince(tx, institutionId, filing.createdAt);
    const changes: GrantedChange[] = [];
    for (const change of granted) {
      if (change.base === null) continue;
      const { base, application } = change;
      changes.push({ form: await this.forms.of(change), base, application });
    }
    return { ...filing, application: withChanges(filing.application, changes) };
  }
}
