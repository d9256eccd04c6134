import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, nodeSm3, SECRETS, type AppConfig, type Secrets, type Tx } from '@zhaoguan/platform';
import { sealBody } from '../checkpoint-key';
import { checkpointBody, checkpointNote } from '../domain/checkpoint';
import { appendLeaves, foldNodes, leafHash } from '../domain/merkle';
import { LogStore } from '../store/log.store';

const BATCH = 5_000;

/** Name of this installation's log, part of everything it signs. */
export const logOrigin = (config: AppConfig): string => `${new URL(config.publicUrl).host}/log`;

/** Gives waiting entries their places, completes the tree and signs its new head, all in one transaction. */
@Injectable()
export class SequenceLog {
  constructor(
    private readonly log: LogStore,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(SECRETS) private readonly secrets: Secrets,
  ) {}

  /** Another sequencer at work does it for us. @returns how many entries got their place */
  async execute(tx: Tx): Promise<number> {
    if (!(await this.log.lock(tx))) return 0;
    const entries = await this.log.takePending(tx, BATCH);
    if (entries.length === 0) return 0;
    const size = await this.log.size(tx.manager);
    const edge = await this.log.edge(tx.manager, size);
    // Hashed anew from the text: what the row says of its own hash is for the verifier to compare.
    const leaves = entries.map(({ id, canonical }) => ({
      id,
      hash: leafHash(nodeSm3, Buffer.from(canonical)),
    }));
    const grown = appendLeaves(
      nodeSm3,
      size,
      edge,
      leaves.map(({ hash }) => hash),
    );
    await this.log.insertLeaves(tx, size, leaves);
    await this.log.insertNodes(tx, grown.completed);
    await this.sign(
      tx,
      size + entries.length,
      foldNodes(
        nodeSm3,
        grown.edge.map(({ hash }) => hash),
      ),
    );
    if (await this.log.hasPending(tx.manager)) await tx.enqueue('audit.sequence', {});
    return entries.length;
  }

  private async sign(tx: Tx, size: number, root: Uint8Array): Promise<void> {
    const origin = logOrigin(this.config);
    const bytes = Buffer.from(root);
    const body = checkpointBody({ origin, size, root: bytes.toString('base64'), at: tx.at.toISOString() });
    const { signature, seal } = sealBody(body, origin, this.secrets.logKey);
    await this.log.insertCheckpoint(tx, {
      size,
      root: bytes,
      at: tx.at,
      note: checkpointNote(body, origin, seal),
      signature,
    });
  }
}
