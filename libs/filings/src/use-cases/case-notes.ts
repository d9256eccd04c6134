import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import type { CaseNote } from '../domain/case-note';
import { requireRight, type Filing } from '../domain/filing';
import { CaseNoteStore } from '../store/case-note.store';
import { FilingStore } from '../store/filing.store';

export interface CaseNoteView extends Omit<CaseNote, 'authorId'> {
  readonly authorName: string;
}

export interface CaseNoteQuery {
  readonly limit: number;
  readonly cursor?: string;
}

/** Notes of the authority's officials for each other (内部备注), of every case that was handed in; kept as they are. */
@Injectable()
export class CaseNotes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly notes: CaseNoteStore,
    private readonly people: PersonStore,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. @throws NOT_FOUND, WRONG_DEPARTMENT, FORBIDDEN, INVALID_CURSOR */
  list(caller: Caller, id: string, { limit, cursor }: CaseNoteQuery): Promise<Page<CaseNoteView>> {
    return this.work.read(caller, async (manager) => {
      await this.require(manager, caller, id);
      const before = cursor === undefined ? null : decodeIdCursor(cursor);
      const rows = await this.notes.list(manager, id, { before, limit });
      const names = await this.people.listNames(manager, [...new Set(rows.map(({ authorId }) => authorId))]);
      return pageOf(
        rows,
        limit,
        ({ authorId, ...note }) => ({ ...note, authorName: names.get(authorId) ?? '' }),
        (note) => encodeCursor([note.id]),
      );
    });
  }

  /** @returns the newest notes. @throws NOT_FOUND, WRONG_DEPARTMENT, FORBIDDEN */
  async add(caller: Caller, id: string, text: string): Promise<Page<CaseNoteView>> {
    await this.work.run(caller, async (tx) => {
      const { application } = await this.require(tx.manager, caller, id);
      await this.notes.append(tx, id, text.trim());
      // Not what it says: the log is read by others than the office that wrote it.
      await this.audit.append(tx, {
        action: 'filing.noted',
        subjectType: 'filing',
        subjectId: id,
        district: application.district,
        detail: {},
      });
    });
    return this.list(caller, id, { limit: 20 });
  }

  private async require(manager: Tx['manager'], caller: Caller, id: string): Promise<Filing> {
    const filing = await this.filings.get(manager, id);
    requireRight(filing, caller, 'filing.note');
    if (filing.round === 0) throw refuse('NOT_FOUND');
    return filing;
  }
}
