import { Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { filedName, reportName } from '../domain/folder-names';
import type { FoundFile, PartnerFolder } from '../folder/partner-folder';
import { withSnapshot } from '../folder/snapshot';
import { FolderStore, type FolderFile } from '../store/folder.store';

/** A finished file, and where the copy of it lies that is read; null when we may not read it. */
export interface InboxFile {
  readonly path: string | null;
}

/** What became of a file. */
export interface FolderReport {
  readonly text: string;
  readonly rows: number;
  readonly faulty: number;
  /** Why the whole of it could not be read; null when it could. */
  readonly reason: string | null;
}

interface Inbox {
  readonly disk: PartnerFolder;
  readonly partnerId: string;
  readonly traceId: string;
  /** What lies there now. */
  readonly files: readonly FoundFile[];
}

/**
 * Takes the files of a partner one after the other. A file is finished when it was the same at two looks, a minute apart. It is reported
 * on, then put down as read, then moved: killed in between, the next run reads it again (each row has its effect once), or moves it.
 */
@Injectable()
export class FolderInbox {
  constructor(
    private readonly work: UnitOfWork,
    private readonly folders: FolderStore,
  ) {}

  /** @param take reads a file; none when it must not be read any more */
  async read(inbox: Inbox, take: (file: InboxFile) => Promise<FolderReport | undefined>): Promise<void> {
    for (const file of await this.open(inbox)) if (file.state === 'READ') await this.putAway(inbox, file);
    for (const file of await this.finished(inbox)) {
      const read = await withSnapshot(inbox.disk, file, (path) => take({ path }));
      if (!read) continue;
      const report = read.result;
      if (!report) return;
      await inbox.disk.write('out', reportName(file.name, file.seenAt), report.text);
      await this.work.run(systemCaller(inbox.traceId), (tx) => this.folders.recordRead(tx, file.id, report));
      await this.putAway(inbox, { ...file, ...report });
    }
  }

  private async putAway(
    { disk, traceId }: Inbox,
    { id, name, mark, seenAt, faulty, reason }: FolderFile,
  ): Promise<void> {
    const failed = faulty > 0 || reason !== null;
    await disk.file({ name, mark }, failed ? 'failed' : 'done', filedName(name, seenAt));
    await this.work.run(systemCaller(traceId), (tx) => this.folders.end(tx, id, failed ? 'FAILED' : 'DONE'));
  }

  /** Those that are what they were at the last look; what is new or still grows waits, what is gone is forgotten. */
  private async finished(inbox: Inbox): Promise<FolderFile[]> {
    const { partnerId, traceId, files } = inbox;
    const known = await this.open(inbox);
    const marks = new Map(files.map(({ name, mark }) => [name, mark]));
    const same = known.filter(({ name, mark }) => marks.get(name) === mark);
    const seen = new Set(same.map(({ name }) => name));
    const gone = known.filter(({ name }) => !marks.has(name)).map(({ id }) => id);
    await this.work.run(systemCaller(traceId), async (tx) => {
      await this.folders.forget(tx, gone);
      for (const file of files) if (!seen.has(file.name)) await this.folders.see(tx, partnerId, file);
    });
    return same;
  }

  private open({ partnerId, traceId }: Inbox): Promise<FolderFile[]> {
    return this.work.read(systemCaller(traceId), (manager) => this.folders.openFiles(manager, partnerId));
  }
}
