import { refKey, type NodeRef } from '../domain/merkle';
import type { SqlReader } from './log.store';

/** A place with the entry in it, as the verifier reads them. */
export interface LeafRow {
  readonly seq: number;
  readonly entryId: string;
  /** Hash in the tree. */
  readonly leafHash: Buffer;
  /** Hash beside the entry; null when the entry is gone. */
  readonly ownHash: Buffer | null;
  readonly canonical: string | null;
  readonly columns: {
    readonly at: string | null;
    readonly actorId: string | null;
    readonly action: string | null;
    readonly subjectType: string | null;
    readonly subjectId: string | null;
    readonly district: string | null;
  };
}

interface RawLeaf extends Omit<LeafRow, 'seq' | 'columns'> {
  readonly seq: string;
  readonly at: Date | null;
  readonly actorId: string | null;
  readonly action: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly district: string | null;
}

export async function leavesFrom(reader: SqlReader, seq: number, limit: number): Promise<LeafRow[]> {
  const rows: RawLeaf[] = await reader.query(
    `select l.seq, l.entry_id as "entryId", l.leaf_hash as "leafHash", e.leaf_hash as "ownHash", e.canonical,
            e.at, e.actor_id as "actorId", e.action, e.subject_type as "subjectType",
            e.subject_id as "subjectId", e.district
       from audit.leaf l left join audit.entry e on e.id = l.entry_id
      where l.seq >= $1 order by l.seq limit $2`,
    [seq, limit],
  );
  return rows.map(({ seq: place, entryId, leafHash, ownHash, canonical, at, ...columns }) => ({
    seq: Number(place),
    entryId,
    leafHash,
    ownHash,
    canonical,
    columns: { ...columns, at: at?.toISOString() ?? null },
  }));
}

/** Heads of more than `after` and at most `upTo` leaves, by size. */
export async function checkpointsBetween(
  reader: SqlReader,
  after: number,
  upTo: number,
): Promise<Map<number, { readonly note: string; readonly root: Buffer }>> {
  const rows: { size: string; note: string; root: Buffer }[] = await reader.query(
    'select size, note, root from audit.checkpoint where size > $1 and size <= $2',
    [after, upTo],
  );
  return new Map(rows.map(({ size, ...head }) => [Number(size), head]));
}

export async function lastCheckpointSize(reader: SqlReader): Promise<number> {
  const [row]: { size: string | null }[] = await reader.query(
    'select max(size) as size from audit.checkpoint',
  );
  return Number(row?.size ?? 0);
}

export async function storedNodes(reader: SqlReader, refs: readonly NodeRef[]): Promise<Map<string, Buffer>> {
  const rows: { level: number; position: string; hash: Buffer }[] = await reader.query(
    `select n.level, n.position, n.hash from audit.node n
       join unnest($1::smallint[], $2::bigint[]) as r(level, position) using (level, position)`,
    [refs.map(({ level }) => level), refs.map(({ position }) => position)],
  );
  return new Map(
    rows.map(({ level, position, hash }) => [refKey({ level, position: Number(position) }), hash]),
  );
}

export async function countNodes(reader: SqlReader): Promise<number> {
  const [row]: { nodes: string }[] = await reader.query('select count(*) as nodes from audit.node');
  return Number(row?.nodes ?? 0);
}

/** Entries that are not in the tree: those that wait for it, and one that does not even wait. */
export async function entriesWithoutPlace(
  reader: SqlReader,
): Promise<{ readonly missing: string | null; readonly waiting: number }> {
  const [row]: { missing: string | null; waiting: string }[] = await reader.query(
    `select min(e.id::text) filter (where p.entry_id is null) as missing,
            count(p.entry_id) as waiting
       from audit.entry e
       left join audit.leaf l on l.entry_id = e.id
       left join audit.pending p on p.entry_id = e.id
      where l.entry_id is null`,
  );
  return { missing: row?.missing ?? null, waiting: Number(row?.waiting ?? 0) };
}
