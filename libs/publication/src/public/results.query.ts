import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { isUuid, type PlainDate } from '@zhaoguan/kernel';
import { siteTypeOf, PUBLIC_DATABASE } from '@zhaoguan/platform';
import { Conditions } from './conditions';
import { keysetPage, type PublicPage } from './keyset-page';
import { districtPath, PublicReference } from './public-reference';
import type { SqlReader } from './sql-reader';

/** An item of the 抽查事项清单 that was found wrong. */
export interface FailedItem {
  readonly code: string;
  readonly title: string;
  readonly basis: readonly { readonly law: string; readonly article: string | null }[];
}

/** A published inspection result (检查结果). */
export interface PublicResult {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly districtName: string;
  readonly planTitle: string;
  readonly inspectedOn: PlainDate;
  readonly result: string;
  /** The standard wording of published results, not to be changed. */
  readonly resultLabel: string;
  readonly failedItems: readonly FailedItem[];
  readonly agency: string;
  /** 执法证号 of the inspectors. */
  readonly certificateNumbers: readonly string[];
  readonly publishedAt: Date;
  /** The result that this one puts right. */
  readonly corrects: string | null;
}

export interface ResultCriteria {
  readonly institutionId?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly district?: string | undefined;
  /** Code of a standard wording, such as `NO_PROBLEM`. */
  readonly result?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface LastInspection {
  readonly institutionId: string;
  readonly inspectedOn: PlainDate;
  readonly result: string;
  readonly resultLabel: string;
}

const VIEW = 'inspections.result_public';
const COLUMNS = `id, institution_id as "institutionId", institution_name as "institutionName", kind, ${siteTypeOf('institution_id')} as "siteType", district,
  plan_title as "planTitle", inspected_on::text as "inspectedOn", result_code as result, result_label as "resultLabel",
  failed_items as "failedItems", agency, certificate_numbers as "certificateNumbers", published_at as "publishedAt", corrects`;

type Row = Omit<PublicResult, 'districtName'>;

/** Published inspection results (检查结果公示). */
@Injectable()
export class ResultsQuery {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
  ) {}

  /** Published last first. @throws INVALID_CURSOR, INVALID_DISTRICT */
  async list({ limit, cursor, ...criteria }: ResultCriteria): Promise<PublicPage<PublicResult>> {
    const conditions = new Conditions();
    conditions.equal('institution_id', criteria.institutionId);
    conditions.equal('kind', criteria.kind);
    conditions.equal('result_code', criteria.result);
    conditions.within('district', criteria.district);
    const list = { columns: COLUMNS, from: VIEW, at: 'published_at', limit, cursor };
    const page = await keysetPage<Row>(this.database, list, conditions);
    const districts = await this.reference.districts();
    return {
      ...page,
      items: page.items.map((row) => ({ ...row, districtName: districtPath(districts, row.district) })),
    };
  }

  /** @throws NOT_FOUND, also for what is not published or was corrected */
  async get(id: string): Promise<PublicResult> {
    if (!isUuid(id)) throw refuse('NOT_FOUND');
    const rows = await this.database.query<Row[]>(`select ${COLUMNS} from ${VIEW} where id = $1`, [id]);
    const row = rows[0];
    if (!row) throw refuse('NOT_FOUND');
    return { ...row, districtName: districtPath(await this.reference.districts(), row.district) };
  }

  /** The last published inspection of each of these institutions; one that is absent has none. One query for all. */
  async lastOf(institutionIds: readonly string[]): Promise<ReadonlyMap<string, LastInspection>> {
    if (institutionIds.length === 0) return new Map();
    const rows = await this.database.query<LastInspection[]>(
      `select distinct on (institution_id) institution_id as "institutionId", inspected_on::text as "inspectedOn",
              result_code as result, result_label as "resultLabel"
         from ${VIEW} where institution_id = any($1)
        order by institution_id, inspected_on desc, id desc`,
      [institutionIds],
    );
    return new Map(rows.map((row) => [row.institutionId, row]));
  }
}
