import { nodeSm3 } from '@zhaoguan/platform';
import fc from 'fast-check';
import {
  appendLeaves,
  consistencyRanges,
  coveringNodes,
  equal,
  foldNodes,
  inclusionRanges,
  leafHash,
  nodeHash,
  refKey,
  verifyConsistency,
  verifyInclusion,
  type LeafRange,
  type TreeNode,
} from '../src/domain/merkle';

/** RFC 6962 section 2.1, read literally: the yardstick. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) throw new RangeError('empty');
  if (leaves.length === 1) return only;
  let width = 1;
  while (width * 2 < leaves.length) width *= 2;
  return nodeHash(nodeSm3, naiveRoot(leaves.slice(0, width)), naiveRoot(leaves.slice(width)));
}

const leavesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, i) => leafHash(nodeSm3, Buffer.from(`entry ${i}`)));
const LEAVES = leavesOf(300);

/** Grows a tree in the given steps and keeps every subtree, as the tables do. */
function grow(steps: readonly number[]): {
  size: number;
  edge: readonly TreeNode[];
  stored: Map<string, Uint8Array>;
} {
  const stored = new Map<string, Uint8Array>();
  let size = 0;
  let edge: readonly TreeNode[] = [];
  for (const step of steps) {
    const leaves = LEAVES.slice(size, size + step);
    leaves.forEach((hash, i) => stored.set(refKey({ level: 0, position: size + i }), hash));
    const grown = appendLeaves(nodeSm3, size, edge, leaves);
    for (const node of grown.completed) stored.set(refKey(node), node.hash);
    edge = grown.edge;
    size += leaves.length;
  }
  return { size, edge, stored };
}

const size = fc.integer({ min: 1, max: 300 });
const hashOfRange = (stored: Map<string, Uint8Array>, range: LeafRange): Uint8Array =>
  foldNodes(
    nodeSm3,
    coveringNodes(range).map((ref) => stored.get(refKey(ref)) ?? new Uint8Array()),
  );

describe('the tree', () => {
  it('has the root that the definition gives, however it grew', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 }), (steps) => {
        const tree = grow(steps);
        fc.pre(tree.size > 0);
        const root = foldNodes(
          nodeSm3,
          tree.edge.map(({ hash }) => hash),
        );
        expect(root).toEqual(naiveRoot(LEAVES.slice(0, tree.size)));
        // What the tables keep: n leaves and n - popcount(n) inner nodes.
        const ones = tree.size.toString(2).replaceAll('0', '').length;
        expect(tree.stored.size).toBe(2 * tree.size - ones);
      }),
    );
  });

  it('knows the hash of every range that proofs ask for', () => {
    const { stored } = grow([300]);
    fc.assert(
      fc.property(size, size, (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        for (const range of [...consistencyRanges(first, second), ...inclusionRanges(first - 1, second)]) {
          expect(hashOfRange(stored, range)).toEqual(naiveRoot(LEAVES.slice(range.start, range.end)));
        }
      }),
    );
  });

  it('tells leaves from inner nodes', () => {
    const [a, b] = LEAVES;
    const inner = nodeHash(nodeSm3, a ?? new Uint8Array(), b ?? new Uint8Array());
    const disguised = leafHash(nodeSm3, Buffer.concat([a ?? new Uint8Array(), b ?? new Uint8Array()]));
    expect(equal(inner, disguised)).toBe(false);
  });

  it('refuses places that do not exist', () => {
    expect(() => inclusionRanges(5, 5)).toThrow(RangeError);
    expect(() => inclusionRanges(-1, 5)).toThrow(RangeError);
    expect(() => inclusionRanges(0.5, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(0, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError);
    expect(() => foldNodes(nodeSm3, [])).toThrow(RangeError);
  });
});

describe('inclusion', () => {
  const { stored } = grow([300]);
  const claimOf = (index: number, of: number): Parameters<typeof verifyInclusion>[1] => ({
    index,
    size: of,
    leaf: LEAVES[index] ?? new Uint8Array(),
    root: naiveRoot(LEAVES.slice(0, of)),
    proof: inclusionRanges(index, of).map((range) => hashOfRange(stored, range)),
  });
  const place = size.chain((of) => fc.tuple(fc.integer({ min: 0, max: of - 1 }), fc.constant(of)));

  it('is proven for every leaf of every tree', () => {
    for (let of = 1; of <= 40; of += 1) {
      for (let index = 0; index < of; index += 1)
        expect(verifyInclusion(nodeSm3, claimOf(index, of))).toBe(true);
    }
    fc.assert(fc.property(place, ([index, of]) => verifyInclusion(nodeSm3, claimOf(index, of))));
  });

  it('is not proven by anything else', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.nat({ max: 31 }), ([index, of], pick, byte) => {
        const claim = claimOf(index, of);
        const other = Uint8Array.from(claim.leaf);
        other[byte] = (other[byte] ?? 0) ^ 1;
        expect(verifyInclusion(nodeSm3, { ...claim, leaf: other })).toBe(false);
        expect(verifyInclusion(nodeSm3, { ...claim, root: other })).toBe(false);
        expect(verifyInclusion(nodeSm3, { ...claim, index: (index + 1) % (of + 1) })).toBe(false);
        expect(verifyInclusion(nodeSm3, { ...claim, proof: [...claim.proof, other] })).toBe(false);
        if (claim.proof.length === 0) return;
        const at = pick % claim.proof.length;
        expect(verifyInclusion(nodeSm3, { ...claim, proof: claim.proof.toSpliced(at, 1) })).toBe(false);
        expect(verifyInclusion(nodeSm3, { ...claim, proof: claim.proof.with(at, other) })).toBe(false);
      }),
    );
  });
});

describe('consistency', () => {
  const { stored } = grow([300]);
  const claimOf = (first: number, second: number): Parameters<typeof verifyConsistency>[1] => ({
    first,
    second,
    firstRoot: naiveRoot(LEAVES.slice(0, first)),
    secondRoot: naiveRoot(LEAVES.slice(0, second)),
    proof: consistencyRanges(first, second).map((range) => hashOfRange(stored, range)),
  });
  const trees = size.chain((second) => fc.tuple(fc.integer({ min: 1, max: second }), fc.constant(second)));

  it('is proven for every beginning of every tree', () => {
    for (let second = 1; second <= 40; second += 1) {
      for (let first = 1; first <= second; first += 1)
        expect(verifyConsistency(nodeSm3, claimOf(first, second))).toBe(true);
    }
    fc.assert(fc.property(trees, ([first, second]) => verifyConsistency(nodeSm3, claimOf(first, second))));
  });

  it('is not proven for a history that was rewritten', () => {
    fc.assert(
      fc.property(trees, fc.nat(), ([first, second], pick) => {
        const rewritten = LEAVES.slice(0, second);
        rewritten[pick % first] = leafHash(nodeSm3, Buffer.from('rewritten'));
        const claim = claimOf(first, second);
        const other = naiveRoot(rewritten);
        expect(verifyConsistency(nodeSm3, { ...claim, secondRoot: other })).toBe(false);
        expect(
          verifyConsistency(nodeSm3, { ...claim, firstRoot: naiveRoot(rewritten.slice(0, first)) }),
        ).toBe(false);
        expect(verifyConsistency(nodeSm3, { ...claim, proof: [...claim.proof, other] })).toBe(false);
        if (claim.proof.length === 0) return;
        const at = pick % claim.proof.length;
        expect(verifyConsistency(nodeSm3, { ...claim, proof: claim.proof.toSpliced(at, 1) })).toBe(false);
        expect(verifyConsistency(nodeSm3, { ...claim, proof: claim.proof.with(at, other) })).toBe(false);
      }),
    );
  });

  it('is refused for sizes that make no sense', () => {
    const claim = claimOf(3, 7);
    for (const [first, second] of [
      [0, 7],
      [8, 7],
      [-1, 7],
      [1.5, 7],
      [3, Number.NaN],
    ] as const) {
      expect(verifyConsistency(nodeSm3, { ...claim, first, second })).toBe(false);
    }
  });
});
