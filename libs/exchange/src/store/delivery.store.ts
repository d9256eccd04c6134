import { Injectable } from '@nestjs/common';
import type { DeliveryState, PartnerEvent } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Attempted } from '../domain/delivery';

export interface Delivery {
  readonly changeId: string;
  readonly caseId: string;
  readonly partnerId: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly lastError: string | null;
  readonly triedAt: Date | null;
}

/** A line of the log of deliveries. */
export interface DeliveryLine extends Delivery {
  readonly event: PartnerEvent;
  readonly reference: string;
  readonly seq: number;
  readonly at: Date;
}

const COLUMNS = `d.change_id as "changeId", d.case_id as "caseId", d.partner_id as "partnerId", d.state, d.attempts,
  d.next_at as "nextAt", d.last_error as "lastError", d.tried_at as "triedAt"`;

@Injectable()
export class DeliveryStore {
  async insert(
    tx: Tx,
    partnerId: string,
    changes: readonly { readonly id: string; readonly caseId: string; readonly seq: number }[],
  ): Promise<void> {
    await tx.manager.query(
      `insert into exchange.delivery (change_id, case_id, partner_id, seq, state, next_at)
       select c.id, c."caseId", $2, c.seq, 'PENDING', $3
         from jsonb_to_recordset($1::jsonb) as c(id uuid, "caseId" uuid, seq integer)`,
      [JSON.stringify(changes), partnerId, tx.at],
    );
  }

  /** The oldest of a case that waits: what came first is told first. */
  async oldestWaiting(manager: EntityManager, caseId: string): Promise<Delivery | undefined> {
    const rows: Delivery[] = await manager.query(
      `select ${COLUMNS} from exchange.delivery d where d.case_id = $1 and d.state = 'PENDING' order by d.seq limit 1`,
      [caseId],
    );
    return rows[0];
  }

  /** Those of the cases of which nothing waits: no job is at work for them. */
  async casesAtRest(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
    const rows: { caseId: string }[] = await tx.manager.query(
      `select c.id as "caseId" from unnest($1::uuid[]) as c(id)
        where not exists (select from exchange.delivery d where d.case_id = c.id and d.state = 'PENDING')`,
      [caseIds],
    );
    return rows.map(({ caseId }) => caseId);
  }

  /** Cases of which something should have been tried by now. */
  async casesWaiting(tx: Tx, partnerId: string): Promise<string[]> {
    const rows: { caseId: string }[] = await tx.manager.query(
      `select distinct case_id as "caseId" from exchange.delivery
        where partner_id = $1 and state = 'PENDING' and next_at <= $2`,
      [partnerId, tx.at],
    );
    return rows.map(({ caseId }) => caseId);
  }

  /** Cases of which something should have been tried before this instant, though nothing hinders it. */
  async casesLeft(tx: Tx, before: Date): Promise<string[]> {
    const rows: { caseId: string }[] = await tx.manager.query(
      `select distinct d.case_id as "caseId" from exchange.partner p
         join exchange.delivery d on d.partner_id = p.id and d.state = 'PENDING' and d.next_at <= $1
        where p.disabled_at is null and p.webhook_url is not null`,
      [before],
    );
    return rows.map(({ caseId }) => caseId);
  }

  async record(tx: Tx, changeId: string, result: Attempted): Promise<void> {
    await tx.manager.query(
      `update exchange.delivery set state = $2, attempts = $3, next_at = $4, last_error = $5, tried_at = $6
        where change_id = $1`,
      [changeId, result.state, result.attempts, result.nextAt, result.lastError, tx.at],
    );
  }

  /** Those that were given up wait anew. @returns their cases */
  async revive(tx: Tx, partnerId: string, changeId?: string): Promise<string[]> {
    const revived = await tx.manager
      .query(
        `update exchange.delivery set state = 'PENDING', attempts = 0, next_at = $3
          where partner_id = $1 and state = 'DEAD' and ($2::uuid is null or change_id = $2)
         returning case_id as "caseId"`,
        [partnerId, changeId ?? null, tx.at],
      )
      .then(([changed]: [{ caseId: string }[], number]) => changed);
    return [...new Set(revived.map(({ caseId }) => caseId))];
  }

  list(
    manager: EntityManager,
    criteria: {
      readonly partnerId: string;
      readonly state?: DeliveryState;
      readonly before?: string;
      readonly limit: number;
    },
  ): Promise<DeliveryLine[]> {
    return manager.query(
      `select ${COLUMNS}, h.event, c.reference, h.seq, h.at
         from exchange.delivery d join exchange.change h on h.id = d.change_id
         join exchange.partner_case c on c.id = d.case_id
        where d.partner_id = $1 and ($2::text is null or d.state = $2) and ($3::uuid is null or d.change_id < $3)
        order by d.change_id desc limit $4`,
      [criteria.partnerId, criteria.state ?? null, criteria.before ?? null, criteria.limit],
    );
  }

  /** What is over, and was last tried before this instant. */
  async remove(tx: Tx, before: Date): Promise<void> {
    await tx.manager.query("delete from exchange.delivery where state <> 'PENDING' and tried_at < $1", [
      before,
    ]);
  }
}
