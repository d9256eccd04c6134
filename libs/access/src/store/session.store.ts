import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Rng } from '@zhaoguan/kernel';
import { RNG, type Tx } from '@zhaoguan/platform';
import { IsNull } from 'typeorm';
import { SessionEntity } from './session.entity';

const LIFETIME_MS = 12 * 3_600_000;
const hashOf = (token: string): string => createHash('sm3').update(token).digest('hex');

/** Refresh tokens: each is used once; one that comes back a second time was stolen, and its whole family ends. */
@Injectable()
export class SessionStore {
  constructor(@Inject(RNG) private readonly rng: Rng) {}

  /** @returns a new refresh token of the family (a new family when none is given) */
  async issue(tx: Tx, personId: string, family: string = tx.newId()): Promise<string> {
    const token = Buffer.from(this.rng.bytes(32)).toString('base64url');
    await tx.manager.insert(SessionEntity, {
      tokenHash: hashOf(token),
      family,
      personId,
      expiresAt: new Date(tx.at.getTime() + LIFETIME_MS),
      usedAt: null,
      revokedAt: null,
    });
    return token;
  }

  /** Takes the token out of use. `stolen`: it had been used before, so every token of its family is now revoked. */
  async consume(tx: Tx, token: string): Promise<{ personId: string; family: string; stolen: boolean }> {
    const row = await tx.manager.findOne(SessionEntity, {
      where: { tokenHash: hashOf(token) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row || row.revokedAt !== null || row.expiresAt <= tx.at) throw refuse('NOT_SIGNED_IN');
    const { personId, family, usedAt } = row;
    if (usedAt !== null) {
      await tx.manager.update(SessionEntity, { family, revokedAt: IsNull() }, { revokedAt: tx.at });
      return { personId, family, stolen: true };
    }
    await tx.manager.update(SessionEntity, { tokenHash: row.tokenHash }, { usedAt: tx.at });
    return { personId, family, stolen: false };
  }

  async revokeFamilyOf(tx: Tx, token: string): Promise<void> {
    const row = await tx.manager.findOneBy(SessionEntity, { tokenHash: hashOf(token) });
    if (!row) return;
    await tx.manager.update(SessionEntity, { family: row.family, revokedAt: IsNull() }, { revokedAt: tx.at });
  }

  async revokeAllOf(tx: Tx, personId: string): Promise<void> {
    await tx.manager.update(SessionEntity, { personId, revokedAt: IsNull() }, { revokedAt: tx.at });
  }
}
