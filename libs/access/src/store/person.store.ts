import { Inject, Injectable } from '@nestjs/common';
import { refuse, type AccountState, type Role } from '@zhaoguan/contracts';
import { APP_DATABASE, isDuplicateKey, type Tx } from '@zhaoguan/platform';
import { DataSource, In, type EntityManager } from 'typeorm';
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
  readonly homeDistrict?: string | null;
  readonly mustChangePassword: boolean;
  readonly passwordGivenBy?: string | null;
  readonly hasPassword?: boolean;
}

export interface PeopleCriteria {
  readonly role?: Role;
  /** Part of the name or of the username. */
  readonly q?: string;
  /** Accounts in this state at this instant. */
  readonly state?: { readonly is: AccountState; readonly at: Date };
  readonly before?: string;
  /** Accounts of these departments and of no other. */
  readonly departments?: readonly string[];
  /** Leaves out accounts that were disabled. */
  readonly enabled?: true;
  /** District prefixes within which every district of the account lies; undefined: all accounts. */
  readonly within?: readonly string[];
  /** Townships within them that others hold: an account that names one is left out. */
  readonly beyond?: readonly string[];
  readonly limit: number;
}

/** The same as `accountState`, in the words of the database. */
const IN_STATE: Readonly<Record<AccountState, string>> = {
  DISABLED: 'p.disabled_at is not null',
  LOCKED: 'p.disabled_at is null and p.locked_until > :at',
  INITIAL_PASSWORD: 'p.disabled_at is null and (p.locked_until > :at) is not true and p.must_change_password',
  ACTIVE: 'p.disabled_at is null and (p.locked_until > :at) is not true and not p.must_change_password',
};

@Injectable()
export class PersonStore {
  constructor(@Inject(APP_DATABASE) private readonly database: DataSource) {}

  /** Outside any transaction: the person of an access token, once a request; an account before a password for it is hashed. */
  findNow(id: string): Promise<Person | null> {
    return this.database.manager.findOneBy(PersonEntity, { id });
  }

  /** @throws USERNAME_TAKEN */
  async insert(tx: Tx, person: NewPerson): Promise<Person> {
    const row = tx.manager.create(PersonEntity, {
      ...person,
      roles: [...person.roles],
      districts: [...person.districts],
      departments: [...person.departments],
      homeDistrict: person.homeDistrict ?? null,
      passwordGivenBy: person.passwordGivenBy ?? null,
      id: tx.newId(),
      hasPassword: person.hasPassword ?? true,
      tokenGeneration: 0,
      keptToken: null,
      version: 1,
      failedCount: 0,
      lockedUntil: null,
      disabledAt: null,
      passwordSetAt: tx.at,
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

  /**
   * Stands still until the end of the transaction: an account that is being taken out of use, or whose rights change, is read
   * after that, or it waits, and what follows from it then sees what this transaction has done.
   */
  findForShare(tx: Tx, id: string): Promise<Person | null> {
    return tx.manager.findOne(PersonEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  /** Names of many, by id; ids of nobody are left out. */
  async listNames(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await manager.find(PersonEntity, {
      where: { id: In([...ids]) },
      select: { id: true, name: true },
    });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Those of these ids that there are. */
  listByIds(manager: EntityManager, ids: readonly string[]): Promise<Person[]> {
    return manager.find(PersonEntity, { where: { id: In([...ids]) } });
  }

  list(manager: EntityManager, criteria: PeopleCriteria): Promise<Person[]> {
    const { role, q, state, before, departments, enabled, within, beyond = [], limit } = criteria;
    const query = manager.createQueryBuilder(PersonEntity, 'p').orderBy('p.id', 'DESC').limit(limit);
    if (role !== undefined) query.andWhere(':role = any(p.roles)', { role });
    if (state !== undefined) query.andWhere(`(${IN_STATE[state.is]})`, { at: state.at });
    if (before !== undefined) query.andWhere('p.id < :before', { before });
    if (q !== undefined) {
      // strpos, not LIKE: what people type must not be a pattern.
      query.andWhere('(strpos(p.name, :q) > 0 or strpos(p.username, lower(:q)) > 0)', { q });
    }
    if (departments !== undefined) query.andWhere('p.departments <@ :departments', { departments });
    if (enabled) query.andWhere('p.disabled_at is null');
    if (within !== undefined) {
      query.andWhere(
        `exists (select from unnest(p.districts || p.home_district) d where d is not null)
         and not exists (select from unnest(p.districts || p.home_district) d
                          where d is not null and not d ^@ any (:within))`,
        { within },
      );
    }
    if (beyond.length > 0) query.andWhere('not (p.districts && :beyond)', { beyond });
    return query.getMany();
  }

  /** With the password hash, and locked until the end of the transaction: two wrong guesses are counted as two. */
  findForSignIn(tx: Tx, username: string): Promise<PersonEntity | null> {
    return tx.manager.findOne(PersonEntity, {
      where: { username: username.toLowerCase() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The password hash of a name, outside any transaction: checking a password takes too long to hold one open. */
  findByUsername(username: string): Promise<PersonEntity | null> {
    return this.database.manager.findOneBy(PersonEntity, { username: username.toLowerCase() });
  }

  /** @throws NOT_FOUND */
  async getForUpdate(tx: Tx, id: string): Promise<Person> {
    const row = await tx.manager.findOne(PersonEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  async saveRights(tx: Tx, person: Person): Promise<void> {
    const { id, name, homeDistrict, disabledAt, version } = person;
    await tx.manager.update(
      PersonEntity,
      { id },
      {
        name,
        roles: [...person.roles],
        districts: [...person.districts],
        departments: [...person.departments],
        homeDistrict,
        disabledAt,
        version,
      },
    );
  }

  /** From now on every access token that was issued is refused, but for the one that is kept. */
  async endTokens(tx: Tx, id: string, keptToken: string | null = null): Promise<void> {
    await tx.manager.update(
      PersonEntity,
      { id },
      { tokenGeneration: () => 'token_generation + 1', keptToken },
    );
    await tx.notify('zhaoguan_tokens_ended', id);
  }

  async saveAttempts(tx: Tx, id: string, attempts: Attempts): Promise<void> {
    await tx.manager.update(PersonEntity, { id }, attempts);
  }

  async savePassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
    await tx.manager.update(
      PersonEntity,
      { id },
      { passwordHash, mustChangePassword: false, passwordSetAt: tx.at },
    );
  }

  /** Whether this official was ever shown a password of the account, and could have acted in its name. */
  async hasGivenPassword(manager: EntityManager, personId: string, giverId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select from access.password_giver where person_id = $1 and giver_id = $2',
      [personId, giverId],
    );
    return rows.length > 0;
  }

  /** A password that somebody else was shown, and that is to be changed at the next sign-in. */
  async giveInitialPassword(
    tx: Tx,
    { id, version }: Person,
    passwordHash: string,
    giverId: string,
  ): Promise<void> {
    const given = { passwordHash, mustChangePassword: true, passwordSetAt: tx.at, passwordGivenBy: giverId };
    await tx.manager.update(PersonEntity, { id }, { ...given, version: version + 1 });
  }
}
