import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, downloadPrinted, GivesFile } from '@zhaoguan/platform';
import { CaseDocuments } from '../use-cases/case-documents.query';

@ApiController('penalty-cases', '行政处罚')
export class CaseDocumentsController {
  constructor(private readonly documents: CaseDocuments) {}

  @Get(':id/notice.pdf')
  @Allow('case.read', 'case.state')
  @ApiOperation({ summary: '下载行政处罚事先告知书' })
  @GivesFile('application/pdf')
  async notice(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return downloadPrinted(await this.documents.notice(caller, id));
  }

  @Get(':id/decision.pdf')
  @Allow('case.read', 'case.state')
  @ApiOperation({ summary: '下载行政处罚决定书或者不予行政处罚决定书' })
  @GivesFile('application/pdf')
  async decision(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return downloadPrinted(await this.documents.decision(caller, id));
  }
}
