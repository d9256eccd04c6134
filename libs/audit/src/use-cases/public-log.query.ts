import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import {
  CONFIG,
  nodeSm3,
  PUBLIC_DATABASE,
  SECRETS,
  SM2_USER_ID,
  type AppConfig,
  type Secrets,
} from '@zhaoguan/platform';
import { logPublicKey } from '../checkpoint-key';
import {
  consistencyRanges,
  coveringNodes,
  foldNodes,
  inclusionRanges,
  type LeafRange,
} from '../domain/merkle';
import { LogStore, type SqlReader, type StoredCheckpoint } from '../store/log.store';
import { logOrigin } from './sequence-log';

export interface LogKey {
  readonly origin: string;
  readonly algorithm: 'SM2-SM3';
  readonly userId: string;
  readonly publicKey: string;
}

export interface InclusionProof {
  readonly seq: number;
  readonly leafHash: string;
  readonly size: number;
  readonly root: string;
  readonly proof: readonly string[];
}

export interface ConsistencyProof {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: string;
  readonly secondRoot: string;
  readonly proof: readonly string[];
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** What anyone may ask of the log: heads and proofs, never what an entry says. Reads the published views only. */
@Injectable()
export class PublicLogQuery {
  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    private readonly log: LogStore,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(SECRETS) private readonly secrets: Secrets,
  ) {}

  key(): LogKey {
    return {
      origin: logOrigin(this.config),
      algorithm: 'SM2-SM3',
      userId: SM2_USER_ID,
      publicKey: logPublicKey(this.secrets.logKey),
    };
  }

  /** The newest signed head. @throws NOT_FOUND while the log is empty */
  async checkpoint(): Promise<string> {
    return (await this.head()).note;
  }

  /** That the leaf is in the tree of the newest head, or of the head of this size. @throws LOG_POSITION_UNKNOWN */
  async inclusion(seq: number, size?: number): Promise<InclusionProof> {
    const head = await this.head(size);
    if (seq >= head.size) throw refuse('LOG_POSITION_UNKNOWN');
    const leaf = { start: seq, end: seq + 1 };
    const [own, ...proof] = await this.rangeHashes([leaf, ...inclusionRanges(seq, head.size)]);
    return { seq, leafHash: own ?? '', size: head.size, root: base64(head.root), proof };
  }

  /** That the tree of one head is the beginning of that of another. @throws LOG_POSITION_UNKNOWN */
  async consistency(first: number, second?: number): Promise<ConsistencyProof> {
    const [older, newer] = [await this.head(first), await this.head(second)];
    if (older.size > newer.size) throw refuse('LOG_POSITION_UNKNOWN');
    const proof = await this.rangeHashes(consistencyRanges(older.size, newer.size));
    return {
      first: older.size,
      second: newer.size,
      firstRoot: base64(older.root),
      secondRoot: base64(newer.root),
      proof,
    };
  }

  private async head(size?: number): Promise<StoredCheckpoint> {
    const head = await this.log.findCheckpoint(this.database, 'public', size);
    if (!head) throw refuse(size === undefined ? 'NOT_FOUND' : 'LOG_POSITION_UNKNOWN');
    return head;
  }

  private async rangeHashes(ranges: readonly LeafRange[]): Promise<string[]> {
    const hashOf = await this.log.hashes(this.database, ranges.flatMap(coveringNodes), 'public');
    return ranges.map((range) => base64(foldNodes(nodeSm3, coveringNodes(range).map(hashOf))));
  }
}
