import { Injectable } from '@nestjs/common';
import { guarded, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { SuspensionContact } from '../domain/suspension-contact';

export interface SuspensionContactRow extends SuspensionContact {
  readonly id: string;
  /** The day that had passed. */
  readonly expectedOn: PlainDate;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** Append-only; the last one of a step says when it waits again. */
@Injectable()
export class SuspensionContactStore {
  /** Who writes down a call writes down the number that was called: it is kept masked, for the record is not sealed. */
  async append(tx: Tx, institutionId: string, stepId: string, contact: SuspensionContact): Promise<void> {
    await tx.manager.query(
      `insert into institutions.suspension_contact
         (id, institution_id, step_id, contacted_on, way, whom, words, look_again_on, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.newId(),
        institutionId,
        stepId,
        contact.contactedOn,
        contact.way,
        guarded(contact.whom.trim()),
        guarded(contact.words.trim()),
        contact.lookAgainOn,
        tx.caller.id,
        tx.at,
      ],
    );
  }

  /** Newest first; one row more than asked for, which tells that there is another page. */
  list(
    manager: EntityManager,
    institutionId: string,
    { before, limit }: { readonly before: string | null; readonly limit: number },
  ): Promise<SuspensionContactRow[]> {
    return manager.query(
      `select c.id, to_char(c.contacted_on, 'YYYY-MM-DD') as "contactedOn", c.way, c.whom, c.words,
              to_char(c.look_again_on, 'YYYY-MM-DD') as "lookAgainOn", to_char(s.expected_until, 'YYYY-MM-DD') as "expectedOn",
              c.made_by as "madeBy", c.made_at as "madeAt"
         from institutions.suspension_contact c
         join institutions.status_step s on s.id = c.step_id
        where c.institution_id = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
      [institutionId, before, limit + 1],
    );
  }
}
