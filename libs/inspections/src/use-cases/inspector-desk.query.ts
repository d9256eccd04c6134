import { Injectable } from '@nestjs/common';
import { PersonStore, type Person } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { jurisdictionPrefixes } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Inspector } from '../domain/inspector';
import { InspectorStore } from '../store/inspector.store';
import { Authority } from './authority';

/** An account that could be listed as an inspector. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly username: string;
  readonly departments: readonly string[];
  /** Whether an entry in use stands for it already. */
  readonly listed: boolean;
}

const MOST_CANDIDATES = 20;
const ACCOUNTS_AT_ONCE = 100;

/** What is looked up before an entry of the directory is made or a recusal declared. */
@Injectable()
export class InspectorDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly inspectors: InspectorStore,
    private readonly authority: Authority,
  ) {}

  /** Accounts of inspectors whom the caller may list, by part of the name or username; nobody else is named. */
  candidates(caller: Caller, q: string | undefined): Promise<Candidate[]> {
    return this.work.read(caller, async (manager) => {
      const people = await this.ours(manager, caller, q);
      const listed = await this.inspectors.listed(
        manager,
        people.map(({ id }) => id),
      );
      return people.map(({ id, name, username, departments }) => ({
        personId: id,
        name,
        username,
        departments,
        listed: listed.has(id),
      }));
    });
  }

  /** What belongs to a functional area only the reference data know: the database finds them roughly, newest first. */
  private async ours(manager: Tx['manager'], caller: Caller, q: string | undefined): Promise<Person[]> {
    const nationwide = caller.districts.includes('*');
    const within = nationwide ? undefined : jurisdictionPrefixes(caller.districts);
    const { departments } = caller;
    const found: Person[] = [];
    for (let before: string | undefined; ;) {
      const some = await this.people.list(manager, {
        role: 'INSPECTOR',
        q,
        departments,
        enabled: true,
        within,
        before,
        limit: ACCOUNTS_AT_ONCE,
      });
      for (const person of some) {
        if (await this.authority.isOurs(caller, person)) found.push(person);
        if (found.length === MOST_CANDIDATES) return found;
      }
      if (some.length < ACCOUNTS_AT_ONCE) return found;
      before = some.at(-1)?.id;
    }
  }

  /** The entry that stands for the caller. @throws NOT_FOUND */
  own(caller: Caller): Promise<Inspector> {
    return this.work.read(caller, async (manager) => {
      const inspector = await this.inspectors.findActiveOf(manager, caller.id);
      if (!inspector) throw refuse('NOT_FOUND');
      return inspector;
    });
  }
}
