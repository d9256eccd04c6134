import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { districtPrefix, normalizeText, type PlainDate } from '@zhaoguan/kernel';
import { pageOf, ReferenceData, UnitOfWork, type Page } from '@zhaoguan/platform';
import {
  InstitutionListStore,
  type DirectoryLine,
  type InstitutionFilter,
  type InstitutionLine,
  type Positioned,
  type Reach,
} from '../store/institution-list.store';
import { LicenceExpiry } from './licence-expiry';

/** A city has fewer counties; of a province or the country every page is filled by the newest rows anyway. */
const MOST_COUNTIES = 50;

/** Which institutions, as whoever reads the list says it. */
export interface InstitutionSelection extends Omit<InstitutionFilter, 'districtPrefix' | 'limit' | 'cursor'> {
  readonly district?: string;
}
export type InstitutionListQuery = InstitutionSelection & Pick<InstitutionFilter, 'limit' | 'cursor'>;

/** A line of the list, and the last day of a licence that has expired; null where it holds. */
export type ListedInstitution = Omit<InstitutionLine, 'validUntil'> & {
  readonly licenceExpiredOn: PlainDate | null;
};

/** The registry as the signed-in see it (机构名录): officials their jurisdiction, operators their own institutions. */
@Injectable()
export class ListInstitutions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly list: InstitutionListStore,
    private readonly expiry: LicenceExpiry,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_CURSOR, INVALID_DISTRICT */
  async execute(caller: Caller, query: InstitutionListQuery): Promise<Page<ListedInstitution>> {
    const [filter, reach] = [filterOf(query), await this.reachOf(caller)];
    const { rows, expired } = await this.work.read(caller, async (manager) => {
      const found = await this.list.find(manager, filter, reach);
      return { rows: found, expired: await this.expiry.of(manager, found) };
    });
    const told = rows.map(({ validUntil: _until, ...row }) => ({
      ...row,
      licenceExpiredOn: expired.get(row.id) ?? null,
    }));
    return this.pageOf(told, query);
  }

  /** The same rows, with what a directory says of them. @throws INVALID_CURSOR, INVALID_DISTRICT */
  async directory(caller: Caller, query: InstitutionListQuery): Promise<Page<DirectoryLine>> {
    const [filter, reach] = [filterOf(query), await this.reachOf(caller)];
    const rows = await this.work.read(caller, (manager) =>
      this.list.findForDirectory(manager, filter, reach),
    );
    return this.pageOf(rows, query);
  }

  private pageOf<Line extends Positioned<{ readonly id: string }>>(
    rows: readonly Line[],
    { limit }: InstitutionListQuery,
  ): Page<Omit<Line, 'position'>> {
    return pageOf(
      rows,
      limit,
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

/** The selection as the store asks for it. @throws INVALID_DISTRICT */
function filterOf({ district, q, ...selection }: InstitutionListQuery): InstitutionFilter {
  const words = q === undefined ? '' : normalizeText(q);
  return {
    ...selection,
    ...(words === '' ? {} : { q: words }),
    ...(district === undefined ? {} : { districtPrefix: districtPrefix(district) }),
  };
}
