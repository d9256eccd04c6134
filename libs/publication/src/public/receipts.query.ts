import { Inject, Injectable } from '@nestjs/common';
import {
  licenceStanding,
  serviceOf,
  type FilingType,
  type FormDefinition,
  type Kind,
  type LicenceStanding,
  type OpenRenewal,
  type PrintedSite,
  transitionEnd,
  type Regime,
  type RegimeRow,
  type RegistrationFacts,
  type Replacement,
} from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, PUBLIC_DATABASE } from '@zhaoguan/platform';
import { STATUS_STEP } from './institution-parts';
import { type FilingEndFacts, type PublicInstitution, type StatusStepFacts } from './institutions.query';
import { districtPath, PublicReference } from './public-reference';
import { printedItems, type PrintedAnswers, type PrintedItem } from './printed-items';
import { RENEWAL, renewalShown, type PublicRenewal } from './renewals';
import type { SqlReader } from './sql-reader';

/** One receipt of a number: of the first filing, or of a change that was accepted under it. */
export interface PublicReceiptVersion extends PrintedSite {
  readonly version: number;
  readonly type: FilingType;
  /** Whether it prolongs a suspension (延长暂停). */
  readonly prolongs: boolean;
  /** Of the institution, as it stands on this receipt: it may have another one now. */
  readonly name: string;
  readonly filedOn: PlainDate;
  /** SM3 of the PDF as issued, hex; null until it has been made. */
  readonly sm3: string | null;
  /** What else stands on it, in its words; empty for the moments until it has been made. */
  readonly items: readonly PrintedItem[];
  /** Day on which what it says was taken back before its own (撤回), and by which paper; null where it was not. */
  readonly retractedOn: PlainDate | null;
  readonly retractedBy: string | null;
}

/** What was registered (登记回执) under the number of a licence, and is no version of it. */
export type PublicRegistration = PublicReceiptVersion & RegistrationFacts;

/** What anybody may ask about a receipt (备案回执) in their hand: of the version in force. */
export interface PublicReceipt extends PrintedSite {
  readonly filingNumber: string;
  readonly name: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  /** Whether it is of a filing (备案回执) or of a licence (许可证). */
  readonly regime: Regime;
  /** Last day of the licence; null for a filing, or where the law sets none. */
  readonly validUntil: PlainDate | null;
  /** Number of the licence that has taken its place; null while it is what the institution holds. */
  readonly replacedBy: string | null;
  /** What has become of that licence since; null where none took its place. */
  readonly replacement: Replacement | null;
  readonly district: string;
  readonly districtName: string;
  readonly filedOn: PlainDate;
  /** SM3 of the PDF as issued, hex; null until it has been made. */
  readonly sm3: string | null;
  /** What else stands on the one in force. */
  readonly items: readonly PrintedItem[];
  /** All that were issued under the number, the latest first; each takes the place of the one before, unless it was taken back. */
  readonly versions: readonly PublicReceiptVersion[];
  /** What was registered under the number of a licence, the last one first; empty for a filing. */
  readonly registrations: readonly PublicRegistration[];
  /** Where a licence stands today, and by what; null for a filing. */
  readonly standing: LicenceStanding | null;
  /** The institution as it is today, for a receipt tells nothing of what came after it; null where the register has it no more. */
  readonly institution: {
    readonly id: string;
    readonly status: PublicInstitution['status'];
    readonly statusStep: StatusStepFacts | null;
    /** 备案日期 of the register: of one that a directory brought in, before any receipt of this system. */
    readonly filedOn: PlainDate | null;
    /** Until when the register has its licence, also where it counts as renewed and no certificate says so yet. */
    readonly validUntil: PlainDate | null;
  } | null;
  /** Last day on which a filing stands without the licence that the law asks for now (过渡期); null for any other. */
  readonly transitionUntil: PlainDate | null;
  /** Why the licence holds beyond its last day; null where nothing is asked for. */
  readonly renewal: PublicRenewal | null;
}

/** A number in the register whose receipt was issued before this system, or outside of it. */
export interface RegisteredNumber extends Omit<
  PublicReceipt,
  | 'sm3'
  | 'filedOn'
  | 'items'
  | 'versions'
  | 'registrations'
  | 'standing'
  | 'institution'
  | 'regime'
  | 'validUntil'
  | 'replacedBy'
  | 'replacement'
  | 'renewal'
  | 'transitionUntil'
  | keyof PrintedSite
> {
  readonly institutionId: string;
  readonly filedOn: PlainDate | null;
}

type Printed<R> = Omit<R, 'items'> & { readonly printed: PrintedAnswers | null };
type Derived =
  'districtName' | 'transitionUntil' | 'renewal' | 'standing' | 'replacement' | 'versions' | 'registrations';
type ReceiptRow = Printed<Omit<PublicReceipt, Derived>> & {
  readonly renewal: OpenRenewal | null;
  readonly versions: readonly Printed<PublicReceiptVersion>[];
  readonly registrations: readonly Printed<PublicRegistration>[];
};

/** What is printed on the receipt with the digest of a column, as SQL. */
const printedOn = (sm3: string): string =>
  `(select p.printed from filings.receipt_items_public p where p.sm3 = ${sm3})`;

/** A receipt `v` of the number, as SQL. */
const VERSION = `jsonb_build_object('version', v.version, 'type', v.type, 'prolongs', v.prolongs, 'name', v.name, 'filedOn', v.filed_on, 'sm3', v.sm3,
  'uscc', v.uscc, 'address', v.address, 'legalRepresentative', v.legal_representative, 'capacity', v.capacity,
  'nursingBeds', v.nursing_beds, 'printed', ${printedOn('v.sm3')}, 'retractedOn', v.retracted_on, 'retractedBy', v.retracted_by)`;

/** Day of what was told last of a service, where that is not in force. */
const pendingDay = (step: StatusStepFacts | null | undefined): PlainDate | null =>
  step && !step.inForce ? step.effectiveOn : null;

/** Longer than any filing number; nothing honest is. */
const LONGEST = 64;

const isPossible = (filingNumber: string): boolean =>
  filingNumber.length <= LONGEST && !/\p{Cc}/u.test(filingNumber);

/** Whether a receipt is genuine (回执验真). */
@Injectable()
export class ReceiptsQuery {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the number in half width (NFKC) and capitals. Undefined when no receipt with this number was issued. */
  async find(filingNumber: string): Promise<PublicReceipt | undefined> {
    const row = await this.first<ReceiptRow>(
      `select filing_number as "filingNumber", name, kind, site_type as "siteType", district, filed_on::text as "filedOn", sm3,
              regime, valid_until::text as "validUntil", replaced_by as "replacedBy",
              uscc, address, legal_representative as "legalRepresentative", capacity, nursing_beds as "nursingBeds",
              ${printedOn('r.sm3')} as printed,
              (select jsonb_agg(${VERSION} order by v.version desc) from filings.receipt_public v
                where v.spelling = $1 and v.is_registration = r.is_registration) as versions,
              (select coalesce(jsonb_agg(${VERSION} || jsonb_build_object('apart', v.numbered_apart, 'effectiveOn', case when v.prolongs then v.filed_on else v.effective_on end,
                                           'suspendedSince', v.suspended_since)
                                         order by v.numbered_apart desc, v.version desc), '[]')
                 from filings.receipt_public v where v.spelling = $1 and v.is_registration) as registrations,
              (select jsonb_build_object('id', i.id, 'status', i.status, 'statusStep', ${STATUS_STEP},
                                         'filedOn', to_char(i.filed_on, 'YYYY-MM-DD'),
                                         'validUntil', to_char(i.valid_until, 'YYYY-MM-DD'))
                 from institutions.institution_public i where i.filing_number = r.filing_number) as institution,
              (select ${RENEWAL} from institutions.institution_public i
                where i.filing_number = r.filing_number) as renewal
         from filings.receipt_public r where spelling = $1
        order by is_registration, retracted_on is not null, version desc limit 1`,
      filingNumber,
    );
    if (!row) return undefined;
    const found = await this.withItems(row);
    const today = dateInShanghai(this.clock.now());
    const renewal = renewalShown(found.renewal, today);
    const replacement = await this.replacementOf(found);
    const end = await this.findEnd(filingNumber);
    if (found.regime === 'FILING') {
      const transitionUntil = end ? null : await this.transitionOf(found, today);
      return { ...found, renewal, replacement, standing: null, transitionUntil };
    }
    const service = serviceOf(found.institution?.status);
    const pendingOn = pendingDay(found.institution?.statusStep);
    const endedOn = end?.endedOn ?? null;
    const licence = { ...found, service, pendingOn, renewal: renewal && renewal.state, endedOn };
    const standing = licenceStanding(licence, today);
    return { ...found, renewal, replacement, standing, transitionUntil: null };
  }

  /** Of what the institution still holds, and serves by: a licence that took its place says the rest itself. */
  private async transitionOf(
    {
      kind,
      siteType,
      district,
      institution,
    }: Pick<ReceiptRow, 'kind' | 'siteType' | 'district' | 'institution'>,
    on: PlainDate,
  ): Promise<PlainDate | null> {
    if (institution === null || institution.status === 'CLOSED') return null;
    return transitionEnd(await this.reference.list<RegimeRow>('regimes'), { kind, siteType, district, on });
  }

  /** The licence that is the last to stand in its place, as it is today. */
  private async replacementOf({ replacedBy }: Pick<ReceiptRow, 'replacedBy'>): Promise<Replacement | null> {
    if (replacedBy === null) return null;
    const spelling = replacedBy.normalize('NFKC').replaceAll(' ', '').toUpperCase();
    const next = await this.find(spelling);
    if (!next?.standing) return null;
    return {
      number: replacedBy,
      standing: next.standing,
      endedAs: (await this.findEnd(spelling))?.endedAs ?? null,
    };
  }

  private async withItems(row: ReceiptRow & { readonly districtName: string }) {
    const forms = await this.reference.list<FormDefinition>('forms');
    const told = <R extends object>({
      printed,
      ...rest
    }: R & { readonly printed: PrintedAnswers | null }) => ({
      ...rest,
      items: printedItems(forms, row.kind, printed),
    });
    return {
      ...told(row),
      versions: row.versions.map((each) => told(each)),
      registrations: row.registrations.map((each) => told(each)),
    };
  }

  /** By the same spelling. Undefined when no institution of the register has this number. */
  findRegistered(filingNumber: string): Promise<RegisteredNumber | undefined> {
    return this.first<Omit<RegisteredNumber, 'districtName'>>(
      `select filing_number as "filingNumber", institution_id as "institutionId", name, kind, site_type as "siteType", district,
              filed_on::text as "filedOn"
         from institutions.filing_number_public where spelling = $1 order by institution_id limit 1`,
      filingNumber,
    );
  }

  /** Whether the authority has ended the filing under this number (注销、撤销). By the same spelling. */
  async findEnd(filingNumber: string): Promise<FilingEndFacts | undefined> {
    if (!isPossible(filingNumber)) return undefined;
    const rows = await this.database.query<FilingEndFacts[]>(
      `select ended_as as "endedAs", regime, ended_on::text as "endedOn"
         from institutions.filing_end_public where spelling = $1 order by ended_on desc limit 1`,
      [filingNumber],
    );
    return rows[0];
  }

  private async first<Row extends { readonly district: string }>(
    sql: string,
    filingNumber: string,
  ): Promise<(Row & { readonly districtName: string }) | undefined> {
    if (!isPossible(filingNumber)) return undefined;
    const rows = await this.database.query<Row[]>(sql, [filingNumber]);
    const row = rows[0];
    return row && { ...row, districtName: districtPath(await this.reference.districts(), row.district) };
  }
}
