import { Injectable } from '@nestjs/common';
import type { StoredFile, Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { PartyStatement, StatementFile } from '../domain/penalty-case';
import { CaseStatementEntity } from './case-history.entity';
import { StatementFileEntity } from './statement-file.entity';

/** What the parties said, and the files that they put beside it. */
@Injectable()
export class StatementStore {
  /** In the order in which they were made. */
  async list(manager: EntityManager, caseId: string): Promise<PartyStatement[]> {
    const rows = await manager.find(CaseStatementEntity, { where: { caseId }, order: { id: 'ASC' } });
    const files = await this.files(manager, caseId);
    return rows.map(({ fileIds, ...statement }) => ({
      ...statement,
      files: files.filter(({ id }) => fileIds.includes(id)),
    }));
  }

  async files(manager: EntityManager, caseId: string): Promise<StatementFile[]> {
    const rows = await manager.find(StatementFileEntity, { where: { caseId }, order: { id: 'ASC' } });
    return rows.map(({ id, sm3, size, mediaType, name, uploadedBy, uploadedAt }) => ({
      id,
      sm3,
      size: Number(size),
      mediaType,
      name,
      uploadedBy,
      uploadedAt,
    }));
  }

  async insert(
    tx: Tx,
    caseId: string,
    {
      fileIds,
      ...statement
    }: Pick<PartyStatement, 'nature' | 'channel' | 'text'> & {
      readonly fileIds: readonly string[];
    },
  ): Promise<void> {
    await tx.manager.insert(CaseStatementEntity, {
      ...statement,
      fileIds: [...fileIds],
      id: tx.newId(),
      caseId,
      madeBy: tx.caller.id,
      madeAt: tx.at,
    });
  }

  async insertFile(tx: Tx, caseId: string, { id, sm3, size, mediaType, name }: StoredFile): Promise<void> {
    await tx.manager.insert(StatementFileEntity, {
      id,
      caseId,
      sm3,
      size: String(size),
      mediaType,
      name,
      uploadedBy: tx.caller.id,
      uploadedAt: tx.at,
    });
  }
}
