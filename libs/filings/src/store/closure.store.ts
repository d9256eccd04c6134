import { Injectable } from '@nestjs/common';
import { kindsLedBy, refuse, type Caller } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Closure, ClosureFinding } from '../domain/closure';
import type { ClosureAction, ClosureStatus } from '../domain/closure.process';

/** A record as it is kept for good. */
export interface ClosureRecord extends ClosureFinding {
  readonly seq: number;
  readonly action: ClosureAction;
  readonly from: ClosureStatus;
  readonly to: ClosureStatus;
  readonly actorId: string;
  readonly at: Date;
}

const COLUMNS = `c.filing_id as "filingId", c.institution_id as "institutionId", c.applicant_id as "applicantId", c.kind, c.district,
  c.township, c.filing_name as name, c.ends_on::text as "endsOn", c.status, c.due_on::text as "dueOn", c.since,
  case when c.successor_id is not null
       then jsonb_build_object('institutionId', c.successor_id, 'accountId', c.successor_account) end as successor
  from filings.closure_follow_up c`;

/** A closure that names another account's institution as taking over, and is not settled. */
export interface NamingClosure {
  /** The name of the one that ends. */
  readonly name: string;
  readonly endsOn: PlainDate;
  /** In whose account the one that takes over was found. */
  readonly accountId: string;
}

/** Closures that are followed up (终止后续核实), and what was recorded. Whoever records locks the filing. */
@Injectable()
export class ClosureStore {
  async insert(tx: Tx, c: Closure): Promise<void> {
    await tx.manager.query(
      `insert into filings.closure_follow_up (filing_id, institution_id, applicant_id, kind, district, township, filing_name,
         ends_on, status, due_on, since, successor_id, successor_account)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        c.filingId,
        c.institutionId,
        c.applicantId,
        c.kind,
        c.district,
        c.township,
        c.name,
        c.endsOn,
        c.status,
        c.dueOn,
        c.since,
        c.successor?.institutionId ?? null,
        c.successor?.accountId ?? null,
      ],
    );
  }

  async find(manager: EntityManager, filingId: string): Promise<Closure | null> {
    const rows: Closure[] = await manager.query(`select ${COLUMNS} where c.filing_id = $1`, [filingId]);
    return rows[0] ?? null;
  }

  /** @throws NOT_FOUND where none is followed up */
  async get(tx: Tx, filingId: string): Promise<Closure> {
    const found = await this.find(tx.manager, filingId);
    if (found === null) throw refuse('NOT_FOUND');
    return found;
  }

  /** The last first: an institution that was registered anew may end once more. One's own, and of the kinds that one's department takes. */
  ofInstitution(
    manager: EntityManager,
    institutionId: string,
    { id, departments }: Pick<Caller, 'id' | 'departments'>,
  ): Promise<Closure[]> {
    return manager.query(
      `select ${COLUMNS} where c.institution_id = $1 and (c.applicant_id = $2 or c.kind = any ($3))
        order by c.ends_on desc, c.filing_id limit 20`,
      [institutionId, id, kindsLedBy(departments)],
    );
  }

  /** Of whichever account and office: the first to end first. For who may see the institution that is named. */
  naming(manager: EntityManager, institutionId: string): Promise<NamingClosure[]> {
    return manager.query(
      `select name, ends_on::text as "endsOn", account_id as "accountId" from filings.closures_naming($1)`,
      [institutionId],
    );
  }

  /** The first first. */
  records(manager: EntityManager, filingId: string): Promise<ClosureRecord[]> {
    return manager.query(
      `select seq, action, from_status as "from", to_status as "to", checked_on::text as "checkedOn", placed, refunded, words,
              reason, actor_id as "actorId", at
         from filings.closure_record where filing_id = $1 order by seq`,
      [filingId],
    );
  }

  async append(
    tx: Tx,
    { filingId }: Closure,
    act: Pick<ClosureRecord, 'seq' | 'action' | 'from' | 'to'> & ClosureFinding,
    dueOn: PlainDate | null,
  ): Promise<void> {
    await tx.manager.query(
      `update filings.closure_follow_up set status = $2, due_on = $3 where filing_id = $1`,
      [filingId, act.to, dueOn],
    );
    await tx.manager.query(
      `insert into filings.closure_record (filing_id, seq, action, from_status, to_status, checked_on, placed, refunded, words,
         reason, actor_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        filingId,
        act.seq,
        act.action,
        act.from,
        act.to,
        act.checkedOn,
        act.placed,
        act.refunded,
        act.words,
        act.reason,
        tx.caller.id,
        tx.at,
      ],
    );
  }
}
