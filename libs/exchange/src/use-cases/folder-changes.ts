import { Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import type { CaseChange } from '../domain/change';
import { changesName } from '../domain/folder-names';
import type { PartnerFolder } from '../folder/partner-folder';
import { CaseStore } from '../store/case.store';
import { FolderStore } from '../store/folder.store';

/** Lines in a file. */
const MOST_CHANGES = 1000;
/** Files in one run; the rest is written by the next. */
const MOST_FILES = 20;

/** Steps of cases, in the order of the feed. */
export type ChangesToWrite = readonly (CaseChange & { readonly position: string })[];

/**
 * Writes the feed of a partner into its folder, file by file. What stands in a file is decided in the database before it is written, so
 * that a file that is written again after a crash is the same file.
 */
@Injectable()
export class FolderChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: CaseStore,
    private readonly folders: FolderStore,
  ) {}

  async write(
    disk: PartnerFolder,
    partnerId: string,
    traceId: string,
    sheet: (changes: ChangesToWrite) => Promise<string>,
  ): Promise<void> {
    const system = systemCaller(traceId);
    for (let files = 0; files < MOST_FILES; files += 1) {
      const next = await this.next(partnerId, traceId);
      if (!next) return;
      await disk.write('out', changesName(next.number), await sheet(next.changes));
      await this.work.run(system, (tx) => this.folders.fileWritten(tx, partnerId));
    }
  }

  private next(
    partnerId: string,
    traceId: string,
  ): Promise<{ readonly number: number; readonly changes: ChangesToWrite } | undefined> {
    return this.work.run(systemCaller(traceId), async (tx) => {
      const state = await this.folders.state(tx.manager, partnerId);
      if (!state) return undefined;
      const { position, writingTo, lastFile } = state;
      const behind = await this.cases.changesAfter(tx.manager, partnerId, position, MOST_CHANGES);
      const changes = behind.filter((change) => writingTo === null || Number(change.position) <= writingTo);
      const last = changes.at(-1);
      if (!last) return undefined;
      if (writingTo === null) await this.folders.planFile(tx, partnerId, Number(last.position));
      return { number: lastFile + 1, changes };
    });
  }
}
