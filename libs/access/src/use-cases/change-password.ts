import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { UnitOfWork } from '@zhaoguan/platform';
import { checkPasswordStrength } from '../domain/password';
import { hashPassword, verifyPassword } from '../store/password-hash';
import { PersonStore } from '../store/person.store';
import { SessionStore } from '../store/session.store';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  /** Ends every other sign-in of the person. @throws BAD_CREDENTIALS, PASSWORD_TOO_WEAK */
  async execute(caller: Caller, current: string, next: string): Promise<void> {
    await this.work.run(caller, async (tx) => {
      const person = await this.people.findById(tx.manager, caller.id);
      const stored = person ? await this.people.findForSignIn(tx, person.username) : null;
      if (!stored || !(await verifyPassword(current, stored.passwordHash))) throw refuse('BAD_CREDENTIALS');
      checkPasswordStrength(next, stored.username);
      await this.people.savePassword(tx, caller.id, await hashPassword(next));
      await this.sessions.revokeAllOf(tx, caller.id);
      await this.audit.append(tx, {
        action: 'access.password-changed',
        subjectType: 'person',
        subjectId: caller.id,
      });
    });
  }
}
