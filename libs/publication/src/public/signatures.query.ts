import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { PUBLIC_DATABASE, SM2_USER_ID } from '@zhaoguan/platform';
import type { SqlReader } from './sql-reader';

/** A public key by which anybody checks the signature of a printed paper (签名公钥). */
export interface PublicSigningKey {
  readonly keyId: string;
  /** Uncompressed point, hex. */
  readonly publicKey: string;
  readonly since: Date;
  /** From then on another one signs; null for the one that signs now. */
  readonly until: Date | null;
}

/** The detached signature of a printed paper, with all that is needed to check it. */
export interface PublicSignature {
  readonly sm3: string;
  readonly algorithm: typeof SIGNATURE_ALGORITHM;
  readonly userId: string;
  readonly keyId: string;
  readonly publicKey: string;
  /** r ‖ s, hex. */
  readonly signature: string;
  readonly authority: string;
  readonly signedAt: Date;
}

const SIGNATURE_ALGORITHM = 'SM2-SM3';
const DIGEST = /^[0-9a-f]{64}$/;

@Injectable()
export class SignaturesQuery {
  constructor(@Inject(PUBLIC_DATABASE) private readonly database: SqlReader) {}

  /** The one that signs now first; there are as many as there were rotations. */
  keys(): Promise<readonly PublicSigningKey[]> {
    return this.database.query(
      `select key_id as "keyId", public_key as "publicKey", since, until
         from platform.signing_key_public order by since desc, key_id desc`,
    );
  }

  /** Of the file with this SM3. Undefined when this system has signed no such file. */
  async find(sm3: string): Promise<PublicSignature | undefined> {
    if (!DIGEST.test(sm3)) return undefined;
    const [row] = await this.database.query<Omit<PublicSignature, 'algorithm' | 'userId'>[]>(
      `select sm3, key_id as "keyId", public_key as "publicKey", signature, authority, signed_at as "signedAt"
         from platform.file_signature_public where sm3 = $1`,
      [sm3],
    );
    return row && { algorithm: SIGNATURE_ALGORITHM, userId: SM2_USER_ID, ...row };
  }

  /** @throws NOT_FOUND */
  async get(sm3: string): Promise<PublicSignature> {
    const found = await this.find(sm3.toLowerCase());
    if (!found) throw refuse('NOT_FOUND');
    return found;
  }
}
