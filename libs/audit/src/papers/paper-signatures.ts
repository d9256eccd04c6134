import { Injectable } from '@nestjs/common';
import { FileSignatures, type SignedFile, type Tx } from '@zhaoguan/platform';
import { AuditLog } from '../audit-log';

/** Signs printed papers (文书签名) and keeps the signatures; that a key signs for the first time is entered in the log. */
@Injectable()
export class PaperSignatures {
  constructor(
    private readonly signatures: FileSignatures,
    private readonly audit: AuditLog,
  ) {}

  /** Outside of any transaction. @throws NOT_FOUND when the content of the file is gone */
  sign(sm3: string, authority: string): Promise<SignedFile> {
    return this.signatures.sign(sm3, authority);
  }

  /** Once more, the first signature stays. */
  async keep(tx: Tx, signed: SignedFile): Promise<void> {
    const adopted = await this.signatures.record(tx, signed);
    if (adopted === null) return;
    await this.audit.append(tx, {
      action: 'signing-key.adopted',
      subjectType: 'signing-key',
      subjectId: adopted,
      detail: { publicKey: signed.publicKey },
    });
  }
}
