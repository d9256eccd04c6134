import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { DecideStatus } from '@zhaoguan/institutions';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { asksForLicence, statusActionOf } from '../domain/filing-types';
import { committedCodes } from '../domain/commitment';
import { missingMaterials } from '../domain/materials';
import { decidedBefore } from '../domain/renewal';
import { settledApplication } from '../domain/settled-application';
import { MaterialStore } from '../store/material.store';
import { ApplicationCheck } from './application-check';
import { CaseRegimes } from './case-regimes';
import { CaseRenewals } from './case-renewals';
import { CommitmentDesk } from './commitment-desk';
import { FilingForms } from './filing-forms';
import { FollowChanges } from './follow-changes';
import { LicenceInForce } from './licence-in-force';
import { RegisteredSite } from './registered-site';
import { FilingReference } from './filing-reference';
import { TakeoverDesk } from './takeover-desk';

/** What is asked when a filing is handed in: whether everything is there, and by when the authority answers. */
@Injectable()
export class SubmissionDesk {
  constructor(
    private readonly check: ApplicationCheck,
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
    private readonly materials: MaterialStore,
    private readonly desk: CommitmentDesk,
    private readonly sites: RegisteredSite,
    private readonly follow: FollowChanges,
    private readonly status: DecideStatus,
    private readonly regimes: CaseRegimes,
    private readonly renewals: CaseRenewals,
    private readonly licences: LicenceInForce,
    private readonly takeovers: TakeoverDesk,
  ) {}

  /**
   * A change is handed in against what the register holds at that moment: the authority reads the same difference as the
   * applicant. What stops, goes on or ends must still be able to, and what begins must not be registered already.
   * @throws NOT_FOUND, FIELDS_INCOMPLETE, DUPLICATE_INSTITUTION, RENEWED_AHEAD, INSTITUTION_CLOSED, NOT_FOR_THIS_STATE, STEP_PENDING, LICENCE_EXPIRED
   */
  async againstRegister(tx: Tx, found: Filing): Promise<Filing> {
    const on = dateInShanghai(tx.at);
    const filing = await this.regimes.handedIn(tx.manager, found, on);
    const { institutionId, applicantId } = filing;
    if (institutionId === null) {
      const held = await this.sites.requireFree(tx, filing);
      const followed = held === null ? filing : await this.follow.execute(tx, filing, held.id);
      const renewal = held && (await this.renewals.of(filing, held, on));
      const licenses = renewal === null ? (held?.id ?? null) : null;
      const asked = { ...followed, renewal, licenses };
      await this.renewals.requireEnding(asked, on);
      return this.takeovers.handedIn(tx, await this.settled(asked));
    }
    const institution = await this.sites.institution(tx, institutionId, applicantId);
    await this.licences.require(tx.manager, filing);
    const action = statusActionOf(filing);
    if (action !== undefined) await this.status.require(tx, institution, action);
    // Since it was begun the site may have been filed anew, with another authority.
    const authority = filing.round === 0 ? institution.authority : filing.authority;
    if (filing.base === null) return { ...filing, authority };
    return this.settled({ ...filing, authority, base: await this.sites.registered(tx.manager, institution) });
  }

  private async settled(filing: Filing): Promise<Filing> {
    const form = await this.forms.of(filing);
    const application = settledApplication(form, filing.base, filing.application);
    return {
      ...filing,
      application,
      authority: await this.reference.authorityOf({ ...filing, application }),
    };
  }

  /**
   * The rules are asked again: since the draft was saved a limit may have changed, or a lease grown too short. What the
   * form wants and the interface does not insist on (`incomplete` of the answer) hinders nothing: the authority sees it.
   * @throws FIELDS_INCOMPLETE, VALIDATION_FAILED, NOTHING_CHANGED, MATERIALS_INCOMPLETE, COMMITMENT_BARRED
   */
  async requireComplete(tx: Tx, filing: Filing): Promise<void> {
    const { missing, errors, amendments } = await this.check.execute(filing, tx.at);
    if (missing.length > 0) throw refuse('FIELDS_INCOMPLETE', {}, missing);
    if (errors.length > 0) throw refuse('VALIDATION_FAILED', {}, errors);
    if (amendments?.length === 0) throw refuse('NOTHING_CHANGED');
    const listed = await this.reference.materialsOf(filing);
    const uploaded = await this.materials.current(tx.manager, filing.id);
    const promised = committedCodes(await this.desk.commitments.ofFiling(tx.manager, filing.id));
    const lacking = missingMaterials(listed, new Set([...uploaded.map(({ code }) => code), ...promised]));
    // Only of what is complete it is told who may promise nothing: who tries out numbers has a whole case to hand in.
    if (lacking.length === 0) return this.desk.requireUnbarred(tx, filing);
    const fields = lacking.map(({ code }) => ({
      pointer: `/materials/${code}`,
      code: 'REQUIRED',
      message: '请上传',
    }));
    throw refuse('MATERIALS_INCOMPLETE', { missing: lacking.map(({ name }) => name) }, fields);
  }

  /** By when it is decided, and, of a licence, by when it is said whether it is taken in. */
  async terms(filing: Filing, at: Date): Promise<{ dueOn: PlainDate; admitBy: PlainDate | null }> {
    const from = dateInShanghai(at);
    return {
      dueOn: decidedBefore(filing.renewal, await this.reference.dueOn(filing, from), from),
      admitBy: asksForLicence(filing) ? await this.reference.admitBy(filing, from) : null,
    };
  }
}
