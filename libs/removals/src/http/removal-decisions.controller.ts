import { Body, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { decisionServiceOf } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { DecideRemoval } from '../use-cases/decide-removal';
import { MoveRemoval } from '../use-cases/move-removal';
import { ServeRemovalDecision } from '../use-cases/serve-removal-decision';
import {
  AnnulRemovalDto,
  DecideRemovalDto,
  RemovalDecisionServiceDto,
  RemovalProposalDto,
  RemovalReasonDto,
} from './removal-input.dto';
import { RemovalDto } from './removal.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** From the proposal to the decision: two people, as everywhere where something is taken away. */
@ApiController('removals', '注销、撤销')
export class RemovalDecisionsController {
  constructor(
    private readonly move: MoveRemoval,
    private readonly decision: DecideRemoval,
    private readonly serveDecision: ServeRemovalDecision,
  ) {}

  @Post(':id/propose')
  @HttpCode(200)
  @Allow('removal.manage')
  @ApiOperation({ summary: '报请决定' })
  @ApiOkResponse({ type: RemovalDto })
  async propose(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { text, statementReview }: RemovalProposalDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    const proposal = { text, statementReview: statementReview ?? null };
    return withEtag(reply, await this.move.propose(caller, id, proposal, version));
  }

  @Post(':id/send-back')
  @HttpCode(200)
  @Allow('removal.decide')
  @ApiOperation({ summary: '退回重新办理' })
  @ApiOkResponse({ type: RemovalDto })
  async sendBack(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { reason }: RemovalReasonDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.move.sendBack(caller, id, reason, version));
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Allow('removal.decide')
  @ApiOperation({ summary: '决定注销或者撤销' })
  @ApiBody({ type: DecideRemovalDto, required: false })
  @ApiOkResponse({ type: RemovalDto })
  async decide(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { facts }: DecideRemovalDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.decision.decide(caller, id, { facts }, version));
  }

  @Post(':id/decision-service')
  @HttpCode(200)
  @Allow('removal.manage')
  @ApiOperation({ summary: '登记决定书的送达，或者更正登记；复议、诉讼的期限从送达之日起算' })
  @ApiOkResponse({ type: RemovalDto })
  async decisionService(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RemovalDecisionServiceDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.serveDecision.execute(caller, id, decisionServiceOf(body), version));
  }

  @Post(':id/drop')
  @HttpCode(200)
  @Allow('removal.manage')
  @ApiOperation({ summary: '终止办理' })
  @ApiOkResponse({ type: RemovalDto })
  async drop(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { reason }: RemovalReasonDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.move.drop(caller, id, reason, version));
  }

  @Post(':id/annul')
  @HttpCode(200)
  @Allow('removal.decide')
  @ApiOperation({ summary: '决定被复议、诉讼撤销或者自行纠正的，恢复备案或者许可' })
  @ApiOkResponse({ type: RemovalDto })
  async annul(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { document, reason }: AnnulRemovalDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.decision.annul(caller, id, { document, reason }, version));
  }
}
