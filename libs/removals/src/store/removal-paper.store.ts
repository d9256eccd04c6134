import { Injectable } from '@nestjs/common';
import type { StoredFile, Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { RemovalFile, RemovalStatement } from '../domain/removal';

export type NewStatement = Omit<RemovalStatement, 'id' | 'madeAt'>;

/** What is said and shown in a case: statements and files, both append-only, oldest first. */
@Injectable()
export class RemovalPaperStore {
  async insertStatement(tx: Tx, removalId: string, statement: NewStatement): Promise<void> {
    const { nature, channel, text, fileIds } = statement;
    await tx.manager.query(
      `insert into removals.statement (id, removal_id, nature, channel, text, file_ids, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.newId(), removalId, nature, channel, text, fileIds, tx.caller.id, tx.at],
    );
  }

  statements(manager: EntityManager, removalId: string): Promise<RemovalStatement[]> {
    return manager.query(
      `select id, nature, channel, text, file_ids as "fileIds", made_at as "madeAt"
         from removals.statement where removal_id = $1 order by id`,
      [removalId],
    );
  }

  async insertFile(
    tx: Tx,
    removalId: string,
    purpose: RemovalFile['purpose'],
    file: StoredFile,
  ): Promise<RemovalFile> {
    const { id, sm3, size, mediaType, name } = file;
    await tx.manager.query(
      `insert into removals.file (id, removal_id, purpose, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, removalId, purpose, sm3, size, mediaType, name, tx.caller.id, tx.at],
    );
    return { id, purpose, sm3, size, mediaType, name, uploadedBy: tx.caller.id, uploadedAt: tx.at };
  }

  files(manager: EntityManager, removalId: string): Promise<RemovalFile[]> {
    return manager.query(
      `select id, purpose, sm3, size::integer as size, media_type as "mediaType", name, uploaded_by as "uploadedBy",
              uploaded_at as "uploadedAt"
         from removals.file where removal_id = $1 order by id`,
      [removalId],
    );
  }
}
