import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireRight, type Filing } from '../domain/filing';
import { commitmentProcess } from '../domain/commitment.process';
import { FilingStores } from '../store/filing-stores';
import type { Upload } from './attach-material';
import { CommitmentDesk } from './commitment-desk';
import { LoadForDecision } from './load-for-decision';
import { PresentFiling, type FilingView } from './present-filing';

const OUTCOMES = { confirm: 'KEPT', return: 'RETURNED', breach: 'BREACHED' } as const;
export type Judgement = keyof typeof OUTCOMES;

/**
 * What becomes of a commitment (告知承诺) after the acceptance: the material is handed in, the authority looks at it. The filing
 * itself is decided and stays as it is, in another version.
 */
@Injectable()
export class SettleCommitment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly desk: CommitmentDesk,
    private readonly files: FileStore,
    private readonly load: LoadForDecision,
    private readonly present: PresentFiling,
  ) {}

  /** Asked before the file is read. @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION */
  async check(caller: Caller, id: string, code: string): Promise<void> {
    await this.work.ask(caller, async (tx) => {
      requireRight(await this.stores.filings.get(tx.manager, id), caller, 'filing.file');
      const commitment = await this.desk.get(tx, id, code);
      commitmentProcess.apply(commitment.status, 'handIn', commitment, { today: dateInShanghai(tx.at) });
    });
  }

  /** @throws what `check` throws, and UPLOAD_TOO_LARGE, UPLOAD_EMPTY, UNSUPPORTED_MEDIA */
  async handIn(caller: Caller, id: string, code: string, upload: Upload): Promise<FilingView> {
    return this.files.receive(caller, upload.file, upload.filename, (file) =>
      this.work.run(caller, async (tx) => {
        const filing = await this.stores.filings.getForUpdate(tx, id);
        requireRight(filing, caller, 'filing.file');
        const commitment = await this.desk.get(tx, id, code);
        const materialId = await this.stores.materials.append(tx, id, code, file);
        await this.desk.handIn(tx, filing, commitment, materialId);
        await tx.emit('commitment.handed-in', { filingId: id, code, name: commitment.name });
        return this.saved(tx, filing);
      }),
    );
  }

  /**
   * @param version which the official has read: another file may have been handed in since
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED, COMMITMENT_NOT_DUE
   */
  async judge(
    caller: Caller,
    id: string,
    code: string,
    { action, reason }: { readonly action: Judgement; readonly reason?: string },
    version?: number,
  ): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const permission = action === 'return' ? 'filing.return' : 'filing.accept';
      const filing = await this.load.execute(tx, id, permission, version);
      const commitment = await this.desk.get(tx, id, code);
      await this.desk.act(tx, filing, commitment, action, reason === undefined ? {} : { reason });
      const { name } = commitment;
      if (action === 'breach' && filing.institutionId !== null) {
        await tx.emit('commitment.breached', {
          commitmentId: commitment.id,
          institutionId: filing.institutionId,
          material: name,
          breachedOn: dateInShanghai(tx.at),
          regime: filing.regime,
        });
      }
      await tx.emit('commitment.judged', { filingId: id, code, name, outcome: OUTCOMES[action] });
      return this.saved(tx, filing);
    });
  }

  /** What the filing says stays; its version names the file that was read. */
  private async saved(tx: Tx, filing: Filing): Promise<FilingView> {
    return this.present.view(tx.manager, await this.stores.filings.save(tx, filing), tx.caller);
  }
}
