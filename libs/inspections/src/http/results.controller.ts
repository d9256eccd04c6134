import { Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { LookAtResults } from '../use-cases/look-at-results.query';
import { PublishResult } from '../use-cases/publish-result';
import { toResult } from './present';
import { ResultDto, ResultPageDto, ResultQuery } from './results.dto';

@ApiController('inspection-results', '检查结果')
export class InspectionResultsController {
  constructor(
    private readonly results: LookAtResults,
    private readonly publishResult: PublishResult,
  ) {}

  @Get()
  @Allow('result.read')
  @ApiOperation({ summary: '检查结果，新的在前' })
  @ApiOkResponse({ type: ResultPageDto })
  async list(@CurrentCaller() caller: Caller, @Query() query: ResultQuery) {
    const { items, nextCursor } = await this.results.list(caller, query);
    return { items: items.map((result) => toResult(result, caller)), nextCursor };
  }

  @Get(':id')
  @Allow('result.read')
  @ApiOperation({ summary: '一项检查结果' })
  @ApiOkResponse({ type: ResultDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, toResult(await this.results.get(caller, id), caller));
  }

  @Post(':id/publish')
  @Allow('result.publish')
  @HttpCode(200)
  @ApiOperation({ summary: '公布检查结果' })
  @ApiOkResponse({ type: ResultDto })
  async publish(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.publishResult.execute(caller, id, version);
    return withEtag(reply, toResult(await this.results.get(caller, id), caller));
  }
}
