import { Injectable } from '@nestjs/common';
import { heldByOthers, siteOf, type Caller, type JurisdictionRow } from '@zhaoguan/contracts';
import {
  addDays,
  decodeIdCursor,
  encodeCursor,
  firstIdAt,
  plainDate,
  startOfDayInShanghai,
} from '@zhaoguan/kernel';
import { pageOf, ReferenceData, UnitOfWork, type Page } from '@zhaoguan/platform';
import type { AuditEntry } from '../domain/entry';
import { EntryStore, type EntryCriteria, type EntryRow } from '../store/entry.store';

export interface EntryListQuery extends Omit<EntryCriteria, 'fromId' | 'beforeId'> {
  /** First and last day, in China's time. */
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface EntryLine extends Omit<AuditEntry, 'subjectId'> {
  /** Null while it is a secret; so are the details then, and the place within its county. */
  readonly subjectId: string | null;
  readonly seq: number | null;
  readonly actorName: string | null;
  readonly subjectName: string | null;
}

/** What was done in the reader's districts (审计查询). */
@Injectable()
export class ListEntriesQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly entries: EntryStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_CURSOR, INVALID_DATE */
  async execute(
    caller: Caller,
    { limit, cursor, from, until, ...who }: EntryListQuery,
  ): Promise<Page<EntryLine>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    // An entry gets its id when it is written: by it the days are cut, so that the list is read in one go.
    const criteria: EntryCriteria = {
      ...who,
      ...(from === undefined ? {} : { fromId: startOf(from) }),
      ...(until === undefined ? {} : { beforeId: startOf(addDays(plainDate(until), 1)) }),
    };
    const nationwide = caller.districts.includes('*');
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const accountsElsewhere = heldByOthers(caller.districts, jurisdictions);
    return this.work.read(caller, async (manager) => {
      const rows = await this.entries.list(manager, criteria, {
        limit,
        before,
        nationwide,
        accountsElsewhere,
      });
      return pageOf(rows, limit, lineOf, ({ id }) => encodeCursor([id]));
    });
  }
}

function startOf(day: string): string {
  return firstIdAt(startOfDayInShanghai(plainDate(day)));
}

/** The sealed text is the entry; the columns beside it only find it. */
function lineOf({ canonical, seq, actorName, subjectName, isSealed }: EntryRow): EntryLine {
  const entry = JSON.parse(canonical) as AuditEntry;
  const line = { ...entry, seq: seq === null ? null : Number(seq), actorName, subjectName };
  return isSealed ? { ...line, subjectId: null, district: countyOf(entry), detail: {} } : line;
}

/** Among the few institutions of a township its code would point to one. */
function countyOf({ district }: AuditEntry): string | null {
  return district === null ? null : siteOf(district).district;
}
