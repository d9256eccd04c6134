import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import { checkPasswordStrength } from '../domain/password';
import { districtOf, type Person } from '../domain/person';
import { isGuessable } from '../store/guessable-password';
import { hashPassword, NO_PASSWORD } from '../store/password-hash';
import { PersonStore, type NewPerson } from '../store/person.store';

export type PersonToCreate = Omit<NewPerson, 'passwordHash' | 'hasPassword'> & {
  /** Null: no password opens the account. */
  readonly password: string | null;
};

@Injectable()
export class CreatePerson {
  constructor(
    private readonly people: PersonStore,
    private readonly audit: AuditLog,
  ) {}

  /** In the caller's transaction. @throws USERNAME_TAKEN, PASSWORD_TOO_WEAK */
  async execute(tx: Tx, { password, ...person }: PersonToCreate): Promise<Person> {
    const username = person.username.toLowerCase();
    if (password !== null) checkPasswordStrength(password, username, isGuessable);
    const created = await this.people.insert(tx, {
      ...person,
      username,
      passwordHash: password === null ? NO_PASSWORD : await hashPassword(password),
      hasPassword: password !== null,
    });
    await this.audit.append(tx, {
      action: 'access.person-created',
      subjectType: 'person',
      subjectId: created.id,
      district: districtOf(created),
      detail: { roles: created.roles, districts: created.districts, departments: created.departments },
    });
    return created;
  }
}
