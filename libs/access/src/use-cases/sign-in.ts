import { Injectable } from '@nestjs/common';
import { refuse, systemCaller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { afterFailure, lockedFor, NO_FAILURES } from '../domain/lockout';
import type { Person } from '../domain/person';
import { hashPassword, verifyPassword } from '../store/password-hash';
import type { PersonEntity } from '../store/person.entity';
import { PersonStore } from '../store/person.store';
import { SessionStore } from '../store/session.store';
import { Tokens, type SignedIn } from './tokens';

type Outcome = { readonly person: Person; readonly refreshToken: string } | 'wrong';

/** Checked when the name is unknown, so that the time of the answer tells nothing about who has an account. */
const nobody = hashPassword('no such person');

@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly tokens: Tokens,
    private readonly audit: AuditLog,
  ) {}

  /** @throws BAD_CREDENTIALS, ACCOUNT_LOCKED */
  async execute(
    username: string,
    password: string,
    traceId: string,
  ): Promise<SignedIn & { refreshToken: string }> {
    // Outside the transaction: it takes a tenth of a second, and connections are few.
    const known = await this.people.findByUsername(username);
    const matches = await verifyPassword(password, known?.passwordHash ?? (await nobody));
    // A wrong password is counted by a committed transaction; hence it is an outcome, not a throw.
    const outcome = await this.work.run(systemCaller(traceId), async (tx): Promise<Outcome> => {
      const person = await this.people.findForSignIn(tx, username);
      const minutes = person ? lockedFor(person, tx.at) : undefined;
      if (minutes !== undefined) throw refuse('ACCOUNT_LOCKED', { minutes });
      const right = matches && person?.passwordHash === known?.passwordHash;
      if (!person || !right || person.disabledAt !== null) {
        if (person) await this.countFailure(tx, person);
        return 'wrong';
      }
      await this.people.saveAttempts(tx, person.id, NO_FAILURES);
      await this.audit.append(tx, {
        action: 'access.signed-in',
        subjectType: 'person',
        subjectId: person.id,
      });
      return { person, refreshToken: await this.sessions.issue(tx, person.id) };
    });
    if (outcome === 'wrong') throw refuse('BAD_CREDENTIALS');
    return { ...(await this.tokens.issue(outcome.person)), refreshToken: outcome.refreshToken };
  }

  private async countFailure(tx: Tx, person: PersonEntity): Promise<void> {
    await this.people.saveAttempts(tx, person.id, afterFailure(person, tx.at));
    await this.audit.append(tx, {
      action: 'access.sign-in-failed',
      subjectType: 'person',
      subjectId: person.id,
    });
  }
}
