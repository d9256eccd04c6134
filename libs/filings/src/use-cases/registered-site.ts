import { Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { InstitutionStore, SiteSpellings, type Institution } from '@zhaoguan/institutions';
import { checkUscc } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Application, ApplicationInput } from '../domain/application';
import { rightsOver, type Filing } from '../domain/filing';
import type { OpenFiling } from '../domain/open-filing';
import { withoutPledges } from '../domain/particulars';
import { legalPersonOf, registeredApplication } from '../domain/registered-application';
import { FilingStore } from '../store/filing.store';
import { OpenSiteStore } from '../store/open-site.store';
import { SameCodeStore } from '../store/same-code.store';
import { TakeoverStore } from '../store/takeover.store';
import { FilingReference } from './filing-reference';

/** A place of which a first filing is begun. */
export type SiteAsked = Pick<Filing, 'kind'> &
  Pick<ApplicationInput, 'uscc' | 'district' | 'township' | 'address' | 'siteType'>;

/** A chain files for many sites at once; nobody fills in so many. */
const MOST_DRAFTS = 200;

/** What a filing about a registered institution begins with: the institution, and what the register holds of it now. */
@Injectable()
export class RegisteredSite {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly filings: FilingStore,
    private readonly codes: SameCodeStore,
    private readonly open: OpenSiteStore,
    private readonly takeovers: TakeoverStore,
    private readonly reference: FilingReference,
    private readonly spellings: SiteSpellings,
  ) {}

  /**
   * Whose institution it is files for it, alone or at the window, nobody else; to everybody else it does not exist.
   * @throws NOT_FOUND, INSTITUTION_CLOSED, FILING_REMOVED
   */
  async institution(tx: Tx, id: string, applicantId: string): Promise<Institution> {
    const found = await this.institutions.findById(tx.manager, id);
    if (found?.operatorId !== applicantId) throw refuse('NOT_FOUND');
    if (found.status === 'CLOSED') throw refuse('INSTITUTION_CLOSED');
    if (found.filingEndedAs !== null) throw refuse('FILING_REMOVED');
    return found;
  }

  /**
   * A site that is in the register is changed there, and not filed for again; one that a directory brought in and nobody has
   * filed for is still waiting for its first filing, and what is filed is licensed where it stands once the law asks for that.
   * @returns the institution that is to be licensed; null where there is none
   * @throws DUPLICATE_INSTITUTION
   */
  async requireFree(tx: Tx, { kind, regime, applicantId, application }: Filing): Promise<Institution | null> {
    const { uscc, district, township, address } = application;
    if (address === null) return null;
    const site = await this.spellings.of({ kind, uscc, district, township, address });
    if (!(await this.institutions.isSiteTaken(tx.manager, site))) return null;
    const own =
      regime === 'LICENCE' ? await this.institutions.findLicensableForUpdate(tx, site, applicantId) : null;
    if (own !== null) return own;
    // Whether somebody lives and cares for children at an address is told nobody who tries one after the other: the office is told
    // (疑似重复), and nothing is granted beside it.
    if (!(await this.takeovers.isDwellingOfAnother(tx.manager, site, applicantId)))
      throw refuse('DUPLICATE_INSTITUTION');
    return null;
  }

  /** Of two requests of one person that begin a filing at once the second goes on with what the first began. */
  async beginAlone(tx: Tx): Promise<void> {
    await this.open.beginAlone(tx);
  }

  /**
   * A draft holds up nobody, and is kept with all its files: one account has so many at most, by whichever way they are begun, alone,
   * at the window or by a partner platform.
   * @throws TOO_MANY_DRAFTS
   */
  async requireRoom(tx: Tx, { applicantId }: Pick<Filing, 'applicantId'>): Promise<void> {
    const drafts = await this.open.countDrafts(tx, applicantId);
    if (drafts >= MOST_DRAFTS) throw refuse('TOO_MANY_DRAFTS', { most: MOST_DRAFTS });
  }

  /** One thing at a time about an institution. @throws CHANGE_UNDER_WAY, which names the case to who may open it */
  async requireNothingOpen(tx: Tx, { type, institutionId }: Filing): Promise<void> {
    if (type === 'INITIAL' || institutionId === null) return;
    const filingId = await this.open.aboutInstitution(tx.manager, institutionId);
    if (filingId !== undefined) throw refuse('CHANGE_UNDER_WAY', { filingId });
  }

  /** First of all: of two who act on one site at once, whatever the spelling of its address, the second sees what the first did. */
  async alone(tx: Tx, { application }: Filing): Promise<void> {
    await this.institutions.lockSites(tx, application);
  }

  /**
   * Another open filing of the site at which one begins or moves to, however its address is spelled. What is open about the institution that
   * stands there is another case: a change or a notice neither waits for the licence that is asked for, or asked to go on, nor holds it up.
   * @law 行政许可法第四十九条、第五十条
   */
  async openFiling(tx: Tx, filing: Filing): Promise<OpenFiling | undefined> {
    const { kind, type, base, application } = filing;
    const { uscc, district, township, address } = application;
    const stays = type !== 'INITIAL' && (base === null || base.address === address);
    if (stays || address === null) return undefined;
    const { spellings } = await this.spellings.of({ kind, uscc, district, township, address });
    const own = filing.institutionId ?? (await this.standing(tx.manager, filing))?.id ?? null;
    return this.open.find(tx, filing, spellings, own);
  }

  /** The applicant's institution that a first application is about, because it stands there already: what is filed is to be licensed. */
  async standing(
    manager: Tx['manager'],
    { kind, regime, applicantId, application }: Filing,
  ): Promise<Institution | null> {
    const { uscc, district, township, address } = application;
    if (regime !== 'LICENCE' || address === null) return null;
    const site = await this.spellings.of({ kind, uscc, district, township, address });
    return this.institutions.findLicensable(manager, site, applicantId);
  }

  /** What the applicant has filed of this legal person before; nothing for a code that they file under for the first time. */
  async legalPerson(tx: Tx, applicantId: string, code: string | null | undefined): Promise<ApplicationInput> {
    const last = await this.lastOf(tx, applicantId, code);
    return last === null ? {} : legalPersonOf(last.application);
  }

  /**
   * The same for a new draft. At the window it is what the official may read in clear where it was filed: an official of another
   * department or level does not come to it by way of a draft; who is there types it, or files alone.
   * @law 个人信息保护法第六条
   */
  async broughtAlong(
    tx: Tx,
    applicantId: string,
    code: string | null | undefined,
  ): Promise<ApplicationInput> {
    const last = await this.lastOf(tx, applicantId, code);
    if (last === null) return {};
    const isOwn = applicantId === tx.caller.id;
    const acting = await this.reference.actingOn(tx.caller, last);
    return isOwn || rightsOver(last, acting).has('filing.reveal') ? legalPersonOf(last.application) : {};
  }

  /**
   * What the public reads of the one site of the district that a directory brought in under this code and nobody has filed for
   * (一次填报); nothing where there are several, for nobody knows which is meant.
   */
  async importedSite(
    tx: Tx,
    kind: Kind,
    { uscc, district }: Pick<ApplicationInput, 'uscc' | 'district'>,
  ): Promise<ApplicationInput> {
    const check = checkUscc(uscc ?? '');
    if (!check.ok) return {};
    const sites = await this.codes.imported(tx.manager, { kind, uscc: check.value });
    const [site, ...others] = sites.filter((each) => each.district === district);
    if (!site || others.length > 0) return {};
    const { address, township, capacity, nursingBeds, servicePhone } = site;
    return {
      address,
      capacity,
      ...(township === null ? {} : { township }),
      ...(nursingBeds === null ? {} : { nursingBeds }),
      ...(servicePhone === null ? {} : { servicePhone }),
    };
  }

  /**
   * What was filed of the place at which the account's own institution has ended, or its filing has (重新办理): the same place is not measured
   * and counted anew. Never what another account filed; what was promised is not promised again; null where there is none.
   */
  async endedHere(manager: Tx['manager'], accountId: string, asked: SiteAsked): Promise<Application | null> {
    const { kind, district, township = null, address, siteType = null } = asked;
    const check = checkUscc(asked.uscc ?? '');
    if (!check.ok || !district || !address) return null;
    const site = await this.spellings.of({ kind, uscc: check.value, district, township, address });
    const ended = await this.institutions.findEnded(manager, site, accountId);
    if (ended === null) return null;
    const known = await this.registered(manager, ended);
    // A 家庭托育点 and a centre are asked for different things.
    return known.siteType === siteType ? { ...known, particulars: withoutPledges(known.particulars) } : null;
  }

  private lastOf(tx: Tx, applicantId: string, code: string | null | undefined): Promise<Filing | null> {
    const check = checkUscc(code ?? '');
    return check.ok ? this.filings.findLastAcceptedOf(tx, applicantId, check.value) : Promise.resolve(null);
  }

  /** The register as answers to the form; the contact, which it does not keep, is that of the last filing. */
  async registered(manager: Tx['manager'], institution: Institution): Promise<Application> {
    const last = await this.filings.findLastAccepted(manager, institution.id);
    return registeredApplication(institution, last?.application.contact);
  }
}
