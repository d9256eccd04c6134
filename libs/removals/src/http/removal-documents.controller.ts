import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, downloadPrinted, GivesFile } from '@zhaoguan/platform';
import { RemovalDocuments } from '../use-cases/removal-documents.query';

@ApiController('removals', '注销、撤销备案')
export class RemovalDocumentsController {
  constructor(private readonly documents: RemovalDocuments) {}

  @Get(':id/notice.pdf')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '下载注销、撤销备案事先告知书' })
  @GivesFile('application/pdf')
  async notice(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return downloadPrinted(await this.documents.notice(caller, id));
  }

  @Get(':id/decision.pdf')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '下载注销、撤销备案决定书' })
  @GivesFile('application/pdf')
  async decision(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return downloadPrinted(await this.documents.decision(caller, id));
  }
}
