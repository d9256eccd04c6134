import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Kind } from '@zhaoguan/contracts';
import { isUuid, type PlainDate } from '@zhaoguan/kernel';
import { siteTypeOf, PUBLIC_DATABASE } from '@zhaoguan/platform';
import { Conditions } from './conditions';
import { keysetPage, type PublicPage } from './keyset-page';
import { districtPath, PublicReference } from './public-reference';
import type { SqlReader } from './sql-reader';

/** A penalty (行政处罚) in its term of publicity. */
export interface PublicPenalty {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly uscc: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly districtName: string;
  readonly authority: string;
  readonly decisionNumber: string;
  readonly decidedOn: PlainDate;
  readonly violation: string;
  readonly basisLaw: string;
  readonly basisArticle: string;
  readonly measures: readonly string[];
  readonly measureLabels: readonly string[];
  readonly amountFen: number;
  /** 一般失信 or 严重失信; what is 轻微 is not published. */
  readonly publicityClass: 'MINOR' | 'GENERAL' | 'SERIOUS';
  readonly publicFrom: PlainDate;
  /** Last day on which it is shown. */
  readonly publicUntil: PlainDate;
  readonly publishedAt: Date;
}

export interface PenaltyCriteria {
  readonly institutionId?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly district?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const VIEW = 'publication.penalty_public';
const COLUMNS = `id, institution_id as "institutionId", institution_name as "institutionName", uscc, kind, ${siteTypeOf('institution_id')} as "siteType", district,
  authority_name as authority, decision_number as "decisionNumber", decided_on::text as "decidedOn", violation,
  basis_law as "basisLaw", basis_article as "basisArticle", measures, measure_labels as "measureLabels",
  amount_fen::text as "amountFen", publicity_class as "publicityClass", public_from::text as "publicFrom",
  public_until::text as "publicUntil", published_at as "publishedAt"`;

type Row = Omit<PublicPenalty, 'districtName' | 'amountFen'> & { readonly amountFen: string };

/** Penalties that the public may see today (行政处罚公示). */
@Injectable()
export class PenaltiesQuery {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly reference: PublicReference,
  ) {}

  /** Published last first. @throws INVALID_CURSOR, INVALID_DISTRICT */
  async list({ limit, cursor, ...criteria }: PenaltyCriteria): Promise<PublicPage<PublicPenalty>> {
    const conditions = new Conditions();
    conditions.equal('institution_id', criteria.institutionId);
    conditions.equal('kind', criteria.kind);
    conditions.within('district', criteria.district);
    const list = { columns: COLUMNS, from: VIEW, at: 'published_at', limit, cursor };
    const page = await keysetPage<Row>(this.database, list, conditions);
    return { ...page, items: await Promise.all(page.items.map((row) => this.toPenalty(row))) };
  }

  /** @throws NOT_FOUND, also when its term is over or it was withdrawn */
  async get(id: string): Promise<PublicPenalty> {
    if (!isUuid(id)) throw refuse('NOT_FOUND');
    const rows = await this.database.query<Row[]>(`select ${COLUMNS} from ${VIEW} where id = $1`, [id]);
    const row = rows[0];
    if (!row) throw refuse('NOT_FOUND');
    return this.toPenalty(row);
  }

  private async toPenalty(row: Row): Promise<PublicPenalty> {
    const districts = await this.reference.districts();
    return { ...row, amountFen: Number(row.amountFen), districtName: districtPath(districts, row.district) };
  }
}
