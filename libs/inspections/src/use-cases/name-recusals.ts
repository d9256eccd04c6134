import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { UnitOfWork } from '@zhaoguan/platform';
import type { ToldRecusal } from '../domain/inspector';
import { NameOfficials } from './name-officials';

/** A recusal as people read it. */
export type NamedRecusal = ToldRecusal & {
  /** Null when the institution lies outside the reader's districts. */
  readonly institutionName: string | null;
  readonly declaredByName: string | null;
};

/** Puts names beside the ids of recusals. */
@Injectable()
export class NameRecusals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly officials: NameOfficials,
  ) {}

  execute(caller: Caller, recusals: readonly ToldRecusal[]): Promise<NamedRecusal[]> {
    return this.work.read(caller, async (manager) => {
      const named: NamedRecusal[] = [];
      for (const recusal of recusals) {
        const institution = await this.institutions.findById(manager, recusal.institutionId);
        const [by] = await this.officials.of(manager, [{ actorId: recusal.declaredBy }]);
        named.push({
          ...recusal,
          institutionName: institution?.name ?? null,
          declaredByName: by?.actorName ?? null,
        });
      }
      return named;
    });
  }
}
