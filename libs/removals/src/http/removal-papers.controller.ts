import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  FileStore,
  GivesPaper,
  PageOf,
  PaperLineDto,
} from '@zhaoguan/platform';
import { RemovalPapersQuery } from '../use-cases/removal-papers.query';

@ApiController('removals', '注销、撤销')
export class RemovalPapersController {
  constructor(
    private readonly papers: RemovalPapersQuery,
    private readonly files: FileStore,
  ) {}

  @Get(':id/papers')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '本件的文书：事先告知书、决定书、恢复告知书，新的在前' })
  @ApiOkResponse({ type: PageOf(PaperLineDto) })
  list(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.papers.list(caller, id);
  }

  @Get(':id/papers/:paperId/file')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '下载注销、撤销的文书' })
  @GivesPaper()
  async file(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('paperId', ParseUUIDPipe) paperId: string,
  ): Promise<StreamableFile> {
    const file = await this.papers.file(caller, id, paperId);
    return download(await this.files.read(file.sm3), { ...file, mediaType: 'application/pdf' });
  }
}
