import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  permissionsOf,
  refuse,
  SYSTEM_ID,
  type AuditAction,
  type Caller,
  type JurisdictionRow,
} from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import type { Rng } from '@zhaoguan/kernel';
import { assertVersionIfGiven, ReferenceData, RNG, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { initialPassword } from '../domain/initial-password';
import { NO_FAILURES } from '../domain/lockout';
import { districtOf, type Person } from '../domain/person';
import { assertLooksAfter, assertSameSide, checkRights, type Places, type Rights } from '../domain/rights';
import { hashPassword } from '../store/password-hash';
import { PersonStore } from '../store/person.store';
import { SessionStore } from '../store/session.store';
import { CreatePerson } from './create-person';

export interface PersonToAdd extends Rights {
  readonly username: string;
  readonly name: string;
}

/** A person with the password that is shown once and stored nowhere. */
export interface WithInitialPassword {
  readonly person: Person;
  readonly initialPassword: string;
}

export type RightsChange = Partial<Rights> & { readonly name?: string };

/** What an administrator does with the accounts of the own districts (人员账号管理), never with the own one. */
@Injectable()
export class ManagePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly createPerson: CreatePerson,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
    @Inject(RNG) private readonly rng: Rng,
  ) {}

  /** @throws USERNAME_TAKEN and what {@link checkRights} throws */
  async add(caller: Caller, person: PersonToAdd): Promise<WithInitialPassword> {
    checkRights(caller.districts, person, await this.places());
    const password = initialPassword(this.rng);
    return this.work.run(caller, async (tx) => {
      const created = await this.createPerson.execute(tx, {
        ...person,
        password,
        mustChangePassword: true,
        // Of the first administrator, whom the command line makes, the password is shown to nobody with an account.
        passwordGivenBy: caller.id === SYSTEM_ID ? null : caller.id,
      });
      await tx.emit('person.rights-changed', { personId: created.id });
      return { person: created, initialPassword: password };
    });
  }

  /** What is already so stays as it is, and leaves no entry. @throws NOT_FOUND, OWN_ACCOUNT, STALE_VERSION, OPERATOR_APART and what {@link checkRights} throws */
  async changeRights(
    caller: Caller,
    id: string,
    change: RightsChange,
    version: number | undefined,
  ): Promise<Person> {
    const places = await this.places();
    // Whoever corrects a name has changed nothing that the account could do.
    const { name: _, ...rights } = given(change);
    const action = Object.keys(rights).length === 0 ? 'access.name-changed' : 'access.rights-changed';
    return this.onPerson(caller, id, action, async (tx, person) => {
      assertVersionIfGiven(version, person.version);
      if (changesNothing(person, change)) return person;
      const changed: Person = { ...person, ...given(change), version: person.version + 1 };
      checkRights(caller.districts, changed, places);
      assertSameSide(person, changed);
      await this.people.saveRights(tx, changed);
      await tx.emit('person.rights-changed', { personId: id, districts: person.districts });
      return changed;
    });
  }

  /** From the same moment every token of the person is refused. @throws NOT_FOUND, OWN_ACCOUNT */
  disable(caller: Caller, id: string): Promise<Person> {
    return this.onPerson(caller, id, 'access.person-disabled', async (tx, person) => {
      const disabled = { ...person, disabledAt: person.disabledAt ?? tx.at, version: person.version + 1 };
      await this.people.saveRights(tx, disabled);
      await tx.emit('person.rights-changed', { personId: id, districts: person.districts });
      await this.endSignIns(tx, id);
      return disabled;
    });
  }

  /** @throws NOT_FOUND, OWN_ACCOUNT */
  enable(caller: Caller, id: string): Promise<Person> {
    return this.onPerson(caller, id, 'access.person-enabled', async (tx, person) => {
      const enabled = { ...person, disabledAt: null, version: person.version + 1 };
      await this.people.saveRights(tx, enabled);
      await tx.emit('person.rights-changed', { personId: id });
      await this.people.saveAttempts(tx, id, NO_FAILURES);
      return enabled;
    });
  }

  /**
   * A new initial password; every sign-in of the person ends. Of two at once one is refused: nobody is shown a password that never opens the account.
   * @throws NOT_FOUND, OWN_ACCOUNT, ACCOUNT_WITHOUT_PASSWORD, STALE_VERSION, ACCOUNT_CHANGED_MEANWHILE
   */
  async resetPassword(caller: Caller, id: string, version: number | undefined): Promise<WithInitialPassword> {
    const seen = await this.people.findNow(id);
    const password = initialPassword(this.rng);
    const hash = await hashPassword(password);
    const person = await this.onPerson(caller, id, 'access.password-reset', async (tx, found) => {
      assertVersionIfGiven(version, found.version);
      if (seen?.version !== found.version) throw refuse('ACCOUNT_CHANGED_MEANWHILE');
      if (!found.hasPassword) throw refuse('ACCOUNT_WITHOUT_PASSWORD');
      await this.people.giveInitialPassword(tx, found, hash, caller.id);
      await this.people.saveAttempts(tx, id, NO_FAILURES);
      await this.endSignIns(tx, id);
      return { ...found, mustChangePassword: true, passwordGivenBy: caller.id, version: found.version + 1 };
    });
    return { person, initialPassword: password };
  }

  private onPerson(
    caller: Caller,
    id: string,
    action: AuditAction,
    act: (tx: Tx, person: Person) => Promise<Person>,
  ): Promise<Person> {
    return this.work.run(caller, async (tx) => {
      const { jurisdictions } = await this.places();
      const before = await this.lockedWith(tx, caller, id);
      assertLooksAfter(caller, jurisdictions, before);
      const after = await act(tx, before);
      if (after === before) return after;
      const { roles, districts, departments } = after;
      await this.audit.append(tx, {
        action,
        subjectType: 'person',
        subjectId: id,
        district: districtOf(after),
        detail: { roles, districts, departments, disabled: after.disabledAt !== null },
      });
      return after;
    });
  }

  /**
   * The account, with that of the administrator: of two who take the rights from each other at once the second has none any more.
   * @throws NOT_FOUND, NOT_SIGNED_IN
   */
  private async lockedWith(tx: Tx, caller: Caller, id: string): Promise<Person> {
    const locked = new Map<string, Person>();
    for (const each of [...new Set([caller.id, id])].filter((one) => one !== SYSTEM_ID).sort()) {
      locked.set(each, await this.people.getForUpdate(tx, each));
    }
    const own = locked.get(caller.id);
    if (own && (own.disabledAt !== null || !permissionsOf(own.roles).has('person.manage'))) {
      throw refuse('NOT_SIGNED_IN');
    }
    return locked.get(id) ?? this.people.getForUpdate(tx, id);
  }

  private async endSignIns(tx: Tx, id: string): Promise<void> {
    await this.sessions.revokeAllOf(tx, id);
    await this.people.endTokens(tx, id);
  }

  private async places(): Promise<Places> {
    const districts = await this.reference.districts();
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return { known: (code) => districts.has(code), jurisdictions };
  }
}

/** Members that were sent; one that was not sent must not erase what is there. */
function given(change: RightsChange): RightsChange {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function changesNothing(person: Person, change: RightsChange): boolean {
  return isDeepStrictEqual({ ...person, ...given(change) }, { ...person });
}
