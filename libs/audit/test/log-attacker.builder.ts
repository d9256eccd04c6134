import { nodeSm3, SECRETS, type Secrets } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { LogFault, logPublicKey, verifyLog, type VerifiedLog } from '../src';
import { sealBody } from '../src/checkpoint-key';
import { checkpointBody, checkpointNote } from '../src/domain/checkpoint';
import { appendLeaves, foldNodes, leafHash, type TreeNode } from '../src/domain/merkle';
import type { SqlReader } from '../src/store/log.store';
import { sequence, writeEntries } from './log.builder';

export interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly canonical: string;
}

/** Owns the database and has dropped every trigger; each attack is undone by rolling back. */
export class LogAttacker {
  private constructor(
    readonly app: TestApp,
    readonly logKey: string,
    private readonly entries: readonly Entry[],
    /** The newest head, kept outside before any attack. */
    readonly anchor: string,
  ) {}

  /** A log of 37 entries under three heads. */
  static async start(): Promise<LogAttacker> {
    const app = await TestApp.start({ worker: false });
    for (const count of [10, 7, 20]) {
      await writeEntries(app, count);
      await sequence(app);
    }
    const entries = await app.database.query<Entry>(
      `select l.seq::integer as seq, e.id, e.canonical from audit.leaf l join audit.entry e on e.id = l.entry_id
        order by l.seq`,
    );
    const [head] = await app.database.query<{ note: string }>(
      'select note from audit.checkpoint order by size desc limit 1',
    );
    return new LogAttacker(app, app.nest.get<Secrets>(SECRETS).logKey, entries, head?.note ?? '');
  }

  readonly sql = <T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    this.app.database.query<T>(text, parameters);

  readonly verify = (anchors: readonly string[] = []): Promise<VerifiedLog> => {
    const reader = { query: this.sql } as unknown as SqlReader;
    return verifyLog(reader, { publicKey: logPublicKey(this.logKey), anchors, batch: 8 });
  };

  readonly at = (seq: number): Entry => {
    const entry = this.entries[seq];
    if (!entry) throw new RangeError(`no entry ${seq}`);
    return entry;
  };

  /** What the verifier says after the attack; undefined when it says that all is well. */
  readonly after = async (
    attack: () => Promise<unknown>,
    anchors: readonly string[] = [],
  ): Promise<string | undefined> => {
    await this.sql('begin');
    try {
      for (const table of ['entry', 'leaf', 'node', 'checkpoint'])
        await this.sql(`alter table audit.${table} disable trigger user`);
      await attack();
      await this.sql('set constraints all immediate');
      await this.verify(anchors);
      return undefined;
    } catch (error) {
      if (error instanceof LogFault) return error.message;
      throw error;
    } finally {
      await this.sql('rollback');
    }
  };

  /** Changes an entry so that it agrees with itself: text, column and hash. */
  readonly forgeEntry = (entry: Entry): Promise<unknown> =>
    this.sql(
      `update audit.entry set canonical = $2, action = 'filing.refused', leaf_hash = $3 where id = $1`,
      [entry.id, forged(entry), hashOf(forged(entry))],
    );

  /** Makes the whole tree anew over what the table holds, and every head with the given key (none: roots only). */
  readonly reseal = async (key?: string): Promise<void> => {
    const rows = await this.sql<{ seq: number; hash: Buffer }>(
      `select l.seq::integer as seq, e.leaf_hash as hash from audit.leaf l join audit.entry e on e.id = l.entry_id
        order by l.seq`,
    );
    await this.sql(
      'update audit.leaf l set leaf_hash = e.leaf_hash from audit.entry e where e.id = l.entry_id',
    );
    let edge: readonly TreeNode[] = [];
    for (const { seq, hash } of rows) {
      const grown = appendLeaves(nodeSm3, seq, edge, [hash]);
      edge = grown.edge;
      for (const node of grown.completed) {
        await this.sql('update audit.node set hash = $3 where level = $1 and position = $2', [
          node.level,
          node.position,
          Buffer.from(node.hash),
        ]);
      }
      const root = Buffer.from(
        foldNodes(
          nodeSm3,
          edge.map((node) => node.hash),
        ),
      );
      const [head] = await this.sql<{ note: string }>('select note from audit.checkpoint where size = $1', [
        seq + 1,
      ]);
      if (!head) continue;
      await this.sql('update audit.checkpoint set root = $2 where size = $1', [seq + 1, root]);
      if (key === undefined) continue;
      const [origin = '', , , time = ''] = head.note.split('\n');
      const body = checkpointBody({ origin, size: seq + 1, root: root.toString('base64'), at: time });
      const note = checkpointNote(body, origin, sealBody(body, origin, key).seal);
      await this.sql('update audit.checkpoint set note = $2 where size = $1', [seq + 1, note]);
    }
  };
}

export const forged = (entry: Entry): string => entry.canonical.replace('filing.accepted', 'filing.refused');
export const hashOf = (canonical: string): Buffer => Buffer.from(leafHash(nodeSm3, Buffer.from(canonical)));
