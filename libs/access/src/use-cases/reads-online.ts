import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { permissionsOf, type Permission } from '@zhaoguan/contracts';
import type { Person } from '../domain/person';
import { PersonStore } from '../store/person.store';

/** Whether what is put into an account is read by somebody: before a notice counts as served there (系统送达). */
@Injectable()
export class ReadsOnline {
  constructor(private readonly people: PersonStore) {}

  /**
   * Nobody signs in with an account that is disabled, or that a partner platform acts for: what is put there reaches nobody.
   * @param permission by which the account would answer it
   */
  async execute(manager: Tx['manager'], personId: string | null, permission: Permission): Promise<boolean> {
    return mayRead(personId === null ? null : await this.people.findById(manager, personId), permission);
  }

  /** Whether an act that rests on it would be done as things stand: for who has to choose a way of service. */
  async wouldServe(
    manager: Tx['manager'],
    personId: string | null,
    permission: Permission,
  ): Promise<boolean> {
    return isServed(personId === null ? null : await this.people.findById(manager, personId), permission);
  }

  /**
   * The same for an act that rests on it: an account that is being disabled is disabled before or afterwards, and not meanwhile. As long as the
   * initial password stands, who gave it out can read in the account's place, and nobody has read in it yet.
   */
  async whileActing(tx: Tx, personId: string | null, permission: Permission): Promise<boolean> {
    return isServed(personId === null ? null : await this.people.findForShare(tx, personId), permission);
  }
}

const isServed = (person: Person | null, permission: Permission): boolean =>
  mayRead(person, permission) && person?.mustChangePassword === false;

function mayRead(person: Person | null, permission: Permission): boolean {
  if (!person?.hasPassword || person.disabledAt !== null) return false;
  return permissionsOf(person.roles).has(permission);
}
