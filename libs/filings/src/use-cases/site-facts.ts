import { Inject, Injectable } from '@nestjs/common';
import type { SiteItemRow } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import { besideFiled, NOTHING_FOUND, unseenSince, type BesideFiled } from '../domain/mismatch-answer';
import { factsOf, type FactToVisit, type Verification } from '../domain/verification';
import { FilingStores } from '../store/filing-stores';
import { VerificationStore } from '../store/verification.store';
import { BesideRegister } from './beside-register';
import { FilingForms } from './filing-forms';

/** What can be looked at on the spot, and what was found to be otherwise, as it is filed now. */
@Injectable()
export class SiteFacts {
  constructor(
    private readonly stores: FilingStores,
    private readonly verifications: VerificationStore,
    private readonly forms: FilingForms,
    private readonly register: BesideRegister,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is filed now, where it was accepted: a change since counts. Before that it is what was handed in last; of a renewal under review
   * with what was changed of its institution since, for that is what is granted.
   */
  async of(
    manager: Tx['manager'],
    filing: Filing,
    { institutionId, origin }: Pick<Verification, 'institutionId' | 'origin'>,
  ): Promise<FactToVisit[]> {
    const filed = filing.status === 'ACCEPTED' && institutionId !== null;
    const latest = (filed ? await this.stores.filings.findLastFiled(manager, institutionId) : null) ?? filing;
    const handedIn = filed
      ? null
      : await this.stores.history.findSubmission(manager, filing.id, filing.round);
    return this.facts(latest, (await this.asGiven(manager, filing, origin)) ?? handedIn?.application);
  }

  /**
   * The last visit beside what is filed now. Of what was concluded: what was handed in afterwards otherwise than it was seen, for nobody
   * has looked at that; nor at what was changed of its institution since, where that is granted.
   */
  async beside(manager: Tx['manager'], filing: Filing, found: Verification): Promise<BesideFiled> {
    const last = (await this.verifications.visits(manager, found.id)).at(-1);
    if (last === undefined) return NOTHING_FOUND;
    if (found.status === 'MISMATCH_FOUND' || found.status === 'RECHECK')
      return besideFiled(last.facts, await this.of(manager, filing, found));
    const handedIn = await this.stores.history.findSubmission(manager, filing.id, filing.round);
    if (found.status !== 'VERIFIED' || handedIn === null) return NOTHING_FOUND;
    const given = await this.asGiven(manager, filing, found.origin);
    if (given === null && handedIn.submittedAt < found.since) return NOTHING_FOUND;
    const beside = besideFiled(last.facts, await this.facts(filing, given ?? handedIn.application));
    return { mismatches: [], unseen: unseenSince(beside) };
  }

  private asGiven(
    manager: Tx['manager'],
    filing: Filing,
    origin: Verification['origin'],
  ): Promise<Application | null> {
    return filing.status === 'SUBMITTED' && origin === 'REVIEW'
      ? this.register.asGiven(manager, filing)
      : Promise.resolve(null);
  }

  private async facts(filing: Filing, application = filing.application): Promise<FactToVisit[]> {
    const items = await this.reference.list<SiteItemRow>('site-items');
    return factsOf(await this.forms.of(filing), application, items, dateInShanghai(this.clock.now()));
  }
}
