import { Readable } from 'node:stream';
import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, download } from '@zhaoguan/platform';
import { CaseDocuments, type PrintedDocument } from '../use-cases/case-documents.query';

const PDF = { schema: { type: 'string', format: 'binary' } } as const;

@ApiController('penalty-cases', '行政处罚')
export class CaseDocumentsController {
  constructor(private readonly documents: CaseDocuments) {}

  @Get(':id/notice.pdf')
  @Allow('case.read', 'case.state')
  @ApiOperation({ summary: '下载行政处罚事先告知书' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF)
  async notice(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sent(await this.documents.notice(caller, id));
  }

  @Get(':id/decision.pdf')
  @Allow('case.read', 'case.state')
  @ApiOperation({ summary: '下载行政处罚决定书或者不予行政处罚决定书' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(PDF)
  async decision(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return sent(await this.documents.decision(caller, id));
  }
}

function sent({ content, fileName }: PrintedDocument): StreamableFile {
  return download(Readable.from([content]), {
    fileName,
    size: content.length,
    mediaType: 'application/pdf',
  });
}
