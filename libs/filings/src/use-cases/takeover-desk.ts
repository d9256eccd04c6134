import { Injectable } from '@nestjs/common';
import {
  refuse,
  TAKEOVER_RELATION_LABELS,
  takeoverGround,
  type Caller,
  type TakeoverRelation,
} from '@zhaoguan/contracts';
import { InstitutionStore, LinkPredecessor, SiteSpellings, type SpelledSite } from '@zhaoguan/institutions';
import { PartnerCases } from '@zhaoguan/exchange';
import type { Tx } from '@zhaoguan/platform';
import { isEditable, isOfOffice, worksOn, type Filing } from '../domain/filing';
import {
  asksForStatement,
  claimsOf,
  isOfCode,
  isOfPlaceAndHead,
  isUnexplained,
  meetsRegister,
  NOTHING_STANDS,
  unplacedPeople,
  unsaid,
  type HomeInHouse,
  type OwnHome,
  type Standing,
  type UnplacedPeople,
} from '../domain/takeover';
import { TakeoverStore, type KeptStatement } from '../store/takeover.store';
import { RegisteredSite } from './registered-site';

/** What a first filing meets in the register, and what its applicant says of it. */
export interface TakeoverView extends Standing {
  /** What the account itself holds there, so that nothing is to be filed for; null of another one's, and once it lies with the authority. */
  readonly own: OwnHome | null;
  /** The applicant has to say why before it can be handed in, and once it is, before it is granted. */
  readonly required: boolean;
  /** For the office: whether a remark of a return may point at it. */
  readonly remarkable: boolean;
  readonly statement:
    | (KeptStatement & {
        readonly relationLabel: string;
        readonly groundLabel: string;
        /** The home named in it, as it stands now; null where there is none, or it is not for the reader. */
        readonly predecessor: HomeInHouse | null;
        /** For the office, as long as it is open: the people of it of whom nobody has said where they go. */
        readonly unplaced: UnplacedPeople | null;
      })
    | null;
}

/** Whether a first filing stands beside another account of its legal person, or in the house of another home. */
@Injectable()
export class TakeoverDesk {
  constructor(
    readonly statements: TakeoverStore,
    private readonly institutions: InstitutionStore,
    private readonly sites: RegisteredSite,
    private readonly spellings: SiteSpellings,
    private readonly link: LinkPredecessor,
    private readonly partners: PartnerCases,
  ) {}

  async standing(manager: Tx['manager'], filing: Filing): Promise<Standing> {
    return (await this.meets(manager, filing)) ? this.met(manager, filing) : NOTHING_STANDS;
  }

  /** What stands beside a filing that meets the register. */
  private async met(manager: Tx['manager'], filing: Filing): Promise<Standing> {
    const account = await this.isHeldByAnother(manager, filing);
    const site = await this.siteOf(filing);
    if (site === null) return { account, taken: false, homes: [] };
    return {
      account,
      taken: await this.isTaken(manager, site, filing.applicantId),
      homes: await this.statements.homesInHouse(manager, site),
    };
  }

  private async meets(manager: Tx['manager'], filing: Filing): Promise<boolean> {
    return meetsRegister(filing) && (await this.sites.standing(manager, filing)) === null;
  }

  private isHeldByAnother(
    manager: Tx['manager'],
    { kind, applicantId, application: { uscc } }: Filing,
  ): Promise<boolean> {
    return this.statements.isHeldByAnother(manager, { kind, uscc }, applicantId);
  }

  /** A dwelling in another account is told nobody. */
  private async isTaken(manager: Tx['manager'], site: SpelledSite, applicantId: string): Promise<boolean> {
    if (!(await this.institutions.isSiteTaken(manager, site))) return false;
    return !(await this.statements.isDwellingOfAnother(manager, site, applicantId));
  }

  /**
   * What was said, as long as it is said of this: under the code that stands in the application, of a home in the house that stands in it,
   * or for the place and the head that stand in it. Whoever files for another house, legal person or head since has said nothing of that.
   */
  private async said(
    manager: Tx['manager'],
    filing: Filing,
    until: Date | null = null,
  ): Promise<KeptStatement | null> {
    const last = await this.statements.last(manager, filing.id, until);
    const { uscc, district } = filing.application;
    if (last === null || !isOfCode(last.of, { uscc })) return null;
    const { of, ...said } = last;
    const site = await this.siteOf(filing);
    if (said.predecessorId === null) {
      const now = {
        uscc,
        district,
        spellings: site?.spellings ?? null,
        head: this.statements.headOf(filing),
      };
      return isOfPlaceAndHead(of, now) ? said : null;
    }
    const isThere = site !== null && (await this.statements.isInHouse(manager, said.predecessorId, site));
    return isThere ? said : null;
  }

  private async siteOf({ kind, application }: Filing): Promise<SpelledSite | null> {
    const { uscc, district, township, address } = application;
    return address === null ? null : this.spellings.of({ kind, uscc, district, township, address });
  }

  /** Whether the applicant can put right what is remarked of it: a partner platform has no way to say it. */
  async isRemarkable(manager: Tx['manager'], filing: Filing): Promise<boolean> {
    return this.canBeSaid(manager, filing, await this.standing(manager, filing));
  }

  private async canBeSaid(manager: Tx['manager'], { id }: Filing, standing: Standing): Promise<boolean> {
    return asksForStatement(standing) && !(await this.partners.isTold(manager, id));
  }

  /** Whether it is to be said, and must be before it is handed in again, as where another account has filed since. */
  async asked(manager: Tx['manager'], filing: Filing): Promise<{ asked: boolean; unsaid: boolean }> {
    const standing = await this.standing(manager, filing);
    const said = await this.said(manager, filing, filing.submittedAt);
    return {
      asked: asksForStatement(standing),
      unsaid: unsaid(standing, said).length > 0 || isUnexplained(standing, filing),
    };
  }

  /** With what must be proved, as it would be, were it handed in now; what lies with the authority stays as it was handed in. */
  async shown(manager: Tx['manager'], filing: Filing): Promise<Filing> {
    if (!isEditable(filing)) return filing;
    return { ...filing, claims: await this.claims(manager, filing) };
  }

  /** What must be proved, several times for each file that is uploaded: who stands in the house is looked for where it would be claimed. */
  private async claims(manager: Tx['manager'], filing: Filing): Promise<Filing['claims']> {
    if (!(await this.meets(manager, filing))) return claimsOf(NOTHING_STANDS, null);
    const said = await this.said(manager, filing);
    if (said?.relation === 'SUCCESSOR') return claimsOf(await this.standing(manager, filing), said);
    const account = await this.isHeldByAnother(manager, filing);
    return claimsOf({ ...NOTHING_STANDS, account }, said);
  }

  /** The same when it is handed in. @throws FIELDS_INCOMPLETE when it is not said why */
  async handedIn(tx: Tx, filing: Filing): Promise<Filing> {
    const standing = await this.standing(tx.manager, filing);
    const said = await this.said(tx.manager, filing);
    const missing = unsaid(standing, said);
    if (missing.length > 0) throw refuse('FIELDS_INCOMPLETE', {}, missing);
    return { ...filing, claims: claimsOf(standing, said) };
  }

  /**
   * In place of a home that stands, nothing is granted: its residents, its filing and its name in the register are ended first.
   * @throws PREDECESSOR_STANDS
   */
  async requireEnded(tx: Tx, filing: Filing): Promise<void> {
    const said = await this.said(tx.manager, filing);
    if (said?.relation !== 'SUCCESSOR' || !meetsRegister(filing)) return;
    const { homes } = await this.standing(tx.manager, filing);
    const standing = homes.find(({ id }) => id === said.predecessorId);
    if (standing) throw refuse('PREDECESSOR_STANDS', { name: standing.name });
  }

  /**
   * What was handed in before another account came to hold the code is granted no more than what is handed in since: the applicant says why
   * first. Of two that are granted at once, in whatever counties, the second sees what the first did.
   * @throws TAKEOVER_UNEXPLAINED
   */
  async requireExplained(tx: Tx, filing: Filing): Promise<void> {
    await this.statements.lockCode(tx, filing.application);
    const account =
      (await this.meets(tx.manager, filing)) && (await this.isHeldByAnother(tx.manager, filing));
    if (isUnexplained({ account }, filing)) throw refuse('TAKEOVER_UNEXPLAINED');
  }

  /** What was said of the predecessor is written into the register by the acceptance (沿革). */
  async enter(tx: Tx, filing: Filing, institutionId: string): Promise<void> {
    const said = await this.said(tx.manager, filing);
    if (said?.relation !== 'SUCCESSOR' || said.predecessorId === null) return;
    const reason = `申请人说明：${takeoverGround(said.relation, said.ground) ?? ''}`;
    await this.link.execute(tx, institutionId, said.predecessorId, { basis: 'ENTERED', reason });
  }

  /** Null where nothing stands in the register beside it, and nothing was said. */
  async view(manager: Tx['manager'], filing: Filing, caller: Caller): Promise<TakeoverView | null> {
    if (filing.type !== 'INITIAL') return null;
    const open = isEditable(filing) || filing.status === 'SUBMITTED';
    const meets = open && (await this.meets(manager, filing));
    const standing = meets ? await this.met(manager, filing) : NOTHING_STANDS;
    const until = worksOn(filing, caller) ? null : filing.submittedAt;
    const said = await this.said(manager, filing, until);
    const own = meets && isEditable(filing) ? await this.own(manager, filing) : null;
    const stands = standing.account || standing.taken || standing.homes.length > 0;
    if (!stands && own === null && said === null) return null;
    return {
      ...standing,
      own,
      required:
        filing.status === 'SUBMITTED' ? isUnexplained(standing, filing) : unsaid(standing, said).length > 0,
      remarkable:
        filing.status === 'SUBMITTED' &&
        isOfOffice(filing, caller) &&
        (await this.canBeSaid(manager, filing, standing)),
      statement: said && {
        ...said,
        ...wordsOf(said),
        predecessor: await this.named(manager, said, standing),
        unplaced: open && isOfOffice(filing, caller) ? await this.unplaced(manager, said) : null,
      },
    };
  }

  private async own(manager: Tx['manager'], filing: Filing): Promise<OwnHome | null> {
    const site = await this.siteOf(filing);
    return this.statements.ownHome(manager, filing, site?.spellings ?? null);
  }

  private async unplaced(
    manager: Tx['manager'],
    { relation, predecessorId }: KeptStatement,
  ): Promise<UnplacedPeople | null> {
    if (relation !== 'SUCCESSOR' || predecessorId === null) return null;
    const found = await this.institutions.findById(manager, predecessorId);
    if (found === null || (await this.statements.hasToldWhereTheyGo(manager, predecessorId))) return null;
    return unplacedPeople(found.details);
  }

  private async named(
    manager: Tx['manager'],
    { predecessorId }: KeptStatement,
    { homes }: Standing,
  ): Promise<HomeInHouse | null> {
    if (predecessorId === null) return null;
    const standing = homes.find(({ id }) => id === predecessorId);
    if (standing) return standing;
    const found = await this.institutions.findById(manager, predecessorId);
    if (found === null) return null;
    const { id, name, filingNumber, status } = found;
    return { id, name, filingNumber, status };
  }
}

function wordsOf({ relation, ground }: { readonly relation: TakeoverRelation; readonly ground: string }) {
  return {
    relationLabel: TAKEOVER_RELATION_LABELS[relation],
    groundLabel: takeoverGround(relation, ground) ?? ground,
  };
}
