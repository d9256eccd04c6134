import { Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  SignedIn,
  UntilGone,
} from '@zhaoguan/platform';
import { ExportWorkItems } from '../use-cases/export-work-items.query';
import { WorkItems } from '../use-cases/work-items.query';
import {
  toSummary,
  toWorkItem,
  WorkItemPageDto,
  WorkItemQueryDto,
  WorkItemSelectionDto,
  WorkItemSummaryDto,
} from './work-items.dto';

@ApiController('work-items', '工作台')
export class WorkItemsController {
  constructor(
    private readonly workItems: WorkItems,
    private readonly exports: ExportWorkItems,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '我的待办：已超期的在前，其次期限近的，没有期限的在后' })
  @ApiOkResponse({ type: WorkItemPageDto })
  async list(@CurrentCaller() caller: Caller, @Query() query: WorkItemQueryDto) {
    const { items, nextCursor } = await this.workItems.list(caller, query);
    return { items: items.map(toWorkItem), nextCursor };
  }

  @Get('export')
  @SignedIn()
  @GivesSpreadsheet('待办')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: WorkItemSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }

  @Get('summary')
  @SignedIn()
  @ApiOperation({ summary: '我的待办的数目：按类别和期限' })
  @ApiOkResponse({ type: WorkItemSummaryDto })
  async summary(@CurrentCaller() caller: Caller) {
    return toSummary(await this.workItems.summary(caller));
  }
}
