import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type Kind } from '@zhaoguan/contracts';
import { plainDate, type Transition } from '@zhaoguan/kernel';
import { isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { CaseFinding, Decision, PartyStatement, PenaltyCase } from '../domain/penalty-case';
import type { PenaltyCaseAction, PenaltyCaseStatus } from '../domain/penalty-case.process';
import { CaseFindingEntity, CaseStatementEntity, CaseTransitionEntity } from './case-history.entity';
import { PenaltyCaseEntity } from './penalty-case.entity';
import { decisionColumns, noticeColumns, toCase, type NoticeToKeep } from './penalty-case.mapping';
import { StatementStore } from './statement.store';

export type NewPenaltyCase = Omit<
  PenaltyCase,
  'id' | 'siteType' | 'status' | 'notice' | 'isHeard' | 'decision' | 'version'
>;
type CaseTransition = Transition<PenaltyCaseStatus, PenaltyCaseAction> & {
  readonly legalBasis: string | undefined;
};

export interface CaseCriteria {
  readonly status?: PenaltyCaseStatus;
  readonly institutionId?: string;
  readonly kind?: Kind;
  readonly district?: string;
}

/** What belongs to a case besides its row, oldest first. */
export interface CaseFile {
  readonly findings: readonly CaseFinding[];
  readonly statements: readonly PartyStatement[];
  readonly transitions: readonly CaseTransitionEntity[];
}

@Injectable()
export class PenaltyCaseStore {
  constructor(private readonly statements: StatementStore) {}

  /** @throws FINDING_TAKEN when the department has taken up one of the findings before */
  async insert(tx: Tx, facts: NewPenaltyCase, findings: readonly CaseFinding[]): Promise<PenaltyCase> {
    const id = tx.newId();
    const row = tx.manager.create(PenaltyCaseEntity, {
      ...facts,
      id,
      basisCode: facts.basis.code,
      investigators: [...facts.investigators],
      status: 'OPENED',
      version: 1,
    });
    await tx.manager.insert(PenaltyCaseEntity, row);
    const rows = findings.map((finding) => ({
      ...finding,
      legalBasis: [...finding.legalBasis],
      caseId: id,
      department: facts.department,
    }));
    try {
      await tx.manager.insert(CaseFindingEntity, rows);
    } catch (error) {
      if (isDuplicateKey(error, 'case_finding_once')) throw refuse('FINDING_TAKEN');
      throw error;
    }
    return this.getForUpdate(tx, id);
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async getForUpdate(tx: Tx, id: string): Promise<PenaltyCase> {
    const row = await tx.manager.findOne(PenaltyCaseEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw refuse('NOT_FOUND');
    return toCase(row);
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<PenaltyCase> {
    const row = await manager.findOneBy(PenaltyCaseEntity, { id });
    if (!row) throw refuse('NOT_FOUND');
    return toCase(row);
  }

  /** Newest first, `limit + 1` rows. */
  async list(
    manager: EntityManager,
    caller: Caller,
    criteria: CaseCriteria,
    page: { readonly limit: number; readonly before: string | undefined },
  ): Promise<PenaltyCase[]> {
    const query = this.visible(manager, caller, criteria);
    if (page.before !== undefined) query.andWhere('c.id < :before', { before: page.before });
    const rows = await query
      .orderBy('c.id', 'DESC')
      .limit(page.limit + 1)
      .getMany();
    return rows.map(toCase);
  }

  /** Undecided cases, the nearest last day first, `limit + 1` rows. */
  async listByTerm(
    manager: EntityManager,
    caller: Caller,
    criteria: CaseCriteria,
    page: { readonly limit: number; readonly after: readonly [decideBy: string, id: string] | undefined },
  ): Promise<PenaltyCase[]> {
    const query = this.visible(manager, caller, criteria).andWhere('c.decided_on is null');
    if (page.after) {
      const [decideBy, id] = page.after;
      query.andWhere('(c.decide_by, c.id) > (:decideBy, :id)', { decideBy, id });
    }
    const rows = await query
      .orderBy('c.decide_by')
      .addOrderBy('c.id')
      .limit(page.limit + 1)
      .getMany();
    return rows.map(toCase);
  }

  /** Cases of the caller's departments, or against the caller. */
  private visible(
    manager: EntityManager,
    caller: Caller,
    criteria: CaseCriteria,
  ): SelectQueryBuilder<PenaltyCaseEntity> {
    const query = manager.createQueryBuilder(PenaltyCaseEntity, 'c').where(criteria);
    if (caller.permissions.has('case.read')) {
      query.andWhere('c.department in (:...departments)', { departments: ['', ...caller.departments] });
    } else {
      query.andWhere(
        `(c.party_id = :me or c.party_id is null
          and c.institution_id in (select i.id from institutions.institution i where i.operator_id = :me))`,
        { me: caller.id },
      );
    }
    return query;
  }

  async file(manager: EntityManager, caseId: string): Promise<CaseFile> {
    const findings = await manager.find(CaseFindingEntity, { where: { caseId }, order: { itemCode: 'ASC' } });
    const statements = await this.statements.list(manager, caseId);
    const transitions = await manager.find(CaseTransitionEntity, {
      where: { caseId },
      order: { seq: 'ASC' },
    });
    return {
      findings: findings.map(
        ({ findingId, resultId, itemCode, itemTitle, legalBasis, severity, note, inspectedOn }) => ({
          findingId,
          resultId,
          itemCode,
          itemTitle,
          legalBasis,
          severity,
          note,
          inspectedOn: plainDate(inspectedOn),
        }),
      ),
      statements,
      transitions,
    };
  }

  /** Whether the party has said something, in contrast to having waived it. */
  hasStatement(tx: Tx, caseId: string): Promise<boolean> {
    return tx.manager.existsBy(CaseStatementEntity, { caseId, nature: 'STATEMENT' });
  }

  /** Whether the person was of a team whose findings the case rests on. */
  async isOwnInspection(tx: Tx, caseId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `select 1 from enforcement.case_finding f
        where f.case_id = $1 and inspections.took_part(f.result_id, $2) limit 1`,
      [caseId, personId],
    );
    return rows.length > 0;
  }

  /** Moves the case and writes the line of its history. */
  async move(
    tx: Tx,
    subject: PenaltyCase,
    transition: CaseTransition,
    change: { readonly notice?: NoticeToKeep; readonly decision?: Decision } = {},
  ): Promise<PenaltyCase> {
    const { notice, decision } = change;
    await tx.manager.update(
      PenaltyCaseEntity,
      { id: subject.id },
      {
        status: transition.to,
        version: subject.version + 1,
        ...(notice ? noticeColumns(notice) : {}),
        ...(decision ? decisionColumns(decision) : {}),
      },
    );
    await tx.manager.insert(CaseTransitionEntity, {
      caseId: subject.id,
      seq: subject.version,
      action: transition.action,
      from: transition.from,
      to: transition.to,
      actorId: tx.caller.id,
      at: tx.at,
      legalBasis: transition.legalBasis ?? null,
    });
    return this.getForUpdate(tx, subject.id);
  }

  /** Its decision has reached the party: nobody waits for that any more. It is no step of the case. */
  async markServed(tx: Tx, subject: PenaltyCase): Promise<PenaltyCase> {
    await tx.manager.update(PenaltyCaseEntity, { id: subject.id }, { serveBy: null });
    return this.getForUpdate(tx, subject.id);
  }

  /** The next ordinal of a series; given back when the transaction fails, so a series has no gaps. */
  async nextOrdinal(tx: Tx, series: string): Promise<number> {
    const rows: { last: number }[] = await tx.manager.query(
      `insert into enforcement.number_series (series, last) values ($1, 1)
       on conflict (series) do update set last = number_series.last + 1 returning last`,
      [series],
    );
    return rows[0]?.last ?? 1;
  }
}
