/** Below this many rows, insertion beats another counting pass. */
const SMALL = 32;
const BUCKETS = 257;

/**
 * The order that sorts rows ascending by their bytes; equal rows keep their order. Row i is
 * `bytes[starts[i] .. starts[i + 1]]`. A radix sort from the first byte on: comparing a million strings costs too much.
 */
export function sortRows(bytes: Uint8Array, starts: Uint32Array): Uint32Array {
  const count = starts.length - 1;
  const order = new Uint32Array(count);
  for (let row = 1; row < count; row++) order[row] = row;
  new RowSorter(bytes, starts, order).sort(0, count, 0);
  return order;
}

class RowSorter {
  private readonly spare: Uint32Array;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly starts: Uint32Array,
    private readonly order: Uint32Array,
  ) {
    this.spare = new Uint32Array(order.length);
  }

  /** Sorts `order[from..to]`, whose rows agree in their first `depth` bytes. */
  sort(from: number, to: number, depth: number): void {
    if (to - from <= SMALL) return this.insert(from, to, depth);
    const ends = this.bucketEnds(from, to, depth);
    // Bucket 0 holds the rows that end here: they are equal, hence in place.
    this.distribute(from, to, depth, ends.slice());
    for (let bucket = 1; bucket < BUCKETS; bucket++) {
      const start = from + ends[bucket - 1]!;
      const end = from + ends[bucket]!;
      if (end - start > 1) this.sort(start, end, depth + 1);
    }
  }

  /** For each bucket, how many rows lie in it and before it. */
  private bucketEnds(from: number, to: number, depth: number): Uint32Array {
    const ends = new Uint32Array(BUCKETS);
    for (let i = from; i < to; i++) ends[this.bucket(this.order[i]!, depth)]!++;
    for (let bucket = 1; bucket < BUCKETS; bucket++) ends[bucket]! += ends[bucket - 1]!;
    return ends;
  }

  private distribute(from: number, to: number, depth: number, next: Uint32Array): void {
    for (let i = to - 1; i >= from; i--) {
      const row = this.order[i]!;
      this.spare[--next[this.bucket(row, depth)]!] = row;
    }
    this.order.set(this.spare.subarray(0, to - from), from);
  }

  private bucket(row: number, depth: number): number {
    const at = this.starts[row]! + depth;
    return at < this.starts[row + 1]! ? this.bytes[at]! + 1 : 0;
  }

  private insert(from: number, to: number, depth: number): void {
    for (let i = from + 1; i < to; i++) {
      const row = this.order[i]!;
      let hole = i;
      while (hole > from && this.isBefore(row, this.order[hole - 1]!, depth)) {
        this.order[hole] = this.order[hole - 1]!;
        hole--;
      }
      this.order[hole] = row;
    }
  }

  private isBefore(a: number, b: number, depth: number): boolean {
    for (let i = depth; ; i++) {
      const left = this.bucket(a, i);
      const right = this.bucket(b, i);
      if (left !== right) return left < right;
      if (left === 0) return false;
    }
  }
}
