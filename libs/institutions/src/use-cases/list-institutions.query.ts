import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { districtPrefix, normalizeText } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import {
  InstitutionListStore,
  type InstitutionFilter,
  type InstitutionLine,
} from '../store/institution-list.store';

export interface InstitutionListQuery extends Omit<InstitutionFilter, 'districtPrefix'> {
  readonly district?: string;
}

/** The registry as the signed-in see it (机构名录): officials their jurisdiction, operators their own institutions. */
@Injectable()
export class ListInstitutions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly list: InstitutionListStore,
  ) {}

  /** @throws INVALID_CURSOR, INVALID_DISTRICT */
  async execute(
    caller: Caller,
    { district, q, ...query }: InstitutionListQuery,
  ): Promise<Page<InstitutionLine>> {
    const words = q === undefined ? '' : normalizeText(q);
    const rows = await this.work.read(caller, (manager) =>
      this.list.find(manager, {
        ...query,
        ...(words === '' ? {} : { q: words }),
        ...(district === undefined ? {} : { districtPrefix: districtPrefix(district) }),
      }),
    );
    return pageOf(
      rows,
      query.limit,
      ({ position: _position, ...line }) => line,
      (row) => this.list.cursorOf(row),
    );
  }
}
