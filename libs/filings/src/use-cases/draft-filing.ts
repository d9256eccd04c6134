import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { placeOfAuthority, refuse, type Caller, type FilingType, type Kind } from '@zhaoguan/contracts';
import { DecideStatus } from '@zhaoguan/institutions';
import { prolongedFrom } from '@zhaoguan/forms';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { fillIn, type Application, type ApplicationInput } from '../domain/application';
import { missingIdentity, ofWhatIsTyped, type Review } from '../domain/application-review';
import { isApplicant, requireRight, type Filing } from '../domain/filing';
import { filingProcess } from '../domain/filing.process';
import { isAboutRegistered, statusActionOf } from '../domain/filing-types';
import { siteTaken } from '../domain/open-filing';
import { withLegalForm } from '../domain/legal-form';
import { withNewHead } from '../domain/new-head';
import { withoutPledges } from '../domain/particulars';
import { FilingStore } from '../store/filing.store';
import { ApplicationCheck } from './application-check';
import { CaseRegimes } from './case-regimes';
import { CaseRenewals } from './case-renewals';
import { EndedCases } from './ended-cases';
import { FilingReference } from './filing-reference';
import { LicenceInForce } from './licence-in-force';
import { RegisteredSite } from './registered-site';
import { PresentFiling, type FilingView } from './present-filing';
import { WindowOffice } from './window-office';

export interface DraftToMake {
  readonly type: FilingType;
  readonly kind: Kind;
  readonly institution?: ApplicationInput | undefined;
  /** The institution that it is about; none for a first filing. */
  readonly institutionId?: string | undefined;
  /** An own case that ended without what was applied for: the draft begins with what was filled in there. */
  readonly againOf?: string | undefined;
  /** The applicant for whom an official enters it (窗口代办); none where the caller files for themselves. */
  readonly onBehalfOf?: string;
  /** Nothing of an imported site is brought in: where a program fills in, nobody would look whether it still holds. */
  readonly asTyped?: true;
}

/** What the first filing of a site, and one about a registered institution, begin with. */
interface Beginning {
  readonly application: Application;
  readonly base: Application | null;
  readonly institutionId: string | null;
  /** Of what is about an institution, that of its first filing (原备案机关). */
  readonly authority: string | null;
  readonly prolongs: Filing['prolongs'];
}

/** An operator begins a filing (起草备案), alone or by an official at the window. */
@Injectable()
export class DraftFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly filings: FilingStore,
    private readonly sites: RegisteredSite,
    private readonly status: DecideStatus,
    private readonly check: ApplicationCheck,
    private readonly reference: FilingReference,
    private readonly window: WindowOffice,
    private readonly regimes: CaseRegimes,
    private readonly renewals: CaseRenewals,
    private readonly licences: LicenceInForce,
    private readonly endedCases: EndedCases,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param alongside what else is written in the transaction of the draft
   * @throws FILING_TYPE_UNAVAILABLE, VALIDATION_FAILED naming every field that is wrong; about a registered institution
   *   NOT_FOUND, INSTITUTION_CLOSED, CHANGE_UNDER_WAY, NOT_FOR_THIS_STATE, STEP_PENDING, LICENCE_EXPIRED; beside an open application for its licence
   *   DUPLICATE_FILING; TOO_MANY_DRAFTS;
   *   on behalf of an applicant FORBIDDEN, WRONG_DISTRICT
   */
  async execute(
    caller: Caller,
    input: DraftToMake,
    alongside?: (tx: Tx, filing: Filing) => Promise<void>,
  ): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const { type, kind } = input;
      const today = dateInShanghai(tx.at);
      const begun = await this.goneOnWith(tx, input);
      if (begun) {
        await this.requireUnasked(tx, await this.renewals.shown(tx.manager, begun, today));
        return this.present.view(tx.manager, begun, caller);
      }
      const { version: formVersion } = await this.check.formAt(kind, type, tx.at);
      const said =
        input.institution && (await this.check.asked({ kind, type, formVersion }, input.institution));
      const given = { ...input, formVersion, institution: said };
      const { beginning, review } = await this.begun(tx, given);
      const faults = [...missingIdentity(review), ...review.errors];
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      const drafted: Filing = {
        id: tx.newId(),
        type,
        kind,
        status: filingProcess.initial,
        formVersion,
        applicantId: input.onBehalfOf ?? caller.id,
        enteredBy: input.onBehalfOf === undefined ? null : caller.id,
        advisedBy: [],
        accountGivenBy: await this.giverOf(tx, input.onBehalfOf ?? caller.id),
        assistanceEndedAt: null,
        assistanceEndedBy: null,
        round: 0,
        dueOn: null,
        extendedFrom: null,
        admitBy: null,
        admittedOn: null,
        renewal: null,
        licenses: null,
        claims: [],
        correctBy: null,
        submittedAt: null,
        filingNumber: null,
        filedOn: null,
        validUntil: null,
        regime: 'FILING',
        licenceLaw: null,
        createdAt: tx.at,
        updatedAt: tx.at,
        version: 1,
        ...beginning,
      };
      const authority = await this.reference.authorityOf(drafted);
      const under = await this.regimes.handedIn(tx.manager, { ...drafted, authority }, today);
      const filing = await this.renewals.begun(tx.manager, under, today);
      const { application } = filing;
      if (!isApplicant(filing, caller)) await this.window.require(caller, filing);
      requireRight(filing, caller, 'filing.file');
      await this.requireUnasked(tx, filing);
      await this.renewals.requireEnding(filing, today);
      await this.sites.requireNothingOpen(tx, filing);
      await this.sites.requireRoom(tx, filing);
      await this.filings.insert(tx, filing);
      if (input.againOf !== undefined) await this.endedCases.bringMaterials(tx, input.againOf, filing);
      await this.audit.append(tx, {
        action: isApplicant(filing, caller) ? 'filing.drafted' : 'filing.drafted-at-window',
        subjectType: 'filing',
        subjectId: filing.id,
        district: application.district,
        detail: { type, kind, uscc: application.uscc },
      });
      if (filing.enteredBy !== null) await this.tellApplicant(tx, filing);
      await alongside?.(tx, filing);
      return this.present.view(tx.manager, filing, caller);
    });
  }

  private async tellApplicant(tx: Tx, filing: Filing): Promise<void> {
    const { id: filingId, applicantId, kind, type, regime, application } = filing;
    const about = { renewal: filing.renewal !== null, prolongs: filing.prolongs !== null };
    const called = { name: application.name, kind, type, regime, ...about };
    await tx.emit('filing.begun-at-window', { filingId, applicantId, ...called });
  }

  /** What an old list has and the form does not take is left out, for who begins has not typed it. */
  private async begun(
    tx: Tx,
    given: DraftToMake & Pick<Filing, 'formVersion'>,
  ): Promise<{ readonly beginning: Beginning; readonly review: Review }> {
    const { kind, type, formVersion } = given;
    const beginning = await this.beginning(tx, given);
    const { regime } = await this.regimes.held(tx.manager, beginning);
    const review = await this.check.execute({ kind, type, formVersion, regime, ...beginning }, tx.at);
    if (review.errors.length === 0) return { beginning, review };
    if (given.institutionId !== undefined || isAboutRegistered(type))
      return {
        beginning,
        review:
          isAboutRegistered(type) && given.againOf === undefined
            ? review
            : ofWhatIsTyped(review, given.institution),
      };
    if (given.asTyped) return { beginning, review };
    return this.begun(tx, { ...given, asTyped: true });
  }

  /** Who applies again from the page of the institution goes on with what they began: two of one renewal could not both be handed in. */
  private async goneOnWith(
    tx: Tx,
    { type, kind, institutionId, institution, onBehalfOf, againOf }: DraftToMake,
  ): Promise<Filing | null> {
    if (isAboutRegistered(type) || (institutionId ?? againOf) === undefined) return null;
    if (saysSomething(institution) || onBehalfOf !== undefined) return null;
    await this.sites.beginAlone(tx);
    const { uscc, district, address } =
      institutionId === undefined
        ? (await this.endedCases.ended(tx, againOf ?? '', { kind, type, applicantId: tx.caller.id }))
            .application
        : await this.sites.institution(tx, institutionId, tx.caller.id);
    return this.filings.findDraftAt(tx, tx.caller.id, { kind, uscc, district, address });
  }

  /** A licence that was asked for already, or asked to go on, is not asked for once more: that could not be handed in. @throws DUPLICATE_FILING */
  private async requireUnasked(tx: Tx, filing: Filing): Promise<void> {
    if (filing.type !== 'INITIAL' || (await this.sites.standing(tx.manager, filing)) === null) return;
    const open = await this.sites.openFiling(tx, filing);
    if (open) throw siteTaken(open, filing.applicantId);
  }

  /** An applicant may be given a role elsewhere later: what is asked is who could have signed in when this was drafted. */
  private async giverOf(tx: Tx, applicantId: string): Promise<string | null> {
    return (await this.people.findById(tx.manager, applicantId))?.passwordGivenBy ?? null;
  }

  private async beginning(
    tx: Tx,
    {
      type,
      kind,
      formVersion,
      institution,
      institutionId,
      onBehalfOf = tx.caller.id,
      asTyped,
      againOf,
    }: DraftToMake & Pick<Filing, 'formVersion'>,
  ): Promise<Beginning> {
    if (!isAboutRegistered(type)) {
      const known = institutionId
        ? await this.licensed(tx, institutionId, { kind, onBehalfOf })
        : againOf
          ? await this.endedCases.again(tx, againOf, {
              kind,
              applicantId: onBehalfOf,
              asTyped: asTyped === true,
            })
          : fillIn({
              ...(asTyped || onBehalfOf !== tx.caller.id
                ? {}
                : await this.sites.endedHere(tx.manager, onBehalfOf, { kind, ...institution })),
              ...(await this.sites.broughtAlong(tx, onBehalfOf, institution?.uscc)),
              ...(asTyped ? {} : await this.sites.importedSite(tx, kind, institution ?? {})),
            });
      const application = withLegalForm(withNewHead(known, known, { ...institution, notice: null }));
      return {
        application: await this.window.withLevel({ kind, type, formVersion }, application),
        base: null,
        institutionId: null,
        authority: null,
        prolongs: null,
      };
    }
    const field = { pointer: '/institutionId', code: 'REQUIRED', message: '请写明是哪一家机构' };
    const ended =
      againOf === undefined
        ? null
        : await this.endedCases.ended(tx, againOf, { kind, type, applicantId: onBehalfOf });
    const about = ended?.institutionId ?? institutionId;
    if (about === undefined) throw refuse('VALIDATION_FAILED', {}, [field]);
    const site = await this.sites.institution(tx, about, onBehalfOf);
    if (site.kind !== kind) throw refuse('NOT_FOUND');
    await this.licences.require(tx.manager, { type, institutionId: about });
    const registered = await this.sites.registered(tx.manager, site);
    const known = ended === null ? registered : await this.endedCases.overRegistered(ended, registered);
    const prolongs = type === 'SUSPENSION' ? await this.status.prolonged(tx, site) : null;
    const action = statusActionOf({ type, prolongs });
    if (action === undefined) {
      return {
        application: withNewHead(registered, known, { ...institution, notice: null }),
        base: registered,
        institutionId: about,
        authority: site.authority,
        prolongs,
      };
    }
    await this.status.require(tx, site, action);
    const from = prolongs && { startsOn: prolongedFrom(prolongs, dateInShanghai(tx.at)) };
    const application = fillIn({ notice: { ...from, ...institution?.notice } }, known);
    return { application, base: null, institutionId: about, authority: site.authority, prolongs };
  }

  /** Who has filed and applies for the licence of the same site types nothing twice. @throws NOT_FOUND, WRONG_DISTRICT */
  private async licensed(
    tx: Tx,
    id: string,
    { kind, onBehalfOf }: { readonly kind: Kind; readonly onBehalfOf: string },
  ): Promise<Application> {
    const site = await this.sites.institution(tx, id, onBehalfOf);
    if (site.kind !== kind) throw refuse('NOT_FOUND');
    // At the window by the authority that has it, whatever the new application says of its place.
    if (onBehalfOf !== tx.caller.id)
      await this.reference.requireResponsible(tx.caller, placeOfAuthority(site));
    const registered = await this.sites.registered(tx.manager, site);
    // What was promised for the filing is not promised for the licence before the applicant says so.
    return { ...registered, particulars: withoutPledges(registered.particulars) };
  }
}

/** An empty application says no more than none. */
const saysSomething = (given: ApplicationInput | undefined): boolean =>
  given !== undefined && Object.keys(given).length > 0;
