import { Body, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import type { Clock } from '@zhaoguan/kernel';
import { Allow, ApiController, CLOCK, CurrentCaller, withEtag, type Page } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import type { Plan } from '../domain/plan';
import { AnnounceDraw } from '../use-cases/announce-draw';
import { CreatePlan } from '../use-cases/create-plan';
import { LookAtDraws } from '../use-cases/look-at-draws.query';
import { LookUp } from '../use-cases/look-up.query';
import { PreviewPlan } from '../use-cases/preview-plan';
import { AnnounceDrawDto, DrawDto } from './draws.dto';
import {
  CreatePlanDto,
  PlanDraftDto,
  PlanDto,
  PlanPageDto,
  PlanPreviewDto,
  PlanQuery,
  PlanSummaryDto,
} from './plans.dto';
import { toDraw, toPlan, toPlanSummary } from './present';

@ApiController('inspection-plans', '抽查计划')
export class InspectionPlansController {
  constructor(
    private readonly lookUp: LookUp,
    private readonly createPlan: CreatePlan,
    private readonly previewPlan: PreviewPlan,
    private readonly announceDraw: AnnounceDraw,
    private readonly draws: LookAtDraws,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('plan.read')
  @ApiOperation({ summary: '抽查计划，新的在前' })
  @ApiOkResponse({ type: PlanPageDto })
  async list(@CurrentCaller() caller: Caller, @Query() query: PlanQuery): Promise<Page<PlanSummaryDto>> {
    const { items, nextCursor } = await this.lookUp.listPlans(caller, query);
    return { items: items.map(toPlanSummary), nextCursor };
  }

  @Post()
  @Allow('plan.manage')
  @ApiOperation({ summary: '制定抽查计划' })
  @ApiCreatedResponse({ type: PlanDto })
  async create(
    @CurrentCaller() caller: Caller,
    @Body() body: CreatePlanDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const plan: Plan = await this.createPlan.execute(caller, body);
    return withEtag(reply, toPlan(plan, false, caller));
  }

  @Post('preview')
  @Allow('plan.manage')
  @HttpCode(200)
  @ApiOperation({ summary: '计划制定之前，按现有名录预计抽取的家数；不保存' })
  @ApiOkResponse({ type: PlanPreviewDto })
  previewDraft(@CurrentCaller() caller: Caller, @Body() body: PlanDraftDto) {
    return this.previewPlan.draft(caller, body, this.clock.now());
  }

  @Get(':id')
  @Allow('plan.read')
  @ApiOperation({ summary: '一份抽查计划' })
  @ApiOkResponse({ type: PlanDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { plan, drawInProgress } = await this.lookUp.getPlan(caller, id);
    return withEtag(reply, toPlan(plan, drawInProgress, caller));
  }

  @Get(':id/preview')
  @Allow('plan.read')
  @ApiOperation({ summary: '按现有名录预计抽取的家数' })
  @ApiOkResponse({ type: PlanPreviewDto })
  preview(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.previewPlan.execute(caller, id, this.clock.now());
  }

  @Post(':id/draws')
  @Allow('draw.announce')
  @HttpCode(202)
  @ApiOperation({ summary: '发布抽取公告' })
  @ApiAcceptedResponse({ type: DrawDto })
  async announce(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnnounceDrawDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const draw = await this.announceDraw.execute(caller, id, body.beacon);
    return withEtag(reply, toDraw(await this.draws.get(caller, draw.id), caller));
  }
}
