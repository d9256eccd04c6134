import { Body, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  IfMatch,
  ResumableUploads,
  uploadedFile,
  uploadIdIn,
  withEtag,
  type UploadedFile,
} from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AbandonDraft } from '../use-cases/abandon-draft';
import { AttachMaterial } from '../use-cases/attach-material';
import { DraftFiling } from '../use-cases/draft-filing';
import { EditFiling } from '../use-cases/edit-filing';
import { SubmitFiling } from '../use-cases/submit-filing';
import { WithdrawFiling } from '../use-cases/withdraw-filing';
import { DraftFilingDto, EditFilingDto, WithdrawFilingDto } from './draft-filing.dto';
import { FilingDto } from './filing.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What the operator does. */
@ApiController('filings', '登记备案')
export class FilingsController {
  constructor(
    private readonly draftFiling: DraftFiling,
    private readonly editFiling: EditFiling,
    private readonly attachMaterial: AttachMaterial,
    private readonly submitFiling: SubmitFiling,
    private readonly abandonDraft: AbandonDraft,
    private readonly withdrawFiling: WithdrawFiling,
    private readonly uploads: ResumableUploads,
  ) {}

  /** The file itself, or one that was uploaded before. */
  private sentBy(caller: Caller, request: FastifyRequest): Promise<UploadedFile> {
    const uploadId = uploadIdIn(request.body);
    return uploadId === undefined ? uploadedFile(request) : this.uploads.take(caller.id, uploadId);
  }

  @Post()
  @Allow('filing.file')
  @ApiOperation({ summary: '起草备案' })
  @ApiCreatedResponse({ type: FilingDto })
  async draft(@CurrentCaller() caller: Caller, @Body() body: DraftFilingDto, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.draftFiling.execute(caller, body));
  }

  @Patch(':id')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '修改备案申请书' })
  @ApiOkResponse({ type: FilingDto })
  async edit(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch('required') version: number | undefined,
    @Body() body: EditFilingDto,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.editFiling.execute(caller, id, version, body.institution));
  }

  @Put(':id/materials/:code')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '上传备案材料（PDF、JPEG、PNG，不超过 20 MB）' })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        file: { type: 'string', format: 'binary' },
        uploadId: { type: 'string', description: '断点续传的编号（Location 的最后一段）；以 JSON 提交' },
      },
    },
  })
  @ApiOkResponse({ type: FilingDto })
  async attach(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Reply() reply: FastifyReply,
  ) {
    await this.attachMaterial.check(caller, id, code);
    const upload = await this.sentBy(caller, request);
    return withEtag(reply, await this.attachMaterial.execute(caller, id, code, upload));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '提交备案',
    description:
      '申请书缺少表单标为 true 的项目时不予提交（FIELDS_INCOMPLETE）；缺少标为 form 的项目可以提交，由受理人决定退回补正或者准予备案。',
  })
  @ApiOkResponse({ type: FilingDto })
  async submit(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.submitFiling.execute(caller, id, version));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '撤回申请',
    description:
      '已经提交、还没有作出决定的，申请人可以撤回：本件办结（WITHDRAWN），不能恢复，不影响重新办理，可以按它重新填报（againOf）。窗口代办的，由代办人按申请人的意思撤回，须写明 reason。许可已经视为准予延续的，不能撤回（RENEWED_ALREADY）。',
  })
  @ApiBody({ type: WithdrawFilingDto, required: false })
  @ApiOkResponse({ type: FilingDto })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { reason }: WithdrawFilingDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.withdrawFiling.execute(caller, id, reason, version));
  }

  @Post(':id/abandon')
  @HttpCode(200)
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '删除草稿',
    description:
      '只能删除自己从未提交过的草稿；删除以后不能恢复，列表不再列出（按 status=ABANDONED 查询除外）。已上传的文件按档案保管要求留存。',
  })
  @ApiOkResponse({ type: FilingDto })
  async abandon(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.abandonDraft.execute(caller, id, version));
  }
}
