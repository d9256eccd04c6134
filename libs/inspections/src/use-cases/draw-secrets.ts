import { Inject, Injectable } from '@nestjs/common';
import { drawSeed } from '@zhaoguan/draw';
import type { Rng } from '@zhaoguan/kernel';
import { FieldCipher, nodeSm3, RNG } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';

const nonceContext = (drawId: string): string => `draw.nonce:${drawId}`;
const seedContext = (drawId: string): string => `draw.seed:${drawId}`;

/** Nonce and seed of a draw: made at random, kept sealed, and given away when the draw is laid open. */
@Injectable()
export class DrawSecrets {
  constructor(
    private readonly cipher: FieldCipher,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** 32 bytes, lower-case hex. */
  newNonce(): string {
    return Buffer.from(this.rng.bytes(32)).toString('hex');
  }

  sealNonce(drawId: string, nonce: string): string {
    return this.cipher.seal(nonce, nonceContext(drawId));
  }

  nonceOf({ id, nonceSealed }: Draw): string {
    return this.cipher.open(nonceSealed, nonceContext(id));
  }

  sealSeed(drawId: string, seed: string): string {
    return this.cipher.seal(seed, seedContext(drawId));
  }

  /** As it was sealed, or as it follows from the beacon where nothing has been computed yet. */
  seedOf(draw: Draw): string {
    const { id, seedSealed, announcement, beaconValue } = draw;
    if (seedSealed !== null) return this.cipher.open(seedSealed, seedContext(id));
    if (beaconValue === null) throw new Error(`draw ${id} has no beacon value, so it has no seed`);
    return drawSeed(JSON.parse(announcement), this.nonceOf(draw), beaconValue, nodeSm3);
  }
}
