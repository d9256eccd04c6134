import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, PageQuery, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { ConfirmBeacon } from '../use-cases/confirm-beacon';
import { EnterBeacon } from '../use-cases/enter-beacon';
import { IncompleteTeams } from '../use-cases/incomplete-teams.query';
import { LookAtDraws } from '../use-cases/look-at-draws.query';
import { OpenDraw } from '../use-cases/open-draw';
import { VoidDraw } from '../use-cases/void-draw';
import {
  ConfirmBeaconDto,
  DrawDto,
  DrawPageDto,
  DrawQuery,
  EnterBeaconDto,
  IncompletePageDto,
  SelectedPageDto,
} from './draws.dto';
import { ReasonDto } from './inspectors.dto';
import { toDraw, toDrawSummary } from './present';

@ApiController('draws', '双随机抽取')
export class DrawsController {
  constructor(
    private readonly draws: LookAtDraws,
    private readonly incomplete: IncompleteTeams,
    private readonly enterBeacon: EnterBeacon,
    private readonly confirmBeacon: ConfirmBeacon,
    private readonly openDraw: OpenDraw,
    private readonly voidDraw: VoidDraw,
  ) {}

  @Get()
  @Allow('draw.read')
  @ApiOperation({ summary: '抽取，新的在前' })
  @ApiOkResponse({ type: DrawPageDto })
  async list(@CurrentCaller() caller: Caller, @Query() query: DrawQuery) {
    const { items, nextCursor } = await this.draws.list(caller, query);
    return { items: items.map((draw) => toDrawSummary(draw, caller)), nextCursor };
  }

  @Get(':id')
  @Allow('draw.read')
  @ApiOperation({ summary: '一次抽取；公开前不含随机数和人员搭配' })
  @ApiOkResponse({ type: DrawDto })
  get(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(caller, id, reply);
  }

  @Get(':id/selection')
  @Allow('draw.read')
  @ApiOperation({ summary: '抽中的机构；公开前查看的，记入操作记录' })
  @ApiOkResponse({ type: SelectedPageDto })
  selection(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ) {
    return this.draws.selection(caller, id, query);
  }

  @Get(':id/incomplete-teams')
  @Allow('task.replace')
  @ApiOperation({ summary: '尚未开始、检查组有人不能参加的检查任务；查看的，记入操作记录' })
  @ApiOkResponse({ type: IncompletePageDto })
  incompleteTeams(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ) {
    return this.incomplete.list(caller, id, query);
  }

  @Post(':id/beacon')
  @Allow('draw.enter-beacon')
  @HttpCode(200)
  @ApiOperation({ summary: '录入公开随机数' })
  @ApiOkResponse({ type: DrawDto })
  async enter(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EnterBeaconDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.enterBeacon.execute(caller, id, body.value, body.sourceUrl);
    return this.answer(caller, id, reply);
  }

  @Post(':id/beacon/confirm')
  @Allow('draw.confirm-beacon')
  @HttpCode(202)
  @ApiOperation({ summary: '由另一名工作人员确认公开随机数，随后在后台抽取' })
  @ApiAcceptedResponse({ type: DrawDto })
  async confirm(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmBeaconDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.confirmBeacon.execute(caller, id, body.value);
    return this.answer(caller, id, reply);
  }

  @Post(':id/open')
  @Allow('draw.open')
  @HttpCode(200)
  @ApiOperation({ summary: '公开抽取' })
  @ApiOkResponse({ type: DrawDto })
  async open(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.openDraw.execute(caller, id);
    return this.answer(caller, id, reply);
  }

  @Post(':id/void')
  @Allow('draw.void', 'draw.discard')
  @HttpCode(200)
  @ApiOperation({ summary: '作废抽取，理由公开' })
  @ApiOkResponse({ type: DrawDto })
  async void(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.voidDraw.execute(caller, id, body.reason);
    return this.answer(caller, id, reply);
  }

  private async answer(caller: Caller, id: string, reply: FastifyReply) {
    return withEtag(reply, toDraw(await this.draws.get(caller, id), caller));
  }
}
