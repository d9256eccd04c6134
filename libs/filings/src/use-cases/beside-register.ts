import { Injectable } from '@nestjs/common';
import type { FormDefinition } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import { InstitutionStore, type Institution } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import { amendmentsOf } from '../domain/amendment';
import type { Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import type { FilingStatus } from '../domain/filing.process';
import { withoutPledges } from '../domain/particulars';
import { FilingStore } from '../store/filing.store';
import { HistoryStore } from '../store/history.store';
import { FollowChanges } from './follow-changes';
import { ReadableChanges } from './readable-changes';
import { RegisteredSite } from './registered-site';

/** An application for a licence beside the register: what a renewal changes of it, and what was changed there since it was begun. */
export interface RegisterDifference {
  /** Null for a first licence: it is examined as a whole. */
  readonly amendments: readonly ChangedField[] | null;
  readonly overtaken: readonly ChangedField[];
}

const UNDECIDED: ReadonlySet<FilingStatus> = new Set(['DRAFT', 'RETURNED', 'SUBMITTED']);

/**
 * What a renewal (延续), or the first licence of what is filed, would make of the register, until it is decided; a change keeps its base
 * itself.
 */
@Injectable()
export class BesideRegister {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly sites: RegisteredSite,
    private readonly follow: FollowChanges,
    private readonly history: HistoryStore,
    private readonly filings: FilingStore,
    private readonly readable: ReadableChanges,
  ) {}

  /** Whether the institution that it is about has passed to another account, so that its applicant does not see it any more. */
  async hasPassed(
    manager: Tx['manager'],
    { institutionId, renewal }: Pick<Filing, 'institutionId' | 'renewal'>,
  ): Promise<boolean> {
    const about = institutionId ?? renewal?.institutionId;
    return about !== undefined && (await this.institutions.findById(manager, about)) === null;
  }

  async execute(
    manager: Tx['manager'],
    filing: Filing,
    form: FormDefinition,
    own: boolean,
  ): Promise<RegisterDifference | null> {
    const { renewal, type, status } = filing;
    if (isGranted(filing))
      return { amendments: null, overtaken: await this.atGrant(manager, filing, form, own) };
    if (type !== 'INITIAL' || !UNDECIDED.has(status)) return null;
    const institution = await this.about(manager, filing);
    if (institution === null) return null;
    const { application, overtaken } = await this.follow.beside(manager, filing, institution.id, own);
    if (renewal === null) return { amendments: null, overtaken };
    const registered = await this.sites.registered(manager, institution);
    const changed = amendmentsOf(form, unpledged(registered), unpledged(application));
    return { amendments: await this.readable.execute(form, changed, own), overtaken };
  }

  /** What a renewal, or the first licence of what is filed, would give out; null of what stands in no register yet. */
  async asGiven(manager: Tx['manager'], filing: Filing): Promise<Application | null> {
    const institution = filing.type === 'INITIAL' ? await this.about(manager, filing) : null;
    if (institution === null) return null;
    return (await this.follow.beside(manager, filing, institution.id, true)).application;
  }

  private about(manager: Tx['manager'], filing: Filing): Promise<Institution | null> {
    const { renewal } = filing;
    return renewal === null
      ? this.sites.standing(manager, filing)
      : this.institutions.findById(manager, renewal.institutionId);
  }

  /** What the case was handed in with, where the licence says what was changed in the register meanwhile. */
  private async atGrant(
    manager: Tx['manager'],
    { id, round }: Filing,
    form: FormDefinition,
    own: boolean,
  ): Promise<readonly ChangedField[]> {
    const handedIn = await this.history.findSubmission(manager, id, round);
    const entered = handedIn && (await this.filings.get(manager, id)).application;
    if (!handedIn || !entered) return [];
    return this.readable.execute(
      form,
      amendmentsOf(form, unpledged(handedIn.application), unpledged(entered)),
      own,
    );
  }
}

/** Of a licence that was granted, what was kept of the register against what was handed in, stands in what it gave out. */
const isGranted = ({ type, status, regime }: Filing): boolean =>
  type === 'INITIAL' && status === 'ACCEPTED' && regime === 'LICENCE';

/** What is promised is promised for each application anew, and is no change of what is registered. */
const unpledged = (application: Application): Application => ({
  ...application,
  particulars: withoutPledges(application.particulars),
});
