import { Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import { addressKey } from '@zhaoguan/kernel';
import type { SpelledSite } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';
import type { HomeInHouse, OwnHome, SaidOf, TakeoverStatement } from '../domain/takeover';
import { ApplicationSeal } from './sealed-application';
import { isTakenBack } from './taken-back';

/** A statement with its day. */
export interface KeptStatement extends TakeoverStatement {
  readonly statedAt: Date;
}

/** What applicants say of what stands in the register beside their filing; append-only, the last one counts. */
@Injectable()
export class TakeoverStore {
  constructor(private readonly seal: ApplicationSeal) {}

  async append(
    tx: Tx,
    filing: Pick<Filing, 'id' | 'application'>,
    { relation, ground, explanation, predecessorId }: TakeoverStatement,
  ): Promise<void> {
    const { uscc, district, address } = filing.application;
    const of = [uscc, district, address === null ? null : addressKey(address), this.headOf(filing)];
    await tx.manager.query(
      `insert into filings.takeover (id, filing_id, relation, ground, explanation, predecessor_id, stated_by, stated_at, uscc, district, address_key, head)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [tx.newId(), filing.id, relation, ground, explanation, predecessorId, tx.caller.id, tx.at, ...of],
    );
  }

  /** The head who is named in a filing, by the blind index of the resident id. */
  headOf({ application }: Pick<Filing, 'application'>): string | null {
    return this.seal.indexOf(application);
  }

  /** @param until what was said later is left out; null: nothing is */
  async last(
    manager: EntityManager,
    filingId: string,
    until: Date | null = null,
  ): Promise<(KeptStatement & { readonly of: SaidOf }) | null> {
    const rows: (KeptStatement & SaidOf)[] = await manager.query(
      `select relation, ground, explanation, predecessor_id as "predecessorId", stated_at as "statedAt",
              uscc, district, address_key as "addressKey", head
         from filings.takeover where filing_id = $1 and ($2::timestamptz is null or stated_at <= $2)
        order by id desc limit 1`,
      [filingId, until],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const { uscc, district, addressKey: key, head, ...said } = row;
    return { ...said, of: { uscc, district, addressKey: key, head } };
  }

  /** Of the filings under one code one is granted at a time, in whatever county: until the end of the transaction, after the lock of its site. */
  async lockCode(tx: Tx, { uscc }: Pick<Filing['application'], 'uscc'>): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`code ${uscc}`]);
  }

  /** Whether homes of the kind under this code are in the account of somebody else, also where row-level security hides them. */
  async isHeldByAnother(
    manager: EntityManager,
    { kind, uscc }: { readonly kind: Kind; readonly uscc: string },
    applicantId: string,
  ): Promise<boolean> {
    const [row]: { held: boolean }[] = await manager.query(
      'select institutions.is_held_by_another($1, $2, $3) as held',
      [kind, uscc, applicantId],
    );
    return row?.held === true;
  }

  /** Whether an institution has ended by its own notice (终止服务), which says where everybody goes. */
  async hasToldWhereTheyGo(manager: EntityManager, institutionId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select from filings.filing f where f.institution_id = $1 and f.type = 'CLOSURE' and f.status = 'ACCEPTED'
          and not ${isTakenBack('f')} limit 1`,
      [institutionId],
    );
    return rows.length > 0;
  }

  /** Whether an institution is, or was to its end, registered in this house. */
  async isInHouse(manager: EntityManager, institutionId: string, site: SpelledSite): Promise<boolean> {
    const { kind, district, spellings } = site;
    const [row]: { there: boolean }[] = await manager.query(
      'select institutions.is_in_house($1, $2, $3, $4) as there',
      [institutionId, kind, district, spellings],
    );
    return row?.there === true;
  }

  /** Whether a dwelling (家庭托育点) of another account is registered at the site, of whatever kind what is filed there now calls itself. */
  async isDwellingOfAnother(
    manager: EntityManager,
    { uscc, district, spellings }: SpelledSite,
    applicantId: string,
  ): Promise<boolean> {
    const [row]: { dwelling: boolean }[] = await manager.query(
      'select institutions.is_dwelling_of_another($1, $2, $3, $4) as dwelling',
      [uscc, district, spellings, applicantId],
    );
    return row?.dwelling === true;
  }

  /**
   * The home of the applicant that stands at the site. Where no address is filled in yet it is one that came back since the draft was begun:
   * whoever begins again after a revocation means that one.
   * @param spellings of the address; null as long as there is none
   */
  async ownHome(
    manager: EntityManager,
    { kind, applicantId, createdAt, application: { uscc, district } }: Filing,
    spellings: readonly string[] | null,
  ): Promise<OwnHome | null> {
    const [row]: OwnHome[] = await manager.query(
      `select i.id, i.name, i.filing_number as "filingNumber", i.regime, to_char(b.restored_on, 'YYYY-MM-DD') as "restoredOn"
         from institutions.institution i
        cross join lateral (
          select max(e.ended_on) as restored_on from institutions.filing_end e
           where e.institution_id = i.id and e.filing_number = i.filing_number and e.ended_as = 'RESTORED' and e.decided_at >= $5) b
        where i.kind = $1 and i.uscc = $2 and i.district = $3 and i.operator_id = $4
          and i.status <> 'CLOSED' and i.filing_ended_as is null
          and (i.address_key = any($6::text[]) or ($6::text[] is null and b.restored_on is not null))
        order by b.restored_on desc nulls last, i.id limit 1`,
      [kind, uscc, district, applicantId, createdAt, spellings],
    );
    return row ?? null;
  }

  /** Homes of others that stand in the same house, but no dwelling (家庭托育点), whose address is not public. */
  homesInHouse(manager: EntityManager, site: SpelledSite): Promise<HomeInHouse[]> {
    const { kind, uscc, district, spellings } = site;
    return manager.query(
      `select id, name, filing_number as "filingNumber", status from institutions.others_in_house($1, $2, $3, $4)`,
      [kind, uscc, district, spellings],
    );
  }
}
