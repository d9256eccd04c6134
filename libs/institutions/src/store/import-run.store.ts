import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import { importRunProcess, type ImportRun, type ImportRunState } from '../domain/import-run.process';
import type { ImportOutcome, RowOutcome } from './institution-import.store';

export type ImportRefusal = readonly [row: number, outcome: RowOutcome];

/** How far each import has come, and which rows the registry refused, as long as it runs. */
@Injectable()
export class ImportRunStore {
  /** The unfinished import of the file, if there is one. */
  async findRunning(manager: EntityManager, digest: string): Promise<ImportRun | null> {
    const rows: ImportRun[] = await manager.query(
      `select id, digest, file_name as "fileName", last_row as "lastRow", chain, added, unchanged, refused
         from institutions.import_run where digest = $1 and state = $2`,
      [digest, importRunProcess.initial],
    );
    return rows[0] ?? null;
  }

  /**
   * Notes the progress that the rows of this transaction make; the first one begins the import.
   * @throws Error when it does not stand any more where this process left it
   */
  async advance(
    tx: Tx,
    before: ImportRun,
    run: ImportRun,
    refusals: readonly ImportRefusal[],
  ): Promise<void> {
    const noted: unknown[] = await tx.manager.query(
      `insert into institutions.import_run
         (id, digest, file_name, state, last_row, chain, added, unchanged, refused, started_by, started_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (id) do update
         set last_row = excluded.last_row, chain = excluded.chain, added = excluded.added,
             unchanged = excluded.unchanged, refused = excluded.refused
         where import_run.last_row = $12 and import_run.state = excluded.state
       returning id`,
      [
        run.id,
        run.digest,
        run.fileName,
        importRunProcess.initial,
        run.lastRow,
        run.chain,
        run.added,
        run.unchanged,
        run.refused,
        tx.caller.id,
        tx.at,
        before.lastRow,
      ],
    );
    if (noted.length === 0) throw new Error(`import ${run.id} was gone on with by another process`);
    await tx.manager.query(
      `insert into institutions.import_refusal (run_id, "row", outcome, known)
       select $1, r."row", r.outcome, r.known
         from unnest($2::integer[], $3::text[], $4::text[]) as r("row", outcome, known)`,
      [
        run.id,
        refusals.map(([row]) => row),
        refusals.map(([, { outcome }]) => outcome),
        refusals.map(([, { known }]) => known),
      ],
    );
  }

  /** What the registry refused among these rows, earlier. */
  async refusals(
    manager: EntityManager,
    runId: string,
    from: number,
    to: number,
  ): Promise<ReadonlyMap<number, RowOutcome>> {
    const rows: { row: number; outcome: ImportOutcome; known: string | null }[] = await manager.query(
      `select "row", outcome, known from institutions.import_refusal where run_id = $1 and "row" between $2 and $3`,
      [runId, from, to],
    );
    return new Map(rows.map(({ row, ...outcome }) => [row, outcome]));
  }

  /** Its refusals stand in the report now, or are found anew. */
  async end(tx: Tx, runId: string, state: ImportRunState): Promise<void> {
    await tx.manager.query('update institutions.import_run set state = $2, ended_at = $3 where id = $1', [
      runId,
      state,
      tx.at,
    ]);
    await tx.manager.query('delete from institutions.import_refusal where run_id = $1', [runId]);
  }
}
