import { nodeSm3 } from '@zhaoguan/platform';
import { openNote } from './checkpoint-key';
import type { AuditEntry } from './domain/entry';
import { appendLeaves, equal, foldNodes, leafHash, refKey, type TreeNode } from './domain/merkle';
import {
  checkpointsBetween,
  countNodes,
  entriesWithoutPlace,
  leavesFrom,
  lastCheckpointSize,
  storedNodes,
  type LeafRow,
} from './store/verification.queries';
import type { SqlReader } from './store/log.store';

/** What the verification found first; the message is for people and names the entry. */
export class LogFault extends Error {
  override readonly name = 'LogFault';
}

export interface VerifiedLog {
  /** Entries with a place. */
  readonly size: number;
  readonly checkpoints: number;
  /** Entries that wait for their place. */
  readonly waiting: number;
}

export interface VerifyOptions {
  /** Public key of the log, hex. */
  readonly publicKey: string;
  /** Signed notes that were kept outside: the log must contain each of them still. */
  readonly anchors?: readonly string[];
  /** Entries read at a time. */
  readonly batch?: number;
}

/**
 * Recomputes the whole log from the database, in batches: every entry against its hash and its columns, every place,
 * every stored subtree, every signed head, and every head that was kept outside.
 * @throws LogFault at the first thing that does not hold
 */
export async function verifyLog(reader: SqlReader, options: VerifyOptions): Promise<VerifiedLog> {
  const verification = new Verification(reader, options);
  return verification.run();
}

class Verification {
  private size = 0;
  private checkpoints = 0;
  private sealedUpTo = 0;
  private edge: readonly TreeNode[] = [];
  /** Ids of entries since the last head that held, to name them when the next does not. */
  private sinceHead: string[] = [];

  constructor(
    private readonly reader: SqlReader,
    private readonly options: VerifyOptions,
  ) {}

  async run(): Promise<VerifiedLog> {
    const anchors = this.openAnchors();
    const { batch = 2_000 } = this.options;
    for (;;) {
      const rows = await leavesFrom(this.reader, this.size, batch);
      if (rows.length === 0) break;
      await this.checkBatch(rows, anchors);
    }
    await this.checkEnd(anchors);
    const { missing, waiting } = await entriesWithoutPlace(this.reader);
    if (missing) throw new LogFault(`记录 ${missing} 写入后没有排入日志，也不在待排队列中`);
    return { size: this.size, checkpoints: this.checkpoints, waiting };
  }

  /** Sizes and roots of the heads that were kept outside. */
  private openAnchors(): Map<number, Buffer> {
    const anchors = new Map<number, Buffer>();
    for (const note of this.options.anchors ?? []) {
      const checkpoint = openNote(note, this.options.publicKey);
      if (!checkpoint) throw new LogFault('外部保存的检查点不是由本日志的密钥签名的');
      anchors.set(checkpoint.size, Buffer.from(checkpoint.root, 'base64'));
    }
    return anchors;
  }

  private async checkBatch(rows: readonly LeafRow[], anchors: ReadonlyMap<number, Buffer>): Promise<void> {
    const first = this.size;
    const hashes = rows.map((row, offset) => checkLeaf(row, first + offset));
    const heads = await checkpointsBetween(this.reader, first, first + rows.length);
    const roots = new Map<number, Uint8Array>();
    const completed: TreeNode[] = [];
    for (const [offset, hash] of hashes.entries()) {
      const grown = appendLeaves(nodeSm3, first + offset, this.edge, [hash]);
      completed.push(...grown.completed);
      this.edge = grown.edge;
      const size = first + offset + 1;
      if (heads.has(size) || anchors.has(size)) roots.set(size, rootOf(grown.edge));
    }
    // Subtrees first: they tell the place of a change more closely than a head does.
    await this.checkNodes(
      completed,
      rows.map(({ entryId }) => entryId),
    );
    for (const [offset, row] of rows.entries()) {
      this.size = first + offset + 1;
      this.sinceHead.push(row.entryId);
      const root = roots.get(this.size);
      if (root) this.checkHeads(root, heads.get(this.size), anchors.get(this.size));
    }
  }

  private checkHeads(
    root: Uint8Array,
    head: { note: string; root: Buffer } | undefined,
    anchor: Buffer | undefined,
  ): void {
    const span = this.nameSpan();
    if (anchor && !equal(anchor, root)) {
      throw new LogFault(`与外部保存的第 ${this.size} 条检查点不符：${span}被改动后重新封存`);
    }
    if (!head) return;
    const signed = openNote(head.note, this.options.publicKey);
    if (!signed) throw new LogFault(`第 ${this.size} 条检查点的签名无效：${span}不能确认`);
    if (signed.size !== this.size || signed.root !== Buffer.from(root).toString('base64')) {
      throw new LogFault(`与已签名的第 ${this.size} 条检查点不符：${span}被改动后重新封存`);
    }
    if (!equal(head.root, root)) throw new LogFault(`第 ${this.size} 条检查点登记的根与其签名文本不一致`);
    this.checkpoints += 1;
    this.sealedUpTo = this.size;
    this.sinceHead = [];
  }

  private nameSpan(): string {
    const [from = '', ...more] = this.sinceHead;
    const to = more.at(-1);
    return to === undefined
      ? `第 ${this.sealedUpTo} 位记录 ${from} `
      : `第 ${this.sealedUpTo} 至 ${this.size - 1} 位（记录 ${from} 至 ${to}）中有记录`;
  }

  /** @param ids entries of the batch that completed these subtrees */
  private async checkNodes(expected: readonly TreeNode[], ids: readonly string[]): Promise<void> {
    const stored = await storedNodes(this.reader, expected);
    for (const node of expected) {
      const hash = stored.get(refKey(node));
      if (hash && equal(hash, node.hash)) continue;
      const [from, to] = [node.position * 2 ** node.level, (node.position + 1) * 2 ** node.level - 1];
      const last = ids[to - this.size] ?? '';
      throw new LogFault(
        `第 ${from} 至 ${to} 位记录（末条 ${last}）之上的节点 ${refKey(node)} ${hash ? '不符，其下记录或节点被改动' : '缺失'}`,
      );
    }
  }

  private async checkEnd(anchors: ReadonlyMap<number, Buffer>): Promise<void> {
    const promised = Math.max(await lastCheckpointSize(this.reader), ...anchors.keys(), 0);
    if (promised > this.size) {
      throw new LogFault(
        `日志在第 ${this.size} 位中断：检查点已承诺 ${promised} 条，第 ${this.size} 至 ${promised - 1} 位记录被删除`,
      );
    }
    if (this.sinceHead.length > 0) {
      throw new LogFault(`${this.nameSpan().trim()}没有被任何检查点签名覆盖`);
    }
    const nodes = await countNodes(this.reader);
    if (nodes !== innerNodesOf(this.size)) {
      throw new LogFault(`日志有 ${nodes} 个内部节点，${this.size} 条记录应有 ${innerNodesOf(this.size)} 个`);
    }
  }
}

const rootOf = (edge: readonly TreeNode[]): Uint8Array =>
  foldNodes(
    nodeSm3,
    edge.map(({ hash }) => hash),
  );

/** @returns the leaf's hash. @throws LogFault naming the entry */
function checkLeaf(row: LeafRow, expectedSeq: number): Uint8Array {
  if (row.seq !== expectedSeq) throw new LogFault(`第 ${expectedSeq} 位记录缺失：下一个位置是 ${row.seq}`);
  if (row.canonical === null) throw new LogFault(`第 ${row.seq} 位的记录 ${row.entryId} 被删除`);
  const hash = leafHash(nodeSm3, Buffer.from(row.canonical));
  const sealed = [row.leafHash, row.ownHash].every((stored) => stored !== null && equal(stored, hash));
  if (!sealed) throw new LogFault(`第 ${row.seq} 位的记录 ${row.entryId} 被改动：内容与封存时的散列不符`);
  const column = differingColumn(row, row.canonical);
  if (column !== undefined) {
    throw new LogFault(`第 ${row.seq} 位的记录 ${row.entryId} 被改动：${column} 与封存的内容不符`);
  }
  return hash;
}

/** The columns only find an entry, but whoever reads them believes them: they must say what was sealed. */
function differingColumn(row: LeafRow, canonical: string): string | undefined {
  const sealed = JSON.parse(canonical) as AuditEntry;
  const columns = { ...row.columns, id: row.entryId };
  return (Object.keys(columns) as (keyof typeof columns)[]).find((name) => columns[name] !== sealed[name]);
}

/** A tree of n leaves has n minus (number of ones in n) complete inner nodes. */
function innerNodesOf(size: number): number {
  const ones = [...size.toString(2)].filter((digit) => digit === '1').length;
  return size - ones;
}
