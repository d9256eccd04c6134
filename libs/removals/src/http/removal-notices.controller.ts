import { Body, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { NotifyOperator, type ServiceToEnter } from '../use-cases/notify-operator';
import { RemovalNoticeDto, RemovalNoticePaperDto, RemovalServiceDto } from './removal-input.dto';
import { RemovalDto } from './removal.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** How the institution is told what is meant (事先告知). */
@ApiController('removals', '注销、撤销')
export class RemovalNoticesController {
  constructor(private readonly notifyOperator: NotifyOperator) {}

  @Post(':id/notice')
  @HttpCode(200)
  @Allow('removal.manage')
  @ApiOperation({ summary: '事先告知：系统送达或者公告送达，告知书同时生成' })
  @ApiOkResponse({ type: RemovalDto })
  async notice(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { facts, ...service }: RemovalNoticeDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    const notice = { facts, ...entered(service) };
    return withEtag(reply, await this.notifyOperator.execute(caller, id, notice, version));
  }

  @Post(':id/notice-paper')
  @HttpCode(200)
  @Allow('removal.manage')
  @ApiOperation({ summary: '制作事先告知书，打印以后当面、邮寄或者留置送达；送达以前可以重新制作' })
  @ApiOkResponse({ type: RemovalDto })
  async paper(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { facts }: RemovalNoticePaperDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.notifyOperator.prepare(caller, id, facts, version));
  }

  @Post(':id/service')
  @HttpCode(200)
  @Allow('removal.manage')
  @ApiOperation({ summary: '登记事先告知书的送达，陈述、申辩的期限从登记当日起算' })
  @ApiOkResponse({ type: RemovalDto })
  async service(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RemovalServiceDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.notifyOperator.serve(caller, id, entered(body), version));
  }
}

const entered = ({ service, serviceNote, servedOn }: RemovalServiceDto): ServiceToEnter => ({
  service,
  serviceNote: serviceNote ?? null,
  servedOn: servedOn === undefined ? null : plainDate(servedOn),
});
