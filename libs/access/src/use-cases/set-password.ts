import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import type { Person } from '../domain/person';
import { hashPassword } from '../store/password-hash';
import { PersonStore } from '../store/person.store';
import { SessionStore } from '../store/session.store';

/** Gives an account a new password in the caller's transaction and ends its sign-ins. */
@Injectable()
export class SetPassword {
  constructor(
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  findByUsername(tx: Tx, username: string): Promise<Person | null> {
    return this.people.findForSignIn(tx, username);
  }

  async execute(tx: Tx, personId: string, password: string): Promise<void> {
    await this.people.savePassword(tx, personId, await hashPassword(password));
    await this.sessions.revokeAllOf(tx, personId);
    await this.people.endTokens(tx, personId);
    await this.audit.append(tx, {
      action: 'access.password-set',
      subjectType: 'person',
      subjectId: personId,
    });
  }
}
