import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  downloadSpreadsheet,
  FileStore,
  GivesSpreadsheet,
  GivesUpload,
  PageOf,
  TakesFile,
  UntilGone,
  uploadedFile,
} from '@zhaoguan/platform';
import type { FastifyRequest } from 'fastify';
import { ExportOpinions } from '../use-cases/export-opinions.query';
import { AnswerOpinion } from '../use-cases/answer-opinion';
import {
  AnswerOpinionDto,
  AskedOpinionDto,
  AskedOpinionLineDto,
  OpinionListQueryDto,
  OpinionSelectionDto,
} from './opinion.dto';
import { VerificationFileDto } from './verification.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** What other departments are asked (协同意见). */
@ApiController('opinions', '协同意见')
export class OpinionsController {
  constructor(
    private readonly opinions: AnswerOpinion,
    private readonly files: FileStore,
    private readonly exports: ExportOpinions,
  ) {}

  @Get()
  @Allow('opinion.answer')
  @ApiOperation({ summary: '征求本部门意见的备案：待答复的在前，按答复期限排列；其余新的在前' })
  @ApiOkResponse({ type: PageOf(AskedOpinionLineDto) })
  list(@CurrentCaller() caller: Caller, @Query() query: OpinionListQueryDto) {
    return this.opinions.list(caller, query);
  }

  @Get('export')
  @Allow('opinion.answer')
  @GivesSpreadsheet('协同意见')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: OpinionSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }

  @Get(':id')
  @Allow('opinion.answer')
  @ApiOperation({ summary: '查看征求意见的内容：问题、申请书和提供的材料' })
  @ApiOkResponse({ type: AskedOpinionDto })
  get(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.opinions.get(caller, id);
  }

  @Get(':id/materials/:code')
  @Allow('opinion.answer')
  @ApiOperation({ summary: '下载提供的备案材料' })
  @GivesUpload()
  async material(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('code') code: string,
  ): Promise<StreamableFile> {
    const file = await this.opinions.material(caller, id, code);
    return download(await this.files.read(file.sm3), file);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow('opinion.answer')
  @ApiOperation({ summary: '答复：同意、不同意并说明理由、无意见；答复以后不能修改' })
  @ApiOkResponse({ type: AskedOpinionDto })
  answer(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { answer, reasons }: AnswerOpinionDto) {
    return this.opinions.answer(caller, id, answer, reasons);
  }

  @Post(':id/files')
  @Allow('opinion.answer')
  @ApiOperation({ summary: '上传随答复提交的文件（PDF、JPEG、PNG，不超过 20 MB）' })
  @TakesFile()
  @ApiCreatedResponse({ type: VerificationFileDto })
  async upload(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Req() request: FastifyRequest,
  ): Promise<VerificationFileDto> {
    const file = await this.opinions.addFile(caller, id, await uploadedFile(request));
    return { id: file.id, name: file.name, size: file.size, mediaType: file.mediaType };
  }

  @Get(':id/files/:fileId')
  @Allow('opinion.answer', 'filing.consult')
  @ApiOperation({ summary: '下载随答复提交的文件' })
  @GivesUpload()
  async file(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    const { file, content } = await this.opinions.file(caller, id, fileId);
    return download(content, { ...file, fileName: file.name });
  }
}
