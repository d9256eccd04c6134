import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { Rng } from '@zhaoguan/kernel';
import { RNG, type Tx } from '@zhaoguan/platform';
import { IsNull, Not } from 'typeorm';
import { judgeRefresh } from '../domain/refresh-token';
import { SessionEntity } from './session.entity';

/** From the password on, whatever is exchanged meanwhile: a working day, and no copy of a token lives longer. */
const LIFETIME_MS = 12 * 3_600_000;
const hashOf = (token: string): string => createHash('sm3').update(token).digest('hex');

/** A refresh token that was taken out of use. `stolen`: every token of its family is now revoked. */
export interface ConsumedToken {
  readonly personId: string;
  readonly family: string;
  readonly hash: string;
  readonly expiresAt: Date;
  readonly stolen: boolean;
}

/**
 * Refresh tokens: each is exchanged for the next, and the family of a stolen one ends (`judgeRefresh`).
 * Whoever issues, uses or ends tokens holds the person's row: an UPDATE does not see a row that another transaction is just
 * inserting, so without it a refresh under way would outlive a sign-out.
 */
@Injectable()
export class SessionStore {
  constructor(@Inject(RNG) private readonly rng: Rng) {}

  /** @returns a new refresh token in place of another (of a new family when it follows none) */
  async issue(tx: Tx, personId: string, after?: ConsumedToken): Promise<string> {
    await lockPerson(tx, personId);
    const token = Buffer.from(this.rng.bytes(32)).toString('base64url');
    await tx.manager.insert(SessionEntity, {
      tokenHash: hashOf(token),
      family: after?.family ?? tx.newId(),
      parentHash: after?.hash ?? null,
      personId,
      expiresAt: after?.expiresAt ?? new Date(tx.at.getTime() + LIFETIME_MS),
      usedAt: null,
      revokedAt: null,
    });
    return token;
  }

  /** Takes the token out of use. */
  async consume(tx: Tx, token: string): Promise<ConsumedToken> {
    const row = await this.findForUpdate(tx, token);
    if (!row || row.revokedAt !== null) throw refuse('NOT_SIGNED_IN');
    const { personId, family, tokenHash: hash, expiresAt } = row;
    const verdict = judgeRefresh({ ...row, hasUsedRival: await this.hasUsedRival(tx, row) }, tx.at);
    if (verdict === 'EXPIRED') throw refuse('NOT_SIGNED_IN');
    if (verdict === 'STOLEN') {
      await tx.manager.update(SessionEntity, { family, revokedAt: IsNull() }, { revokedAt: tx.at });
      return { personId, family, hash, expiresAt, stolen: true };
    }
    await tx.manager.update(SessionEntity, { tokenHash: hash, usedAt: IsNull() }, { usedAt: tx.at });
    return { personId, family, hash, expiresAt, stolen: false };
  }

  /** Whether a token is used that this one was exchanged for, or that its own predecessor was exchanged for besides it. */
  private async hasUsedRival(tx: Tx, { tokenHash, parentHash, usedAt }: SessionEntity): Promise<boolean> {
    const isUsed = Not(IsNull());
    if (usedAt !== null) return tx.manager.existsBy(SessionEntity, { parentHash: tokenHash, usedAt: isUsed });
    if (parentHash === null) return false;
    return tx.manager.existsBy(SessionEntity, { parentHash, tokenHash: Not(tokenHash), usedAt: isUsed });
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
