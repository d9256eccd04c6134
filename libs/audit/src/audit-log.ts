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

  async append(tx: Tx, facts: AuditFacts): Promise<void> {
    const id = tx.newId();
    const canonical = canonicalEntry({
      id,
      at: tx.at.toISOString(),
      actorId: tx.caller.id,
      action: facts.action,
      subjectType: facts.subjectType,
      subjectId: facts.subjectId,
      district: facts.district ?? null,
      detail: facts.detail ?? {},
    });
    await tx.manager.query(
      `insert into audit.entry (id, at, actor_id, action, subject_type, subject_id, district, canonical, leaf_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        tx.at,
        tx.caller.id,
        facts.action,
        facts.subjectType,
        facts.subjectId,
        facts.district,
        canonical,
        Buffer.from(leafHash(nodeSm3, Buffer.from(canonical))),
      ],
    );
    if (this.asked.has(tx)) return;
    this.asked.add(tx);
    await tx.enqueueUnlessAsked('audit.sequence');
  }
}
