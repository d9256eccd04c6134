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
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
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
import { ExportRemovals } from '../use-cases/export-removals.query';
import { OpenRemoval } from '../use-cases/open-removal';
import { RemovalsQuery } from '../use-cases/removals.query';
import { StateRemoval } from '../use-cases/state-removal';
import {
  OpenRemovalDto,
  RemovalListQueryDto,
  RemovalSelectionDto,
  RemovalStatementDto,
} from './removal-input.dto';
import { RemovalDto, RemovalPageDto } from './removal.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

@ApiController('removals', '注销、撤销')
export class RemovalsController {
  constructor(
    private readonly openRemoval: OpenRemoval,
    private readonly stateRemoval: StateRemoval,
    private readonly query: RemovalsQuery,
    private readonly exportRemovals: ExportRemovals,
  ) {}

  @Post()
  @Allow('removal.manage')
  @ApiOperation({ summary: '启动注销或者撤销' })
  @ApiCreatedResponse({ type: RemovalDto })
  async open(@CurrentCaller() caller: Caller, @Body() body: OpenRemovalDto, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.openRemoval.execute(caller, body));
  }

  @Get()
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '列表：主管机关查本辖区的，机构查告知本机构的' })
  @ApiOkResponse({ type: RemovalPageDto })
  list(@CurrentCaller() caller: Caller, @Query() query: RemovalListQueryDto) {
    return this.query.list(caller, query);
  }

  @Get('export')
  @Allow('removal.read', 'removal.state')
  @GivesSpreadsheet('注销、撤销台账')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: RemovalSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exportRemovals.execute(caller, selection, gone));
  }

  @Get(':id')
  @Allow('removal.read', 'removal.state')
  @ApiOperation({ summary: '查看一件注销或者撤销' })
  @ApiOkResponse({ type: RemovalDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.query.get(caller, id));
  }

  @Post(':id/statement')
  @HttpCode(200)
  @Allow('removal.state', 'removal.manage')
  @ApiOperation({ summary: '陈述申辩：机构提交，或者承办人员记录陈述、放弃' })
  @ApiOkResponse({ type: RemovalDto })
  async statement(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { text, waived, fileIds = [] }: RemovalStatementDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    const statement = {
      nature: waived === true ? ('WAIVER' as const) : ('STATEMENT' as const),
      text,
      fileIds,
      recordedForParty: !caller.permissions.has('removal.state'),
    };
    return withEtag(reply, await this.stateRemoval.execute(caller, id, statement, version));
  }
}
