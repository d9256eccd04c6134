/**
 * Merkle tree over a log, as in RFC 6962 (section 2.1) and RFC 9162 (verification), with the hash left open; the log
 * uses SM3. Leaves are hashed with 0x00 before them, inner nodes with 0x01, so that neither can pass for the other.
 */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** A complete subtree: the 2^level leaves from `position * 2^level` on. Level 0 is a leaf. */
export interface NodeRef {
  readonly level: number;
  readonly position: number;
}

export interface TreeNode extends NodeRef {
  readonly hash: Uint8Array;
}

/** Leaves `start` up to, not including, `end`; `start` is a multiple of the power of two that holds them. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

export const refKey = ({ level, position }: NodeRef): string => `${level}/${position}`;

export function leafHash(hash: Hash, content: Uint8Array): Uint8Array {
  return hash(join([Uint8Array.of(0), content]));
}

export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(join([Uint8Array.of(1), left, right]));
}

/** The complete subtrees that a range is made of, from left to right. */
export function coveringNodes({ start, end }: LeafRange): NodeRef[] {
  const refs: NodeRef[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    refs.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return refs;
}

/** Hash of a range from its covering nodes. @throws RangeError for none: the empty tree has no head in this log */
export function foldNodes(hash: Hash, hashes: readonly Uint8Array[]): Uint8Array {
  const [last, ...rest] = [...hashes].reverse();
  if (!last) throw new RangeError('an empty range has no hash');
  return rest.reduce((right, left) => nodeHash(hash, left, right), last);
}

/** Ranges whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf upwards (PATH). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isPlace(index) || !isPlace(size) || index >= size) throw new RangeError('no such leaf');
  return pathTo(index, { start: 0, end: size });
}

function pathTo(index: number, range: LeafRange): LeafRange[] {
  if (range.end - range.start === 1) return [];
  const [left, right] = halves(range);
  return index < left.end ? [...pathTo(index, left), right] : [...pathTo(index, right), left];
}

/** Ranges whose hashes prove that the tree of `first` leaves is the beginning of that of `second` (PROOF). */
export function consistencyRanges(first: number, second: number): LeafRange[] {
  if (!isPlace(first) || !isPlace(second) || first < 1 || first > second)
    throw new RangeError('no such trees');
  return subProof(first, { start: 0, end: second }, true);
}

function subProof(first: number, range: LeafRange, known: boolean): LeafRange[] {
  if (first === range.end) return known ? [] : [range];
  const [left, right] = halves(range);
  return first <= left.end
    ? [...subProof(first, left, known), right]
    : [...subProof(first, right, false), left];
}

/** Split at the largest power of two below the length. */
function halves({ start, end }: LeafRange): [LeafRange, LeafRange] {
  let width = 1;
  while (width * 2 < end - start) width *= 2;
  return [
    { start, end: start + width },
    { start: start + width, end },
  ];
}

/** Puts leaves at the end of a tree: the subtrees that become complete, and the complete subtrees at its new edge. */
export function appendLeaves(
  hash: Hash,
  size: number,
  edge: readonly TreeNode[],
  leaves: readonly Uint8Array[],
): { readonly completed: readonly TreeNode[]; readonly edge: readonly TreeNode[] } {
  const stack = [...edge];
  const completed: TreeNode[] = [];
  for (const [offset, leaf] of leaves.entries()) {
    stack.push({ level: 0, position: size + offset, hash: leaf });
    for (;;) {
      const [left, right] = stack.slice(-2);
      if (!left || !right || left.level !== right.level) break;
      const parent = {
        level: left.level + 1,
        position: left.position / 2,
        hash: nodeHash(hash, left.hash, right.hash),
      };
      stack.splice(-2, 2, parent);
      completed.push(parent);
    }
  }
  return { completed, edge: stack };
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162 section 2.1.3.2. False for anything that is not exactly the proof. */
export function verifyInclusion(hash: Hash, { index, size, leaf, root, proof }: InclusionClaim): boolean {
  if (!isPlace(index) || !isPlace(size) || index >= size) return false;
  let [fn, sn] = [index, size - 1];
  let reached = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      reached = nodeHash(hash, sibling, reached);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      reached = nodeHash(hash, reached, sibling);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && equal(reached, root);
}

export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Uint8Array;
  readonly secondRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162 section 2.1.4.2. False for anything that is not exactly the proof. */
export function verifyConsistency(hash: Hash, claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (!isPlace(first) || !isPlace(second) || first < 1 || first > second) return false;
  if (first === second) return proof.length === 0 && equal(firstRoot, secondRoot);
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : [...proof];
  const [start, ...rest] = path;
  if (!start) return false;
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [old, fresh] = [start, start];
  for (const sibling of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [old, fresh] = [nodeHash(hash, sibling, old), nodeHash(hash, sibling, fresh)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      fresh = nodeHash(hash, fresh, sibling);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && equal(old, firstRoot) && equal(fresh, secondRoot);
}

const isPlace = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
