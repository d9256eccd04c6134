import { Inject, Injectable } from '@nestjs/common';
import {
  isRegistration,
  type licenceStanding,
  refuse,
  serviceOf,
  type FilingEnd,
  type FilingType,
  type Kind,
  type OpenRenewal,
  type PrintedSite,
  type ReceiptOrdinal,
  type Regime,
  type RegistrationFacts,
  type FiledSite,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { FileStore, PUBLIC_DATABASE, type PaperLine, type StoredFile, type Tx } from '@zhaoguan/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { FilingStatus } from '../domain/filing.process';
import { inOrder, type NumberedReceipt } from '../domain/receipt-order';
import { isTakenBack } from './taken-back';

/** The PDF of a receipt. */
export interface ReceiptFile {
  readonly sm3: string;
  readonly size: number;
  readonly fileName: string;
}

/** One receipt of a number: of the first filing, or of a change that was accepted under it. */
export interface ReceiptVersion extends PrintedSite {
  /** 1 for the first; the highest that was not taken back is the one in force. */
  readonly version: number;
  readonly type: FilingType;
  /** Whether it prolongs a suspension (延长暂停). */
  readonly prolongs: boolean;
  /** Of the institution, as it stands on this receipt. */
  readonly name: string;
  readonly filedOn: PlainDate;
  /** SM3 of the PDF, hex; null for the moments until it is printed. */
  readonly sm3: string | null;
  /** Day on which what it says was taken back before its own (撤回), and by which paper; null where it was not. */
  readonly retractedOn: PlainDate | null;
  readonly retractedBy: string | null;
}

type Retracted = Pick<ReceiptVersion, 'retractedOn' | 'retractedBy'>;

/** What was registered (登记回执) under the number of a licence. */
export type PublicRegistration = ReceiptVersion & RegistrationFacts;

/** What the public register says about a receipt number: the version in force, and all there were. Of a licence a registration is none. */
export interface PublicReceipt extends Omit<ReceiptVersion, keyof Retracted> {
  readonly filingNumber: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly status: FilingStatus;
  /** Whether it is of a filing (备案回执) or of a licence (许可证). */
  readonly regime: Regime;
  /** Last day of the licence; null for a filing, or where the law sets none. */
  readonly validUntil: PlainDate | null;
  /** Number of the licence that has taken its place; null while it is what the institution holds. */
  readonly replacedBy: string | null;
  /** The latest first. */
  readonly versions: readonly ReceiptVersion[];
  /** What was registered under the number of a licence, the last one first; empty for a filing. */
  readonly registrations: readonly PublicRegistration[];
}

/** A number in the register whose receipt this system did not issue. */
export interface RegisteredNumber {
  readonly filingNumber: string;
  readonly institutionId: string;
  readonly name: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly filedOn: string | null;
}

/** That the filing under a number is in force no more. */
export interface EndedNumber {
  readonly endedAs: FilingEnd;
  readonly endedOn: PlainDate;
}

/** Which of its number a receipt is, and which is the last one of those that take its place. */
interface ReceiptLine extends Pick<PaperLine, 'file' | 'signature'> {
  readonly ordinal: ReceiptOrdinal;
  readonly latest: ReceiptOrdinal;
  /** That what it says was taken back before its day (撤回), and by which paper; null where it stands. */
  readonly retracted: { readonly on: PlainDate; readonly paper: string | null } | null;
}

/** What the register says of the service that a licence is used for. */
export type ServiceToday = Pick<Parameters<typeof licenceStanding>[0], 'service' | 'pendingOn'>;

/** A receipt whose file nobody has signed yet. */
export interface UnsignedReceipt extends FiledSite {
  readonly filingId: string;
  readonly sm3: string;
  readonly kind: Kind;
}

@Injectable()
export class ReceiptStore {
  constructor(
    private readonly files: FileStore,
    @Inject(PUBLIC_DATABASE) private readonly publicDatabase: DataSource,
  ) {}

  async insert(tx: Tx, filingId: string, file: StoredFile, unprintable: readonly string[]): Promise<void> {
    await this.files.record(tx, file);
    await tx.manager.query(
      `insert into filings.receipt (filing_id, file_id, sm3, issued_at, unprintable) values ($1, $2, $3, $4, $5)`,
      [filingId, file.id, file.sm3, tx.at, unprintable],
    );
  }

  async find(manager: EntityManager, filingId: string): Promise<ReceiptFile | null> {
    const rows: ReceiptFile[] = await manager.query(
      `select f.sm3, f.size::float8 as size, f.name as "fileName"
         from filings.receipt r join platform.stored_file f on f.id = r.file_id where r.filing_id = $1`,
      [filingId],
    );
    return rows[0] ?? null;
  }

  /** By the id of the filing, after the one given. */
  unsigned(manager: EntityManager, after: string | undefined, limit: number): Promise<UnsignedReceipt[]> {
    return manager.query(
      `select r.filing_id as "filingId", r.sm3, f.kind, f.district, f.township, f.authority
         from filings.receipt r join filings.filing f on f.id = r.filing_id
        where ($1::uuid is null or r.filing_id > $1)
          and not exists (select from platform.file_signature s where s.sm3 = r.sm3)
        order by r.filing_id limit $2`,
      [after ?? null, limit],
    );
  }

  /** @param spelling the number in half width (NFKC) and capitals */
  async findPublic(spelling: string): Promise<PublicReceipt | null> {
    const rows: VersionRow[] = await this.publicDatabase.query(
      `select filing_number as "filingNumber", name, kind, site_type as "siteType", district, to_char(filed_on, 'YYYY-MM-DD') as "filedOn",
              status, sm3, type, version, regime, to_char(valid_until, 'YYYY-MM-DD') as "validUntil", replaced_by as "replacedBy",
              uscc, address, legal_representative as "legalRepresentative", capacity, nursing_beds as "nursingBeds",
              numbered_apart as apart, to_char(case when prolongs then filed_on else effective_on end, 'YYYY-MM-DD') as "effectiveOn",
              prolongs, to_char(suspended_since, 'YYYY-MM-DD') as "suspendedSince",
              to_char(retracted_on, 'YYYY-MM-DD') as "retractedOn", retracted_by as "retractedBy"
         from filings.receipt_public where spelling = $1 order by numbered_apart desc, version desc`,
      [spelling],
    );
    const registered = rows.filter(isRegistration);
    const versions = rows.filter((row) => !isRegistration(row));
    const current = versions.find(({ retractedOn }) => retractedOn === null);
    if (!current) return null;
    const { apart: _apart, effectiveOn: _effectiveOn, suspendedSince: _since, ...rest } = current;
    const { retractedOn: _retractedOn, retractedBy: _retractedBy, ...shown } = rest;
    return {
      ...shown,
      versions: versions.map(versionOfRow),
      registrations: registered.map((row) => ({
        ...versionOfRow(row),
        apart: row.apart,
        effectiveOn: row.effectiveOn ?? row.filedOn,
        suspendedSince: row.suspendedSince,
      })),
    };
  }

  /** Which of its number the receipt of an accepted filing is. */
  async ordinalOf(manager: EntityManager, filingId: string): Promise<ReceiptOrdinal> {
    return (await this.ofNumber(manager, filingId)).own;
  }

  private async ofNumber(manager: EntityManager, filingId: string) {
    const rows: NumberedReceipt[] = await manager.query(
      `select e.id, e.regime, e.type, coalesce(r.numbered_apart, true) as "numberedApart",
              ${isTakenBack('e')} as retracted
         from filings.filing f join filings.filing e on e.filing_number = f.filing_number
         left join filings.receipt r on r.filing_id = e.id
        where f.id = $1 order by e.updated_at, e.id`,
      [filingId],
    );
    return inOrder(rows, filingId);
  }

  /**
   * Whether the authority has ended the filing under a number (注销、撤销).
   * @param spelling as above
   * @param reader the transaction of whoever asks about their own; else the public database
   */
  async findEnd(
    spelling: string,
    reader: Pick<EntityManager, 'query'> = this.publicDatabase,
  ): Promise<EndedNumber | null> {
    const rows: EndedNumber[] = await reader.query(
      `select ended_as as "endedAs", to_char(ended_on, 'YYYY-MM-DD') as "endedOn"
         from institutions.filing_end_public where spelling = $1 order by ended_on desc limit 1`,
      [spelling],
    );
    return rows[0] ?? null;
  }

  /** How the institution that has a number serves today, and the day of what it told last where that is not in force. */
  async findService(filingNumber: string): Promise<ServiceToday> {
    const rows: { readonly status: string; readonly pendingOn: PlainDate | null }[] =
      await this.publicDatabase.query(
        `select i.status, to_char(s.effective_on, 'YYYY-MM-DD') as "pendingOn"
           from institutions.institution_public i
           left join institutions.status_step_public s on s.institution_id = i.id and not s.in_force
          where i.filing_number = $1 limit 1`,
        [filingNumber],
      );
    return { service: serviceOf(rows[0]?.status), pendingOn: rows[0]?.pendingOn ?? null };
  }

  /** The open renewal (延续) of the licence under a number. @param spelling as above */
  async findRenewal(spelling: string): Promise<OpenRenewal | null> {
    const rows: OpenRenewal[] = await this.publicDatabase.query(
      `select to_char(r.until, 'YYYY-MM-DD') as until, r.taken_in as "takenIn"
         from institutions.filing_number_public n join filings.renewal_public r on r.institution_id = n.institution_id
        where n.spelling = $1 order by r.until desc limit 1`,
      [spelling],
    );
    return rows[0] ?? null;
  }

  /** The receipt of an accepted filing as it stands in the list of its papers. */
  async line(manager: EntityManager, filingId: string): Promise<ReceiptLine> {
    const rows: Pick<ReceiptLine, 'file' | 'signature' | 'retracted'>[] = await manager.query(
      `select case when f.id is not null then jsonb_build_object('sm3', f.sm3, 'size', f.size, 'fileName', f.name) end as file,
              case when s.sm3 is not null then jsonb_build_object('keyId', s.key_id,
                'signedAt', to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as signature,
              (select jsonb_build_object('on', (t.ended_at at time zone 'Asia/Shanghai')::date,
                        'paper', (select p.number from filings.paper p where p.filing_id = t.filing_id and p.kind = 'RETRACTION_GRANT'))
                 from filings.retraction t where t.filing_id = i.id and t.status = 'GRANTED') as retracted
         from filings.filing i
         left join filings.receipt r on r.filing_id = i.id
         left join platform.stored_file f on f.id = r.file_id
         left join platform.file_signature s on s.sm3 = r.sm3
        where i.id = $1`,
      [filingId],
    );
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    const { own, latest } = await this.ofNumber(manager, filingId);
    return { ...row, ordinal: own, latest };
  }

  /** A number that a directory brought into the register. @param spelling as above */
  async findRegistered(spelling: string): Promise<RegisteredNumber | null> {
    const rows: RegisteredNumber[] = await this.publicDatabase.query(
      `select filing_number as "filingNumber", institution_id as "institutionId", name, kind, site_type as "siteType", district,
              to_char(filed_on, 'YYYY-MM-DD') as "filedOn"
         from institutions.filing_number_public where spelling = $1 order by institution_id limit 1`,
      [spelling],
    );
    return rows[0] ?? null;
  }
}

type VersionRow = Omit<PublicReceipt, 'versions' | 'registrations'> &
  Retracted & {
    readonly apart: boolean;
    readonly effectiveOn: PlainDate | null;
    readonly suspendedSince: PlainDate | null;
  };

function versionOfRow({ version, type, prolongs, name, filedOn, sm3, ...row }: VersionRow): ReceiptVersion {
  const { uscc, address, legalRepresentative, capacity, nursingBeds, retractedOn, retractedBy } = row;
  const printed = { uscc, address, legalRepresentative, capacity, nursingBeds };
  return { version, type, prolongs, name, filedOn, sm3, ...printed, retractedOn, retractedBy };
}
