import { Injectable } from '@nestjs/common';
import type { FolderFileState, FolderProblem } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';

/** How the folder of a partner is served. */
export interface FolderState {
  readonly madeAs: string | null;
  readonly lastFile: number;
  /** Place in the feed up to which files were written. */
  readonly position: number;
  /** Last place of the file that is being written. */
  readonly writingTo: number | null;
  readonly problem: FolderProblem | null;
}

/** A file that a partner laid into its folder. */
export interface FolderFileLine {
  readonly id: string;
  readonly name: string;
  readonly state: FolderFileState;
  readonly seenAt: Date;
  readonly rows: number;
  readonly faulty: number;
  /** Why the whole of it could not be read. */
  readonly reason: string | null;
  readonly endedAt: Date | null;
}

/** With the mark by which it is known again. */
export interface FolderFile extends FolderFileLine {
  readonly mark: string;
}

const FILE_COLUMNS = `f.id, f.name, f.state, f.seen_at as "seenAt", f.rows, f.faulty, f.reason, f.ended_at as "endedAt"`;

@Injectable()
export class FolderStore {
  /** Folders whose turn it is: in use, and served by no job now. @returns their partners; theirs until `until` */
  async claim(tx: Tx, until: Date): Promise<string[]> {
    const rows: { partnerId: string }[] = await tx.manager.query(
      `insert into exchange.folder as f (partner_id, leased_until)
       select p.id, $2 from exchange.partner p where p.folder is not null and p.disabled_at is null
       on conflict (partner_id) do update set leased_until = $2
         where f.leased_until is null or f.leased_until <= $1
       returning partner_id as "partnerId"`,
      [tx.at, until],
    );
    return rows.map(({ partnerId }) => partnerId);
  }

  async extend(tx: Tx, partnerId: string, until: Date): Promise<void> {
    await tx.manager.query('update exchange.folder set leased_until = $2 where partner_id = $1', [
      partnerId,
      until,
    ]);
  }

  async release(tx: Tx, partnerId: string): Promise<void> {
    await tx.manager.query('update exchange.folder set leased_until = null where partner_id = $1', [
      partnerId,
    ]);
  }

  async state(manager: EntityManager, partnerId: string): Promise<FolderState | undefined> {
    const rows: FolderState[] = await manager.query(
      `select made_as as "madeAs", last_file as "lastFile", position::float8 as position,
              writing_to::float8 as "writingTo", problem from exchange.folder where partner_id = $1`,
      [partnerId],
    );
    return rows[0];
  }

  /** It was there and could be read; or why not. */
  async note(
    tx: Tx,
    partnerId: string,
    seen: { readonly madeAs: string; readonly ignored: number } | { readonly problem: FolderProblem },
  ): Promise<void> {
    if ('problem' in seen) {
      await tx.manager.query(
        'update exchange.folder set problem = $2, problem_at = $3 where partner_id = $1',
        [partnerId, seen.problem, tx.at],
      );
      return;
    }
    await tx.manager.query(
      `update exchange.folder set made_as = $2, ignored = $3, read_at = $4, problem = null, problem_at = null
        where partner_id = $1`,
      [partnerId, seen.madeAs, seen.ignored, tx.at],
    );
  }

  async planFile(tx: Tx, partnerId: string, writingTo: number): Promise<void> {
    await tx.manager.query('update exchange.folder set writing_to = $2 where partner_id = $1', [
      partnerId,
      writingTo,
    ]);
  }

  async fileWritten(tx: Tx, partnerId: string): Promise<void> {
    await tx.manager.query(
      `update exchange.folder set position = writing_to, last_file = last_file + 1, writing_to = null, written_at = $2
        where partner_id = $1 and writing_to is not null`,
      [partnerId, tx.at],
    );
  }

  openFiles(manager: EntityManager, partnerId: string): Promise<FolderFile[]> {
    return manager.query(
      `select ${FILE_COLUMNS}, f.mark from exchange.folder_file f where f.partner_id = $1 and f.ended_at is null order by f.name`,
      [partnerId],
    );
  }

  /** Seen for the first time, or another one than before under its name. */
  async see(tx: Tx, partnerId: string, { name, mark }: Pick<FolderFile, 'name' | 'mark'>): Promise<void> {
    await tx.manager.query(
      `insert into exchange.folder_file (id, partner_id, name, mark, state, seen_at) values ($1, $2, $3, $4, 'WAITING', $5)
       on conflict (partner_id, name) where ended_at is null do update set mark = $4, seen_at = $5`,
      [tx.newId(), partnerId, name, mark, tx.at],
    );
  }

  async forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.manager.query('delete from exchange.folder_file where id = any($1::uuid[])', [ids]);
  }

  async recordRead(
    tx: Tx,
    id: string,
    { rows, faulty, reason }: Pick<FolderFile, 'rows' | 'faulty' | 'reason'>,
  ): Promise<void> {
    await tx.manager.query(
      `update exchange.folder_file set state = 'READ', rows = $2, faulty = $3, reason = $4 where id = $1`,
      [id, rows, faulty, reason],
    );
  }

  async end(tx: Tx, id: string, state: 'DONE' | 'FAILED'): Promise<void> {
    await tx.manager.query('update exchange.folder_file set state = $2, ended_at = $3 where id = $1', [
      id,
      state,
      tx.at,
    ]);
  }

  listFiles(
    manager: EntityManager,
    {
      partnerId,
      before,
      limit,
    }: { readonly partnerId: string; readonly before?: string; readonly limit: number },
  ): Promise<FolderFileLine[]> {
    return manager.query(
      `select ${FILE_COLUMNS} from exchange.folder_file f
        where f.partner_id = $1 and ($2::uuid is null or f.id < $2) order by f.id desc limit $3`,
      [partnerId, before ?? null, limit],
    );
  }

  async remove(tx: Tx, before: Date): Promise<void> {
    await tx.manager.query('delete from exchange.folder_file where ended_at < $1', [before]);
  }
}
