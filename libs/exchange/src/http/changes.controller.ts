import { Get, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, ByPartner } from '@zhaoguan/platform';
import type { FastifyRequest } from 'fastify';
import type { Partner } from '../domain/partner';
import { ChangesQuery } from '../use-cases/changes.query';
import { ChangeFeedDto, ChangeFeedQueryDto } from './changes.dto';
import { CurrentPartner } from './partner.guard';

@ApiController('exchange/changes', '平台对接')
export class ExchangeChangesController {
  constructor(private readonly changes: ChangesQuery) {}

  @Get()
  @ByPartner()
  @ApiOperation({
    summary: '办理进展：按发生的先后，不漏不重',
    description: '推送失败或者没有推送地址的平台，按 after 逐页查询；每次从上次返回的 next 继续。',
  })
  @ApiOkResponse({ type: ChangeFeedDto })
  list(
    @CurrentPartner() partner: Partner,
    @Query() query: ChangeFeedQueryDto,
    @Req() request: FastifyRequest,
  ) {
    return this.changes.execute(partner, query, request.id);
  }
}
