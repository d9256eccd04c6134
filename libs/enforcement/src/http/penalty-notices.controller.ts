import { Body, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { normalizeText, plainDate } from '@zhaoguan/kernel';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import type { PriorOrder } from '../domain/prior-order';
import { NotifyParty } from '../use-cases/notify-party';
import { PrepareNotice } from '../use-cases/prepare-notice';
import type { NoticeToPropose } from '../use-cases/proposed-notices';
import { ServeNotice } from '../use-cases/serve-notice';
import { NoticeDto, NoticePaperDto, NoticeServiceDto } from './notice.dto';
import { PenaltyCaseDto } from './penalty-case-answer.dto';

/** The notice before a decision: read online at once, or made on paper first and served afterwards. */
@ApiController('penalty-cases', '行政处罚')
export class PenaltyNoticesController {
  constructor(
    private readonly notifyParty: NotifyParty,
    private readonly prepareNotice: PrepareNotice,
    private readonly serveNotice: ServeNotice,
  ) {}

  @Post(':id/notice')
  @HttpCode(200)
  @Allow('case.manage')
  @ApiOperation({ summary: '行政处罚告知（系统送达）' })
  @ApiOkResponse({ type: PenaltyCaseDto })
  async notice(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: NoticeDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const notice = { ...proposedBy(body), service: body.service ?? ('ONLINE' as const) };
    return withEtag(reply, await this.notifyParty.execute(caller, id, notice, version));
  }

  @Post(':id/notice-paper')
  @HttpCode(200)
  @Allow('case.manage')
  @ApiOperation({
    summary: '制作行政处罚事先告知书，当面、邮寄或者留置送达；尚未登记送达的，可以重新制作',
  })
  @ApiOkResponse({ type: PenaltyCaseDto })
  async prepare(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: NoticePaperDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.prepareNotice.execute(caller, id, proposedBy(body), version));
  }

  @Post(':id/service')
  @HttpCode(200)
  @Allow('case.manage')
  @ApiOperation({ summary: '登记行政处罚事先告知书的送达；陈述申辩期从登记的当天起算' })
  @ApiOkResponse({ type: PenaltyCaseDto })
  async serve(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: NoticeServiceDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { service, serviceNote = null, servedOn } = body;
    const served = { service, serviceNote, servedOn: servedOn === undefined ? null : plainDate(servedOn) };
    return withEtag(reply, await this.serveNotice.execute(caller, id, served, version));
  }
}

function proposedBy(body: NoticePaperDto): NoticeToPropose {
  const { measures, amountFen = 0, severity, facts, reasons } = body;
  return { measures, amountFen, severity, facts, reasons, priorOrder: priorOrderOf(body) };
}

function priorOrderOf({ priorOrder }: NoticePaperDto): PriorOrder | null {
  if (!priorOrder) return null;
  const { orderedOn, dueOn } = priorOrder;
  const documentNumber = normalizeText(priorOrder.documentNumber);
  return { documentNumber: documentNumber.trim(), orderedOn: plainDate(orderedOn), dueOn: plainDate(dueOn) };
}
