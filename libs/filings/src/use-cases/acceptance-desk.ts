import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import {
  ClaimImportedSite,
  keepsNumber,
  LicenseInstitution,
  RegisterInstitution,
  type Institution,
} from '@zhaoguan/institutions';
import { dateInShanghai, yearOf } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { lettersOf } from '../domain/filing-number';
import { isNotice } from '../domain/filing-types';
import { registrationOf, type Registration } from '../domain/registration';
import { countsFrom } from '../domain/renewal';
import { FilingNumberStore } from '../store/filing-number.store';
import { CaseRegimes } from './case-regimes';
import { ChangeDesk } from './change-desk';
import { FollowChanges } from './follow-changes';
import { LicenceInForce } from './licence-in-force';
import { NoticeDesk } from './notice-desk';
import { RetractionDesk } from './retraction-desk';
import { RegisteredSite } from './registered-site';
import { TakeoverDesk } from './takeover-desk';

/** Number and day of the acceptance, and the institution that it is about. */
export type Entered = Registration & {
  readonly institutionId: string;
  /** What is entered, where it is not what was handed in ({@link FollowChanges}). */
  readonly application?: Filing['application'];
};

/**
 * What an acceptance brings into being: a number and an institution, or the one that a directory brought in already; for a
 * change filing, new particulars of the one there is; for a notice, another state of it.
 */
@Injectable()
export class AcceptanceDesk {
  constructor(
    private readonly numbers: FilingNumberStore,
    private readonly register: RegisterInstitution,
    private readonly claim: ClaimImportedSite,
    private readonly license: LicenseInstitution,
    private readonly sites: RegisteredSite,
    private readonly follow: FollowChanges,
    private readonly regimes: CaseRegimes,
    private readonly changes: ChangeDesk,
    private readonly notices: NoticeDesk,
    private readonly licences: LicenceInForce,
    private readonly takeovers: TakeoverDesk,
    private readonly retractions: RetractionDesk,
  ) {}

  /**
   * @param keepChanges what was changed since an application was filled in stands, also where it says something else itself
   * @throws LICENCE_EXPIRED of a change or a resumption; RENEWAL_VOID, RENEWAL_OVERTAKEN, PREDECESSOR_STANDS, TAKEOVER_UNEXPLAINED; DUPLICATE_INSTITUTION when somebody has filed for the site already; for a change what `ChangeDesk` throws
   */
  async enter(tx: Tx, filing: Filing, keepChanges = false): Promise<Entered> {
    await this.licences.require(tx.manager, filing);
    if (filing.base !== null) return this.changes.enter(tx, filing, filing.base);
    return isNotice(filing.type) ? this.notices.enter(tx, filing) : this.enterFirst(tx, filing, keepChanges);
  }

  private async enterFirst(tx: Tx, handedIn: Filing, keepChanges: boolean): Promise<Entered> {
    const { kind, regime, applicantId } = handedIn;
    const { uscc, district, address, siteType } = handedIn.application;
    await this.sites.alone(tx, handedIn);
    await this.takeovers.requireEnded(tx, handedIn);
    const filedOn = dateInShanghai(tx.at);
    const site = address === null ? null : { kind, uscc, district, address };
    const held = site && regime === 'LICENCE' ? await this.license.find(tx, site, applicantId) : null;
    // What was revoked, cancelled or closed meanwhile does not go on, nor does a first licence come of its renewal (行政许可法第五十条、第七十条).
    if (held === null && handedIn.renewal !== null) throw refuse('RENEWAL_VOID');
    const filing = held === null ? handedIn : await this.follow.execute(tx, handedIn, held.id, keepChanges);
    const imported = site && (await this.claim.find(tx, site));
    // Since it was handed in the site may have been registered under another spelling of its address.
    if (imported === null && held === null) await this.sites.requireFree(tx, filing);
    await this.takeovers.requireExplained(tx, handedIn);
    const kept = imported !== null && keepsNumber(imported, regime) ? imported.filingNumber : null;
    const filingNumber =
      kept ??
      (await this.numbers.next(
        tx,
        placeOf(filing).district,
        lettersOf(kind, siteType, regime),
        yearOf(filedOn),
      ));
    const before = filing.renewal?.until ?? held?.validUntil ?? null;
    const validUntil = await this.regimes.validUntil(filing, countsFrom(filing, filedOn), before);
    const facts = registrationOf(filing, { filingNumber, filedOn, validUntil });
    const institution = await this.entered(tx, { imported, held }, facts);
    await this.takeovers.enter(tx, handedIn, institution.id);
    const { application } = filing;
    return { filingNumber, filedOn, validUntil, institutionId: institution.id, application };
  }

  private async entered(
    tx: Tx,
    { imported, held }: { readonly imported: Institution | null; readonly held: Institution | null },
    facts: ReturnType<typeof registrationOf>,
  ): Promise<Institution> {
    if (imported) {
      await this.retractions.superseded(tx, imported.id);
      return this.claim.execute(tx, imported, facts);
    }
    if (held === null) return this.register.execute(tx, facts);
    await this.retractions.fallenWithLicence(tx, held);
    return this.license.execute(tx, held, facts);
  }
}
