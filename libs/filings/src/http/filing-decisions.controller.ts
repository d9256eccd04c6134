import { Body, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { RevealedDto } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, IfMatch, SecretAnswer, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { AcceptFiling } from '../use-cases/accept-filing';
import { AdmitFiling } from '../use-cases/admit-filing';
import { RefuseFiling } from '../use-cases/refuse-filing';
import { ReturnFiling } from '../use-cases/return-filing';
import { RevealApplicant } from '../use-cases/reveal-applicant';
import {
  AcceptFilingDto,
  DismissFilingDto,
  RefuseFilingDto,
  ReturnFilingDto,
  RevealApplicantDto,
} from './filing-decision.dto';
import { FilingDto } from './filing.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What the authority does: 民政 for 养老, 卫生健康 for 托育. */
@ApiController('filings', '登记备案')
export class FilingDecisionsController {
  constructor(
    private readonly returnFiling: ReturnFiling,
    private readonly admission: AdmitFiling,
    private readonly refuseFiling: RefuseFiling,
    private readonly acceptFiling: AcceptFiling,
    private readonly revealApplicant: RevealApplicant,
  ) {}

  @Post(':id/return')
  @HttpCode(200)
  @Allow('filing.return')
  @ApiOperation({ summary: '退回补正' })
  @ApiOkResponse({ type: FilingDto })
  async return(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: ReturnFilingDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.returnFiling.execute(caller, id, body, version));
  }

  @Post(':id/admit')
  @HttpCode(200)
  @Allow('filing.admit')
  @ApiOperation({ summary: '受理许可申请，出具受理通知书；受理以后不能再退回补正' })
  @ApiOkResponse({ type: FilingDto })
  async admit(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.admission.admit(caller, id, version));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Allow('filing.admit')
  @ApiOperation({ summary: '不予受理许可申请，出具决定书，告知救济途径' })
  @ApiOkResponse({ type: FilingDto })
  async dismiss(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { competent, ...told }: DismissFilingDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    const dismissal = { ...told, competent: competent ?? null };
    return withEtag(reply, await this.admission.dismiss(caller, id, dismissal, version));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Allow('filing.refuse')
  @ApiOperation({ summary: '不予备案' })
  @ApiOkResponse({ type: FilingDto })
  async refuse(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RefuseFilingDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.refuseFiling.execute(caller, id, body.reason, version));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Allow('filing.accept')
  @ApiOperation({ summary: '准予备案；有部门答复不同意的，须写明不采纳的理由' })
  @ApiBody({ type: AcceptFilingDto, required: false })
  @ApiOkResponse({ type: FilingDto })
  async accept(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: AcceptFilingDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.acceptFiling.execute(caller, id, body, version));
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('filing.reveal')
  @SecretAnswer()
  @ApiOperation({ summary: '查看当事人电话、身份证号明文；须说明理由，留痕，每人每天限 30 次' })
  @ApiOkResponse({ type: RevealedDto })
  reveal(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { fields, reason }: RevealApplicantDto) {
    return this.revealApplicant.execute(caller, id, fields, reason);
  }
}
