import { Inject, Injectable } from '@nestjs/common';
import type { Kind, Regime, RemovalType } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { siteTypeOf, PUBLIC_DATABASE } from '@zhaoguan/platform';
import { Conditions } from './conditions';
import { keysetPage, type PublicPage } from './keyset-page';
import { districtPath, PublicReference } from './public-reference';
import type { SqlReader } from './sql-reader';

interface Named {
  readonly id: string;
  readonly type: RemovalType;
  /** Whether a filing or a licence is removed. */
  readonly regime: Regime;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly filingNumber: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly districtName: string;
  readonly authority: string;
  /** In the words of the list of grounds, which name nobody. */
  readonly ground: string;
  readonly law: string;
}

/** A filing or a licence that the authority ended (注销、撤销). */
export interface PublicRemoval extends Named {
  readonly decisionNumber: string;
  readonly decidedOn: PlainDate;
  /** When the decision fell and the filing came back; null while it stands. */
  readonly annulledOn: PlainDate | null;
}

/** A notice to an institution that could not be reached otherwise (公告送达). */
export interface PublicAnnouncement extends Named {
  readonly servedOn: PlainDate;
  /** Last day on which it may state its case. */
  readonly statementUntil: PlainDate;
}

export interface RemovalSearch {
  readonly institutionId?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly district?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const NAMED = `id, type, regime, institution_id as "institutionId", institution_name as "institutionName",
  filing_number as "filingNumber", kind, ${siteTypeOf('institution_id')} as "siteType", district, authority_name as authority, ground, law`;
const DECIDED = `${NAMED}, decision_number as "decisionNumber", decided_on::text as "decidedOn",
  annulled_on::text as "annulledOn"`;
const ANNOUNCED = `${NAMED}, served_on::text as "servedOn", statement_until::text as "statementUntil"`;

/** Filings and licences that the authority has ended, and notices of such cases by announcement. */
@Injectable()
export class PublicRemovals {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
  ) {}

  /** Decided last first. @throws INVALID_CURSOR, INVALID_DISTRICT */
  list(search: RemovalSearch): Promise<PublicPage<PublicRemoval>> {
    return this.page<PublicRemoval>(search, DECIDED, 'removals.removal_public', 'decided_at');
  }

  /** Announced last first, while the case goes on. @throws INVALID_CURSOR, INVALID_DISTRICT */
  announcements(search: RemovalSearch): Promise<PublicPage<PublicAnnouncement>> {
    return this.page<PublicAnnouncement>(search, ANNOUNCED, 'removals.announcement_public', 'noticed_at');
  }

  private async page<T extends Named>(
    { limit, cursor, ...criteria }: RemovalSearch,
    columns: string,
    from: string,
    at: string,
  ): Promise<PublicPage<T>> {
    const conditions = new Conditions();
    conditions.equal('institution_id', criteria.institutionId);
    conditions.equal('kind', criteria.kind);
    conditions.within('district', criteria.district);
    const page = await keysetPage<T>(this.database, { columns, from, at, limit, cursor }, conditions);
    const districts = await this.reference.districts();
    return {
      ...page,
      items: page.items.map((row) => ({ ...row, districtName: districtPath(districts, row.district) })),
    };
  }
}
