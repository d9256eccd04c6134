import { Injectable } from '@nestjs/common';
import { type Caller } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import type { AuditEntry } from '../domain/entry';
import { EntryStore, type EntryCriteria, type EntryRow } from '../store/entry.store';

export interface EntryListQuery extends EntryCriteria {
  readonly limit: number;
  readonly cursor?: string;
}

export interface EntryLine extends AuditEntry {
  readonly seq: number | null;
}

/** What was done in the reader's districts (审计查询). */
@Injectable()
export class ListEntriesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: EntryStore,
  ) {}

  /** @throws INVALID_CURSOR */
  execute(caller: Caller, { limit, cursor, ...criteria }: EntryListQuery): Promise<Page<EntryLine>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const nationwide = caller.districts.includes('*');
    return this.work.read(caller, async (manager) => {
      const rows = await this.entries.list(manager, criteria, { limit, before, nationwide });
      return pageOf(rows, limit, lineOf, ({ id }) => encodeCursor([id]));
    });
  }
}

/** The sealed text is the entry; the columns beside it only find it. */
function lineOf({ canonical, seq }: EntryRow): EntryLine {
  return { ...(JSON.parse(canonical) as AuditEntry), seq: seq === null ? null : Number(seq) };
}
