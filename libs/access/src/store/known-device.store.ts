import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Rng } from '@zhaoguan/kernel';
import { RNG, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import { NO_FAILURES, type Attempts } from '../domain/lockout';
import { KnownDeviceEntity } from './known-device.entity';

const MOST_DEVICES = 20;
const hashOf = (token: string): string => createHash('sm3').update(token).digest('hex');

/**
 * Browsers that a person has signed in from (OWASP device cookies). Their wrong passwords are counted apart, so nobody else
 * can lock a person out, and whoever holds no such token cannot guess on by way of it.
 */
@Injectable()
export class KnownDeviceStore {
  constructor(@Inject(RNG) private readonly rng: Rng) {}

  findForSignIn(tx: Tx, token: string | undefined, personId: string): Promise<KnownDeviceEntity | null> {
    if (token === undefined) return Promise.resolve(null);
    return tx.manager.findOne(KnownDeviceEntity, {
      where: { tokenHash: hashOf(token), personId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** When each of these people last signed in, from whatever browser; those who never did are left out. */
  async lastSignIns(
    manager: EntityManager,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, Date>> {
    const rows: { personId: string; at: Date }[] = await manager.query(
      `select person_id as "personId", max(seen_at) as at from access.known_device
        where person_id = any ($1::uuid[]) group by person_id`,
      [personIds],
    );
    return new Map(rows.map(({ personId, at }) => [personId, at]));
  }

  async saveAttempts(tx: Tx, device: KnownDeviceEntity, attempts: Attempts): Promise<void> {
    await tx.manager.update(KnownDeviceEntity, { tokenHash: device.tokenHash }, attempts);
  }

  /** After a right password: the browser is remembered, the ones not seen for longest are forgotten. @returns its token */
  async remember(
    tx: Tx,
    personId: string,
    token: string | undefined,
    known: KnownDeviceEntity | null,
  ): Promise<string> {
    if (known !== null && token !== undefined) {
      await tx.manager.update(
        KnownDeviceEntity,
        { tokenHash: known.tokenHash },
        { ...NO_FAILURES, seenAt: tx.at },
      );
      return token;
    }
    const fresh = Buffer.from(this.rng.bytes(32)).toString('base64url');
    await tx.manager.insert(KnownDeviceEntity, {
      tokenHash: hashOf(fresh),
      personId,
      ...NO_FAILURES,
      seenAt: tx.at,
    });
    await tx.manager.query(
      `delete from access.known_device where token_hash in (
         select token_hash from access.known_device where person_id = $1
          order by seen_at desc, token_hash offset ${MOST_DEVICES})`,
      [personId],
    );
    return fresh;
  }
}
