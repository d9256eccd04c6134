import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { valueAt } from '@zhaoguan/forms';
import { dateInShanghai, type FieldError } from '@zhaoguan/kernel';
import { assertVersion, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { fillIn, type Application, type ApplicationInput } from '../domain/application';
import { documentOf, missingIdentity } from '../domain/application-review';
import { siteTypeFault } from '../domain/regime';
import { districtFault, isApplicant, requireEditable, requireRight, type Filing } from '../domain/filing';
import { isNotice } from '../domain/filing-types';
import { legalFormFollowing } from '../domain/legal-form';
import { withNewHead } from '../domain/new-head';
import { FilingStore } from '../store/filing.store';
import { ApplicationCheck } from './application-check';
import { CaseRegimes } from './case-regimes';
import { CaseRenewals } from './case-renewals';
import { FilingReference } from './filing-reference';
import { PresentFiling, type FilingView } from './present-filing';
import { RegisteredSite } from './registered-site';
import { WindowOffice } from './window-office';

/** The operator changes a draft, or puts right what was returned (修改、补正). */
@Injectable()
export class EditFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly sites: RegisteredSite,
    private readonly check: ApplicationCheck,
    private readonly reference: FilingReference,
    private readonly window: WindowOffice,
    private readonly regimes: CaseRegimes,
    private readonly renewals: CaseRenewals,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION, VALIDATION_FAILED, WRONG_DISTRICT */
  async execute(
    caller: Caller,
    id: string,
    version: number | undefined,
    input: ApplicationInput,
  ): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const today = dateInShanghai(tx.at);
      const filing = await this.filings.getForUpdate(tx, id);
      requireRight(filing, caller, 'filing.file');
      assertVersion(version, filing.version);
      requireEditable(filing);
      const application = withNewHead(
        await this.headBefore(tx, filing),
        filing.application,
        await this.check.asked(filing, answersTo(filing, input)),
      );
      const authority = await this.reference.authorityOf({ ...filing, application });
      if (!isApplicant(filing, caller))
        await this.window.requireStill(caller, filing, { ...filing, application, authority });
      const { regime } = await this.regimes.today({ ...filing, application }, today);
      const moved =
        districtFault(filing, application) ??
        siteTypeFault(filing, application.siteType, regime) ??
        (await this.reference.authorityFault(filing, application));
      const review = await this.check.execute({ ...filing, application }, tx.at);
      const about = aboutAnswersNow(filing.application, application, review.errors);
      const wrong = await this.newlyWrong(filing, about, tx.at);
      const faults = [...missingIdentity(review), ...(moved ? [moved] : []), ...wrong];
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      // The kind of site, its place and the day say which law holds, and the site, whether a licence is there to go on.
      const under = await this.regimes.shown(tx.manager, { ...filing, application, authority }, today);
      const saved = await this.filings.save(tx, await this.renewals.begun(tx.manager, under, today));
      await this.audit.append(tx, {
        action: 'filing.edited',
        subjectType: 'filing',
        subjectId: id,
        district: application.district,
        detail: { version: saved.version },
      });
      return this.present.view(tx.manager, saved, caller);
    });
  }

  /** The answers that the head was taken over from: of the register, or of an earlier filing under the same code. */
  private async headBefore(tx: Tx, { base, application, applicantId }: Filing): Promise<Application | null> {
    if (base !== null) return base;
    const { uscc, legalRepresentative: head } = application;
    if (head.residentId === null) return null;
    const known = fillIn(await this.sites.legalPerson(tx, applicantId, uscc));
    return known.legalRepresentative.residentId === head.residentId ? known : null;
  }

  /** What was right when it was saved, and the calendar has made wrong, hinders handing in, and not the next answer. */
  private async newlyWrong(filing: Filing, errors: readonly FieldError[], at: Date): Promise<FieldError[]> {
    if (errors.length === 0) return [];
    const before = (await this.check.execute(filing, at)).errors;
    return errors.filter(
      ({ pointer, code }) => !before.some((known) => known.pointer === pointer && known.code === code),
    );
  }
}

/**
 * Without what another 备案类别 makes wrong of answers that stand as they were: the kind of site comes first in the form and has
 * rules and materials of its own, so it is kept, and the name or the places that do not fit to it hinder handing in.
 */
function aboutAnswersNow(
  before: Application,
  after: Application,
  errors: readonly FieldError[],
): readonly FieldError[] {
  if (before.siteType === after.siteType) return errors;
  const at = (application: Application, pointer: string) =>
    JSON.stringify(valueAt(documentOf(application), pointer) ?? null);
  return errors.filter(({ pointer }) => at(before, pointer) !== at(after, pointer));
}

/** A notice says nothing of what the institution is, and every other filing gives no notice. */
function answersTo({ type, status, application }: Filing, input: ApplicationInput): ApplicationInput {
  if (type === 'INITIAL' && status === 'DRAFT')
    return { ...legalFormFollowing(application, input), notice: null };
  if (!isNotice(type)) return { ...input, notice: null };
  return input.notice === undefined ? {} : { notice: input.notice };
}
