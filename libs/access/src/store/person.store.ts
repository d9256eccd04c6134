import { Inject, Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { APP_DATABASE, isDuplicateKey, type Tx } from '@zhaoguan/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { Attempts } from '../domain/lockout';
import type { Person } from '../domain/person';
import { PersonEntity } from './person.entity';

export interface NewPerson {
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: Person['roles'];
  readonly districts: readonly string[];
  readonly departments: readonly string[];
  readonly mustChangePassword: boolean;
}

@Injectable()
export class PersonStore {
  constructor(@Inject(APP_DATABASE) private readonly database: DataSource) {}

  /** The person of an access token; outside any transaction, once a request. */
  findSignedIn(id: string): Promise<Person | null> {
    return this.database.manager.findOneBy(PersonEntity, { id });
  }

  /** @throws USERNAME_TAKEN */
  async insert(tx: Tx, person: NewPerson): Promise<Person> {
    const row = tx.manager.create(PersonEntity, {
      ...person,
      roles: [...person.roles],
      districts: [...person.districts],
      departments: [...person.departments],
      id: tx.newId(),
      failedCount: 0,
      lockedUntil: null,
      disabledAt: null,
      createdAt: tx.at,
    });
    try {
      await tx.manager.insert(PersonEntity, row);
    } catch (error) {
      if (isDuplicateKey(error)) {
        throw refuse('USERNAME_TAKEN', {}, [{ pointer: '/username', code: 'USERNAME_TAKEN' }]);
      }
      throw error;
    }
    return row;
  }

  findById(manager: EntityManager, id: string): Promise<Person | null> {
    return manager.findOneBy(PersonEntity, { id });
  }

  /** With the password hash, and locked until the end of the transaction: two wrong guesses are counted as two. */
  findForSignIn(tx: Tx, username: string): Promise<PersonEntity | null> {
    return tx.manager.findOne(PersonEntity, {
      where: { username: username.toLowerCase() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async saveAttempts(tx: Tx, id: string, attempts: Attempts): Promise<void> {
    await tx.manager.update(PersonEntity, { id }, attempts);
  }

  async savePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.manager.update(PersonEntity, { id }, { passwordHash, mustChangePassword: false });
  }
}
