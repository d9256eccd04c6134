import type { AppConfig } from '../config';
import { signSm2, sm2KeyId, sm2PublicKey } from '../crypto/sm2';
import { readSigningKey } from './signing-key-file';

/** A detached signature (SM2 over SM3, user id 1234567812345678), and the key that made it. */
export interface DocumentSignature {
  readonly keyId: string;
  /** Uncompressed point, hex. */
  readonly publicKey: string;
  /** r ‖ s, hex. */
  readonly signature: string;
}

/**
 * Signs printed papers in the name of an authority. By default one software key of the installation signs for all: it is one
 * system with one key file, and a key for each authority beside it would be no safer. Where authorities hold keys of their own
 * (server of electronic seals, HSM), the adapter that asks for them takes its place (`PlatformOptions.signer`).
 */
export interface DocumentSigner {
  sign(bytes: Uint8Array, authority: string): Promise<DocumentSignature>;
}

/** The key in a file of the installation. */
export class SoftwareSigner implements DocumentSigner {
  constructor(private readonly config: Pick<AppConfig, 'signingKeyFile' | 'dataDir'>) {}

  /** @throws ConfigError when there is no key */
  async sign(bytes: Uint8Array): Promise<DocumentSignature> {
    const privateKey = readSigningKey(this.config);
    const publicKey = sm2PublicKey(privateKey);
    return { keyId: sm2KeyId(publicKey), publicKey, signature: signSm2(bytes, privateKey) };
  }
}
