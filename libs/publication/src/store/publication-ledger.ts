import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { PublicTerm } from '../domain/public-term';
import { PublicationEntryEntity } from './publication-entry.entity';

/** What a line of the ledger is about. */
export interface PublishedSubject {
  readonly subjectType: PublicationEntryEntity['subjectType'];
  readonly subjectId: string;
  readonly district: string;
}

/** The ledger of publications (公示台账): lines are added, never changed; the last line of a subject counts. */
@Injectable()
export class PublicationLedger {
  /** Writes the first line of a subject. @returns false when it has one already */
  async publishFirst(tx: Tx, subject: PublishedSubject, term: PublicTerm, reason: string): Promise<boolean> {
    const written = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PublicationEntryEntity)
      .values({
        ...subject,
        seq: 1,
        action: 'PUBLISH',
        at: tx.at,
        publicFrom: term.from,
        publicUntil: term.until,
        reason,
        by: tx.caller.id,
      })
      .orIgnore()
      .returning('seq')
      .execute();
    return (written.raw as unknown[]).length > 0;
  }
}
