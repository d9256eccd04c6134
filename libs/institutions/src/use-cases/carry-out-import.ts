import { Injectable } from '@nestjs/common';
import { systemCaller, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { DirectoryImport } from '../domain/directory-import.process';
import { DirectoryFileError } from '../import/directory-file.errors';
import { DirectoryShelf } from '../import/directory-shelf';
import { DirectoryImportStore } from '../store/directory-import.store';
import { ImportInstitutions } from './import-institutions';
import type { ImportProgress } from './import-batches';

const NOTHING = async (): Promise<void> => undefined;

/** Takes a file that was handed in into the registry. Done again after a crash it goes on where it was. */
@Injectable()
export class CarryOutImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shelf: DirectoryShelf,
    private readonly imports: DirectoryImportStore,
    private readonly institutions: ImportInstitutions,
  ) {}

  /** @returns what is left to be written down with the end of the job */
  async execute(id: string, traceId: string): Promise<(tx: Tx) => Promise<void>> {
    const found = await this.work.run(systemCaller(traceId), async (tx) => {
      const asked = await this.imports.find(tx.manager, id);
      if (asked && asked.endedAt === null) await this.imports.begin(tx, asked);
      return asked;
    });
    if (!found || found.endedAt !== null) return NOTHING;
    const caller = { ...systemCaller(traceId), districts: found.districts };
    const teller = new ShareTeller(this.work, this.imports, caller, id);
    try {
      const summary = await this.institutions.execute(
        caller,
        this.shelf.pathOf(id, found.fileName),
        this.shelf.reportPathOf(id),
        {
          // What is read again after an interruption stands already.
          onProgress: (progress) => progress.isRecalled || teller.tell(progress),
        },
      );
      await teller.settled();
      return (tx) => this.finish(tx, found, summary);
    } catch (error) {
      await teller.settled();
      if (!(error instanceof DirectoryFileError) || error.code === 'IN_USE') throw error;
      return (tx) => this.imports.end(tx, id, 'refuse', { problem: error.message });
    }
  }

  private async finish(
    tx: Tx,
    found: DirectoryImport,
    summary: Awaited<ReturnType<ImportInstitutions['execute']>>,
  ): Promise<void> {
    const { accepted, brokenOff, rows, faulty, remarked, skipped, ignoredColumns } = summary;
    const added = await this.imports.addedSince(tx.manager, found);
    await this.imports.end(tx, found.id, brokenOff === null ? 'finish' : 'breakOff', {
      counts: {
        share: 1,
        rows,
        added,
        unchanged: accepted - added,
        faulty,
        remarked,
        skipped,
        ignoredColumns,
      },
      problem: brokenOff,
    });
  }
}

/** Writes down how far an import has come; while it writes, what comes meanwhile waits, and only the last of it counts. */
class ShareTeller {
  private latest: ImportProgress | undefined;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: DirectoryImportStore,
    private readonly caller: Caller,
    private readonly id: string,
  ) {}

  tell(progress: ImportProgress): void {
    this.latest = progress;
    this.writing ??= this.write().finally(() => {
      this.writing = undefined;
    });
    // Who awaits `settled` hears of a failure; until then it must not end the process.
    this.writing.catch(() => undefined);
  }

  async settled(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    for (let next = this.latest; next; next = this.latest) {
      this.latest = undefined;
      const progress = next;
      await this.work.run(this.caller, (tx) => this.imports.advance(tx, this.id, progress));
    }
  }
}
