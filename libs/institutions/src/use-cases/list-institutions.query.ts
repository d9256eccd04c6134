import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { districtPrefix, normalizeText } from '@zhaoguan/kernel';
import { pageOf, ReferenceData, UnitOfWork, type Page } from '@zhaoguan/platform';
import {
  InstitutionListStore,
  type InstitutionFilter,
  type InstitutionLine,
  type Reach,
} from '../store/institution-list.store';

/** A city has fewer counties; of a province or the country every page is filled by the newest rows anyway. */
const MOST_COUNTIES = 50;

export interface InstitutionListQuery extends Omit<InstitutionFilter, 'districtPrefix'> {
  readonly district?: string;
}

/** The registry as the signed-in see it (机构名录): officials their jurisdiction, operators their own institutions. */
@Injectable()
export class ListInstitutions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly list: InstitutionListStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_CURSOR, INVALID_DISTRICT */
  async execute(
    caller: Caller,
    { district, q, ...query }: InstitutionListQuery,
  ): Promise<Page<InstitutionLine>> {
    const words = q === undefined ? '' : normalizeText(q);
    const filter = {
      ...query,
      ...(words === '' ? {} : { q: words }),
      ...(district === undefined ? {} : { districtPrefix: districtPrefix(district) }),
    };
    const reach = await this.reachOf(caller);
    const rows = await this.work.read(caller, (manager) => this.list.find(manager, filter, reach));
    return pageOf(
      rows,
      query.limit,
      ({ position: _position, ...line }) => line,
      (row) => this.list.cursorOf(row),
    );
  }

  private async reachOf({ id, districts }: Caller): Promise<Reach> {
    if (districts.length === 0) return { allCounties: null, counties: null, operatorId: id };
    const counties = await this.reference.countiesOf(districts);
    const few = counties && counties.length <= MOST_COUNTIES ? counties : null;
    return { allCounties: counties, counties: few, operatorId: null };
  }
}
