import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type Permission } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { FigureCache, type Dated } from './figure-cache';
import { TimedReader } from './timed-reader';

/**
 * Figures of an office are counted in the name of nobody (the largest UUID, RFC 9562): they hold what the jurisdiction
 * shows, so that everybody of it may be given the same answer, and nothing that only one person sees.
 */
const NOBODY = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Counts figures under the rights of whoever asks, within a time, and once a minute for all who see the same. */
@Injectable()
export class FigureReader {
  constructor(
    private readonly timed: TimedReader,
    private readonly cache: FigureCache,
  ) {}

  /**
   * @param permission without which there is nothing to count
   * @throws FORBIDDEN, SERVICE_BUSY when counting takes too long
   */
  async read<T>(
    name: string,
    caller: Caller,
    permission: Permission,
    count: (manager: Tx['manager']) => Promise<T>,
  ): Promise<Dated<T>> {
    if (!caller.permissions.has(permission)) throw refuse('FORBIDDEN');
    const isOffice = caller.districts.length > 0;
    const reader = isOffice ? { ...caller, id: NOBODY } : caller;
    return this.cache.get(`${name} ${isOffice ? officeOf(caller) : caller.id}`, () =>
      this.timed.read(reader, count),
    );
  }
}

function officeOf({ districts, departments, permissions }: Caller): string {
  return [districts, departments, [...permissions]].map((codes) => [...codes].sort().join(',')).join(' ');
}
