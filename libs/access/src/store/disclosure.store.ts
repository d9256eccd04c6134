import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';

export interface NewDisclosure {
  readonly subjectType: 'filing' | 'institution' | 'rating-follow-up';
  readonly subjectId: string;
  readonly fields: readonly string[];
  readonly reason: string;
}

/** What personal data officials were shown in clear; append-only. */
@Injectable()
export class DisclosureStore {
  /** How often the caller has looked since an instant. */
  async countOwnSince(tx: Tx, since: Date): Promise<number> {
    const rows: { count: number }[] = await tx.manager.query(
      'select count(*)::integer as count from access.disclosure where person_id = $1 and at >= $2',
      [tx.caller.id, since],
    );
    return rows[0]?.count ?? 0;
  }

  /** @returns its id */
  async insert(tx: Tx, { subjectType, subjectId, fields, reason }: NewDisclosure): Promise<string> {
    const id = tx.newId();
    await tx.manager.query(
      `insert into access.disclosure (id, person_id, subject_type, subject_id, fields, reason, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, tx.caller.id, subjectType, subjectId, fields, reason, tx.at],
    );
    return id;
  }
}
