import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isApplicant, requireRight, type Filing } from '../domain/filing';
import type { Verification } from '../domain/verification';
import { verificationProcess } from '../domain/verification.process';
import { FilingStore } from '../store/filing.store';
import { VerificationStore, type VerificationFile } from '../store/verification.store';
import type { Upload } from './attach-material';
import { OpenPaper } from './open-paper';

/** Files beside one verification: enough for a house, too few to fill a disk. */
const MOST_FILES = 60;

/** Photos of a visit, and papers of the applicant (核查照片、改正材料). */
@Injectable()
export class VerificationFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly verifications: VerificationStore,
    private readonly files: FileStore,
    private readonly papers: OpenPaper,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, FORBIDDEN, INVALID_TRANSITION, TOO_MANY_FILES, and what FileStore refuses */
  async add(caller: Caller, id: string, upload: Upload): Promise<VerificationFile> {
    // Asked first, so that nobody fills the disk for a filing that is not theirs.
    await this.work.ask(caller, (tx) => this.requireOpen(tx, id));
    return this.files.receive(caller, upload.file, upload.filename, (file) =>
      this.work.run(caller, async (tx) => {
        const found = await this.requireOpen(tx, id);
        await this.verifications.appendFile(tx, found.id, file);
        await this.audit.append(tx, {
          action: 'filing.verification-file-added',
          subjectType: 'filing',
          subjectId: id,
          district: found.district,
          detail: { sm3: file.sm3, size: file.size },
        });
        return { ...file, uploadedBy: caller.id };
      }),
    );
  }

  /**
   * What the authority took is the authority's; what the applicant sent is seen by both.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, FORBIDDEN
   */
  read(caller: Caller, id: string, fileId: string) {
    return this.papers.execute(caller, id, 'filing.verification-file-opened', async (tx, own) => {
      const files: VerificationFile[] = [];
      for (const { id: of } of await this.verifications.listOfFiling(tx.manager, id))
        files.push(...(await this.verifications.listFiles(tx.manager, of)));
      return files.find((one) => one.id === fileId && (!own || one.uploadedBy === caller.id));
    });
  }

  private async requireOpen(tx: Tx, id: string): Promise<Verification> {
    const filing: Filing = await this.filings.get(tx.manager, id);
    const own = isApplicant(filing, tx.caller);
    requireRight(filing, tx.caller, own ? 'filing.file' : 'filing.verify');
    const found = await this.verifications.getForUpdate(tx, id);
    verificationProcess.apply(found.status, own ? 'correct' : 'confirm', undefined, { reason: '上传材料' });
    if ((await this.verifications.listFiles(tx.manager, found.id)).length >= MOST_FILES)
      throw refuse('TOO_MANY_FILES', { most: MOST_FILES });
    return found;
  }
}
