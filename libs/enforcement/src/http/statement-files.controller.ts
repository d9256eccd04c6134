import { Get, Param, ParseUUIDPipe, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
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
import { StatementFiles } from '../use-cases/statement-files';
import { StatementFileDto, toStatementFile } from './statement-file.dto';

@ApiController('penalty-cases', '行政处罚')
export class StatementFilesController {
  constructor(private readonly files: StatementFiles) {}

  @Post(':id/statement-files')
  @Allow('case.state')
  @ApiOperation({ summary: '上传陈述申辩的材料（照片或 PDF），随后在提交陈述申辩时列明' })
  @TakesFile()
  @ApiCreatedResponse({ type: StatementFileDto })
  async upload(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<StatementFileDto> {
    const { file, filename } = await uploadedFile(request);
    return toStatementFile(await this.files.add(caller, id, file, filename));
  }

  @Get(':id/statement-files/:fileId')
  @Allow('case.read', 'case.state')
  @ApiOperation({ summary: '下载陈述申辩的材料' })
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
