import { Inject, Injectable } from '@nestjs/common';
import { kindsLedBy, REMOVAL_WORDS, STATE_LABELS, type Caller } from '@zhaoguan/contracts';
import {
  ClaimImportedSite,
  keepsNumber,
  RetractStep,
  SiteSpellings,
  type Institution,
} from '@zhaoguan/institutions';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { LIKENESS_LABELS, tell, type Likeness, type Told } from '../domain/duplicates';
import { requireRight, type Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import type { FilingStatus } from '../domain/filing.process';
import { DuplicateStore, type LikeFacts } from '../store/duplicate.store';
import { FilingStore } from '../store/filing.store';
import { RefusalStore, type EarlierRefusal } from '../store/refusal.store';
import { FilingReference } from './filing-reference';
import { PresentFiling } from './present-filing';
import { statusLabel } from './status-label';
import { RegisteredSite } from './registered-site';

/** An institution or a filing that may be the same, with what the two have in common. */
export interface DuplicateLine extends Omit<
  LikeFacts,
  'regime' | 'type' | 'admitBy' | 'admittedOn' | 'endedAs' | 'heldAs' | 'renewal'
> {
  readonly statusLabel: string;
  readonly likenesses: readonly { readonly code: Likeness; readonly label: string }[];
}

/** The record of the register that a first filing takes over (归入申请人账号) once it is accepted. */
export interface TakenOver extends Pick<Institution, 'id' | 'name' | 'filingNumber' | 'filedOn'> {
  /** When the directory brought it in; of one whose filing was revoked, when it came into the register. */
  readonly registeredOn: PlainDate;
  /** Whether the filing goes under this number, and none is made. */
  readonly numberKept: boolean;
  /** What was filed of it before was revoked. */
  readonly wasRevoked: boolean;
  /** Whether it is in the account of somebody else, who no longer has it afterwards. */
  readonly ofAnother: boolean;
  /** Whether it has another head on record than the filing names. */
  readonly otherHead: boolean;
}

/** The applicant's own institution, in the register already, to which a licence is given in place of what it holds. */
export interface Licensed extends Pick<Institution, 'id' | 'name' | 'filingNumber' | 'regime'> {
  /** The end (终止) of what it has filed that waits for its day, and falls with the licence; null where none does. */
  readonly closure: { readonly filingId: string | null; readonly endsOn: PlainDate } | null;
}

export interface Duplicates extends Omit<Told<LikeFacts>, 'items'> {
  readonly items: readonly DuplicateLine[];
  readonly takesOver: TakenOver | null;
  readonly licenses: Licensed | null;
  /** What was refused, or lapsed, before of the same legal person or in the same house, the latest first. */
  readonly refusals: readonly (EarlierRefusal & { readonly statusLabel: string })[];
}

/**
 * What may be the same as a filing (疑似重复), for those who decide it. A hint and no refusal: one legal person serves at
 * several sites, and one head leads several institutions, by right. What hinders a filing is refused when it is handed in.
 */
@Injectable()
export class FindDuplicates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly reference: FilingReference,
    private readonly present: PresentFiling,
    private readonly duplicates: DuplicateStore,
    private readonly sites: RegisteredSite,
    private readonly claim: ClaimImportedSite,
    private readonly refusals: RefusalStore,
    private readonly spellings: SiteSpellings,
    private readonly steps: RetractStep,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT */
  async execute(caller: Caller, id: string): Promise<Duplicates> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.assign');
      await this.reference.requireResponsible(caller, placeOf(filing));
      const { application } = await this.present.contents(manager, filing, caller);
      const kinds = kindsLedBy(caller.departments);
      const takesOver = await this.takenOver(manager, { ...filing, application });
      const standing = takesOver === null ? await this.sites.standing(manager, filing) : null;
      const institutionId = filing.institutionId ?? takesOver?.id ?? standing?.id ?? null;
      const today = dateInShanghai(this.clock.now());
      const { applicantId } = filing;
      const asked = { id, institutionId, applicantId };
      const told = tell(await this.duplicates.find(manager, asked, application, kinds));
      return {
        ...told,
        items: told.items.map((item) => inWords(item, today)),
        takesOver,
        licenses: await this.licensed(manager, filing, standing),
        refusals: await this.refusedBefore(manager, { ...filing, application }, today),
      };
    });
  }

  /** Of the department that the filing is of, which the caller has. */
  private async refusedBefore(
    manager: Tx['manager'],
    filing: Filing,
    today: PlainDate,
  ): Promise<Duplicates['refusals']> {
    const { kind, application } = filing;
    const { uscc, district, address } = application;
    const site = await this.spellings.of({ kind, uscc, district, address: address ?? '' });
    const found = await this.refusals.find(
      manager,
      filing,
      address === null ? { ...site, spellings: [] } : site,
    );
    return found.map((one) => ({
      ...one,
      statusLabel: statusLabel({ ...one, admitBy: null, admittedOn: null }, today),
    }));
  }

  /** By the rule of the acceptance itself (`AcceptanceDesk`). */
  private async takenOver(
    manager: Tx['manager'],
    { type, kind, regime, institutionId, applicantId, application, renewal }: Filing,
  ): Promise<TakenOver | null> {
    const { uscc, district, address } = application;
    // A renewal takes nothing over: where its licence is gone, it is only refused (RENEWAL_VOID).
    if (type !== 'INITIAL' || renewal !== null || institutionId !== null || address === null) return null;
    const found = await this.claim.foresee(manager, { kind, uscc, district, address });
    if (found === null) return null;
    const { id, name, filingNumber, filedOn, registeredAt, filingEndedAs, operatorId } = found;
    const before = found.legalRepresentative?.residentId ?? null;
    const now = application.legalRepresentative.residentId;
    return {
      id,
      name,
      filingNumber,
      filedOn,
      registeredOn: dateInShanghai(registeredAt),
      numberKept: keepsNumber(found, regime),
      wasRevoked: filingEndedAs !== null,
      ofAnother: operatorId !== null && operatorId !== applicantId,
      otherHead: before !== null && now !== null && before !== now,
    };
  }

  /** By the rule of the acceptance itself, as above; a change licenses nothing. */
  private async licensed(
    manager: Tx['manager'],
    { type }: Filing,
    standing: Institution | null,
  ): Promise<Licensed | null> {
    if (type !== 'INITIAL' || standing === null) return null;
    const { id, name, filingNumber, regime } = standing;
    const step = await this.steps.fallingWithLicence(manager, standing);
    const closure = step && { filingId: step.filingId, endsOn: step.effectiveOn };
    return { id, name, filingNumber, regime, closure };
  }
}

function inWords(
  {
    facts: { regime, type, admitBy, admittedOn, endedAs, heldAs, renewal, ...facts },
    likenesses,
  }: Told<LikeFacts>['items'][number],
  today: PlainDate,
): DuplicateLine {
  return {
    ...facts,
    statusLabel:
      facts.what === 'FILING'
        ? statusLabel(
            { regime, type, renewal, status: facts.status as FilingStatus, admitBy, admittedOn },
            today,
          )
        : endedAs !== null && heldAs !== null && facts.status !== 'CLOSED'
          ? REMOVAL_WORDS[heldAs].ends[endedAs]
          : STATE_LABELS.institution[facts.status as keyof typeof STATE_LABELS.institution],
    likenesses: likenesses.map((code) => ({ code, label: LIKENESS_LABELS[code] })),
  };
}
