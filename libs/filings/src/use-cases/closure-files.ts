import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Closure } from '../domain/closure';
import { closureProcess } from '../domain/closure.process';
import { requireRight } from '../domain/filing';
import { ClosureStore, type ClosureFile } from '../store/closure.store';
import { FilingStore } from '../store/filing.store';
import type { Upload } from './attach-material';
import { OpenPaper } from './open-paper';

/** Files beside one closure: enough for every receipt of a house, too few to fill a disk. */
const MOST_FILES = 60;

/** Papers by which who has ended shows that people are placed and fees given back (安置、退费的凭证). */
@Injectable()
export class ClosureFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly closures: ClosureStore,
    private readonly files: FileStore,
    private readonly papers: OpenPaper,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, TOO_MANY_FILES, and what FileStore refuses */
  async add(caller: Caller, id: string, upload: Upload): Promise<ClosureFile> {
    // Asked first, so that nobody fills the disk for a closure that is not theirs or waits for nothing.
    await this.work.ask(caller, (tx) => this.requireOpen(tx, id));
    return this.files.receive(caller, upload.file, upload.filename, (file) =>
      this.work.run(caller, async (tx) => {
        const { district } = await this.requireOpen(tx, id);
        await this.closures.appendFile(tx, id, file);
        await this.audit.append(tx, {
          action: 'filing.closure-file-added',
          subjectType: 'filing',
          subjectId: id,
          district,
          detail: { sm3: file.sm3, size: file.size },
        });
        return file;
      }),
    );
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, FORBIDDEN */
  read(caller: Caller, id: string, fileId: string) {
    return this.papers.execute(caller, id, 'filing.closure-file-opened', async (tx) =>
      (await this.closures.listFiles(tx.manager, id)).find((one) => one.id === fileId),
    );
  }

  private async requireOpen(tx: Tx, id: string): Promise<Closure> {
    const filing = await this.filings.getForUpdate(tx, id);
    requireRight(filing, tx.caller, 'filing.file');
    const found = await this.closures.get(tx, id);
    closureProcess.apply(found.status, 'report', undefined, { reason: '上传材料' });
    if ((await this.closures.listFiles(tx.manager, id)).length >= MOST_FILES)
      throw refuse('TOO_MANY_FILES', { most: MOST_FILES });
    return found;
  }
}
