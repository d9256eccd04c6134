import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Rng } from '@zhaoguan/kernel';
import { RNG, type Tx } from '@zhaoguan/platform';
import { IsNull } from 'typeorm';
import { SessionEntity } from './session.entity';

const LIFETIME_MS = 12 * 3_600_000;
const hashOf = (token: string): string => createHash('sm3').update(token).digest('hex');

/**
 * Refresh tokens: each is used once; one that comes back a second time was stolen, and its whole family ends.
 * Whoever issues, uses or ends tokens holds the person's row: an UPDATE does not see a row that another transaction is just
 * inserting, so without it a refresh under way would outlive a sign-out.
 */
@Injectable()
export class SessionStore {
  constructor(@Inject(RNG) private readonly rng: Rng) {}

  /** @returns a new refresh token of the family (a new family when none is given) */
  async issue(tx: Tx, personId: string, family: string = tx.newId()): Promise<string> {
    await lockPerson(tx, personId);
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
    const row = await this.findForUpdate(tx, token);
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
    const row = await this.findForUpdate(tx, token);
    if (!row) return;
    await tx.manager.update(SessionEntity, { family: row.family, revokedAt: IsNull() }, { revokedAt: tx.at });
  }

  async revokeAllOf(tx: Tx, personId: string): Promise<void> {
    await lockPerson(tx, personId);
    await tx.manager.update(SessionEntity, { personId, revokedAt: IsNull() }, { revokedAt: tx.at });
  }

  /** Read again once the person's row is held: the token may have been used or ended while we waited. */
  private async findForUpdate(tx: Tx, token: string): Promise<SessionEntity | null> {
    const tokenHash = hashOf(token);
    const found = await tx.manager.findOneBy(SessionEntity, { tokenHash });
    if (!found) return null;
    await lockPerson(tx, found.personId);
    return tx.manager.findOneBy(SessionEntity, { tokenHash });
  }
}

async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.manager.query('select from access.person where id = $1 for update', [personId]);
}
