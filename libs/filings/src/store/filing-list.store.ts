import { Injectable } from '@nestjs/common';
import type { FilingType, Kind, Regime } from '@zhaoguan/contracts';
import { decodePositionCursor, encodeCursor, type PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { FilingStatus } from '../domain/filing.process';
import { isTakenBack } from './taken-back';

/** A filing as a line of the list. */
export interface FilingLine {
  readonly id: string;
  readonly type: FilingType;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  /** Under which law it is handled; of a draft, until it is shown, as it was when it was begun. */
  readonly regime: Regime;
  /** Whether it asks for a licence to go on (延续). */
  readonly renewal: boolean;
  readonly prolongs: boolean;
  /** Last day of the licence after which it counts as renewed, where nobody has decided by then (视为准予延续); null where nothing follows. */
  readonly countsAfter: PlainDate | null;
  readonly status: FilingStatus;
  readonly name: string;
  readonly uscc: string;
  readonly district: string;
  readonly township: string | null;
  /** The city or the province whose authority takes it; null: that of the place. */
  readonly authority: string | null;
  readonly round: number;
  readonly dueOn: PlainDate | null;
  readonly extendedFrom: PlainDate | null;
  readonly correctBy: PlainDate | null;
  readonly admitBy: PlainDate | null;
  readonly admittedOn: PlainDate | null;
  readonly submittedAt: Date | null;
  readonly createdAt: Date;
  readonly filingNumber: string | null;
  readonly institutionId: string | null;
  readonly version: number;
  /** When it was accepted; null of any other. */
  readonly acceptedAt: Date | null;
  /** Whether what was accepted was taken back before it came into force (撤回). */
  readonly retracted: boolean;
  /** Who conducts it (承办人), for officials; null: nobody, or not for the reader to know. */
  readonly assigneeName: string | null;
}

/**
 * Whose turn it is: what the authority is to act on by its next last day (of an application for a licence first that it says whether it is
 * taken in, 行政许可法第三十二条, then that it decides), then what applicants are to put right by theirs, then the
 * rest, the newest first. A thousand thousand days keep the second group apart from the first, the end of days the third from both.
 */
const IN_TURN = `coalesce(case when due_on is not null and admitted_on is null then least(due_on, admit_by) else due_on end, correct_by + 1000000, date '9999-12-31' - ((created_at at time zone 'UTC')::date - date '2000-01-01'))`;

/** Expression to sort by, as text so that a cursor can carry it, and its type. */
const SORTS = {
  dueOn: { by: IN_TURN, type: 'date' },
  submittedAt: { by: `coalesce(submitted_at, 'infinity'::timestamptz)`, type: 'timestamptz' },
  createdAt: { by: 'created_at', type: 'timestamptz' },
} as const;
type SortField = keyof typeof SORTS;

export const FILING_SORTS = [
  'dueOn',
  '-dueOn',
  'submittedAt',
  '-submittedAt',
  'createdAt',
  '-createdAt',
] as const;
export type FilingSort = (typeof FILING_SORTS)[number];

export interface FilingFilter {
  readonly status?: FilingStatus;
  readonly kind?: Kind;
  /** Digits that the district code begins with. */
  readonly districtPrefix?: string;
  /** Those about this institution, and those that ask for its licence, or for it to go on (延续). */
  readonly institutionId?: string;
  /** Those that this person conducts. */
  readonly heldBy?: string;
  /** Those that are being decided and that nobody conducts, of the very authorities of these places. */
  readonly unheld?: readonly string[];
  /** Those that this person entered at the window (窗口代办). */
  readonly enteredBy?: string;
  readonly applicantId: string;
  /** Kinds whose filings the caller's department takes; those of everybody in the jurisdiction. */
  readonly kinds: readonly Kind[];
  /** Counties of the jurisdiction, for the index; null for the whole country. */
  readonly places: readonly string[] | null;
  readonly sort: FilingSort;
  readonly limit: number;
  readonly cursor?: string;
}

/** Row-level security leaves what lies in the jurisdiction; the filter, what the department takes or the person filed. */
@Injectable()
export class FilingListStore {
  /**
   * One row more than asked for, which tells that there is another page. Name and code are what was handed in; only the
   * applicant sees the working copy, which may be changing. A deleted draft is listed only when it is asked for.
   */
  async find(
    manager: EntityManager,
    filter: FilingFilter,
  ): Promise<(FilingLine & { readonly position: string })[]> {
    const descending = filter.sort.startsWith('-');
    const { by, type } = SORTS[filter.sort.replace('-', '') as SortField];
    const after =
      filter.cursor === undefined
        ? [null, null]
        : decodePositionCursor(filter.cursor, (text) => POSITION.test(text));
    const direction = descending ? 'desc' : 'asc';
    const beyond = descending ? '<' : '>';
    return manager.query(
      `with page as (
         select id, applicant_id, type, kind, regime, prolongs, renews, renews_until, renews_in_time, status, name, uscc, district, township, authority, round, due_on, extended_from, correct_by, admit_by, admitted_on, submitted_at, created_at, updated_at,
                filing_number, institution_id, version, application ->> 'siteType' as site_type, ${by} as place
           from filings.filing
          where (applicant_id = $1 or kind = any($2) and ($10::text[] is null or district = any($10)))
            and case when $3::text is null then status <> 'ABANDONED' else status = $3 end
            and ($4::text is null or kind = $4)
            and ($5::text is null or district like $5 || '%')
            and ($9::uuid is null or institution_id = $9 or renews = $9 or licenses = $9)
            and ($11::uuid is null or entered_by = $11)
            ${this.held(filter)}
            and ($6::text is null or (${by}, id) ${beyond} ($6::${type}, $7::uuid))
          order by ${by} ${direction}, id ${direction}
          limit $8)
       select p.id, p.type, p.kind, case when s.filing_id is null then p.site_type else s.application ->> 'siteType' end as "siteType", p.regime, p.renews is not null as renewal, p.prolongs is not null as prolongs, p.status,
              to_char(case when p.renews_in_time and p.status = 'SUBMITTED' and (p.admit_by < p.renews_until or p.admitted_on <= p.renews_until) then p.renews_until end, 'YYYY-MM-DD') as "countsAfter", coalesce(s.application ->> 'name', p.name) as name,
              coalesce(s.application ->> 'uscc', p.uscc) as uscc, p.district, p.township, p.authority, p.round,
              to_char(p.due_on, 'YYYY-MM-DD') as "dueOn", to_char(p.extended_from, 'YYYY-MM-DD') as "extendedFrom", to_char(p.correct_by, 'YYYY-MM-DD') as "correctBy",
              to_char(p.admit_by, 'YYYY-MM-DD') as "admitBy", to_char(p.admitted_on, 'YYYY-MM-DD') as "admittedOn", p.submitted_at as "submittedAt", p.created_at as "createdAt",
              p.filing_number as "filingNumber", p.institution_id as "institutionId", p.version, p.place::text as position,
              case when p.status = 'ACCEPTED' then p.updated_at end as "acceptedAt", ${isTakenBack('p')} as retracted,
              (select o.name from filings.case_holder h join access.person o on o.id = h.person_id where h.filing_id = p.id) as "assigneeName"
         from page p
         left join filings.submission s on s.filing_id = p.id and s.round = p.round and p.applicant_id <> $1
        order by p.place ${direction}, p.id ${direction}`,
      [
        filter.applicantId,
        filter.kinds,
        filter.status ?? null,
        filter.kind ?? null,
        filter.districtPrefix ?? null,
        ...after,
        filter.limit + 1,
        filter.institutionId ?? null,
        filter.places,
        filter.enteredBy ?? null,
        ...[filter.heldBy ?? filter.unheld].filter((one) => one !== undefined),
      ],
    );
  }

  /** A condition of its own: behind an `or` the database would look at every filing for its holder. */
  private held({ heldBy, unheld }: FilingFilter): string {
    if (heldBy !== undefined)
      return 'and id in (select h.filing_id from filings.case_holder h where h.person_id = $12)';
    return unheld
      ? `and status in ('SUBMITTED', 'RETURNED')
         and (authority = any ($12) or (authority is null and (district = any ($12) or township = any ($12))))
         and not exists (select from filings.case_holder h where h.filing_id = filing.id)`
      : '';
  }

  cursorOf(line: { readonly position: string; readonly id: string }): string {
    return encodeCursor([line.position, line.id]);
  }
}

const POSITION = /^(?:infinity|\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+00)?)$/;
