import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import { placeOfAuthority, type Caller } from '@zhaoguan/contracts';
import { ReferenceData, type PageRequest, type SpreadsheetFile } from '@zhaoguan/platform';
import { directoryColumns } from './directory-columns';
import { ListInstitutions, type InstitutionSelection } from './list-institutions.query';

/** The registry as a directory that can be imported again (机构名录): what the caller's list shows, all of it. */
@Injectable()
export class ExportInstitutions {
  constructor(
    private readonly exports: ExportList,
    private readonly institutions: ListInstitutions,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_DISTRICT, EXPORT_UNDER_WAY */
  async execute(
    caller: Caller,
    selection: InstitutionSelection,
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const nameOf = await this.reference.districtPaths();
    const districts = await this.reference.districts();
    const authorityOf = await this.reference.authorityNames();
    const { q, ...filter } = selection;
    const list = {
      title: '机构名录',
      columns: directoryColumns(
        nameOf,
        (township) => districts.get(township)?.name ?? '',
        (row) => authorityOf(row.kind, placeOfAuthority(row)),
      ),
      // What was searched for is free text, in which a name may stand; that something was, is enough.
      filter: { ...filter, ...(q === undefined ? {} : { q: '*' }) },
      page: (page: PageRequest) => this.institutions.directory(caller, { ...selection, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
