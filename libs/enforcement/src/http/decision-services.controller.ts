import { Body, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { decisionServiceOf } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { DecisionDesk } from '../use-cases/decision-desk';
import { PenaltyDecisionServiceDto } from './decision-service-input.dto';
import { PenaltyCaseDto } from './penalty-case-answer.dto';

@ApiController('penalty-cases', '行政处罚')
export class DecisionServicesController {
  constructor(private readonly desk: DecisionDesk) {}

  @Post(':id/decision-service')
  @HttpCode(200)
  @Allow('case.manage')
  @ApiOperation({ summary: '登记决定书的送达，或者更正登记；缴款、复议、诉讼的期限从送达之日起算' })
  @ApiOkResponse({ type: PenaltyCaseDto })
  async enter(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PenaltyDecisionServiceDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.desk.execute(caller, id, decisionServiceOf(body), version));
  }
}
