import { Readable } from 'node:stream';
import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, download } from '@zhaoguan/platform';
import { RemovalDocuments, type PrintedRemoval } from '../use-cases/removal-documents.query';

const PDF = { schema: { type: 'string', format: 'binary' } } as const;

@ApiController('removals', '注销、撤销备案')
export class RemovalDocumentsController {
  constructor(private readonly documents: RemovalDocuments) {}

  @Get(':id/notice.pdf')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '下载注销、撤销备案事先告知书' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF)
  async notice(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sent(await this.documents.notice(caller, id));
  }

  @Get(':id/decision.pdf')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '下载注销、撤销备案决定书' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF)
  async decision(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sent(await this.documents.decision(caller, id));
  }
}

function sent({ content, fileName }: PrintedRemoval): StreamableFile {
  return download(Readable.from([content]), {
    fileName,
    size: content.length,
    mediaType: 'application/pdf',
  });
}
