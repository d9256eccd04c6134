import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { SYSTEM_ID } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';

/** Puts names in the place of ids, for people who read. */
@Injectable()
export class NameOfficials {
  constructor(private readonly people: PersonStore) {}

  /** The same, with `actorName` instead of `actorId`; null for somebody who is not known any more. */
  async of<T extends { readonly actorId: string }>(
    manager: Tx['manager'],
    acts: readonly T[],
  ): Promise<(Omit<T, 'actorId'> & { readonly actorName: string | null })[]> {
    const ids = new Set(acts.map(({ actorId }) => actorId));
    const names = new Map([[SYSTEM_ID, '系统'], ...(await this.people.listNames(manager, [...ids]))]);
    return acts.map(({ actorId, ...act }) => ({ ...act, actorName: names.get(actorId) ?? null }));
  }
}
