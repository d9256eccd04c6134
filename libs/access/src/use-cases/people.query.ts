import { Inject, Injectable } from '@nestjs/common';
import {
  heldByOthers,
  refuse,
  type AccountState,
  type Caller,
  type JurisdictionRow,
  type Role,
} from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor, jurisdictionPrefixes, type Clock } from '@zhaoguan/kernel';
import { CLOCK, pageOf, ReferenceData, UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { EVERYWHERE, looksAfter, type Person } from '../domain/person';
import { KnownDeviceStore } from '../store/known-device.store';
import { PersonStore } from '../store/person.store';

export interface PeopleQueryInput {
  readonly limit: number;
  readonly cursor?: string;
  readonly role?: Role;
  readonly q?: string;
  readonly state?: AccountState;
}

/** A person with when they last signed in; null: never. */
export interface Account {
  readonly person: Person;
  readonly lastSignInAt: Date | null;
}

/** The accounts that an administrator looks after. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly devices: KnownDeviceStore,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. @throws INVALID_CURSOR */
  list(caller: Caller, { limit, cursor, role, q, state: is }: PeopleQueryInput): Promise<Page<Account>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const within = caller.districts.includes(EVERYWHERE) ? undefined : jurisdictionPrefixes(caller.districts);
    const state = is === undefined ? undefined : { is, at: this.clock.now() };
    return this.work.read(caller, async (manager) => {
      const notIn = heldByOthers(caller.districts, await this.jurisdictions());
      const criteria = { role, q, state, before, within, notIn, limit: limit + 1 };
      const rows = await this.people.list(manager, criteria);
      return pageOf(
        await this.withSignIns(manager, rows),
        limit,
        (account) => account,
        ({ person }) => encodeCursor([person.id]),
      );
    });
  }

  /** @throws NOT_FOUND also for an account that another administrator looks after */
  get(caller: Caller, id: string): Promise<Account> {
    return this.work.read(caller, async (manager) => {
      const person = await this.people.findById(manager, id);
      if (!person || !looksAfter(caller.districts, person, await this.jurisdictions()))
        throw refuse('NOT_FOUND');
      return this.withSignIn(manager, person);
    });
  }

  /** The account of a person who was just changed. */
  account(caller: Caller, person: Person): Promise<Account> {
    return this.work.read(caller, (manager) => this.withSignIn(manager, person));
  }

  private jurisdictions(): Promise<readonly JurisdictionRow[]> {
    return this.reference.list<JurisdictionRow>('jurisdictions');
  }

  private async withSignIn(manager: Tx['manager'], person: Person): Promise<Account> {
    const [account] = await this.withSignIns(manager, [person]);
    return account ?? { person, lastSignInAt: null };
  }

  private async withSignIns(manager: Tx['manager'], people: readonly Person[]): Promise<Account[]> {
    const last = await this.devices.lastSignIns(
      manager,
      people.map(({ id }) => id),
    );
    return people.map((person) => ({ person, lastSignInAt: last.get(person.id) ?? null }));
  }
}
