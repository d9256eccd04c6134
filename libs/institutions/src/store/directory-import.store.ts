import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import {
  directoryImportProcess,
  type DirectoryCounts,
  type DirectoryImport,
  type DirectoryImportAction,
} from '../domain/directory-import.process';

type Asked = Pick<DirectoryImport, 'id' | 'fileName' | 'size' | 'sm3'>;

const COLUMNS = `id, file_name as "fileName", size::float8 as size, sm3, districts, state, share::float8 as share, rows, added,
  unchanged, faulty, remarked, skipped, ignored_columns as "ignoredColumns", problem, requested_by as "requestedBy",
  requested_at as "requestedAt", ended_at as "endedAt"`;

/** Directory files that were handed in, and what became of them. */
@Injectable()
export class DirectoryImportStore {
  /** @returns false while another one of the same person is open */
  async insert(tx: Tx, { id, fileName, size, sm3 }: Asked): Promise<boolean> {
    const made: unknown[] = await tx.manager.query(
      `insert into institutions.directory_import (id, file_name, size, sm3, districts, state, requested_by, requested_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (requested_by) where ended_at is null do nothing returning id`,
      [id, fileName, size, sm3, tx.caller.districts, directoryImportProcess.initial, tx.caller.id, tx.at],
    );
    return made.length > 0;
  }

  async find(manager: EntityManager, id: string): Promise<DirectoryImport | null> {
    const rows: DirectoryImport[] = await manager.query(
      `select ${COLUMNS} from institutions.directory_import where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Newest first, of who has the same places. */
  list(
    manager: EntityManager,
    where: { readonly districts: readonly string[]; readonly before?: string; readonly limit: number },
  ): Promise<DirectoryImport[]> {
    return manager.query(
      `select ${COLUMNS} from institutions.directory_import
        where districts = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [where.districts, where.before ?? null, where.limit],
    );
  }

  /** It may have begun already, before the process was killed. */
  async begin(tx: Tx, { id, state }: DirectoryImport): Promise<void> {
    if (state === 'RUNNING') return;
    await tx.manager.query('update institutions.directory_import set state = $2 where id = $1', [
      id,
      directoryImportProcess.apply(state, 'begin').to,
    ]);
  }

  async advance(
    tx: Tx,
    id: string,
    counts: Pick<DirectoryCounts, 'share' | 'rows' | 'added'>,
  ): Promise<void> {
    await tx.manager.query(
      `update institutions.directory_import set share = $2, rows = $3, added = $4 where id = $1 and ended_at is null`,
      [id, counts.share, counts.rows, counts.added],
    );
  }

  async end(
    tx: Tx,
    id: string,
    action: Exclude<DirectoryImportAction, 'begin'>,
    { counts, problem }: { readonly counts?: DirectoryCounts; readonly problem: string | null },
  ): Promise<void> {
    const {
      share = 0,
      rows = 0,
      added = 0,
      unchanged = 0,
      faulty = 0,
      remarked = 0,
      skipped = 0,
    } = counts ?? {};
    await tx.manager.query(
      `update institutions.directory_import
          set state = $2, ended_at = $3, problem = $4, share = $5, rows = $6, added = $7, unchanged = $8, faulty = $9,
              skipped = $10, ignored_columns = $11, remarked = $12
        where id = $1`,
      [
        id,
        directoryImportProcess.apply('RUNNING', action).to,
        tx.at,
        problem,
        share,
        rows,
        added,
        unchanged,
        faulty,
        skipped,
        counts?.ignoredColumns ?? [],
        remarked,
      ],
    );
  }

  /** Rows that the file has brought since then, over all its beginnings: one that was killed late begins anew and finds them there. */
  async addedSince(manager: EntityManager, { sm3, requestedAt }: DirectoryImport): Promise<number> {
    const rows: { added: number }[] = await manager.query(
      `select coalesce(sum(added), 0)::integer as added from institutions.import_run where digest = $1 and started_at >= $2`,
      [sm3, requestedAt],
    );
    return rows[0]?.added ?? 0;
  }
}
