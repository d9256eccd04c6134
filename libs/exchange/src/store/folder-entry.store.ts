import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';

/** A row of a file: which case it is about, and what it says of it. */
export interface EntryKey {
  readonly partnerId: string;
  readonly reference: string;
  /** Blind index. */
  readonly content: string;
}

export interface FolderEntry {
  /** How often the case had been handed in before. */
  readonly round: number;
  readonly doneAt: Date | null;
}

const WHICH = 'partner_id = $1 and reference = $2 and content = $3';

@Injectable()
export class FolderEntryStore {
  async find(manager: EntityManager, key: EntryKey): Promise<FolderEntry | undefined> {
    const rows: FolderEntry[] = await manager.query(
      `select round, done_at as "doneAt" from exchange.folder_entry where ${WHICH}`,
      [key.partnerId, key.reference, key.content],
    );
    return rows[0];
  }

  async begin(tx: Tx, { partnerId, reference, content }: EntryKey, round: number): Promise<void> {
    await tx.manager.query(
      `insert into exchange.folder_entry (partner_id, reference, content, round, begun_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [partnerId, reference, content, round, tx.at],
    );
  }

  async end(tx: Tx, { partnerId, reference, content }: EntryKey): Promise<void> {
    await tx.manager.query(`update exchange.folder_entry set done_at = $4 where ${WHICH}`, [
      partnerId,
      reference,
      content,
      tx.at,
    ]);
  }
}
