import { Injectable } from '@nestjs/common';
import type { Grade, Kind } from '@zhaoguan/contracts';
import { checkUscc, decodePositionCursor, encodeCursor } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import type { InstitutionStatus } from '../domain/institution';

/** An institution as a line of the list. */
export interface InstitutionLine {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly uscc: string;
  readonly address: string;
  readonly district: string;
  readonly capacity: number;
  readonly status: InstitutionStatus;
  readonly grade: Grade;
  readonly filingNumber: string | null;
  readonly filedOn: string | null;
}

export interface InstitutionFilter {
  /** Part of the name, or a whole 统一社会信用代码. */
  readonly q?: string;
  readonly kind?: Kind;
  /** Digits that the district code begins with. */
  readonly districtPrefix?: string;
  readonly grade?: Grade;
  readonly limit: number;
  readonly cursor?: string;
}

type Positioned = InstitutionLine & { readonly position: string };

@Injectable()
export class InstitutionListStore {
  /**
   * Newest first; row-level security leaves what the caller may see. One row more than asked for. Part of a name is
   * looked for row by row in that order: no operator on arrays is leakproof, so row-level security keeps
   * the index of the public search out of reach.
   */
  find(manager: EntityManager, filter: InstitutionFilter): Promise<Positioned[]> {
    const after =
      filter.cursor === undefined
        ? [null, null]
        : decodePositionCursor(filter.cursor, (text) => POSITION.test(text));
    const uscc = filter.q === undefined ? null : usccOf(filter.q);
    return manager.query(
      `select id, kind, name, uscc, address, district, capacity, status, grade, filing_number as "filingNumber",
              to_char(filed_on, 'YYYY-MM-DD') as "filedOn", registered_at::text as position
         from institutions.institution
        where ($1::text is null or uscc = $1)
          and ($2::text is null or strpos(lower(name), lower($2)) > 0)
          and ($2::text is null or length($2) < 2 or platform.bigrams(name) @> platform.bigrams($2))
          and ($3::text is null or kind = $3)
          and ($4::text is null or district like $4 || '%')
          and ($5::text is null or grade = $5)
          and ($6::text is null or (registered_at, id) < ($6::timestamptz, $7::uuid))
        order by registered_at desc, id desc
        limit $8`,
      [
        uscc,
        uscc === null ? (filter.q ?? null) : null,
        filter.kind ?? null,
        filter.districtPrefix ?? null,
        filter.grade ?? null,
        ...after,
        filter.limit + 1,
      ],
    );
  }

  cursorOf({ position, id }: { readonly position: string; readonly id: string }): string {
    return encodeCursor([position, id]);
  }
}

function usccOf(q: string): string | null {
  const check = checkUscc(q);
  return check.ok ? check.value : null;
}

const POSITION = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+00$/;
