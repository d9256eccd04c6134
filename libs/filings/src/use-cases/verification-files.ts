import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isApplicant, opensVisitFiles, requireRight, type Filing } from '../domain/filing';
import type { Verification } from '../domain/verification';
import { verificationProcess } from '../domain/verification.process';
import { FilingStore } from '../store/filing.store';
import { VerificationStore, type VerificationFile } from '../store/verification.store';
import type { Upload } from './attach-material';
import { FilingReference } from './filing-reference';

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
    private readonly offices: FilingReference,
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
   * What the authority took is the authority's; what the applicant sent is seen by both. Papers and photos show names and numbers in clear:
   * like a material they are opened by whose they are to read, and leave a trace.
   * @throws NOT_FOUND, FORBIDDEN
   */
  async read(caller: Caller, id: string, fileId: string) {
    const file = await this.work.run(caller, async (tx) => {
      const filing = await this.filings.get(tx.manager, id);
      requireRight(filing, caller, 'filing.read');
      const own = isApplicant(filing, caller);
      if (!own && !opensVisitFiles(filing, await this.offices.actingOn(caller, filing)))
        throw refuse('FORBIDDEN');
      const files: VerificationFile[] = [];
      for (const { id: of } of await this.verifications.listOfFiling(tx.manager, id))
        files.push(...(await this.verifications.listFiles(tx.manager, of)));
      const wanted = files.find((one) => one.id === fileId);
      if (!wanted || (own && wanted.uploadedBy !== caller.id)) throw refuse('NOT_FOUND');
      if (!own)
        await this.audit.append(tx, {
          action: 'filing.verification-file-opened',
          subjectType: 'filing',
          subjectId: id,
          district: filing.application.district,
          detail: { sm3: wanted.sm3 },
        });
      return wanted;
    });
    return { file, content: await this.files.read(file.sm3) };
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
