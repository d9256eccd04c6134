import { Injectable } from '@nestjs/common';
import { kindsLedBy, refuse, type Caller } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { FileStore, type MediaType, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Closure, ClosureFinding, ClosureReport } from '../domain/closure';
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

/** A report as it is kept for good; records and reports are counted together. */
export interface ReportRecord extends ClosureReport {
  readonly seq: number;
  readonly actorId: string;
  readonly at: Date;
}

/** A paper by which who has ended shows that people are placed and fees given back. */
export interface ClosureFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly sm3: string;
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
  constructor(private readonly files: FileStore) {}

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

  /** The first first. */
  reports(manager: EntityManager, filingId: string): Promise<ReportRecord[]> {
    return manager.query(
      `select seq, statement, actor_id as "actorId", at from filings.closure_report where filing_id = $1 order by seq`,
      [filingId],
    );
  }

  /** Of what is read, one more than what was recorded and reported: the number of the next. */
  async version(manager: EntityManager, filingId: string): Promise<number> {
    const [row]: { version: number }[] = await manager.query(
      `select 1 + (select count(*) from filings.closure_record where filing_id = $1)::int
                + (select count(*) from filings.closure_report where filing_id = $1)::int as version`,
      [filingId],
    );
    if (!row) throw new Error(`no version of the closure ${filingId}`);
    return row.version;
  }

  async append(
    tx: Tx,
    closure: Closure,
    act: Pick<ClosureRecord, 'seq' | 'action' | 'from' | 'to'> & ClosureFinding,
    dueOn: PlainDate | null,
  ): Promise<void> {
    const { filingId } = closure;
    await this.move(tx, closure, act.to, dueOn);
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

  async appendReport(
    tx: Tx,
    closure: Closure,
    { seq, to, statement }: Pick<ReportRecord, 'seq' | 'statement'> & Pick<ClosureRecord, 'to'>,
    dueOn: PlainDate,
  ): Promise<void> {
    await this.move(tx, closure, to, dueOn);
    await tx.manager.query(
      'insert into filings.closure_report (filing_id, seq, statement, actor_id, at) values ($1, $2, $3, $4, $5)',
      [closure.filingId, seq, statement, tx.caller.id, tx.at],
    );
  }

  /** Of a closure that was taken back nothing waits any more. */
  async callOff(tx: Tx, closure: Closure, to: ClosureStatus): Promise<void> {
    await this.move(tx, closure, to, null);
  }

  /** It did end, and later than it was filed: from then on it waits. */
  async shift(
    tx: Tx,
    { filingId }: Closure,
    { endsOn, dueOn }: Pick<Closure, 'endsOn' | 'dueOn'>,
  ): Promise<void> {
    await tx.manager.query(
      'update filings.closure_follow_up set ends_on = $2, since = $3, due_on = $4 where filing_id = $1',
      [filingId, endsOn, tx.at, dueOn],
    );
  }

  private async move(
    tx: Tx,
    { filingId }: Closure,
    to: ClosureStatus,
    dueOn: PlainDate | null,
  ): Promise<void> {
    await tx.manager.query(
      'update filings.closure_follow_up set status = $2, due_on = $3 where filing_id = $1',
      [filingId, to, dueOn],
    );
  }

  async appendFile(tx: Tx, filingId: string, file: StoredFile): Promise<void> {
    await this.files.record(tx, file);
    await tx.manager.query(
      'insert into filings.closure_file (file_id, filing_id, uploaded_by, at) values ($1, $2, $3, $4)',
      [file.id, filingId, tx.caller.id, tx.at],
    );
  }

  listFiles(manager: EntityManager, filingId: string): Promise<ClosureFile[]> {
    return manager.query(
      `select f.id, f.name, f.size::float8 as size, f.media_type as "mediaType", f.sm3
         from filings.closure_file c join platform.stored_file f on f.id = c.file_id
        where c.filing_id = $1 order by c.at, f.id`,
      [filingId],
    );
  }
}
