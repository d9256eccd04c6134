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

/** Which institutions, as whoever reads the list says it. */
export interface InstitutionSelection extends Omit<InstitutionFilter, 'districtPrefix' | 'limit' | 'cursor'> {
  readonly district?: string;
}
export type InstitutionListQuery = InstitutionSelection & Pick<InstitutionFilter, 'limit' | 'cursor'>;

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
    { limit, cursor, ...selection }: InstitutionListQuery,
  ): Promise<Page<InstitutionLine>> {
    const { filter, reach } = await this.scopeOf(caller, selection);
    const page = { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) };
    const rows = await this.work.read(caller, (manager) => this.list.find(manager, page, reach));
    return pageOf(
      rows,
      limit,
      ({ position: _position, ...line }) => line,
      (row) => this.list.cursorOf(row),
    );
  }

  /** The selection as the store asks for it, and where the caller's rows lie. @throws INVALID_DISTRICT */
  async scopeOf(
    caller: Caller,
    { district, q, ...selection }: InstitutionSelection,
  ): Promise<{
    readonly filter: Omit<InstitutionFilter, 'limit' | 'cursor'>;
    readonly reach: Reach;
  }> {
    const words = q === undefined ? '' : normalizeText(q);
    const filter = {
      ...selection,
      ...(words === '' ? {} : { q: words }),
      ...(district === undefined ? {} : { districtPrefix: districtPrefix(district) }),
    };
    return { filter, reach: await this.reachOf(caller) };
  }

  private async reachOf({ id, districts }: Caller): Promise<Reach> {
    if (districts.length === 0) return { allCounties: null, counties: null, operatorId: id };
    const counties = await this.reference.countiesOf(districts);
    const few = counties && counties.length <= MOST_COUNTIES ? counties : null;
    return { allCounties: counties, counties: few, operatorId: null };
  }
}
