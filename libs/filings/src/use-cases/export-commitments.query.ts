import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { SpreadsheetFile } from '@zhaoguan/platform';
import { COMMITMENT_COLUMNS } from './commitment-columns';
import { ListCommitments } from './list-commitments.query';

/** The commitments that have bound an institution, as a spreadsheet (告知承诺). */
@Injectable()
export class ExportCommitments {
  constructor(
    private readonly exports: ExportList,
    private readonly commitments: ListCommitments,
  ) {}

  /** @throws EXPORT_UNDER_WAY */
  execute(
    caller: Caller,
    filter: { readonly institutionId: string },
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '告知承诺',
      columns: COMMITMENT_COLUMNS,
      filter,
      page: () => this.commitments.execute(caller, filter.institutionId),
    };
    return this.exports.execute(caller, list, gone);
  }
}
