import { Inject, Injectable } from '@nestjs/common';
import { systemCaller } from '@zhaoguan/contracts';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK, CONFIG, LOGGER, UnitOfWork, type AppConfig, type Tx } from '@zhaoguan/platform';
import type { Logger } from 'pino';
import type { Partner } from '../domain/partner';
import { FolderFault, asFolderFault } from '../folder/folder-fault';
import { PartnerFolder } from '../folder/partner-folder';
import { FolderStore } from '../store/folder.store';
import { PartnerStore } from '../store/partner.store';
import { FolderChanges, type ChangesToWrite } from './folder-changes';
import { FolderInbox, type FolderReport, type InboxFile } from './folder-inbox';

/** How long a job may be silent before another takes its place. */
export const LEASE_MS = 10 * 60_000;

/** What the module that takes cases does with a folder. */
export interface FolderWork {
  /** What a partner of these kinds fills in, by the name of the file. */
  templates(partner: Partner): ReadonlyMap<string, string>;
  /** The text of a file with steps of cases. */
  changesSheet(changes: ChangesToWrite): Promise<string>;
  /** @param partner asked before each row: none when nothing more may be taken from it */
  readFile(
    disk: PartnerFolder,
    file: InboxFile,
    partner: () => Promise<Partner | undefined>,
  ): Promise<FolderReport | undefined>;
}

/**
 * The folders of partners that exchange files (文件交换): the same door as by HTTP, for who has no platform with one. A folder is
 * served by one job at a time; whatever it is killed in, the next goes on, and each row and each change has its effect once.
 */
@Injectable()
export class PartnerFolders {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly folders: FolderStore,
    private readonly inbox: FolderInbox,
    private readonly changes: FolderChanges,
    @Inject(CONFIG) private readonly config: AppConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async serve(partnerId: string, traceId: string, work: FolderWork): Promise<void> {
    const partner = await this.served(partnerId, traceId);
    if (!partner) return;
    const state = await this.work.read(systemCaller(traceId), (manager) =>
      this.folders.state(manager, partnerId),
    );
    try {
      await this.serveFolder({ partner, made: state?.madeAs === partner.folder, traceId }, work);
    } catch (error) {
      const fault = asFolderFault(error);
      if (!(fault instanceof FolderFault)) throw error;
      const { problem } = fault;
      if (problem !== state?.problem)
        this.logger.warn(
          { partnerId, problem },
          'the folder of a partner cannot be served; it is tried again',
        );
      await this.work.run(systemCaller(traceId), (tx) => this.folders.note(tx, partnerId, { problem }));
    }
  }

  release(tx: Tx, partnerId: string): Promise<void> {
    return this.folders.release(tx, partnerId);
  }

  private async serveFolder({ partner, made, traceId }: FolderToServe, work: FolderWork): Promise<void> {
    const { id, folder: name } = partner;
    const { exchangeFolder } = this.config;
    if (exchangeFolder === undefined) throw new FolderFault('NOT_SET');
    const disk = await PartnerFolder.open(exchangeFolder, name, made);
    await disk.removeDrafts();
    const { files, ignored } = await disk.look();
    await this.work.run(systemCaller(traceId), (tx) => this.folders.note(tx, id, { madeAs: name, ignored }));
    for (const [template, text] of work.templates(partner)) await disk.keep(template, text);
    await this.changes.write(disk, id, traceId, (changes) => work.changesSheet(changes));
    await this.inbox.read({ disk, partnerId: id, traceId, files }, (file) =>
      work.readFile(disk, file, () => this.stillServed(partner, traceId)),
    );
  }

  /** The partner as it is now, and its folder for ten minutes more. */
  private async stillServed({ id, folder }: ServedPartner, traceId: string): Promise<Partner | undefined> {
    const now = await this.served(id, traceId);
    if (now?.folder !== folder) return undefined;
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    await this.work.run(systemCaller(traceId), (tx) => this.folders.extend(tx, id, until));
    return now;
  }

  private async served(partnerId: string, traceId: string): Promise<ServedPartner | undefined> {
    const partner = await this.work.read(systemCaller(traceId), (manager) =>
      this.partners.find(manager, partnerId),
    );
    const { folder = null, disabledAt } = partner ?? {};
    return partner && folder !== null && disabledAt === null ? { ...partner, folder } : undefined;
  }
}

type ServedPartner = Partner & { readonly folder: string };

interface FolderToServe {
  readonly partner: ServedPartner;
  /** Whether it has been there before. */
  readonly made: boolean;
  readonly traceId: string;
}
