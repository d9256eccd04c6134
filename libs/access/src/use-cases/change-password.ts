import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { UnitOfWork } from '@zhaoguan/platform';
import { afterFailure, lockedFor, NO_FAILURES } from '../domain/lockout';
import { checkPasswordChanges, checkPasswordStrength } from '../domain/password';
import { districtOf } from '../domain/person';
import { isGuessable } from '../store/guessable-password';
import { hashPassword, verifyPassword } from '../store/password-hash';
import { PersonStore } from '../store/person.store';
import { SessionStore } from '../store/session.store';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

@Injectable()
export class ChangePassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Ends every sign-in of the person but the one in use: its access token serves until it expires, and a new refresh token
   * takes the place of the one it had, of which a copy may be elsewhere.
   * @param tokenId of the access token in use
   * @returns the new refresh token
   * @throws WRONG_CURRENT_PASSWORD, ACCOUNT_LOCKED, PASSWORD_TOO_WEAK, PASSWORD_UNCHANGED
   */
  async execute(caller: Caller, tokenId: string | null, { current, next }: PasswordChange): Promise<string> {
    const refreshToken = await this.work.run(caller, async (tx) => {
      const person = await this.people.findById(tx.manager, caller.id);
      const stored = person ? await this.people.findForSignIn(tx, person.username) : null;
      if (!stored) throw refuse('NOT_SIGNED_IN');
      const minutes = lockedFor(stored, tx.at);
      if (minutes !== undefined) throw refuse('ACCOUNT_LOCKED', { minutes });
      if (!(await verifyPassword(current, stored.passwordHash))) {
        // Counted as a failed sign-in: whoever found an open session must not guess the password at leisure.
        await this.people.saveAttempts(tx, caller.id, afterFailure(stored, tx.at));
        return undefined;
      }
      checkPasswordStrength(next, stored.username, isGuessable);
      checkPasswordChanges(current, next);
      await this.people.savePassword(tx, caller.id, await hashPassword(next));
      await this.people.saveAttempts(tx, caller.id, NO_FAILURES);
      await this.sessions.revokeAllOf(tx, caller.id);
      await this.people.endTokens(tx, caller.id, tokenId);
      await this.audit.append(tx, {
        action: 'access.password-changed',
        subjectType: 'person',
        subjectId: caller.id,
        district: districtOf(stored),
      });
      return this.sessions.issue(tx, caller.id);
    });
    if (refreshToken !== undefined) return refreshToken;
    const code = 'WRONG_CURRENT_PASSWORD';
    throw refuse(code, {}, [{ pointer: '/currentPassword', code }]);
  }
}
