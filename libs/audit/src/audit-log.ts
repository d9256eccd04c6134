import { Injectable } from '@nestjs/common';
import { nodeSm3, type Tx } from '@zhaoguan/platform';
import { canonicalEntry, type AuditFacts } from './domain/entry';
import { leafHash } from './domain/merkle';

/**
 * The transparency log (留痕): every legal act leaves an entry in its own transaction. Entries are written without a
 * place, so that writers never wait for each other; the sequencer in the worker gives each its place in the tree.
 */
@Injectable()
export class AuditLog {
  /** Transactions that have asked for the sequencer already. */
  private readonly asked = new WeakSet<Tx>();

  append(tx: Tx, facts: AuditFacts): Promise<void> {
    return this.appendAll(tx, [facts]);
  }

  /** Some thousand at most: they are hashed in one go. */
  async appendAll(tx: Tx, facts: readonly AuditFacts[]): Promise<void> {
    if (facts.length === 0) return;
    await tx.manager.query(
      `insert into audit.entry (id, at, actor_id, action, subject_type, subject_id, district, canonical, leaf_hash)
       select id, $2, $3, action, "subjectType", "subjectId", district, canonical, decode("leafHash", 'hex')
         from jsonb_to_recordset($1::jsonb) as e(id uuid, action text, "subjectType" text, "subjectId" text,
                                                 district text, canonical text, "leafHash" text)`,
      [JSON.stringify(facts.map((each) => rowOf(tx, each))), tx.at, tx.caller.id],
    );
    if (this.asked.has(tx)) return;
    this.asked.add(tx);
    await tx.enqueueUnlessAsked('audit.sequence');
  }
}

function rowOf(tx: Tx, facts: AuditFacts): object {
  const { action, subjectType, subjectId, detail = {} } = facts;
  const [id, at, actorId, district] = [tx.newId(), tx.at.toISOString(), tx.caller.id, facts.district ?? null];
  const canonical = canonicalEntry({ id, at, actorId, action, subjectType, subjectId, district, detail });
  const hash = Buffer.from(leafHash(nodeSm3, Buffer.from(canonical))).toString('hex');
  return { id, action, subjectType, subjectId, district, canonical, leafHash: hash };
}
