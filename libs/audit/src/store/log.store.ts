import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import { coveringNodes, refKey, type NodeRef, type TreeNode } from '../domain/merkle';

export interface PendingEntry {
  readonly id: string;
  readonly canonical: string;
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly at: Date;
  readonly note: string;
}

/** A connection or a transaction, to read from. */
export type SqlReader = Pick<EntityManager, 'query'>;

/** Where hashes are read: the tables for the system itself, the published views for the public pages. */
export type LogSource = 'tables' | 'public';
const VIEW: Readonly<Record<LogSource, string>> = { tables: '', public: '_public' };

/** The tree of the log as rows. Big integers come as text from the driver; the log has far fewer than 2^53 leaves. */
@Injectable()
export class LogStore {
  /** Only one sequencer at a time, in the whole system, until the end of the transaction. @returns whether it is us */
  async lock(tx: Tx): Promise<boolean> {
    const [row]: { locked: boolean }[] = await tx.manager.query(
      `select pg_try_advisory_xact_lock(hashtext('zhaoguan.audit.sequence')) as locked`,
    );
    return row?.locked === true;
  }

  /** Takes the oldest entries that wait for a place off the list. */
  async takePending(tx: Tx, limit: number): Promise<readonly PendingEntry[]> {
    return tx.manager.query(
      `with taken as (
         delete from audit.pending
          where entry_id in (select entry_id from audit.pending order by entry_id limit $1)
          returning entry_id)
       select id, canonical from audit.entry where id in (select entry_id from taken) order by id`,
      [limit],
    );
  }

  async hasPending(reader: SqlReader): Promise<boolean> {
    const rows: unknown[] = await reader.query('select 1 from audit.pending limit 1');
    return rows.length > 0;
  }

  /** Number of leaves. */
  async size(reader: SqlReader): Promise<number> {
    const [row]: { size: string }[] = await reader.query(
      'select coalesce(max(seq) + 1, 0) as size from audit.leaf',
    );
    return Number(row?.size ?? 0);
  }

  /** The complete subtrees along the right edge of a tree of this size. */
  async edge(reader: SqlReader, size: number): Promise<TreeNode[]> {
    const refs = coveringNodes({ start: 0, end: size });
    const hashes = await this.hashes(reader, refs);
    return refs.map((ref) => ({ ...ref, hash: hashes(ref) }));
  }

  /** @returns a look-up that throws for a subtree that is not stored */
  async hashes(
    reader: SqlReader,
    refs: readonly NodeRef[],
    source: LogSource = 'tables',
  ): Promise<(ref: NodeRef) => Uint8Array> {
    const view = VIEW[source];
    const rows: { level: number; position: string; hash: Buffer }[] = await reader.query(
      `select 0 as level, seq as position, leaf_hash as hash from audit.leaf${view} where seq = any($1::bigint[])
       union all
       select n.level, n.position, n.hash
         from audit.node${view} n
         join unnest($2::smallint[], $3::bigint[]) as r(level, position) using (level, position)`,
      [
        refs.filter(({ level }) => level === 0).map(({ position }) => position),
        refs.map(({ level }) => level),
        refs.map(({ position }) => position),
      ],
    );
    const found = new Map(
      rows.map(({ level, position, hash }) => [refKey({ level, position: Number(position) }), hash]),
    );
    return (ref) => {
      const hash = found.get(refKey(ref));
      if (!hash) throw new Error(`the log has no subtree ${refKey(ref)}`);
      return hash;
    };
  }

  async insertLeaves(
    tx: Tx,
    first: number,
    leaves: readonly { readonly id: string; readonly hash: Uint8Array }[],
  ): Promise<void> {
    await tx.manager.query(
      `insert into audit.leaf (seq, entry_id, leaf_hash)
       select $1::bigint + r.n - 1, r.id, r.hash
         from unnest($2::uuid[], $3::bytea[]) with ordinality as r(id, hash, n)`,
      [first, leaves.map(({ id }) => id), leaves.map(({ hash }) => Buffer.from(hash))],
    );
  }

  async insertNodes(tx: Tx, nodes: readonly TreeNode[]): Promise<void> {
    await tx.manager.query(
      `insert into audit.node (level, position, hash)
       select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`,
      [
        nodes.map(({ level }) => level),
        nodes.map(({ position }) => position),
        nodes.map(({ hash }) => Buffer.from(hash)),
      ],
    );
  }

  async insertCheckpoint(
    tx: Tx,
    checkpoint: StoredCheckpoint & { readonly signature: string },
  ): Promise<void> {
    const { size, root, at, note, signature } = checkpoint;
    await tx.manager.query(
      'insert into audit.checkpoint (size, root, at, note, signature) values ($1, $2, $3, $4, $5)',
      [size, root, at, note, signature],
    );
  }

  /** The newest head, or that of the given size. */
  async findCheckpoint(
    reader: SqlReader,
    source: LogSource,
    size?: number,
  ): Promise<StoredCheckpoint | undefined> {
    const rows: (Omit<StoredCheckpoint, 'size'> & { size: string })[] = await reader.query(
      `select size, root, at, note from audit.checkpoint${VIEW[source]}
        where $1::bigint is null or size = $1 order by size desc limit 1`,
      [size ?? null],
    );
    const [row] = rows;
    return row && { ...row, size: Number(row.size) };
  }
}
