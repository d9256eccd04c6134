import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import { checkPasswordStrength } from '../domain/password';
import { districtOf, type Person } from '../domain/person';
import { hashPassword } from '../store/password-hash';
import { PersonStore, type NewPerson } from '../store/person.store';

export type PersonToCreate = Omit<NewPerson, 'passwordHash'> & { readonly password: string };

@Injectable()
export class CreatePerson {
  constructor(
    private readonly people: PersonStore,
    private readonly audit: AuditLog,
  ) {}

  /** In the caller's transaction. @throws USERNAME_TAKEN, PASSWORD_TOO_WEAK */
  async execute(tx: Tx, { password, ...person }: PersonToCreate): Promise<Person> {
    const username = person.username.toLowerCase();
    checkPasswordStrength(password, username);
    const created = await this.people.insert(tx, {
      ...person,
      username,
      passwordHash: await hashPassword(password),
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
