import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import type { Tx } from '@zhaoguan/platform';
import type { Application } from '../domain/application';
import { isApplicant, type Filing } from '../domain/filing';
import { overtakenBy, withChanges, withRegistered, type GrantedChange } from '../domain/followed-changes';
import { FilingStore } from '../store/filing.store';
import { FilingForms } from './filing-forms';
import { ReadableChanges } from './readable-changes';

/** An application beside what was changed of its institution since it was begun. */
export interface BesideChanges {
  /** As it would be given out. */
  readonly application: Application;
  /** Where that is not what the application says: what it says, and what the register holds. */
  readonly overtaken: readonly ChangedField[];
}

/**
 * A change and the renewal of a licence are decided beside each other, for neither may wait for the other until the licence ends. What was
 * changed meanwhile stands in what the renewal gives out; where the renewal says something else itself, that is told before it counts.
 * @law 行政许可法第四十九条、第五十条
 */
@Injectable()
export class FollowChanges {
  constructor(
    private readonly filings: FilingStore,
    private readonly forms: FilingForms,
    private readonly readable: ReadableChanges,
  ) {}

  /**
   * @param institutionId what the application asks to be licensed, or to go on
   * @param keep who decides has read what it contradicts, and leaves it as the register holds it
   * @throws RENEWAL_OVERTAKEN naming each answer that would take a change back
   */
  async execute(tx: Tx, filing: Filing, institutionId: string, keep = false): Promise<Filing> {
    const changes = await this.granted(tx.manager, filing, institutionId);
    const application = withChanges(filing.application, changes);
    const contradicted = overtakenBy(application, changes);
    if (contradicted.length === 0) return { ...filing, application };
    if (keep) return { ...filing, application: withRegistered(application, changes) };
    const told = await this.told(contradicted, changes, isApplicant(filing, tx.caller));
    const fields = told.map(({ pointer, label, old, new: now }) => ({
      pointer,
      code: 'CHANGED_SINCE',
      message: `${label}：名录现在是“${now}”，本件填的是“${old}”`,
    }));
    throw refuse('RENEWAL_OVERTAKEN', { items: told.map(({ label }) => label).join('、') }, fields);
  }

  /** The same to be read, by whoever the filing is shown to. */
  async beside(
    manager: Tx['manager'],
    filing: Filing,
    institutionId: string,
    own: boolean,
  ): Promise<BesideChanges> {
    const changes = await this.granted(manager, filing, institutionId);
    return {
      application: withRegistered(withChanges(filing.application, changes), changes),
      overtaken: await this.told(overtakenBy(filing.application, changes), changes, own),
    };
  }

  private async told(
    fields: readonly ChangedField[],
    changes: readonly GrantedChange[],
    own: boolean,
  ): Promise<readonly ChangedField[]> {
    const form = changes.at(-1)?.form;
    return form === undefined ? [] : this.readable.execute(form, fields, own);
  }

  private async granted(
    manager: Tx['manager'],
    filing: Filing,
    institutionId: string,
  ): Promise<GrantedChange[]> {
    const granted = await this.filings.listChangesSince(manager, institutionId, filing.createdAt);
    const changes: GrantedChange[] = [];
    for (const change of granted) {
      if (change.base === null) continue;
      const { base, application } = change;
      changes.push({ form: await this.forms.of(change), base, application });
    }
    return changes;
  }
}
