import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, FileStore, UnitOfWork, type StoredFile, type Tx } from '@zhaoguan/platform';
import { requireEditable, requireRight, type Filing } from '../domain/filing';
import { FilingStores } from '../store/filing-stores';
import { CaseRegimes } from './case-regimes';
import { TakeoverDesk } from './takeover-desk';
import { CommitmentDesk } from './commitment-desk';
import { FilingReference } from './filing-reference';
import { PresentFiling, type FilingView } from './present-filing';

/** The operator uploads a material (上传备案材料); a newer file takes the place of an older one, which stays on record. */
@Injectable()
export class AttachMaterial {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly reference: FilingReference,
    private readonly regimes: CaseRegimes,
    private readonly takeovers: TakeoverDesk,
    private readonly desk: CommitmentDesk,
    private readonly present: PresentFiling,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asked before the file is read: who may not upload writes nothing to our disk.
   * @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, UNKNOWN_MATERIAL
   */
  async check(caller: Caller, id: string, code: string): Promise<void> {
    await this.work.read(caller, async (manager) =>
      this.require(manager, await this.stores.filings.get(manager, id), { caller, code }),
    );
  }

  /** @throws what `check` throws, and UPLOADS_OF_A_DAY, UPLOAD_TOO_LARGE, UPLOAD_EMPTY, UNSUPPORTED_MEDIA */
  async execute(caller: Caller, id: string, code: string, upload: Upload): Promise<FilingView> {
    return this.files.receive(caller, upload.file, upload.filename, (file) =>
      this.work.run(caller, async (tx) => {
        const filing = await this.stores.filings.getForUpdate(tx, id);
        await this.require(tx.manager, filing, { caller, code });
        return this.present.view(tx.manager, await this.keep(tx, filing, code, file), caller);
      }),
    );
  }

  /** Under the lock of the filing, for who may upload it. */
  async keep(tx: Tx, filing: Filing, code: string, file: StoredFile): Promise<Filing> {
    await this.stores.materials.append(tx, filing.id, code, file);
    await this.desk.replaced(tx, filing, code);
    const saved = await this.stores.filings.save(tx, filing);
    await this.audit.append(tx, {
      action: 'filing.material-uploaded',
      subjectType: 'filing',
      subjectId: filing.id,
      district: filing.application.district,
      detail: { code, sm3: file.sm3, size: file.size },
    });
    return saved;
  }

  private async require(
    manager: Tx['manager'],
    filing: Filing,
    { caller, code }: { readonly caller: Caller; readonly code: string },
  ): Promise<void> {
    requireRight(filing, caller, 'filing.file');
    requireEditable(filing);
    const today = dateInShanghai(this.clock.now());
    const shown = await this.takeovers.shown(manager, await this.regimes.shown(manager, filing, today));
    const listed = await this.reference.materialsOf(shown);
    if (!listed.some((material) => material.code === code)) throw refuse('UNKNOWN_MATERIAL');
  }
}

/** The file of a multipart request. */
export interface Upload {
  readonly file: Readable;
  readonly filename: string;
}
