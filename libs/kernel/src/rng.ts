import { randomBytes } from 'node:crypto';

/** The only source of randomness, so that what depends on it can be repeated in tests. */
export interface Rng {
  /** `n` independent, uniformly distributed bytes. */
  bytes(n: number): Uint8Array;
}

/** The operating system's cryptographic generator. The only file of the kernel that needs Node. */
export class SystemRng implements Rng {
  bytes(n: number): Uint8Array {
    return randomBytes(n);
  }
}
