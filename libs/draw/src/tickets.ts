import { HASH_LENGTH, SeededHash, type Hash } from './hash';
import { sortRows } from './sort-rows';
import type { TargetTable } from './target-table';
import type { Progress } from './types';

/** Steps between two reports of progress: some milliseconds of work. */
const REPORT_EVERY = 4096;

/** 票号: the tickets of all targets, 32 bytes each, by row of the table. */
export function* tickets(
  table: TargetTable,
  seed: Uint8Array,
  hash: Hash,
): Generator<Progress, Uint8Array, void> {
  const all = new Uint8Array(table.count * HASH_LENGTH);
  const seeded = new SeededHash(hash, 'target', seed);
  for (let row = 0; row < table.count; row++) {
    const start = table.starts[row]!;
    const digest = seeded
      .reset()
      .field(table.lines, start, start + table.idLengths[row]!)
      .digest();
    all.set(digest, row * HASH_LENGTH);
    if (row % REPORT_EVERY === 0) yield { phase: 'tickets', done: row, total: table.count };
  }
  return all;
}

/** Rows by ticket, then by id: rows are in order of id already and the sort keeps equals in place. */
export function ticketOrder(all: Uint8Array): Uint32Array {
  const starts = new Uint32Array(all.length / HASH_LENGTH + 1);
  for (let row = 1; row < starts.length; row++) starts[row] = row * HASH_LENGTH;
  return sortRows(all, starts);
}
