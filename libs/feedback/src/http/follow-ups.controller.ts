import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { RevealedDto } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  IfMatch,
  SecretAnswer,
  UntilGone,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { ExportFollowUps } from '../use-cases/export-follow-ups.query';
import { FollowUps } from '../use-cases/follow-ups.query';
import { HandleFollowUp } from '../use-cases/handle-follow-up';
import { RevealContact } from '../use-cases/reveal-contact';
import {
  FollowUpDto,
  FollowUpListQueryDto,
  FollowUpSelectionDto,
  FollowUpPage,
  HandleFollowUpDto,
  RevealContactDto,
} from './follow-ups.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** 差评核实、整改、反馈. */
@ApiController('rating-follow-ups', '服务评价')
export class FollowUpsController {
  constructor(
    private readonly query: FollowUps,
    private readonly handle: HandleFollowUp,
    private readonly revealContact: RevealContact,
    private readonly exports: ExportFollowUps,
  ) {}

  @Get()
  @Allow('rating.follow-up')
  @ApiOperation({ summary: '差评列表，新的在前；本人办理过的备案的评价不在其中' })
  @ApiOkResponse({ type: FollowUpPage })
  list(@CurrentCaller() caller: Caller, @Query() query: FollowUpListQueryDto) {
    return this.query.list(caller, query);
  }

  @Get('export')
  @Allow('rating.follow-up')
  @GivesSpreadsheet('差评回访')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: FollowUpSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }

  @Get(':id')
  @Allow('rating.follow-up')
  @ApiOperation({ summary: '查看一件差评' })
  @ApiOkResponse({ type: FollowUpDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.query.get(caller, id));
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('rating.follow-up')
  @SecretAnswer()
  @ApiOperation({
    summary:
      '查看回访电话明文：评价人留下的，没有留下的为申请书的联系电话；须说明理由，留痕，每人每天限 30 次',
  })
  @ApiOkResponse({ type: RevealedDto })
  reveal(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { fields, reason }: RevealContactDto) {
    return this.revealContact.execute(caller, id, fields, reason);
  }

  @Post(':id/contact')
  @HttpCode(200)
  @Allow('rating.follow-up')
  @ApiOperation({ summary: '记录回访的情况' })
  @ApiOkResponse({ type: FollowUpDto })
  async contact(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { note }: HandleFollowUpDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.handle.execute(caller, id, 'contact', note, version));
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Allow('rating.follow-up')
  @ApiOperation({ summary: '整改办结，向评价人反馈' })
  @ApiOkResponse({ type: FollowUpDto })
  async resolve(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { note }: HandleFollowUpDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.handle.execute(caller, id, 'resolve', note, version));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Allow('rating.follow-up')
  @ApiOperation({ summary: '认定不成立，向评价人说明理由' })
  @ApiOkResponse({ type: FollowUpDto })
  async dismiss(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { note }: HandleFollowUpDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.handle.execute(caller, id, 'dismiss', note, version));
  }
}
