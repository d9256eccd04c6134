import { Get, Param, ParseUUIDPipe, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller, RemovalGroundRow } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  GivesUpload,
  TakesFile,
  uploadedFile,
} from '@zhaoguan/platform';
import type { FastifyRequest } from 'fastify';
import { RemovalFiles } from '../use-cases/removal-files';
import { RemovalsQuery } from '../use-cases/removals.query';
import { RemovalGroundQueryDto } from './removal-input.dto';
import { RemovalFileDto, RemovalGroundDto } from './removal.dto';

@ApiController('removals', '注销、撤销')
export class RemovalFilesController {
  constructor(private readonly files: RemovalFiles) {}

  @Post(':id/files')
  @Allow('removal.manage', 'removal.state')
  @ApiOperation({ summary: '上传证据（备案机关）或者陈述申辩的材料（机构）' })
  @TakesFile()
  @ApiCreatedResponse({ type: RemovalFileDto })
  async upload(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<RemovalFileDto> {
    const { file, filename } = await uploadedFile(request);
    const { uploadedBy: _, ...added } = await this.files.add(caller, id, file, filename);
    return added;
  }

  @Get(':id/files/:fileId')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '下载证据或者陈述申辩的材料' })
  @GivesUpload()
  async download(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.read(caller, id, fileId);
    return download(content, { ...file, fileName: file.name });
  }
}

@ApiController('removal-grounds', '注销、撤销')
export class RemovalGroundsController {
  constructor(private readonly query: RemovalsQuery) {}

  @Get()
  @Allow('removal.manage')
  @ApiOperation({ summary: '现行的注销、撤销的情形' })
  @ApiOkResponse({ type: [RemovalGroundDto] })
  async list(@Query() held: RemovalGroundQueryDto): Promise<RemovalGroundDto[]> {
    const rows = await this.query.grounds(held);
    return rows.map(({ code, type, label, proof, basis, consequence }: RemovalGroundRow) => ({
      code,
      type,
      label,
      proof,
      basis,
      ...(consequence === undefined ? {} : { consequence }),
    }));
  }
}
