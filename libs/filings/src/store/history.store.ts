import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import type { FilingAction, FilingStatus } from '../domain/filing.process';
import type { Remark } from '../domain/remarks';
import { ApplicationSeal, type KeptApplication } from './sealed-application';

/** One act (办理环节), as it is kept for good. */
export interface TransitionRow {
  readonly seq: number;
  readonly action: FilingAction;
  readonly from: FilingStatus;
  readonly to: FilingStatus;
  readonly actorId: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly legalBasis: string;
}

interface SubmissionRow extends KeptApplication {
  readonly id: string;
  readonly materials: readonly string[];
  readonly submittedAt: Date;
}

/** What was handed in at one time. */
export interface Submission {
  readonly application: Application;
  /** Ids of the files. */
  readonly materials: readonly string[];
  readonly submittedAt: Date;
}

const contextOf = (id: string): string => `filing-submission.personal:${id}`;

/** What was done and what was handed in; append-only. */
@Injectable()
export class HistoryStore {
  constructor(private readonly seal: ApplicationSeal) {}

  /** The filing's row is locked, so its acts are counted one after the other. */
  async appendTransition(
    tx: Tx,
    filingId: string,
    act: Omit<TransitionRow, 'seq' | 'at' | 'actorId'>,
  ): Promise<void> {
    await tx.manager.query(
      `insert into filings.transition (filing_id, seq, action, from_status, to_status, actor_id, at, reason, legal_basis)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from filings.transition where filing_id = $1`,
      [filingId, act.action, act.from, act.to, tx.caller.id, tx.at, act.reason, act.legalBasis],
    );
  }

  transitions(manager: EntityManager, filingId: string): Promise<TransitionRow[]> {
    return manager.query(
      `select seq, action, from_status as "from", to_status as "to", actor_id as "actorId", at, reason,
              legal_basis as "legalBasis"
         from filings.transition where filing_id = $1 order by seq`,
      [filingId],
    );
  }

  /** Why acts were done, by the given id of each: the act is known by its filing, its instant and what came of it. */
  async reasonsOf(
    manager: EntityManager,
    acts: readonly {
      readonly id: string;
      readonly filingId: string;
      readonly status: string;
      readonly at: Date;
    }[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; reason: string }[] = await manager.query(
      `select a.id, t.reason
         from jsonb_to_recordset($1::jsonb) as a(id uuid, "filingId" uuid, status text, at timestamptz)
         join filings.transition t on t.filing_id = a."filingId" and t.at = a.at and t.to_status = a.status
        where t.reason is not null`,
      [JSON.stringify(acts)],
    );
    return new Map(rows.map(({ id, reason }) => [id, reason]));
  }

  async appendSubmission(tx: Tx, filing: Filing, materials: readonly string[]): Promise<void> {
    const id = tx.newId();
    const { application, personal } = this.seal.close(filing.application, contextOf(id));
    await tx.manager.query(
      `insert into filings.submission (id, filing_id, round, application, personal, materials, submitted_at, resident_id_index)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        filing.id,
        filing.round,
        JSON.stringify(application),
        personal,
        materials,
        tx.at,
        this.seal.indexOf(filing.application),
      ],
    );
  }

  /** The application and the materials as handed in at that round; null for a draft, which has none. */
  async findSubmission(manager: EntityManager, filingId: string, round: number): Promise<Submission | null> {
    const rows: SubmissionRow[] = await manager.query(
      `select id, application, personal, materials, submitted_at as "submittedAt" from filings.submission
        where filing_id = $1 and round = $2`,
      [filingId, round],
    );
    const [row] = rows;
    if (!row) return null;
    const { id, materials, submittedAt } = row;
    return { application: this.seal.open(row, contextOf(id)), materials, submittedAt };
  }

  async appendRemarks(tx: Tx, filing: Filing, remarks: readonly Remark[]): Promise<void> {
    await tx.manager.query(
      `insert into filings.remark (filing_id, round, position, pointer, message)
       select $1, $2, r.position, r.pointer, r.message
         from jsonb_to_recordset($3::jsonb) as r(position integer, pointer text, message text)`,
      [filing.id, filing.round, JSON.stringify(remarks.map((remark, position) => ({ ...remark, position })))],
    );
  }

  /** Remarks on the submissions before that round, all of them. */
  remarksBefore(manager: EntityManager, filingId: string, round: number): Promise<Remark[]> {
    return manager.query(
      'select pointer, message from filings.remark where filing_id = $1 and round < $2 order by round, position',
      [filingId, round],
    );
  }

  /** Remarks on the submission of that round. */
  remarks(manager: EntityManager, filingId: string, round: number): Promise<Remark[]> {
    return manager.query(
      'select pointer, message from filings.remark where filing_id = $1 and round = $2 order by position',
      [filingId, round],
    );
  }
}
