import { Inject, Injectable } from '@nestjs/common';
import { type Caller, type FilingType, type Kind, type Regime, type RenewalState } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, type Tx } from '@zhaoguan/platform';
import type { CallReason } from '../domain/call-before-return';
import { admissionOf, isOpenTo, type Admission } from '../domain/admission';
import type { FixedField } from '../domain/amendment';
import type { Application } from '../domain/application';
import type { Review } from '../domain/application-review';
import {
  availableActions,
  isApplicant,
  isEditable,
  isOfOffice,
  opensMaterials,
  rightsOver,
  worksOn,
  type Filing,
  type Renewal,
} from '../domain/filing';
import { filedSite } from '../domain/filing-authority';
import type { FilingAction, FilingStatus } from '../domain/filing.process';
import { firstResidentOn, type FirstResident } from '../domain/first-resident';
import { receiptSpelling } from '../domain/receipt-order';
import { masked } from '../domain/masked-application';
import type { Remark } from '../domain/remarks';
import { renewalState } from '../domain/renewal';
import { endedSuspension, type EndedSuspension } from '../domain/service-notice';
import { FilingStores } from '../store/filing-stores';
import type { UploadedMaterial } from '../store/material.store';
import { ReceiptStore, type EndedNumber } from '../store/receipt.store';
import { ApplicationCheck } from './application-check';
import { BesideRegister } from './beside-register';
import { CallDesk } from './call-desk';
import { CaseRenewals } from './case-renewals';
import { FilingReference, type ReceiptTerm } from './filing-reference';
import { OfficeHere, type OfficeView } from './office-here';
import { isLeft, LicenceInForce, licenceWarnings, type WantedLicence } from './licence-in-force';
import { PresentAssistance, type AssistanceView } from './present-assistance';
import { PresentMaterials, type MaterialView } from './present-materials';
import { ShowRefusal, type RefusalView } from './show-refusal';
import { ShowSinceDecided, type SinceDecided } from './since-decided';
import { TakeoverDesk, type TakeoverView } from './takeover-desk';
import { ReadableChanges } from './readable-changes';
import { statusLabel } from './status-label';

/** A filing as one person may see it: personal data masked, only the acts that are theirs. */
export interface FilingView extends RefusalView, WantedLicence, OfficeView {
  readonly id: string;
  readonly type: FilingType;
  readonly kind: Kind;
  /** Under which law it is handled; of what is not handed in, what would hold today. */
  readonly regime: Regime;
  /** By which law it is licensed; null for a filing. */
  readonly licenceLaw: string | null;
  readonly status: FilingStatus;
  readonly statusLabel: string;
  readonly version: number;
  /** The form in which it is made. */
  readonly form: { readonly code: string; readonly version: number };
  /** Which authority takes it (备案机关), by name; `authority` is its city or province where it stands above the county. */
  readonly authorityName: string;
  readonly authority: string | null;
  /** Whether it is for the office of the reader, who otherwise only reads it. */
  readonly ofOwnOffice: boolean;
  /** Whether its materials, which bear personal data in clear, are the reader's to open. */
  readonly opensMaterials: boolean;
  readonly verifies: boolean;
  readonly institution: Application;
  readonly prolongs: Filing['prolongs'];
  /** What a change filing, or a renewal that is not decided, changes of what the register holds, masked like the application; null for any other. */
  readonly amendments: readonly ChangedField[] | null;
  /** Where an application for a licence of what stands already says something else than was changed in the register since it was begun; of one that was granted, than the licence. */
  readonly overtaken: readonly ChangedField[];
  /** What a change filing leaves as it is; empty for any other. */
  readonly fixedFields: readonly FixedField[];
  readonly incomplete: Review['incomplete'];
  readonly warnings: Review['warnings'];
  readonly materials: readonly MaterialView[];
  readonly remarks: readonly Remark[];
  readonly round: number;
  readonly dueOn: PlainDate | null;
  readonly extendedFrom: PlainDate | null;
  readonly admitBy: PlainDate | null;
  /** Of an application for a licence: whether it is taken in, said or not; null as long as that is open. */
  readonly admission: Admission | null;
  /** Of an application that asks for a licence to go on: which one, and where that stands. */
  readonly renewal:
    | (Renewal & {
        readonly state: RenewalState | null;
        readonly askBy: PlainDate | null;
      })
    | null;
  /** Whether it asked for a licence to go on that was revoked, cancelled or closed since: nothing is left to be granted. */
  readonly renewalVoid: boolean;
  /** The institution whose licence it asks to go on, or asked when it was handed in: it names the case also where nothing is left to go on. */
  readonly renews: string | null;
  readonly correctBy: PlainDate | null;
  /** For who may hand it in: the term of the authority, were it handed in today. */
  readonly ifSubmittedToday: ReceiptTerm | null;
  /** For who may return it: by when the applicant must hand in again, were it returned today. */
  readonly ifReturnedToday: PlainDate | null;
  /** For who may return it: whether the applicant is rung up before (电话联系). */
  readonly callBeforeReturn: boolean;
  readonly callReason: CallReason | null;
  /** For who receives it: how long after the first older person was taken in it was filed; null where no day is named. */
  readonly firstResident: FirstResident | null;
  /** While it is returned: since when, and by which authority. */
  readonly returned: { readonly at: Date; readonly by: string } | null;
  readonly submittedAt: Date | null;
  readonly filingNumber: string | null;
  readonly filedOn: PlainDate | null;
  readonly validUntil: PlainDate | null;
  /** Of what was accepted: that the authority has ended it since (注销、撤销); null where it has not. */
  readonly ended: EndedNumber | null;
  readonly institutionId: string | null;
  /** Whether its applicant reads it, and the institution has passed to another account since. */
  readonly institutionPassed: boolean;
  /** Of a resumption: what was stopped and goes on by it; null for any other, and where nothing was filed. */
  readonly suspension: EndedSuspension | null;
  readonly availableActions: readonly FilingAction[];
  readonly editable: boolean;
  /** Who entered it at the window for whom; null where the applicant did it alone. */
  readonly assistance: AssistanceView | null;
  /** Of a first filing: what stands in the register beside it, and what the applicant says of it; null where nothing does. */
  readonly takeover: TakeoverView | null;
  /** What has come after it was decided; null of what is not. */
  readonly since: SinceDecided | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

@Injectable()
export class PresentFiling {
  constructor(
    private readonly reference: FilingReference,
    private readonly renewals: CaseRenewals,
    private readonly licences: LicenceInForce,
    private readonly check: ApplicationCheck,
    private readonly stores: FilingStores,
    private readonly materials: PresentMaterials,
    private readonly readable: ReadableChanges,
    private readonly assistance: PresentAssistance,
    private readonly calls: CallDesk,
    private readonly receipts: ReceiptStore,
    private readonly register: BesideRegister,
    private readonly takeovers: TakeoverDesk,
    private readonly since: ShowSinceDecided,
    private readonly refusals: ShowRefusal,
    private readonly offices: OfficeHere,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async view(manager: Tx['manager'], stored: Filing, caller: Caller): Promise<FilingView> {
    const today = dateInShanghai(this.clock.now());
    const filing = await this.takeovers.shown(manager, await this.renewals.shown(manager, stored, today));
    const { application, uploaded } = await this.contents(manager, filing, caller);
    const { base, ...rest } = shownOf(filing);
    const codes = uploaded.map(({ code }) => code);
    const check = await this.check.execute({ ...filing, application }, this.clock.now(), codes);
    const { form, incomplete, warnings, amendments } = check;
    const own = worksOn(filing, caller);
    const beside = await this.register.execute(manager, { ...filing, application }, form, own);
    const acting = await this.reference.actingOn(caller, filing);
    const editable = isEditable(filing) && rightsOver(filing, acting).has('filing.file');
    const renewalVoid = stored.status === 'SUBMITTED' && stored.renewal !== null && filing.renewal === null;
    const wanted = await this.licences.shown(manager, filing);
    const acts = availableActions(filing, acting).filter(
      (act) => isOpenTo(act, filing, today) && isLeft(act, wanted, renewalVoid),
    );
    const call = acts.includes('return') ? await this.calls.reason(manager, filing, today) : null;
    return {
      ...rest,
      form: { code: form.code, version: form.version },
      incomplete,
      warnings: [...warnings, ...licenceWarnings(wanted, application)],
      statusLabel: statusLabel(
        { ...filing, renewal: stored.renewal, counts: renewalState(filing, today) },
        today,
      ),
      authorityName: await this.reference.authorityName(filing.kind, filedSite(filing)),
      ofOwnOffice: isOfOffice(filing, acting),
      opensMaterials: opensMaterials(filing, acting),
      verifies: rightsOver(filing, acting).has('filing.verify'),
      institution: masked(application, own),
      amendments: amendments
        ? await this.readable.execute(form, amendments, own)
        : (beside?.amendments ?? null),
      institutionPassed: isApplicant(filing, caller) && (await this.register.hasPassed(manager, filing)),
      overtaken: beside?.overtaken ?? [],
      fixedFields: base === null ? [] : await this.check.fixedFields(filing, today),
      materials: await this.materials.view(
        manager,
        { ...filing, application },
        { uploaded, editable, caller: acting },
      ),
      remarks:
        filing.status === 'RETURNED'
          ? await this.stores.history.remarks(manager, filing.id, filing.round)
          : [],
      ...(await this.refusals.of(manager, filing)),
      ...(await this.offices.shown(manager, filing, caller, beside !== null)),
      admission: admissionOf(filing, today),
      renewal: renewalView(filing, today, await this.renewals.askBy(filing, today)),
      availableActions: acts,
      renewalVoid,
      ...wanted,
      renews: (filing.round > 0 ? stored : filing).renewal?.institutionId ?? null,
      editable,
      ifSubmittedToday: editable ? await this.reference.receiptTerm(filing, today) : null,
      ifReturnedToday: acts.includes('return') ? await this.reference.correctBy(filing, today) : null,
      callBeforeReturn: call !== null,
      callReason: call,
      firstResident: await this.firstResident(manager, { ...filing, application }, acting),
      returned: await this.returned(manager, filing),
      assistance: await this.assistance.view(manager, filing, caller),
      ended: await this.ended(manager, filing),
      suspension: await this.suspension(manager, filing),
      since: await this.since.of(manager, filing, acting),
      takeover: await this.takeovers.view(manager, { ...filing, application }, caller),
    };
  }

  /**
   * What the viewer may see of application and materials. The applicant, and who assists them, see the working copy; the authority sees what
   * was handed in, also while the applicant is already changing it.
   */
  async contents(
    manager: Tx['manager'],
    filing: Filing,
    caller: Caller,
  ): Promise<{ application: Application; uploaded: readonly UploadedMaterial[] }> {
    const submission = worksOn(filing, caller)
      ? null
      : await this.stores.history.findSubmission(manager, filing.id, filing.round);
    return submission
      ? {
          application: submission.application,
          uploaded: await this.materials.handedIn(manager, filing, submission.materials),
        }
      : {
          application: filing.application,
          uploaded: await this.stores.materials.current(manager, filing.id),
        };
  }

  private async ended(manager: Tx['manager'], filing: Filing): Promise<EndedNumber | null> {
    const { status, filingNumber } = filing;
    if (status !== 'ACCEPTED' || filingNumber === null) return null;
    return this.receipts.findEnd(receiptSpelling(filingNumber), manager);
  }

  private async suspension(manager: Tx['manager'], filing: Filing): Promise<EndedSuspension | null> {
    if (filing.type !== 'RESUMPTION' && filing.prolongs === null) return null;
    const found = await this.stores.filings.findSuspensionBefore(manager, filing);
    return found && endedSuspension(found, await this.since.inForceOn(manager, found));
  }

  private async firstResident(
    manager: Tx['manager'],
    filing: Filing,
    caller: Caller,
  ): Promise<FirstResident | null> {
    if (firstResidentOn(filing) === null || !rightsOver(filing, caller).has('filing.accept')) return null;
    const [first] = await this.stores.history.transitions(manager, filing.id);
    return first ? this.reference.firstResident(filing, dateInShanghai(first.at)) : null;
  }

  private async returned(manager: Tx['manager'], filing: Filing): Promise<FilingView['returned']> {
    if (filing.status !== 'RETURNED') return null;
    const last = (await this.stores.history.transitions(manager, filing.id)).at(-1);
    if (last === undefined) throw new Error(`filing ${filing.id} lost its return`);
    return { at: last.at, by: await this.reference.authorityName(filing.kind, filedSite(filing)) };
  }
}

/** Without what is shown in another way, or to nobody. */
function shownOf(filing: Filing) {
  const { applicantId: _applicant, application: _working, formVersion: _version, ...more } = filing;
  const { advisedBy: _advisers, accountGivenBy: _giver, claims: _claims, ...kept } = more;
  const {
    enteredBy: _entered,
    assistanceEndedAt: _ended,
    assistanceEndedBy: _by,
    admittedOn: _admitted,
    ...rest
  } = kept;
  return rest;
}

function renewalView(filing: Filing, today: PlainDate, askBy: PlainDate | null): FilingView['renewal'] {
  if (filing.renewal === null) return null;
  return { ...filing.renewal, state: renewalState(filing, today), askBy };
}
