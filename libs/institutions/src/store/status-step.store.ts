import { Injectable } from '@nestjs/common';
import { refuse, type InstitutionStatus, type Prolonged } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { InstitutionAction } from '../domain/institution.process';
import { stepDay } from './step-day';

/** From what a step follows: an accepted filing, or a removal (注销) by the authority and what annuls it. */
export type StepCause = { readonly filingId: string } | { readonly removalId: string };

/** A step of an institution's life (暂停、延长暂停、恢复、终止), decided and, from its day on, in force. */
export interface StatusStep {
  readonly id: string;
  readonly institutionId: string;
  readonly action: InstitutionAction;
  readonly from: InstitutionStatus;
  readonly to: InstitutionStatus;
  /** From which day on it holds: the one it was filed for, or that on which it came into force later. */
  readonly effectiveOn: PlainDate;
  /** Of a suspension and of what prolongs it: when the service is expected to go on (预计恢复服务日); null where that was not told, and of every other step. */
  readonly expectedUntil: PlainDate | null;
}

const COLUMNS = `id, institution_id as "institutionId", action, from_status as "from", to_status as "to",
  to_char(${stepDay()}, 'YYYY-MM-DD') as "effectiveOn", to_char(expected_until, 'YYYY-MM-DD') as "expectedUntil"`;

/** A step that is not in force yet. */
export interface PendingStep extends StatusStep {
  /** From which filing it follows. */
  readonly filingId: string | null;
  /** Whether it is asked to be taken back (申请撤回): then it waits for the answer, also when its day has come. */
  readonly held: boolean;
}

/** How a step that follows from a filing ended; both null while it waits, and of a filing without one. */
export interface StepEnd {
  /** From which day on it holds. */
  readonly inForceOn: PlainDate | null;
  /** When it ended without coming into force: taken back (撤回), or superseded by a later filing or licence. */
  readonly endedOn: PlainDate | null;
}

const PENDING = 'filing_id as "filingId", held';
/** Suspensions and what prolonged them, the last told first. */
const TOLD = `institution_id = $1 and action in ('suspend', 'prolong') and retracted_at is null order by decided_at desc, id desc`;
const WAITS = 'applied_at is null and retracted_at is null';

/** Append-only; only how a step ends, in force or taken back, is added, once. */
@Injectable()
export class StatusStepStore {
  /** @throws STEP_PENDING when another one is decided and not in force yet */
  async insert(tx: Tx, step: StatusStep, cause: StepCause): Promise<void> {
    const { filingId = null, removalId = null }: { filingId?: string | null; removalId?: string | null } =
      cause;
    try {
      await tx.manager.query(
        `insert into institutions.status_step
           (id, institution_id, action, from_status, to_status, effective_on, filing_id, removal_id, decided_by, decided_at,
            expected_until)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          step.id,
          step.institutionId,
          step.action,
          step.from,
          step.to,
          step.effectiveOn,
          filingId,
          removalId,
          tx.caller.id,
          tx.at,
          step.expectedUntil,
        ],
      );
    } catch (error) {
      if (isDuplicateKey(error, 'status_step_pending')) throw refuse('STEP_PENDING');
      throw error;
    }
  }

  /** Decided and not in force yet; at most one. */
  async findPending(manager: EntityManager, institutionId: string): Promise<PendingStep | null> {
    const rows: PendingStep[] = await manager.query(
      `select ${COLUMNS}, ${PENDING} from institutions.status_step where institution_id = $1 and ${WAITS}`,
      [institutionId],
    );
    return rows[0] ?? null;
  }

  /** The step that follows from a filing, as long as it is not in force; null afterwards, and of what was taken back. */
  async pendingOf(manager: EntityManager, filingId: string): Promise<PendingStep | null> {
    const rows: PendingStep[] = await manager.query(
      `select ${COLUMNS}, ${PENDING} from institutions.status_step where filing_id = $1 and ${WAITS}`,
      [filingId],
    );
    return rows[0] ?? null;
  }

  /** The same, locked: the job that brings steps into force leaves it alone until the transaction ends. */
  async pendingForUpdate(tx: Tx, filingId: string): Promise<PendingStep | null> {
    const rows: PendingStep[] = await tx.manager.query(
      `select ${COLUMNS}, ${PENDING} from institutions.status_step where filing_id = $1 and ${WAITS} for update`,
      [filingId],
    );
    return rows[0] ?? null;
  }

  /** How the step of a filing ended. */
  async endOf(manager: EntityManager, filingId: string): Promise<StepEnd> {
    const rows: StepEnd[] = await manager.query(
      `select case when applied_at is not null then to_char(${stepDay()}, 'YYYY-MM-DD') end as "inForceOn",
              to_char(retracted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "endedOn"
         from institutions.status_step where filing_id = $1`,
      [filingId],
    );
    return rows[0] ?? { inForceOn: null, endedOn: null };
  }

  /** Of an institution that is suspended, since when it is, and when the service is expected to go on by what was told last. */
  async suspension(manager: EntityManager, institutionId: string): Promise<Prolonged> {
    const rows: StatusStep[] = await manager.query(
      `select ${COLUMNS} from institutions.status_step where ${TOLD}`,
      [institutionId],
    );
    const since = rows.find(({ action }) => action === 'suspend')?.effectiveOn ?? null;
    return { since, until: rows[0]?.expectedUntil ?? null };
  }

  /** The suspension or its prolonging that was decided last; its day is the one that counts. */
  async lastTold(manager: EntityManager, institutionId: string): Promise<StatusStep | null> {
    const rows: StatusStep[] = await manager.query(
      `select ${COLUMNS} from institutions.status_step where ${TOLD} limit 1`,
      [institutionId],
    );
    return rows[0] ?? null;
  }

  /** Steps whose day has come, locked; those that another worker holds are left to it. */
  listDueForUpdate(tx: Tx, today: PlainDate, limit: number): Promise<StatusStep[]> {
    return tx.manager.query(
      `select ${COLUMNS} from institutions.status_step
        where ${WAITS} and not held and effective_on <= $1 order by effective_on, id limit $2 for update skip locked`,
      [today, limit],
    );
  }

  async markHeld(tx: Tx, id: string, held: boolean): Promise<void> {
    await tx.manager.query('update institutions.status_step set held = $2 where id = $1', [id, held]);
  }

  async markRetracted(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('update institutions.status_step set retracted_at = $2 where id = $1', [
      id,
      tx.at,
    ]);
  }

  async markApplied(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('update institutions.status_step set applied_at = $2 where id = $1', [id, tx.at]);
  }
}
