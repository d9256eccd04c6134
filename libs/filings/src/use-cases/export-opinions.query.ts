import { Injectable } from '@nestjs/common';
import { ExportList } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { ReferenceData, type PageRequest, type SpreadsheetFile } from '@zhaoguan/platform';
import type { OpinionStatus } from '../domain/opinion.process';
import { AnswerOpinion } from './answer-opinion';
import { opinionColumns } from './opinion-columns';

/** What the own departments are asked as a spreadsheet (协同意见): what the caller’s list shows, all of it. */
@Injectable()
export class ExportOpinions {
  constructor(
    private readonly exports: ExportList,
    private readonly opinions: AnswerOpinion,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws EXPORT_UNDER_WAY */
  async execute(
    caller: Caller,
    filter: { readonly status?: OpinionStatus },
    gone: AbortSignal,
  ): Promise<SpreadsheetFile> {
    const list = {
      title: '协同意见',
      columns: opinionColumns(await this.reference.districtPaths()),
      filter,
      page: (page: PageRequest) => this.opinions.list(caller, { ...filter, ...page }),
    };
    return this.exports.execute(caller, list, gone);
  }
}
