import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type Role } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor, jurisdictionPrefixes } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import { EVERYWHERE, looksAfter, type Person } from '../domain/person';
import { PersonStore } from '../store/person.store';

export interface PeopleQueryInput {
  readonly limit: number;
  readonly cursor?: string;
  readonly role?: Role;
  readonly q?: string;
}

/** The accounts that an administrator looks after. */
@Injectable()
export class PeopleQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
  ) {}

  /** Newest first. @throws INVALID_CURSOR */
  list(caller: Caller, { limit, cursor, role, q }: PeopleQueryInput): Promise<Page<Person>> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const within = caller.districts.includes(EVERYWHERE) ? undefined : jurisdictionPrefixes(caller.districts);
    return this.work.read(caller, async (manager) => {
      const rows = await this.people.list(manager, { role, q, before, within, limit: limit + 1 });
      return pageOf(
        rows,
        limit,
        (person) => person,
        ({ id }) => encodeCursor([id]),
      );
    });
  }

  /** @throws NOT_FOUND also for an account that another administrator looks after */
  get(caller: Caller, id: string): Promise<Person> {
    return this.work.read(caller, async (manager) => {
      const person = await this.people.findById(manager, id);
      if (!person || !looksAfter(caller.districts, person)) throw refuse('NOT_FOUND');
      return person;
    });
  }
}
