import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  IfMatch,
  UntilGone,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { ExportOverdue } from '../use-cases/export-overdue.query';
import { Overdues } from '../use-cases/overdue.query';
import { OverdueOfFiling } from '../use-cases/overdue-of-filing.query';
import { SuperviseOverdue } from '../use-cases/supervise-overdue';
import {
  OverdueDto,
  OverdueNoteDto,
  OverdueOfCaseDto,
  OverdueOfFilingDto,
  OverduePage,
  OverdueQueryDto,
  OverdueSelectionDto,
  OverdueStatisticsDto,
  toOverdue,
  toOverdueLine,
} from './overdue.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** 超期督办. */
@ApiController('overdue-items', '工作台')
export class OverdueController {
  constructor(
    private readonly query: Overdues,
    private readonly supervise: SuperviseOverdue,
    private readonly exports: ExportOverdue,
    private readonly ofFiling: OverdueOfFiling,
  ) {}

  @Get()
  @Allow('overdue.supervise', 'overdue.explain')
  @ApiOperation({ summary: '超期事项，超期最久的在前；负责人看本部门、本辖区的，承办人员看自己承办的' })
  @ApiOkResponse({ type: OverduePage })
  async list(@CurrentCaller() caller: Caller, @Query() query: OverdueQueryDto) {
    const { items, nextCursor } = await this.query.list(caller, query);
    return { items: items.map(toOverdueLine), nextCursor };
  }

  @Get('export')
  @Allow('overdue.supervise', 'overdue.explain')
  @GivesSpreadsheet('超期事项')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: OverdueSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }

  @Get('statistics')
  @Allow('overdue.supervise')
  @ApiOperation({ summary: '各机关的超期事项：按超期的工作日数，以及最近一年办结的' })
  @ApiOkResponse({ type: OverdueStatisticsDto })
  statistics(@CurrentCaller() caller: Caller) {
    return this.query.statistics(caller);
  }

  @Get('of-filing/:id')
  @Allow('filing.file')
  @ApiOperation({ summary: '申请人查看：办理期限已过没有办结的，是否已报督办，向谁了解进展' })
  @ApiOkResponse({ type: OverdueOfFilingDto })
  filing(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.ofFiling.execute(caller, id);
  }

  @Get('of-case/:id')
  @Allow('overdue.supervise', 'overdue.explain')
  @ApiOperation({
    summary: '承办机关和督办部门在申请页面查看：这一件没有办结的超期事项、督办意见和超期原因',
  })
  @ApiOkResponse({ type: OverdueOfCaseDto })
  async case(@CurrentCaller() caller: Caller, @Id() id: string): Promise<OverdueOfCaseDto> {
    return { items: (await this.query.ofCase(caller, id)).map(toOverdue) };
  }

  @Get(':id')
  @Allow('overdue.supervise', 'overdue.explain')
  @ApiOperation({ summary: '查看一项超期事项' })
  @ApiOkResponse({ type: OverdueDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, toOverdue(await this.query.get(caller, id)));
  }

  @Post(':id/urge')
  @HttpCode(200)
  @Allow('overdue.supervise')
  @ApiOperation({ summary: '督办：提出督办意见，通知承办部门和人员' })
  @ApiOkResponse({ type: OverdueDto })
  async urge(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { note }: OverdueNoteDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, toOverdue(await this.supervise.execute(caller, id, 'urge', note, version)));
  }

  @Post(':id/explain')
  @HttpCode(200)
  @Allow('overdue.explain')
  @ApiOperation({ summary: '说明超期原因，通知负责人' })
  @ApiOkResponse({ type: OverdueDto })
  async explain(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { note }: OverdueNoteDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, toOverdue(await this.supervise.execute(caller, id, 'explain', note, version)));
  }
}
