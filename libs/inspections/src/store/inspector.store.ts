import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { decodeCursor, DomainError, encodeCursor, isUuid, plainDate } from '@zhaoguan/kernel';
import { isDuplicateKey, pageOf, type Page, type Tx } from '@zhaoguan/platform';
import { In, type EntityManager } from 'typeorm';
import type { Inspector, Recusal } from '../domain/inspector';
import { InspectorEntity, RecusalEntity } from './inspector.entity';

export type NewInspector = Omit<Inspector, 'id' | 'active' | 'version'>;
export type InspectorChanges = Partial<Pick<Inspector, 'department' | 'districts' | 'validUntil' | 'active'>>;

interface Filter {
  readonly department?: string | undefined;
  readonly active?: boolean | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** 执法检查人员名录库 and 回避. */
@Injectable()
export class InspectorStore {
  /** @throws CERTIFICATE_TAKEN, INSPECTOR_LISTED */
  async insert(tx: Tx, facts: NewInspector): Promise<Inspector> {
    const row = tx.manager.create(InspectorEntity, {
      ...facts,
      districts: [...facts.districts],
      id: tx.newId(),
      active: true,
      createdAt: tx.at,
      version: 1,
    });
    try {
      await tx.manager.insert(InspectorEntity, row);
    } catch (error) {
      throw duplicate(error) ?? error;
    }
    return toInspector(row);
  }

  /** @throws NOT_FOUND also when row-level security hides it; a row that may be read but not changed is hidden too */
  async getForUpdate(tx: Tx, id: string): Promise<Inspector> {
    const row = await tx.manager.findOne(InspectorEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw refuse('NOT_FOUND');
    return toInspector(row);
  }

  /** @throws NOT_FOUND */
  async get(manager: EntityManager, id: string): Promise<Inspector> {
    const row = await manager.findOneBy(InspectorEntity, { id });
    if (!row) throw refuse('NOT_FOUND');
    return toInspector(row);
  }

  /** The entry in use that stands for a person; null when there is none. */
  async findActiveOf(manager: EntityManager, personId: string): Promise<Inspector | null> {
    const row = await manager.findOneBy(InspectorEntity, { personId, active: true });
    return row && toInspector(row);
  }

  /** Whether an entry stands or stood for a person, also one that is out of the caller's sight. */
  async hasEntry(manager: EntityManager, personId: string): Promise<boolean> {
    const [row]: { known: boolean }[] = await manager.query('select inspections.was_listed($1) as known', [
      personId,
    ]);
    return row?.known === true;
  }

  /** Which of these people have an entry in use. */
  async listed(manager: EntityManager, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await manager.find(InspectorEntity, {
      where: { personId: In([...personIds]), active: true },
      select: { personId: true },
    });
    return new Set(rows.map(({ personId }) => personId));
  }

  /** @throws INSPECTOR_LISTED when the person has another active entry */
  async update(tx: Tx, id: string, changes: InspectorChanges): Promise<Inspector> {
    const { districts, ...rest } = changes;
    try {
      await tx.manager.update(
        InspectorEntity,
        { id },
        { ...rest, ...(districts ? { districts: [...districts] } : {}) },
      );
    } catch (error) {
      throw duplicate(error) ?? error;
    }
    return this.get(tx.manager, id);
  }

  /** By certificate number. */
  async list(manager: EntityManager, filter: Filter): Promise<Page<Inspector>> {
    const query = manager
      .createQueryBuilder(InspectorEntity, 'i')
      .orderBy('i.certificate_number')
      .limit(filter.limit + 1);
    if (filter.department !== undefined) query.andWhere('i.department = :department', filter);
    if (filter.active !== undefined) query.andWhere('i.active = :active', filter);
    if (filter.cursor !== undefined)
      query.andWhere('i.certificate_number > :after', { after: textIn(filter.cursor) });
    return pageOf(await query.getMany(), filter.limit, toInspector, (row) =>
      encodeCursor([row.certificateNumber]),
    );
  }

  /**
   * Whether the person is recused there now. Until the transaction ends nobody else gets an answer about the pair, so of
   * two who declare the same at once the second sees the first.
   */
  async isRecused(tx: Tx, personId: string, institutionId: string): Promise<boolean> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `recusal:${personId}:${institutionId}`,
    ]);
    const rows: unknown[] = await tx.manager.query(
      `select from inspections.recusal r
        where r.person_id = $1 and r.institution_id = $2 and r.revokes is null
          and not exists (select from inspections.recusal e where e.revokes = r.id)`,
      [personId, institutionId],
    );
    return rows.length > 0;
  }

  async insertRecusal(
    tx: Tx,
    facts: Pick<Recusal, 'inspectorId' | 'personId' | 'institutionId' | 'reason'> & {
      readonly revokes: string | null;
    },
  ): Promise<Recusal> {
    const row = tx.manager.create(RecusalEntity, {
      ...facts,
      id: tx.newId(),
      declaredBy: tx.caller.id,
      declaredAt: tx.at,
    });
    try {
      await tx.manager.insert(RecusalEntity, row);
    } catch (error) {
      if (isDuplicateKey(error)) throw refuse('ALREADY_REVOKED');
      throw error;
    }
    return { ...row, revokedAt: null };
  }

  /** A declaration, not a revocation, of this person. @throws NOT_FOUND */
  async getRecusal(tx: Tx, personId: string, id: string): Promise<Recusal> {
    const row = await tx.manager.findOneBy(RecusalEntity, { id, personId });
    if (!row || row.revokes !== null) throw refuse('NOT_FOUND');
    const end = await tx.manager.findOneBy(RecusalEntity, { revokes: id });
    return { ...row, revokedAt: end?.declaredAt ?? null };
  }

  /** Those of a person, under whatever entry they were declared; newest first. */
  async listRecusals(
    manager: EntityManager,
    personId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<Recusal>> {
    const rows: Recusal[] = await manager.query(
      `select r.id, r.inspector_id as "inspectorId", r.person_id as "personId",
              r.institution_id as "institutionId", r.reason, r.declared_by as "declaredBy", r.declared_at as "declaredAt", e.declared_at as "revokedAt"
         from inspections.recusal r left join inspections.recusal e on e.revokes = r.id
        where r.person_id = $1 and r.revokes is null and ($2::uuid is null or r.id < $2)
        order by r.id desc limit $3`,
      [personId, page.cursor === undefined ? null : idIn(page.cursor), page.limit + 1],
    );
    return pageOf(
      rows,
      page.limit,
      (row) => row,
      (row) => encodeCursor([row.id]),
    );
  }
}

function duplicate(error: unknown): DomainError | undefined {
  if (isDuplicateKey(error, 'inspector_certificate_number_key')) {
    return refuse('CERTIFICATE_TAKEN', {}, [{ pointer: '/certificateNumber', code: 'CERTIFICATE_TAKEN' }]);
  }
  if (isDuplicateKey(error, 'inspector_person')) {
    return refuse('INSPECTOR_LISTED', {}, [{ pointer: '/personId', code: 'INSPECTOR_LISTED' }]);
  }
  return undefined;
}

function toInspector(row: InspectorEntity): Inspector {
  const { id, personId, name, certificateNumber, department, districts, active, version } = row;
  return {
    id,
    personId,
    name,
    certificateNumber,
    department,
    districts,
    active,
    version,
    validUntil: plainDate(row.validUntil),
  };
}

function textIn(cursor: string): string {
  const [value] = decodeCursor(cursor);
  if (typeof value !== 'string') throw refuse('INVALID_CURSOR');
  return value;
}

/** The one id that the cursor of a list by id holds. @throws INVALID_CURSOR */
export function idIn(cursor: string): string {
  const id = textIn(cursor);
  if (!isUuid(id)) throw refuse('INVALID_CURSOR');
  return id;
}
