import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../database/unit-of-work';
import { FileStore } from '../storage/file-store';
import { DOCUMENT_SIGNER } from '../tokens';
import type { DocumentSignature, DocumentSigner } from './document-signer';

/** The signature of a stored file, ready to be kept. */
export interface SignedFile extends DocumentSignature {
  /** Of the file that was signed. */
  readonly sm3: string;
  /** In whose name. */
  readonly authority: string;
}

/** Detached signatures of the files that this system has printed; append-only, as are the public keys that made them. */
@Injectable()
export class FileSignatures {
  constructor(
    private readonly files: FileStore,
    @Inject(DOCUMENT_SIGNER) private readonly signer: DocumentSigner,
  ) {}

  /** Signs the bytes as they lie in the store. Outside of any transaction. @throws NOT_FOUND when the content is gone, Error when it is not what was stored */
  async sign(sm3: string, authority: string): Promise<SignedFile> {
    const bytes = await buffer(await this.files.read(sm3));
    // What was altered on disk since it was printed gets no signature.
    if (createHash('sm3').update(bytes).digest('hex') !== sm3)
      throw new Error(`file ${sm3} is not what it was`);
    return { sm3, authority, ...(await this.signer.sign(bytes, authority)) };
  }

  /**
   * Keeps the signature; a file that has one keeps its first.
   * @returns the key, when it signs for the first time: its user is to enter that in the log
   */
  async record(tx: Tx, { sm3, authority, keyId, publicKey, signature }: SignedFile): Promise<string | null> {
    const fresh: unknown[] = await tx.manager.query(
      `insert into platform.signing_key (key_id, public_key, since) values ($1, $2, $3)
       on conflict do nothing returning key_id`,
      [keyId, publicKey, tx.at],
    );
    await tx.manager.query(
      `insert into platform.file_signature (sm3, key_id, signature, authority, signed_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [sm3, keyId, signature, authority, tx.at],
    );
    return fresh.length > 0 ? keyId : null;
  }
}
