import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeSm3, projectRoot } from '@zhaoguan/platform';
import { openNote } from '../src/checkpoint-key';
import { canonicalJson } from '../src/domain/entry';
import { leafHash, nodeHash, verifyConsistency, verifyInclusion } from '../src/domain/merkle';

interface Example {
  readonly entries: readonly string[];
  readonly leaves: readonly string[];
  readonly node: string;
  readonly root: string;
  readonly publicKey: string;
  readonly note: string;
  readonly inclusionOfEntry1: readonly string[];
  readonly consistencyFrom2: readonly string[];
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytes = (text = ''): Uint8Array => Buffer.from(text, 'base64');

describe('docs/spec/audit-log.md', () => {
  const text = readFileSync(join(projectRoot(), 'docs', 'spec', 'audit-log.md'), 'utf8');
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '') as Example;

  it('AL-2: its entries are canonical', () => {
    for (const entry of example.entries) expect(canonicalJson(JSON.parse(entry))).toBe(entry);
  });

  it('AL-4: its hashes follow from its entries', () => {
    const leaves = example.entries.map((entry) => leafHash(nodeSm3, Buffer.from(entry)));
    expect(leaves.map(base64)).toEqual(example.leaves);
    const [a = new Uint8Array(), b = new Uint8Array(), c = new Uint8Array()] = leaves;
    expect(base64(nodeHash(nodeSm3, a, b))).toBe(example.node);
    expect(base64(nodeHash(nodeSm3, nodeHash(nodeSm3, a, b), c))).toBe(example.root);
  });

  it('AL-7, AL-8: its note opens with its key and says its root', () => {
    expect(openNote(example.note, example.publicKey)).toMatchObject({ size: 3, root: example.root });
  });

  it('AL-10: its proofs hold', () => {
    const root = bytes(example.root);
    const proof = example.inclusionOfEntry1.map(bytes);
    expect(verifyInclusion(nodeSm3, { index: 1, size: 3, leaf: bytes(example.leaves[1]), root, proof })).toBe(
      true,
    );
    const claim = { first: 2, second: 3, firstRoot: bytes(example.node), secondRoot: root };
    expect(verifyConsistency(nodeSm3, { ...claim, proof: example.consistencyFrom2.map(bytes) })).toBe(true);
  });

  it('numbers its MUSTs without a gap', () => {
    const numbers = [...text.matchAll(/\*\*\[AL-(\d+)\]\*\*/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers.length).toBeGreaterThan(10);
  });
});
