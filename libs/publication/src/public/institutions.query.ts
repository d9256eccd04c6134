import { Inject, Injectable } from '@nestjs/common';
import {
  placeOfAuthority,
  refuse,
  transitionEnd,
  type FilingEnd,
  type FormDefinition,
  type Grade,
  type Kind,
  type LegalForm,
  type OpenRenewal,
  type Regime,
  type RegimeRow,
  type StaffPost,
  type StatusAction,
} from '@zhaoguan/contracts';
import { dateInShanghai, isUuid, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, PUBLIC_DATABASE } from '@zhaoguan/platform';
import { Conditions } from './conditions';
import { openingReasons, type GradeReason } from './grade-reasons';
import {
  filingEndOf,
  PREDECESSORS,
  SITES_OF_LEGAL_PERSON,
  STAFF,
  STATUS_STEP,
  SUCCESSORS,
  VIEW,
} from './institution-parts';
import { keysetPage, type PublicPage } from './keyset-page';
import { districtPath, PublicReference } from './public-reference';
import { inWords, type PublishedParticular } from './published-particulars';
import { expiredLicences } from './expired-licences';
import { RENEWAL, renewalShown, type PublicRenewal } from './renewals';
import { addSearchTerms, formerlyNamed } from './search-terms';
import type { SqlReader } from './sql-reader';

/** What the public register tells of an institution. */
export interface PublicInstitution {
  readonly id: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly name: string;
  readonly uscc: string;
  readonly legalForm: LegalForm;
  readonly legalRepresentative: string | null;
  readonly servicePhone: string | null;
  /** Of a 家庭托育点, a dwelling, no more than the street office or town. */
  readonly address: string;
  readonly district: string;
  /** From province to county, in words. */
  readonly districtName: string;
  /** With which authority it has filed, or which licensed it (备案机关、许可机关); null while it has no number. */
  readonly authorityName: string | null;
  /** Beds (床位) or childcare places (托位). */
  readonly capacity: number;
  readonly nursingBeds: number | null;
  readonly ownership: 'PUBLIC' | 'PUBLIC_BUILT_PRIVATE_RUN' | 'PRIVATE_SUBSIDISED' | 'PRIVATE' | null;
  readonly status: 'OPERATING' | 'SUSPENDED' | 'CLOSED';
  readonly grade: Grade;
  readonly gradeSince: PlainDate | null;
  readonly filingNumber: string | null;
  readonly filedOn: PlainDate | null;
  /** What it holds under its number: a filing (备案) or a licence (许可). */
  readonly regime: Regime;
  /** Last day of its licence; null for a filing, or where the law sets none. */
  readonly validUntil: PlainDate | null;
  /** The same day, where the licence has expired and does not count as renewed; null for any other. */
  readonly licenceExpiredOn: PlainDate | null;
  /** Last day on which its filing stands without the licence that the law asks for now (过渡期); null for any other. */
  readonly transitionUntil: PlainDate | null;
  readonly registeredAt: Date;
  /** Names that it had (曾用名), the last one first. */
  readonly formerNames: readonly string[];
  /** What the forms ask for and the public may know (收费标准、人员配备、普惠), as people read it; what was not filed is absent. */
  readonly particulars: readonly PublishedParticular[];
}

/** The last suspension, prolonging, resumption or closure (暂停、延长暂停、恢复、终止), and what brought back an institution after an annulled 注销. */
export interface StatusStepFacts {
  readonly action: StatusAction | 'reinstate' | 'reinstateSuspended';
  readonly effectiveOn: PlainDate;
  /** False until its day has come. */
  readonly inForce: boolean;
  /** Of a suspension and of what prolongs it: when the service is expected to go on (预计恢复服务日); null where that was not told, and of every other step. */
  readonly expectedUntil: PlainDate | null;
  /** Of what prolongs a suspension (延长暂停), from which day on the service is stopped; null of every other step. */
  readonly suspendedSince: PlainDate | null;
  /** Asked to be taken back (撤回), and not answered: until then it does not come into force, also when its day has come. */
  readonly held: boolean;
}

/** That the authority ended a filing or a licence (注销、撤销), and since when. */
export interface FilingEndFacts {
  readonly endedAs: FilingEnd;
  readonly regime: Regime;
  readonly endedOn: PlainDate;
}

/** What stood at the address before, or was taken over (此前的机构), and how it ended. */
export interface Predecessor {
  readonly id: string;
  readonly name: string;
  readonly statusStep: StatusStepFacts | null;
  readonly filingEnd: FilingEndFacts | null;
}

/** Another institution that one has to do with, as it stands in the register now. */
export interface OtherInstitution extends Pick<
  PublicInstitution,
  'id' | 'name' | 'kind' | 'siteType' | 'status'
> {
  readonly districtName: string;
}

/** An institution with why it has its grade, and whether its receipt can be verified here. */
export interface GradedInstitution extends PublicInstitution {
  readonly gradeReasons: readonly GradeReason[];
  /** False also for a number that a directory brought in: its receipt was issued elsewhere. */
  readonly receiptIssued: boolean;
  /** Null where there never was one. */
  readonly statusStep: StatusStepFacts | null;
  /** What the authority has made of the filing (注销、撤销); null while it is in force. */
  readonly filingEnd: FilingEndFacts | null;
  /** Why its licence holds beyond its last day; null where nothing is asked for. */
  readonly renewal: PublicRenewal | null;
  /** The last one first; empty for a dwelling (家庭托育点), whose address is not public. */
  readonly predecessors: readonly Predecessor[];
  /** Who came after it at its place or took over (此后的机构), once it has ended; the next one first, empty for a dwelling. */
  readonly successors: readonly OtherInstitution[];
  /** Under the same 统一社会信用代码, registered last first, fifty at most. */
  readonly sitesOfLegalPerson: readonly OtherInstitution[];
  /** People in post by the register of the institution (从业人员名录), most first; empty where it keeps none. */
  readonly staff: readonly StaffCount[];
}

export interface StaffCount {
  readonly post: StaffPost;
  readonly people: number;
}

export interface InstitutionCriteria {
  /** Part of the name or of a former one, read by `readNameFragment`. */
  readonly fragment?: string | undefined;
  readonly kind?: Kind | undefined;
  /** 家庭托育点 alone. */
  readonly siteType?: 'HOME' | undefined;
  /** Of any level: a city covers its counties. */
  readonly district?: string | undefined;
  readonly grade?: Grade | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Written out, for a partial index holds these alone. */
const IS_HOME = `site_type = 'HOME'`;
const COLUMNS = `id, kind, name, uscc, legal_form as "legalForm", legal_representative as "legalRepresentative",
  service_phone as "servicePhone", address, district, capacity, nursing_beds as "nursingBeds", ownership, status, grade,
  grade_since::text as "gradeSince", filing_number as "filingNumber", filed_on::text as "filedOn",
  registered_at as "registeredAt", particulars, regime, valid_until::text as "validUntil", site_type as "siteType",
  township, authority,
  array(select f.name from institutions.former_name_public f where f.institution_id = id
         group by f.name order by max(f.until) desc) as "formerNames"`;

/** Receipts under the number of an institution `i`; by the spelling, by which they are indexed. */
const RECEIPTS = `filings.receipt_public r
  where r.spelling = upper(replace(normalize(i.filing_number, NFKC), ' ', ''))`;

type Shown = 'districtName' | 'authorityName' | 'particulars' | 'transitionUntil' | 'licenceExpiredOn';

type OtherRow = Omit<OtherInstitution, 'districtName'> & { readonly district: string };

type Row = Omit<PublicInstitution, Shown> & {
  readonly township: string | null;
  readonly authority: string | null;
  readonly particulars: Readonly<Record<string, unknown>>;
};

type Others = 'successors' | 'sitesOfLegalPerson';

type GradedRow = Row &
  Omit<GradedInstitution, keyof PublicInstitution | Others | 'renewal' | 'gradeReasons'> &
  Readonly<Record<Others, readonly OtherRow[]>> & {
    /** Null while nothing has been recorded of it. */
    readonly gradeReasons: readonly GradeReason[] | null;
    readonly renewal: OpenRenewal | null;
  };

/** The register (机构名录) as the public searches it. */
@Injectable()
export class InstitutionsQuery {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest registration first. @throws INVALID_CURSOR, INVALID_DISTRICT */
  async list(criteria: InstitutionCriteria): Promise<PublicPage<PublicInstitution>> {
    const { limit, cursor, ...sought } = criteria;
    const conditions = new Conditions();
    conditions.equal('kind', sought.kind);
    if (sought.siteType !== undefined) conditions.add(IS_HOME);
    conditions.equal('grade', sought.grade);
    conditions.within('district', sought.district);
    const besides = sought.fragment === undefined ? undefined : conditions.beside();
    if (besides && sought.fragment !== undefined) {
      const [named, formerly] = [
        conditions.holds('name', sought.fragment),
        formerlyNamed(conditions, sought.fragment),
      ];
      for (const term of [...conditions.terms, formerly, `not ${named}`]) besides.add(term);
      conditions.add(`(${named} or ${formerly})`);
    }
    // 家庭托育点 have an index in the order of the list; the other one is for what is looked for by name.
    const walks = conditions.terms.length === 0 || (besides === undefined && sought.siteType !== undefined);
    const indexed = walks ? undefined : conditions.beside();
    if (indexed) addSearchTerms(indexed, sought);
    if (indexed && sought.siteType !== undefined) indexed.add(IS_HOME);
    const list = { columns: COLUMNS, from: VIEW, at: 'registered_at', limit, cursor, indexed, besides };
    const page = await keysetPage<Row>(this.database, list, conditions);
    const expired = await this.expired(page.items);
    return { ...page, items: await Promise.all(page.items.map((row) => this.readable(row, expired))) };
  }

  /** Of those whose filing or licence the authority has ended (注销、撤销), what became of it. */
  async endsOf(institutionIds: readonly string[]): Promise<ReadonlyMap<string, FilingEndFacts>> {
    if (institutionIds.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; end: FilingEndFacts | null }[]>(
      `select id, ${filingEndOf('i')} as end from ${VIEW} i where id = any ($1::uuid[])`,
      [institutionIds],
    );
    return new Map(rows.flatMap(({ id, end }) => (end === null ? [] : [[id, end] as const])));
  }

  /** @throws NOT_FOUND, also for an id of another shape */
  async get(id: string): Promise<GradedInstitution> {
    if (!isUuid(id)) throw refuse('NOT_FOUND');
    const rows = await this.database.query<GradedRow[]>(
      `select ${COLUMNS},
              exists (select from ${RECEIPTS}) as "receiptIssued",
              ${STATUS_STEP} as "statusStep",
              ${filingEndOf('i')} as "filingEnd",
              ${RENEWAL} as renewal,
              ${PREDECESSORS} as predecessors,
              ${SUCCESSORS} as successors,
              ${SITES_OF_LEGAL_PERSON} as "sitesOfLegalPerson",
              ${STAFF} as staff,
              (select reasons from credit.credit_public c where c.institution_id = i.id) as "gradeReasons"
         from ${VIEW} i where id = $1`,
      [id],
    );
    const row = rows[0];
    if (!row) throw refuse('NOT_FOUND');
    const districts = await this.reference.districts();
    const named = ({ district, ...other }: OtherRow): OtherInstitution => ({
      ...other,
      districtName: districtPath(districts, district),
    });
    const renewal = renewalShown(row.renewal, dateInShanghai(this.clock.now()));
    const gradeReasons = row.gradeReasons ?? openingReasons(row, await this.reference.header('credit-rules'));
    return {
      ...(await this.readable(row, await this.expired([row]))),
      successors: row.successors.map(named),
      sitesOfLegalPerson: row.sitesOfLegalPerson.map(named),
      renewal,
      gradeReasons,
    };
  }

  private expired(rows: readonly Row[]): Promise<ReadonlyMap<string, PlainDate>> {
    return expiredLicences(this.database, rows, dateInShanghai(this.clock.now()));
  }

  private async readable<T extends Row>(
    row: T,
    expired: ReadonlyMap<string, PlainDate>,
  ): Promise<Omit<T, 'particulars' | 'township' | 'authority'> & Pick<PublicInstitution, Shown>> {
    const forms = await this.reference.list<FormDefinition>('forms');
    const { particulars: _filed, township, authority, ...shown } = row;
    const { kind, siteType, district, regime, status } = row;
    const wanted = { kind, siteType, district, on: dateInShanghai(this.clock.now()) };
    const waits = regime === 'FILING' && status !== 'CLOSED';
    const rows = await this.reference.list<RegimeRow>('regimes');
    return {
      ...shown,
      licenceExpiredOn: expired.get(row.id) ?? null,
      transitionUntil: waits ? transitionEnd(rows, wanted) : null,
      // It may have gone back to a name that it had.
      formerNames: row.formerNames.filter((name) => name !== row.name),
      districtName: districtPath(await this.reference.districts(), row.district),
      authorityName:
        row.filingNumber === null
          ? null
          : await this.reference.authorityName(kind, placeOfAuthority({ district, township, authority })),
      particulars: inWords(forms, row),
    };
  }
}
