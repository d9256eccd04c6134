import { Get, Param, ParseIntPipe, ParseUUIDPipe, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  downloadSpreadsheet,
  FileStore,
  GivesSpreadsheet,
  GivesUpload,
  PageOf,
  UntilGone,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { ExportFilings } from '../use-cases/export-filings.query';
import { GetChanges } from '../use-cases/get-changes.query';
import { GetFiling } from '../use-cases/get-filing';
import { GetHistory } from '../use-cases/get-history.query';
import { ListFilings } from '../use-cases/list-filings.query';
import { OpenMaterial } from '../use-cases/open-material';
import { RefusedBefore } from '../use-cases/refused-before.query';
import { FilingChangesDto } from './filing-changes.dto';
import { FilingListQueryDto, FilingSelectionDto } from './filing-list.dto';
import { FilingLineDto } from './filing-line.dto';
import { FilingDto } from './filing.dto';
import { HistoryLineDto } from './history-line.dto';
import { RefusedBeforeDto } from './refused-before.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What may be looked at. */
@ApiController('filings', '登记备案')
export class FilingRecordsController {
  constructor(
    private readonly listFilings: ListFilings,
    private readonly exportFilings: ExportFilings,
    private readonly getFiling: GetFiling,
    private readonly getHistory: GetHistory,
    private readonly getChanges: GetChanges,
    private readonly refusedBefore: RefusedBefore,
    private readonly openMaterial: OpenMaterial,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Allow('filing.read')
  @ApiOperation({ summary: '备案列表：经办人看自己的，受理人看本辖区、本部门的' })
  @ApiOkResponse({ type: PageOf(FilingLineDto) })
  list(@CurrentCaller() caller: Caller, @Query() query: FilingListQueryDto) {
    return this.listFilings.execute(caller, query);
  }

  @Get('export')
  @Allow('filing.read')
  @GivesSpreadsheet('办理台账')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: FilingSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exportFilings.execute(caller, selection, gone));
  }

  @Get(':id')
  @Allow('filing.read')
  @ApiOperation({ summary: '查看备案' })
  @ApiOkResponse({ type: FilingDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.getFiling.execute(caller, id));
  }

  @Get(':id/history')
  @Allow('filing.read')
  @ApiOperation({ summary: '办理过程' })
  @ApiOkResponse({ type: PageOf(HistoryLineDto) })
  history(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.getHistory.execute(caller, id);
  }

  @Get(':id/changes')
  @Allow('filing.read')
  @ApiOperation({
    summary: '与上次提交相比的改动',
    description: '经办人补正时，与退回前的提交相比；重新提交以后，最近两次提交相比。',
  })
  @ApiOkResponse({ type: FilingChangesDto })
  changes(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.getChanges.execute(caller, id);
  }

  @Get(':id/refused-before')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '填写时：同一事项以前没有准予或者逾期视为撤回的那一件，以及现在填写的是否与它相同；没有的为空',
  })
  @ApiOkResponse({ type: PageOf(RefusedBeforeDto) })
  refused(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.refusedBefore.execute(caller, id);
  }

  @Get(':id/materials/:code')
  @Allow('filing.read')
  @ApiOperation({
    summary: '下载备案材料',
    description:
      '材料含有个人信息：当事人、窗口代办人，和受理机关中可以查看个人信息的工作人员可以下载；工作人员下载留痕。',
  })
  @GivesUpload()
  async material(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('code') code: string,
  ): Promise<StreamableFile> {
    const file = await this.openMaterial.execute(caller, id, code);
    return download(await this.files.read(file.sm3), file);
  }

  @Get(':id/materials/:code/versions/:version')
  @Allow('filing.read')
  @ApiOperation({
    summary: '下载以前提交的备案材料',
    description:
      '换过的文件不删除；只有随某一次提交或者为告知承诺补交送到备案机关的才可以下载，范围与现在的材料相同。',
  })
  @GivesUpload()
  async earlierMaterial(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<StreamableFile> {
    const file = await this.openMaterial.earlier(caller, id, code, version);
    return download(await this.files.read(file.sm3), file);
  }
}
