import { Injectable } from '@nestjs/common';
import { refuse, systemCaller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { afterFailure, lockedFor, NO_FAILURES } from '../domain/lockout';
import { districtOf, type Person } from '../domain/person';
import { hashPassword, verifyPassword } from '../store/password-hash';
import type { PersonEntity } from '../store/person.entity';
import { AccountStores } from '../store/account-stores';
import type { KnownDeviceEntity } from '../store/known-device.entity';
import { Tokens, type SignedIn } from './tokens';

type Outcome =
  { readonly person: Person; readonly refreshToken: string; readonly deviceToken: string } | 'wrong';

/** What a browser sends to sign in; the token of an earlier sign-in from it, if there was one. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly deviceToken: string | undefined;
  /** The refresh token that the browser still holds: the sign-in before ends, wherever else a copy of it may be. */
  readonly earlierToken: string | undefined;
}

/** Checked when the name is unknown, so that the time of the answer tells nothing about who has an account. */
const nobody = hashPassword('no such person');

@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: AccountStores,
    private readonly tokens: Tokens,
    private readonly audit: AuditLog,
  ) {}

  /** @throws BAD_CREDENTIALS, ACCOUNT_LOCKED */
  async execute(
    { username, password, deviceToken, earlierToken }: Credentials,
    traceId: string,
  ): Promise<SignedIn & { refreshToken: string; deviceToken: string }> {
    const { people, devices, sessions } = this.stores;
    // Outside the transaction: it takes a tenth of a second, and connections are few.
    const known = await people.findByUsername(username);
    const matches = await verifyPassword(password, known?.passwordHash ?? (await nobody));
    // A wrong password is counted by a committed transaction; hence it is an outcome, not a throw.
    const outcome = await this.work.run(systemCaller(traceId), async (tx): Promise<Outcome> => {
      const person = await people.findForSignIn(tx, username);
      if (!person) return this.countUnknown(tx, username);
      const device = await devices.findForSignIn(tx, deviceToken, person.id);
      const minutes = lockedFor(device ?? person, tx.at);
      if (minutes !== undefined) throw refuse('ACCOUNT_LOCKED', { minutes });
      const right = matches && person.passwordHash === known?.passwordHash;
      if (!right || person.disabledAt !== null) {
        await this.countFailure(tx, person, device);
        return 'wrong';
      }
      if (!device) await people.saveAttempts(tx, person.id, NO_FAILURES);
      await this.audit.append(tx, {
        action: 'access.signed-in',
        subjectType: 'person',
        subjectId: person.id,
        district: districtOf(person),
      });
      return {
        person,
        refreshToken: await sessions.issue(tx, person.id),
        deviceToken: await devices.remember(tx, person.id, deviceToken, device),
      };
    });
    if (outcome === 'wrong') throw refuse('BAD_CREDENTIALS');
    if (earlierToken !== undefined) await this.endEarlier(earlierToken, traceId);
    const { person, ...secret } = outcome;
    return { ...(await this.tokens.issue(person)), ...secret };
  }

  /** By itself, for it may be of another person: two who sign in over each other must not wait for one another. */
  private async endEarlier(token: string, traceId: string): Promise<void> {
    await this.work.run(systemCaller(traceId), (tx) => this.stores.sessions.revokeFamilyOf(tx, token));
  }

  private async countUnknown(tx: Tx, username: string): Promise<'wrong'> {
    const attempts = await this.stores.unknownNames.attemptsForUpdate(tx, username);
    const minutes = lockedFor(attempts, tx.at);
    if (minutes !== undefined) throw refuse('ACCOUNT_LOCKED', { minutes });
    await this.stores.unknownNames.saveAttempts(tx, username, afterFailure(attempts, tx.at));
    return 'wrong';
  }

  private async countFailure(tx: Tx, person: PersonEntity, device: KnownDeviceEntity | null): Promise<void> {
    if (device) await this.stores.devices.saveAttempts(tx, device, afterFailure(device, tx.at));
    else await this.stores.people.saveAttempts(tx, person.id, afterFailure(person, tx.at));
    await this.audit.append(tx, {
      action: 'access.sign-in-failed',
      subjectType: 'person',
      subjectId: person.id,
      district: districtOf(person),
    });
  }
}
