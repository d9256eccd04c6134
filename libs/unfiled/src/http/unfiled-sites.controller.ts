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
import { plainDate } from '@zhaoguan/kernel';
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
import { readUscc } from '../domain/unfiled-site';
import { ExportUnfiledSites } from '../use-cases/export-unfiled-sites.query';
import { HandleUnfiledSite } from '../use-cases/handle-unfiled-site';
import { RecordUnfiledSite } from '../use-cases/record-unfiled-site';
import { UnfiledSites } from '../use-cases/unfiled-sites.query';
import {
  DismissUnfiledSiteDto,
  RecordUnfiledSiteDto,
  SettleUnfiledSiteDto,
  UnfiledListQueryDto,
  UnfiledSelectionDto,
  UnfiledSiteDto,
  UnfiledSitePage,
  UrgeUnfiledSiteDto,
} from './unfiled-sites.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** Places that offer their service without having filed (未备案机构), and how they are urged to (督促备案). */
@ApiController('unfiled-sites', '未备案机构')
export class UnfiledSitesController {
  constructor(
    private readonly sites: UnfiledSites,
    private readonly recordSite: RecordUnfiledSite,
    private readonly handle: HandleUnfiledSite,
    private readonly exports: ExportUnfiledSites,
  ) {}

  @Get()
  @Allow('unfiled.read')
  @ApiOperation({ summary: '未备案机构线索，新的在前' })
  @ApiOkResponse({ type: UnfiledSitePage })
  list(@CurrentCaller() caller: Caller, @Query() query: UnfiledListQueryDto) {
    return this.sites.list(caller, query);
  }

  @Get('export')
  @Allow('unfiled.read')
  @GivesSpreadsheet('未备案机构')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: UnfiledSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }

  @Get(':id')
  @Allow('unfiled.read')
  @ApiOperation({ summary: '查看一条未备案机构线索' })
  @ApiOkResponse({ type: UnfiledSiteDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.sites.get(caller, id));
  }

  @Post()
  @Allow('unfiled.handle')
  @ApiOperation({ summary: '登记未备案机构线索' })
  @ApiCreatedResponse({ type: UnfiledSiteDto })
  async record(
    @CurrentCaller() caller: Caller,
    @Body() body: RecordUnfiledSiteDto,
    @Reply() reply: FastifyReply,
  ) {
    const found = { ...body, foundOn: plainDate(body.foundOn), uscc: readUscc(body.uscc) };
    return withEtag(reply, await this.recordSite.execute(caller, found));
  }

  @Post(':id/urge')
  @HttpCode(200)
  @Allow('unfiled.handle')
  @ApiOperation({ summary: '记录现场检查，督促备案；可以再次督促' })
  @ApiOkResponse({ type: UnfiledSiteDto })
  async urge(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { note, visitedOn }: UrgeUnfiledSiteDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    const step = { action: 'urge' as const, note, visitedOn: plainDate(visitedOn) };
    return withEtag(reply, await this.handle.execute(caller, id, step, version));
  }

  @Post(':id/settle')
  @HttpCode(200)
  @Allow('unfiled.handle')
  @ApiOperation({ summary: '已经备案，线索办结' })
  @ApiOkResponse({ type: UnfiledSiteDto })
  async settle(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: SettleUnfiledSiteDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.handle.execute(caller, id, { action: 'settle', ...body }, version));
  }

  @Post(':id/dismiss')
  @HttpCode(200)
  @Allow('unfiled.handle')
  @ApiOperation({ summary: '认定不需要备案，线索办结' })
  @ApiOkResponse({ type: UnfiledSiteDto })
  async dismiss(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { note }: DismissUnfiledSiteDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.handle.execute(caller, id, { action: 'dismiss', note }, version));
  }
}
