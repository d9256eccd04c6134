import { Inject, Injectable } from '@nestjs/common';
import type { FilingEnd, InstitutionStatus, Kind } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import type { FilingStatus } from '../domain/filing.process';

/** A filing of the same person for the same code, in one of the states that are asked for. */
export interface OwnFiling extends Pick<
  Filing,
  'id' | 'type' | 'kind' | 'status' | 'regime' | 'round' | 'institutionId' | 'admitBy' | 'admittedOn'
> {
  readonly district: string;
  readonly siteType: 'HOME' | null;
  /** Whether it asks for a licence to go on (延续). */
  readonly renewal: boolean;
  readonly name: string;
  /** When it was accepted; of one under way, begun. */
  readonly on: PlainDate;
  /** Of the institution that it is about; null while there is none, and once it has passed to another account. */
  readonly institutionStatus: InstitutionStatus | null;
  /** What the authority has made of what was filed or licensed by it; null where that stands. */
  readonly filingEndedAs: FilingEnd | null;
  /** Whether the institution has passed to another account since. */
  readonly institutionPassed: boolean;
  /** Whether an official began it at the window (窗口代办). */
  readonly enteredAtWindow: boolean;
  /** Why it was refused; null of any other. */
  readonly refusalReason: string | null;
}

/** What is asked about: a code, and the kind of institution that would be filed under it. */
export interface CodeOfKind {
  readonly kind: Kind;
  readonly uscc: string;
}

/** A site that a directory brought in and nobody has filed for yet, as the public reads it. */
export type ImportedOfNobody = Pick<
  Application,
  'name' | 'district' | 'township' | 'nursingBeds' | 'servicePhone'
> & {
  readonly address: string;
  readonly capacity: number;
};

/**
 * What is known already of a code and a kind. Of other people's only what the public register shows, asked as the public
 * asks it: a code must not tell who is about to file.
 */
@Injectable()
export class SameCodeStore {
  constructor(@Inject(PUBLIC_DATABASE) private readonly publicDatabase: DataSource) {}

  async isRegistered({ kind, uscc }: CodeOfKind): Promise<boolean> {
    const rows: { found: boolean }[] = await this.publicDatabase.query(
      `select exists (
         select from institutions.institution_public where uscc = $1 and kind = $2 and status <> 'CLOSED') as found`,
      [uscc, kind],
    );
    return rows[0]?.found === true;
  }

  /** Never what an account holds: a code must not tell whose a site is, nor bring in what somebody else has filed. */
  imported(manager: EntityManager, { kind, uscc }: CodeOfKind): Promise<ImportedOfNobody[]> {
    return manager.query(
      `select name, district, township, address, capacity, nursing_beds as "nursingBeds", service_phone as "servicePhone"
         from institutions.imported_of_nobody($1, $2)`,
      [kind, uscc],
    );
  }

  /** How many other drafts of its site are in the account of its applicant, whoever sees them. */
  async draftsBeside(manager: EntityManager, id: string): Promise<number> {
    const rows: { drafts: number }[] = await manager.query('select filings.drafts_beside($1) as drafts', [
      id,
    ]);
    return rows[0]?.drafts ?? 0;
  }

  /** How many first drafts of a kind and code are in an account, but for those that the caller fills in at the window. */
  async draftsUnseen(manager: EntityManager, accountId: string, { kind, uscc }: CodeOfKind): Promise<number> {
    const rows: { drafts: number }[] = await manager.query(
      'select filings.drafts_unseen($1, $2, $3) as drafts',
      [accountId, kind, uscc],
    );
    return rows[0]?.drafts ?? 0;
  }

  /** Which other officials have begun such drafts at a window, and when. */
  draftsOfClerks(
    manager: EntityManager,
    accountId: string,
    { kind, uscc }: CodeOfKind,
  ): Promise<{ readonly clerk: string; readonly begunOn: PlainDate }[]> {
    return manager.query(
      `select clerk, to_char(begun_on, 'YYYY-MM-DD') as "begunOn" from filings.drafts_of_clerks($1, $2, $3)`,
      [accountId, kind, uscc],
    );
  }

  /** @param states of the filings that count; @param except the filing from which it is asked: beside it a draft is one of its site */
  own(
    manager: EntityManager,
    applicantId: string,
    { kind, uscc }: CodeOfKind,
    states: readonly FilingStatus[],
    except: string | null = null,
  ): Promise<OwnFiling[]> {
    return manager.query(
      `select f.id, f.type, f.kind, f.status, f.regime, f.renews is not null as renewal, f.round, f.district, nullif(f.application ->> 'siteType', '') as "siteType",
              f.institution_id as "institutionId", f.entered_by is not null as "enteredAtWindow", f.name, to_char(f.admit_by, 'YYYY-MM-DD') as "admitBy",
              to_char(f.admitted_on, 'YYYY-MM-DD') as "admittedOn", i.status as "institutionStatus",
              coalesce(e.ended_as, i.filing_ended_as) as "filingEndedAs",
              f.institution_id is not null and i.id is null as "institutionPassed",
              to_char(coalesce(f.filed_on, (f.created_at at time zone 'Asia/Shanghai')::date), 'YYYY-MM-DD') as "on",
              case when f.status = 'REFUSED' then (select t.reason from filings.transition t where t.filing_id = f.id order by t.seq desc limit 1) end as "refusalReason"
         from filings.filing f
         left join institutions.institution i on i.id = f.institution_id and i.operator_id = f.applicant_id
         -- By its own number: the site may have been filed for anew, by whomever.
         left join institutions.filing_end_public e on e.institution_id = f.institution_id and e.filing_number = f.filing_number
        where f.uscc = $1 and f.kind = $2 and f.applicant_id = $3 and f.status = any($4)
          and ($5::uuid is null or f.id <> $5)
          -- Beside a draft, another one of the same site, or of none yet: one legal person may begin at several.
          and ($5::uuid is null or f.status <> 'DRAFT' or exists (
                select from filings.filing s
                 where s.id = $5 and s.type = f.type and s.district = f.district
                   and (s.address_key is null or f.address_key is null or s.address_key = f.address_key)
                   and s.institution_id is not distinct from f.institution_id))
        order by f.created_at desc, f.id desc limit 5`,
      [uscc, kind, applicantId, states, except],
    );
  }
}
