import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { isUuid, type PlainDate } from '@zhaoguan/kernel';
import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import { Conditions } from './conditions';
import { keysetPage, type PublicPage } from './keyset-page';
import { districtPath, PublicReference } from './public-reference';
import type { SqlReader } from './sql-reader';

/** A 托育机构 whose filing does not meet the standards (备案内容不符合要求), as the public is told of it. */
export interface PublicNonconformity {
  readonly id: string;
  /** 文号 of the notice. */
  readonly number: string;
  readonly name: string;
  readonly uscc: string;
  readonly district: string;
  readonly districtName: string;
  readonly authority: string;
  readonly issuedOn: PlainDate;
  /** In words that an official has confirmed for the public. */
  readonly reason: string;
  /** Of the words as they stand. */
  readonly publishedAt: Date;
  readonly corrected: boolean;
  /** Number under which it has been filed since; null when it has not. */
  readonly filedSince: string | null;
}

export interface NonconformityCriteria {
  readonly district?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const VIEW = 'filings.nonconformity_public';
const COLUMNS = `id, number, name, uscc, district, authority, issued_on::text as "issuedOn", reason,
  published_at as "publishedAt", corrected, filed_since as "filedSince"`;

type Row = Omit<PublicNonconformity, 'districtName'>;

/** What is taken down is not there; what was corrected stands in its last words. */
@Injectable()
export class NonconformitiesQuery {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
  ) {}

  /** Told last first. @throws INVALID_CURSOR */
  async list({ limit, cursor, district }: NonconformityCriteria): Promise<PublicPage<PublicNonconformity>> {
    const conditions = new Conditions();
    conditions.within('district', district);
    const list = { columns: COLUMNS, from: VIEW, at: 'published_at', limit, cursor };
    const page = await keysetPage<Row>(this.database, list, conditions);
    const districts = await this.reference.districts();
    return {
      ...page,
      items: page.items.map((row) => ({ ...row, districtName: districtPath(districts, row.district) })),
    };
  }

  /** @throws NOT_FOUND, also for what was taken down */
  async get(id: string): Promise<PublicNonconformity> {
    if (!isUuid(id)) throw refuse('NOT_FOUND');
    const rows = await this.database.query<Row[]>(`select ${COLUMNS} from ${VIEW} where id = $1`, [id]);
    const row = rows[0];
    if (!row) throw refuse('NOT_FOUND');
    return { ...row, districtName: districtPath(await this.reference.districts(), row.district) };
  }
}
