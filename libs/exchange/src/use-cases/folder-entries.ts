import { Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Partner } from '../domain/partner';
import { CaseStore } from '../store/case.store';
import { FolderEntryStore, type FolderEntry } from '../store/folder-entry.store';

/** A row of a file, and everything that it says. */
export interface EntryOfRow {
  readonly reference: string;
  readonly content: string;
}

/** What was done with the rows of files: the same row again has no effect, and one that was broken off goes on. */
@Injectable()
export class FolderEntries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly entries: FolderEntryStore,
  ) {}

  find(partner: Partner, row: EntryOfRow, traceId: string): Promise<FolderEntry | undefined> {
    return this.work.read(systemCaller(traceId), (manager) =>
      this.entries.find(manager, this.keyOf(partner, row)),
    );
  }

  begin(partner: Partner, row: EntryOfRow, round: number, traceId: string): Promise<void> {
    return this.work.run(systemCaller(traceId), (tx) =>
      this.entries.begin(tx, this.keyOf(partner, row), round),
    );
  }

  end(partner: Partner, row: EntryOfRow, traceId: string): Promise<void> {
    return this.work.run(systemCaller(traceId), (tx) => this.entries.end(tx, this.keyOf(partner, row)));
  }

  private keyOf({ id: partnerId }: Partner, { reference, content }: EntryOfRow) {
    return { partnerId, reference, content: this.cases.contentIndex(content) };
  }
}
