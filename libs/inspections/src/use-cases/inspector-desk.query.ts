import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { jurisdictionPrefixes } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import type { Inspector } from '../domain/inspector';
import { InspectorStore } from '../store/inspector.store';

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

/** What is looked up before an entry of the directory is made or a recusal declared. */
@Injectable()
export class InspectorDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly inspectors: InspectorStore,
  ) {}

  /** Accounts of inspectors within the caller's districts, by part of the name or username. */
  candidates(caller: Caller, q: string | undefined): Promise<Candidate[]> {
    const nationwide = caller.districts.includes('*');
    const within = nationwide ? undefined : jurisdictionPrefixes(caller.districts);
    return this.work.read(caller, async (manager) => {
      const people = await this.people.list(manager, {
        role: 'INSPECTOR',
        q,
        within,
        limit: MOST_CANDIDATES,
      });
      const inUse = people.filter(({ disabledAt }) => disabledAt === null);
      const listed = await this.inspectors.listed(
        manager,
        inUse.map(({ id }) => id),
      );
      return inUse.map(({ id, name, username, departments }) => ({
        personId: id,
        name,
        username,
        departments,
        listed: listed.has(id),
      }));
    });
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
