import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type Kind, type RemovalType } from '@zhaoguan/contracts';
import type { Transition } from '@zhaoguan/kernel';
import { isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Removal } from '../domain/removal';
import type { RemovalAction, RemovalStatus } from '../domain/removal.process';
import { REMOVAL_COLUMNS, toRemoval, type RemovalRow } from './removal.row';

export type NewRemoval = Omit<
  Removal,
  | 'id'
  | 'siteType'
  | 'status'
  | 'openedBy'
  | 'openedAt'
  | 'prepared'
  | 'notice'
  | 'proposal'
  | 'decision'
  | 'annulment'
  | 'isWaived'
  | 'workedOn'
  | 'acceptedBy'
  | 'version'
>;

/** What an act changes besides the status; what is left out stays. */
export type RemovalChange = Partial<
  Pick<Removal, 'dueOn' | 'prepared' | 'notice' | 'proposal' | 'decision' | 'annulment'>
>;

export interface RemovalCriteria {
  readonly status?: RemovalStatus | undefined;
  readonly type?: RemovalType | undefined;
  readonly kind?: Kind | undefined;
  readonly institutionId?: string | undefined;
}

export interface RemovalTransition {
  readonly action: RemovalAction;
  readonly from: RemovalStatus;
  readonly to: RemovalStatus;
  readonly reason: string | null;
  readonly actorId: string;
  readonly at: Date;
}

const CRITERIA = [
  ['status', 'status'],
  ['type', 'type'],
  ['kind', 'kind'],
  ['institutionId', 'institution_id'],
] as const;

/** As the institution reads it: of a notice that is drawn up anew it learns when that is served. */
const STATUS_TOLD = `case status when 'PREPARED' then 'OPENED' else status end`;

@Injectable()
export class RemovalStore {
  /** Whether its licence was asked to go on in time, and that is not decided. */
  async isRenewalOpen(tx: Tx, institutionId: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      'select from filings.renewal_facts where institution_id = $1 limit 1',
      [institutionId],
    );
    return rows.length > 0;
  }

  /** @throws REMOVAL_PENDING when one is under way for the institution */
  async insert(tx: Tx, facts: NewRemoval): Promise<Removal> {
    const id = tx.newId();
    try {
      await tx.manager.query(
        `insert into removals.removal
           (id, type, regime, ground, institution_id, institution_name, uscc, filing_number, kind, district, township,
            authority_name, status, clue, opened_by, opened_at, due_on, version, party_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'OPENED', $13, $14, $15, $16, 1, $17)`,
        [
          id,
          facts.type,
          facts.regime,
          JSON.stringify(facts.ground),
          facts.institutionId,
          facts.institutionName,
          facts.uscc,
          facts.filingNumber,
          facts.kind,
          facts.district,
          facts.township,
          facts.authorityName,
          facts.clue,
          tx.caller.id,
          tx.at,
          facts.dueOn,
          facts.partyId,
        ],
      );
    } catch (error) {
      if (isDuplicateKey(error, 'removal_open')) throw refuse('REMOVAL_PENDING');
      throw error;
    }
    return this.get(tx.manager, id);
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<Removal> {
    return this.one(manager, id, '');
  }

  /** The same, locked. @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<Removal> {
    return this.one(tx.manager, id, ' for update');
  }

  private async one(manager: EntityManager, id: string, lock: string): Promise<Removal> {
    const rows: RemovalRow[] = await manager.query(
      `select ${REMOVAL_COLUMNS} from removals.removal where id = $1${lock}`,
      [id],
    );
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    return toRemoval(row);
  }

  /** Newest first, `limit + 1` rows: of the kinds that the official's departments lead, or those to which one is the party. */
  async list(
    manager: EntityManager,
    caller: Caller,
    criteria: RemovalCriteria & { readonly kinds: readonly Kind[] },
    page: { readonly limit: number; readonly before: string | undefined },
  ): Promise<Removal[]> {
    const isOfficial = caller.permissions.has('removal.read');
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const where = CRITERIA.flatMap(([name, column]) =>
      criteria[name] === undefined
        ? []
        : [`${name === 'status' && !isOfficial ? STATUS_TOLD : column} = ${add(criteria[name])}`],
    );
    if (isOfficial) where.push(`kind = any (${add(criteria.kinds)}::text[])`);
    else {
      const self = add(caller.id);
      where.push(
        `(party_id = ${self} or party_id is null
          and institution_id in (select i.id from institutions.institution i where i.operator_id = ${self}))`,
      );
    }
    if (page.before !== undefined) where.push(`id < ${add(page.before)}`);
    const rows: RemovalRow[] = await manager.query(
      `select ${REMOVAL_COLUMNS} from removals.removal where ${where.join(' and ')}
        order by id desc limit ${add(page.limit + 1)}`,
      values,
    );
    return rows.map(toRemoval);
  }

  /** Moves the case and writes the line of its history. */
  async move(
    tx: Tx,
    before: Removal,
    { action, from, to }: Transition<RemovalStatus, RemovalAction>,
    { reason, ...change }: RemovalChange & { readonly reason?: string | undefined },
  ): Promise<Removal> {
    const after: Removal = { ...before, ...change, status: to };
    const { prepared, notice, proposal, decision, annulment } = after;
    await tx.manager.query(
      `update removals.removal set status = $2, version = version + 1, due_on = $3, notice_facts = $4,
              notice_service = $5, notice_service_note = $6, served_on = $7, statement_until = $8, noticed_by = $9,
              proposal = $10, statement_review = $11, proposed_by = $12, decision_number = $13, decided_by = $14,
              decided_on = $15, serve_by = $16, annulment_document = $17,
              annulled_on = $18, noticed_at = coalesce($19, noticed_at), decided_at = coalesce($20, decided_at),
              annulled_by = coalesce($21, annulled_by), decision_facts = coalesce($22, decision_facts),
              prepared_facts = $23, prepared_by = $24, prepared_on = $25
        where id = $1`,
      [
        before.id,
        to,
        after.dueOn,
        notice?.facts,
        notice?.service,
        notice?.serviceNote,
        notice?.servedOn,
        notice?.statementUntil,
        notice?.noticedBy,
        proposal?.text,
        proposal?.statementReview,
        proposal?.proposedBy,
        decision?.number,
        decision?.decidedBy,
        decision?.decidedOn,
        decision?.serveBy,
        annulment?.document,
        annulment?.annulledOn,
        change.notice ? tx.at : null,
        change.decision ? tx.at : null,
        change.annulment ? tx.caller.id : null,
        change.decision?.facts,
        prepared?.facts,
        prepared?.preparedBy,
        prepared?.preparedOn,
      ],
    );
    await tx.manager.query(
      `insert into removals.transition (removal_id, seq, action, from_state, to_state, reason, actor_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [before.id, before.version, action, from, to, reason ?? null, tx.caller.id, tx.at],
    );
    return this.getForUpdate(tx, before.id);
  }

  /** Its decision has reached the institution: nobody waits for that any more. It is no step of the case. */
  async markServed(tx: Tx, { id }: Removal): Promise<Removal> {
    await tx.manager.query('update removals.removal set serve_by = null where id = $1', [id]);
    return this.getForUpdate(tx, id);
  }

  /** Oldest first. */
  history(manager: EntityManager, id: string): Promise<RemovalTransition[]> {
    return manager.query(
      `select action, from_state as "from", to_state as "to", reason, actor_id as "actorId", at
         from removals.transition where removal_id = $1 order by seq`,
      [id],
    );
  }

  /** Told the institution before papers were numbered and signed; by identifier. */
  async withoutPapers(tx: Tx, after: string | undefined, limit: number): Promise<Removal[]> {
    const rows: RemovalRow[] = await tx.manager.query(
      `select ${REMOVAL_COLUMNS} from removals.removal
        where notice_facts is not null and ($1::uuid is null or id > $1)
          and not exists (select from removals.paper p where p.removal_id = removal.id)
        order by id limit $2`,
      [after ?? null, limit],
    );
    return rows.map(toRemoval);
  }
}
