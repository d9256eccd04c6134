import { Body, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { Allow, ApiController, CurrentCaller, IfMatch, PageQuery, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import type { Recusal } from '../domain/inspector';
import { AddInspector } from '../use-cases/add-inspector';
import { ChangeInspector } from '../use-cases/change-inspector';
import { DeclareRecusal } from '../use-cases/declare-recusal';
import { DirectoryHistory } from '../use-cases/directory-history.query';
import { InspectorDesk } from '../use-cases/inspector-desk.query';
import { LookUp } from '../use-cases/look-up.query';
import { NameRecusals } from '../use-cases/name-recusals';
import {
  AddInspectorDto,
  CandidatePageDto,
  CandidateQuery,
  ChangeInspectorDto,
  DeclareRecusalDto,
  DirectoryChangePageDto,
  InspectorDto,
  InspectorPageDto,
  InspectorQuery,
  ReasonDto,
  RecusalDto,
  RecusalPageDto,
} from './inspectors.dto';

@ApiController('inspectors', '检查人员名录')
export class InspectorsController {
  constructor(
    private readonly lookUp: LookUp,
    private readonly addInspector: AddInspector,
    private readonly changeInspector: ChangeInspector,
    private readonly recusal: DeclareRecusal,
    private readonly desk: InspectorDesk,
    private readonly history: DirectoryHistory,
    private readonly names: NameRecusals,
  ) {}

  @Get()
  @Allow('inspector.read')
  @ApiOperation({ summary: '执法检查人员名录库' })
  @ApiOkResponse({ type: InspectorPageDto })
  list(@CurrentCaller() caller: Caller, @Query() query: InspectorQuery) {
    return this.lookUp.listInspectors(caller, query);
  }

  @Post()
  @Allow('inspector.manage')
  @ApiOperation({ summary: '登记检查人员' })
  @ApiCreatedResponse({ type: InspectorDto })
  async add(
    @CurrentCaller() caller: Caller,
    @Body() body: AddInspectorDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const facts = { ...body, validUntil: plainDate(body.validUntil) };
    return withEtag(reply, await this.addInspector.execute(caller, facts));
  }

  @Get('candidates')
  @Allow('inspector.manage')
  @ApiOperation({ summary: '可以登记为检查人员的账号，最多 20 个' })
  @ApiOkResponse({ type: CandidatePageDto })
  async candidates(@CurrentCaller() caller: Caller, @Query() { q }: CandidateQuery) {
    return { items: await this.desk.candidates(caller, q), nextCursor: null };
  }

  @Get('me')
  @Allow('task.inspect')
  @ApiOperation({ summary: '本人在名录中的有效记录' })
  @ApiOkResponse({ type: InspectorDto })
  async own(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply) {
    return withEtag(reply, await this.desk.own(caller));
  }

  @Get(':id')
  @Allow('inspector.read')
  @ApiOperation({ summary: '一名检查人员' })
  @ApiOkResponse({ type: InspectorDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.lookUp.getInspector(caller, id));
  }

  @Patch(':id')
  @Allow('inspector.manage')
  @ApiOperation({ summary: '变更或停用检查人员' })
  @ApiOkResponse({ type: InspectorDto })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch('required') version: number | undefined,
    @Body() { validUntil, reason, ...body }: ChangeInspectorDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const changes = { ...body, ...(validUntil === undefined ? {} : { validUntil: plainDate(validUntil) }) };
    return withEtag(reply, await this.changeInspector.execute(caller, id, version, changes, reason));
  }

  @Get(':id/changes')
  @Allow('inspector.read', 'task.inspect')
  @ApiOperation({ summary: '名录变动记录，新的在前；理由只告知本人和名录管理人员' })
  @ApiOkResponse({ type: DirectoryChangePageDto })
  changes(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ) {
    return this.history.execute(caller, id, query);
  }

  @Get(':id/recusals')
  @Allow('inspector.read', 'task.inspect')
  @ApiOperation({ summary: '回避记录；理由只告知本人和名录管理人员' })
  @ApiOkResponse({ type: RecusalPageDto })
  async recusals(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ) {
    const { items, nextCursor } = await this.lookUp.listRecusals(caller, id, query);
    return { items: await this.names.execute(caller, items), nextCursor };
  }

  @Post(':id/recusals')
  @Allow('inspector.manage', 'task.inspect')
  @ApiOperation({ summary: '登记回避；检查人员可登记本人的回避' })
  @ApiCreatedResponse({ type: RecusalDto })
  async declare(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DeclareRecusalDto,
  ) {
    const recusal = await this.recusal.declare(caller, id, body.institutionId, body.reason);
    return this.named(caller, recusal);
  }

  @Post(':id/recusals/:recusalId/revoke')
  @Allow('inspector.manage')
  @HttpCode(200)
  @ApiOperation({ summary: '解除回避，限名录管理人员' })
  @ApiOkResponse({ type: RecusalDto })
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recusalId', ParseUUIDPipe) recusalId: string,
    @Body() body: ReasonDto,
  ) {
    return this.named(caller, await this.recusal.revoke(caller, id, recusalId, body.reason));
  }

  private async named(caller: Caller, recusal: Recusal) {
    const [named] = await this.names.execute(caller, [recusal]);
    return named;
  }
}
