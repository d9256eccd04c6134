import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { DiscloseNonconformity } from '../use-cases/disclose-nonconformity';
import { GetDisclosure } from '../use-cases/get-disclosure.query';
import {
  CorrectNonconformityDto,
  DisclosureDto,
  PublishNonconformityDto,
  WithdrawNonconformityDto,
} from './disclosure.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What the public is told of a 托育机构 whose filing does not meet the standards. */
@ApiController('filings/:id/disclosure', '登记备案')
export class DisclosureController {
  constructor(
    private readonly disclose: DiscloseNonconformity,
    private readonly disclosure: GetDisclosure,
  ) {}

  @Get()
  @Allow('filing.read')
  @ApiOperation({ summary: '备案内容不符合要求的公开情况（托育机构）' })
  @ApiOkResponse({ type: DisclosureDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.disclosure.execute(caller, id));
  }

  @Post('publish')
  @HttpCode(200)
  @Allow('filing.refuse')
  @ApiOperation({ summary: '向社会公开不符合要求的理由' })
  @ApiOkResponse({ type: DisclosureDto })
  async publish(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: PublishNonconformityDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.disclose.execute(caller, id, 'publish', { ...body, version }));
  }

  @Post('correct')
  @HttpCode(200)
  @Allow('filing.refuse')
  @ApiOperation({ summary: '更正公开的内容；以前公开的内容留存' })
  @ApiOkResponse({ type: DisclosureDto })
  async correct(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: CorrectNonconformityDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.disclose.execute(caller, id, 'correct', { ...body, version }));
  }

  @Post('withdraw')
  @HttpCode(200)
  @Allow('filing.refuse')
  @ApiOperation({ summary: '撤下公开的内容；以前公开的内容留存' })
  @ApiOkResponse({ type: DisclosureDto })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: WithdrawNonconformityDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.disclose.execute(caller, id, 'withdraw', { ...body, version }));
  }
}
