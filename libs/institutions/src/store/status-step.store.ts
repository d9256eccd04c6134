import { Injectable } from '@nestjs/common';
import { refuse, type InstitutionStatus, type Prolonged } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { InstitutionAction } from '../domain/institution.process';

/** From what a step follows: an accepted filing, or a removal (注销) by the authority and what annuls it. */
export type StepCause = { readonly filingId: string } | { readonly removalId: string };

/** A step of an institution's life (暂停、延长暂停、恢复、终止), decided and, from its day on, in force. */
export interface StatusStep {
  readonly id: string;
  readonly institutionId: string;
  readonly action: InstitutionAction;
  readonly from: InstitutionStatus;
  readonly to: InstitutionStatus;
  readonly effectiveOn: PlainDate;
  /** Of a suspension and of what prolongs it: when the service is expected to go on (预计恢复服务日); null where that was not told, and of every other step. */
  readonly expectedUntil: PlainDate | null;
}

const COLUMNS = `id, institution_id as "institutionId", action, from_status as "from", to_status as "to",
  to_char(effective_on, 'YYYY-MM-DD') as "effectiveOn", to_char(expected_until, 'YYYY-MM-DD') as "expectedUntil"`;

/** Append-only; only that a step has come into force is added, once. */
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
  async findPending(manager: EntityManager, institutionId: string): Promise<StatusStep | null> {
    const rows: StatusStep[] = await manager.query(
      `select ${COLUMNS} from institutions.status_step where institution_id = $1 and applied_at is null`,
      [institutionId],
    );
    return rows[0] ?? null;
  }

  /** Of an institution that is suspended, since when it is, and when the service is expected to go on by what was told last. */
  async suspension(manager: EntityManager, institutionId: string): Promise<Prolonged> {
    const rows: StatusStep[] = await manager.query(
      `select ${COLUMNS} from institutions.status_step where institution_id = $1 and action in ('suspend', 'prolong')
        order by decided_at desc, id desc`,
      [institutionId],
    );
    const since = rows.find(({ action }) => action === 'suspend')?.effectiveOn ?? null;
    return { since, until: rows[0]?.expectedUntil ?? null };
  }

  /** The suspension or its prolonging that was decided last; its day is the one that counts. */
  async lastTold(manager: EntityManager, institutionId: string): Promise<StatusStep | null> {
    const rows: StatusStep[] = await manager.query(
      `select ${COLUMNS} from institutions.status_step where institution_id = $1 and action in ('suspend', 'prolong')
        order by decided_at desc, id desc limit 1`,
      [institutionId],
    );
    return rows[0] ?? null;
  }

  /** Steps whose day has come, locked; those that another worker holds are left to it. */
  listDueForUpdate(tx: Tx, today: PlainDate, limit: number): Promise<StatusStep[]> {
    return tx.manager.query(
      `select ${COLUMNS} from institutions.status_step
        where applied_at is null and effective_on <= $1 order by effective_on, id limit $2 for update skip locked`,
      [today, limit],
    );
  }

  async markApplied(tx: Tx, id: string): Promise<void> {
    await tx.manager.query('update institutions.status_step set applied_at = $2 where id = $1', [id, tx.at]);
  }
}
