import { Injectable } from '@nestjs/common';
import type { LinkBasis, LinkKind } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { LinkPair } from '../domain/link';

/** An entry as it stands in the record, seen from one of the two. */
export interface LinkEntry {
  readonly id: string;
  readonly kind: LinkKind;
  readonly institutionId: string;
  readonly institutionName: string | null;
  readonly otherId: string | null;
  /** Null also when the other one lies outside the jurisdiction. */
  readonly otherName: string | null;
  readonly otherCode: string | null;
  readonly stands: boolean;
  /** Whether nothing newer has been said of the same two. */
  readonly isLatest: boolean;
  readonly basis: LinkBasis;
  readonly reason: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
}

export interface NewLink extends LinkPair {
  readonly stands: boolean;
  readonly basis: LinkBasis;
  readonly reason: string | null;
}

const SAME_PAIR = `l.institution_id = $2 and l.kind = $1 and l.other_id is not distinct from $3::uuid
  and l.other_code is not distinct from $4`;
const keyOf = ({ kind, institutionId, otherId, otherCode }: LinkPair) => [
  kind,
  institutionId,
  otherId,
  otherCode,
];

/** Append-only; the last row of a pair counts. */
@Injectable()
export class LinkStore {
  async insert(tx: Tx, link: NewLink): Promise<void> {
    await tx.manager.query(
      `insert into institutions.link
         (kind, institution_id, other_id, other_code, id, stands, basis, reason, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [...keyOf(link), tx.newId(), link.stands, link.basis, link.reason, tx.caller.id, tx.at],
    );
  }

  /** Undefined where nothing was ever said of the two. */
  async last(manager: EntityManager, pair: LinkPair): Promise<Pick<NewLink, 'stands' | 'basis'> | undefined> {
    const rows: Pick<NewLink, 'stands' | 'basis'>[] = await manager.query(
      `select l.stands, l.basis from institutions.link l where ${SAME_PAIR} order by l.made_at desc, l.id desc limit 1`,
      keyOf(pair),
    );
    return rows[0];
  }

  async stands(manager: EntityManager, pair: LinkPair): Promise<boolean | undefined> {
    return (await this.last(manager, pair))?.stands;
  }

  /** What stood at the address before and has ended, also where row-level security hides it. */
  async stoodBefore(manager: EntityManager, institutionId: string): Promise<string | null> {
    const [row]: { id: string | null }[] = await manager.query('select institutions.stood_before($1) as id', [
      institutionId,
    ]);
    return row?.id ?? null;
  }

  /** Those that came after it at its place, all of them. */
  async successorsOf(manager: EntityManager, institutionId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `select id from institutions.related($1) where relation = 'SUCCESSOR'`,
      [institutionId],
    );
    return rows.map(({ id }) => id);
  }

  /** Newest first, one row more than asked for. */
  list(
    manager: EntityManager,
    institutionId: string,
    { before, limit }: { readonly before: string | null; readonly limit: number },
  ): Promise<LinkEntry[]> {
    return manager.query(
      `select l.id, l.kind, l.institution_id as "institutionId", i.name as "institutionName", l.other_id as "otherId",
              o.name as "otherName", l.other_code as "otherCode", l.stands,
              not exists (select from institutions.link n
                           where n.institution_id = l.institution_id and n.kind = l.kind
                             and n.other_id is not distinct from l.other_id
                             and n.other_code is not distinct from l.other_code
                             and (n.made_at, n.id) > (l.made_at, l.id)) as "isLatest",
              l.basis, l.reason, l.made_by as "madeBy", l.made_at as "madeAt"
         from (select * from institutions.link where institution_id = $1
               union all
               select * from institutions.link where other_id = $1) l
         join institutions.institution i on i.id = l.institution_id
         left join institutions.institution o on o.id = l.other_id
        where $2::uuid is null or l.id < $2
        order by l.id desc limit $3`,
      [institutionId, before, limit + 1],
    );
  }
}
