import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { pagesOf, ReferenceData, type SpreadsheetFile } from '@zhaoguan/platform';
import { InstitutionListStore } from '../store/institution-list.store';
import { directoryColumns } from './directory-columns';
import { ListInstitutions, type InstitutionSelection } from './list-institutions.query';

/** The registry as a directory that can be imported again (机构名录): what the caller's list shows, all of it. */
@Injectable()
export class ExportInstitutions {
  constructor(
    private readonly exports: ExportList,
    private readonly institutions: ListInstitutions,
    private readonly list: InstitutionListStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_DISTRICT, EXPORT_UNDER_WAY */
  async execute(caller: Caller, selection: InstitutionSelection): Promise<SpreadsheetFile> {
    const { filter, reach } = await this.institutions.scopeOf(caller, selection);
    const [nameOf, districts] = [await this.reference.districtPaths(), await this.reference.districts()];
    const { q, kind, grade, district } = selection;
    return this.exports.execute(caller, {
      title: '机构名录',
      columns: directoryColumns(nameOf, (township) => districts.get(township)?.name ?? ''),
      // What was searched for is free text, in which a name may stand; that something was, is enough.
      filter: { kind, grade, district, ...(q === undefined ? {} : { q: '*' }) },
      pages: (manager) =>
        pagesOf(
          (page) => this.list.findForDirectory(manager, { ...filter, ...page }, reach),
          (row) => this.list.cursorOf(row),
        ),
    });
  }
}
