/** Inspectors (as numbers, ascending) of whom some are no longer available: a Fenwick tree over their places. */
export class AvailableList {
  private readonly tree: Int32Array;
  private readonly gone: Uint8Array;
  private readonly top: number;
  /** How many are available. */
  count: number;

  constructor(readonly members: readonly number[]) {
    const size = members.length;
    this.count = size;
    this.gone = new Uint8Array(size);
    this.tree = Int32Array.from({ length: size + 1 }, (_, i) => i & -i);
    this.top = size === 0 ? 0 : 2 ** (31 - Math.clz32(size));
  }

  has(member: number): boolean {
    return this.members[this.place(member)] === member;
  }

  /** How many available members are less than this number. */
  countBelow(member: number): number {
    let sum = 0;
    for (let i = this.place(member); i > 0; i -= i & -i) sum += this.tree[i]!;
    return sum;
  }

  /** The available member with exactly `k` available ones before it; k < count. */
  kth(k: number): number {
    let at = 0;
    let left = k;
    for (let step = this.top; step > 0; step >>= 1) {
      if (at + step <= this.members.length && this.tree[at + step]! <= left) {
        at += step;
        left -= this.tree[at]!;
      }
    }
    return this.members[at]!;
  }

  remove(member: number): void {
    const place = this.place(member);
    if (this.members[place] !== member || this.gone[place] === 1) return;
    this.gone[place] = 1;
    this.count--;
    for (let i = place + 1; i < this.tree.length; i += i & -i) this.tree[i]!--;
  }

  /** The place of the first member not less than this number. */
  private place(member: number): number {
    let low = 0;
    let high = this.members.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.members[middle]! < member) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
