import { SeededHash, type Hash } from './hash';

const WORDS = 2n ** 64n;

/** Decides which of `m` candidates takes a place, as step 5 of the specification says. */
export class Picker {
  private readonly hash: SeededHash;

  constructor(hash: Hash, seed: Uint8Array) {
    this.hash = new SeededHash(hash, 'pick', seed);
  }

  /** A number from 0 to m - 1, each equally likely: values of the incomplete last round are rejected. */
  pick(target: string, department: string, slot: number, m: number): number {
    const candidates = BigInt(m);
    const limit = (WORDS / candidates) * candidates;
    for (let counter = 0; ; counter++) {
      const digest = this.hash.reset().id(target).id(department).u32(slot).u32(counter).digest();
      const x = new DataView(digest.buffer, digest.byteOffset, 8).getBigUint64(0);
      if (x < limit) return Number(x % candidates);
    }
  }
}
