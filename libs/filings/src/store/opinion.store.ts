import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { FileStore, isDuplicateKey, type MediaType, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Opinion } from '../domain/opinion';
import type { OpinionAction, OpinionStatus } from '../domain/opinion.process';

export interface OpinionFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly sm3: string;
}

type Row = Omit<Opinion, 'dueOn'> & { readonly dueOn: string };

/** What the submission says of the site that the opinion is about. */
interface Sought {
  readonly name: string;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
}

const COLUMNS = `id, filing_id as "filingId", round, kind, district, township, department, question, materials, status,
  due_on::text as "dueOn", asked_by as "askedBy", asked_at as "askedAt", answer, reasons, ended_by as "endedBy", ended_at as "endedAt"
  from filings.opinion`;

@Injectable()
export class OpinionStore {
  constructor(private readonly files: FileStore) {}

  /** @throws OPINION_ASKED_ALREADY while the same department has not answered */
  async insert(tx: Tx, o: Opinion): Promise<void> {
    try {
      await tx.manager.query(
        `insert into filings.opinion (id, filing_id, round, kind, district, township, department, question, materials, status,
           due_on, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          o.id,
          o.filingId,
          o.round,
          o.kind,
          o.district,
          o.township,
          o.department,
          o.question,
          o.materials,
          o.status,
          o.dueOn,
          o.askedBy,
          o.askedAt,
        ],
      );
    } catch (error) {
      if (isDuplicateKey(error, 'opinion_open')) throw refuse('OPINION_ASKED_ALREADY');
      throw error;
    }
  }

  /** @throws NOT_FOUND */
  async get(manager: EntityManager, id: string): Promise<Opinion> {
    const [row]: Row[] = await manager.query(`select ${COLUMNS} where id = $1`, [id]);
    if (!row) throw refuse('NOT_FOUND');
    return toDomain(row);
  }

  /** @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<Opinion> {
    const [row]: Row[] = await tx.manager.query(`select ${COLUMNS} where id = $1 for update`, [id]);
    if (!row) throw refuse('NOT_FOUND');
    return toDomain(row);
  }

  async ofFiling(manager: EntityManager, filingId: string): Promise<Opinion[]> {
    const rows: Row[] = await manager.query(`select ${COLUMNS} where filing_id = $1 order by id`, [filingId]);
    return rows.map(toDomain);
  }

  async openForUpdate(tx: Tx, filingId: string): Promise<Opinion[]> {
    const rows: Row[] = await tx.manager.query(
      `select ${COLUMNS} where filing_id = $1 and status = 'ASKED' order by id for update`,
      [filingId],
    );
    return rows.map(toDomain);
  }

  /**
   * Those of a department: the open ones first, by their last day, then what has ended, newest first; one row more than asked for.
   * Two halves, so that each is read by an index.
   */
  async ofDepartments(
    manager: EntityManager,
    departments: readonly string[],
    {
      status,
      places,
      after,
      limit,
    }: {
      readonly status: OpinionStatus | null;
      /** Divisions of the office itself, a township by its county. */
      readonly places: readonly string[];
      /** The last day of the row before, `infinity` of one that has ended, and its id. */
      readonly after: readonly [position: string, id: string] | null;
      readonly limit: number;
    },
  ): Promise<(Opinion & Sought)[]> {
    const rows: (Row & Sought)[] = await manager.query(
      `select o.*, s.name, s."siteType" from (
           (select ${COLUMNS} where department = any ($1) and status = 'ASKED' and ($2::text is null or status = $2)
                and ($6::date is null or (due_on, id) > ($6, $3::uuid)) and district = any ($5)
                order by due_on, id limit $4)
           union all
           (select ${COLUMNS} where department = any ($1) and status <> 'ASKED' and ($2::text is null or status = $2)
                and ($6::date is null or $6 <> 'infinity' or id < $3::uuid) and district = any ($5)
                order by id desc limit $4)) o
         left join lateral (select application ->> 'name' as name, nullif(application ->> 'siteType', '') as "siteType"
                              from filings.submission where filing_id = o."filingId" and round = o.round) s on true
        order by case when o.status = 'ASKED' then o."dueOn" else 'infinity' end,
                 case when o.status = 'ASKED' then o.id end, o.id desc
        limit $4`,
      [departments, status, after?.[1] ?? null, limit + 1, places, after?.[0] ?? null],
    );
    return rows.map((row) => ({ ...toDomain(row), name: row.name, siteType: row.siteType }));
  }

  async save(tx: Tx, before: Opinion, after: Opinion, action: OpinionAction): Promise<void> {
    await tx.manager.query(
      `update filings.opinion set status = $2, answer = $3, reasons = $4, ended_by = $5, ended_at = $6 where id = $1`,
      [after.id, after.status, after.answer, after.reasons, after.endedBy, after.endedAt],
    );
    await tx.manager.query(
      `insert into filings.opinion_transition (opinion_id, seq, action, from_status, to_status, actor_id, at, reason)
       values ($1, 1, $2, $3, $4, $5, $6, $7)`,
      [after.id, action, before.status, after.status, tx.caller.id, tx.at, after.reasons],
    );
    if (action !== 'answer') return;
    await tx.manager.query(
      'update filings.filing set advised_by = array_append(array_remove(advised_by, $2), $2) where id = $1',
      [after.filingId, tx.caller.id],
    );
  }

  /** Who has done anything with the filing, or conducts it. */
  async takingPart(manager: EntityManager, filingId: string): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await manager.query(
      `select actor_id as id from filings.transition where filing_id = $1
       union select person_id from filings.case_holder where filing_id = $1`,
      [filingId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async appendFile(tx: Tx, id: string, file: StoredFile): Promise<void> {
    await this.files.record(tx, file);
    await tx.manager.query('insert into filings.opinion_file (file_id, opinion_id, at) values ($1, $2, $3)', [
      file.id,
      id,
      tx.at,
    ]);
  }

  async listFiles(manager: EntityManager, id: string): Promise<readonly OpinionFile[]> {
    return (await this.filesOf(manager, [id])).get(id) ?? [];
  }

  /** The files of several opinions, by the id of their opinion: one query, for a transaction asks one thing after the other. */
  async filesOf(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, readonly OpinionFile[]>> {
    const rows: (OpinionFile & { opinion: string })[] = await manager.query(
      `select o.opinion_id as opinion, f.id, f.name, f.size::float8 as size, f.media_type as "mediaType", f.sm3
         from filings.opinion_file o join platform.stored_file f on f.id = o.file_id
        where o.opinion_id = any($1) order by o.at, f.id`,
      [ids],
    );
    const found = new Map<string, OpinionFile[]>();
    for (const { opinion, ...file } of rows) found.set(opinion, [...(found.get(opinion) ?? []), file]);
    return found;
  }
}

const toDomain = (row: Row): Opinion => ({ ...row, dueOn: plainDate(row.dueOn) });
