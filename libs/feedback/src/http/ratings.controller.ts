import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  UntilGone,
} from '@zhaoguan/platform';
import { ExportStatistics } from '../use-cases/export-statistics.query';
import { AddToRating } from '../use-cases/add-to-rating';
import { GiveRating } from '../use-cases/give-rating';
import { RatedSteps } from '../use-cases/rated-steps.query';
import { RatingStatisticsQuery } from '../use-cases/statistics.query';
import { AddToRatingDto, GiveRatingDto, RatedFilingDto } from './ratings.dto';
import { RatingStatisticsDto, StatisticsQueryDto, StatisticsSelectionDto } from './statistics.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

@ApiController('', '服务评价')
export class RatingsController {
  constructor(
    private readonly steps: RatedSteps,
    private readonly give: GiveRating,
    private readonly add: AddToRating,
    private readonly statistics: RatingStatisticsQuery,
    private readonly exportStatistics: ExportStatistics,
  ) {}

  @Get('filings/:id/service-ratings')
  @Allow('rating.give')
  @ApiOperation({ summary: '本人的备案可以评价的各步和已作的评价' })
  @ApiOkResponse({ type: RatedFilingDto })
  ofFiling(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.steps.get(caller, id);
  }

  @Post('filings/:id/service-ratings')
  @HttpCode(200)
  @Allow('rating.give')
  @ApiOperation({ summary: '评价备案的一步' })
  @ApiOkResponse({ type: RatedFilingDto })
  rate(@CurrentCaller() caller: Caller, @Id() id: string, @Body() body: GiveRatingDto) {
    const { process = 'filing', recordId = id, step } = body;
    const { level, reasons = [], words = null, contactPhone = null } = body;
    const key = { process, recordId, step };
    return this.give.execute(caller, id, key, { level, reasons, words, contactPhone });
  }

  @Post('service-ratings/:id/addition')
  @HttpCode(200)
  @Allow('rating.give')
  @ApiOperation({ summary: '追加评价' })
  @ApiOkResponse({ type: RatedFilingDto })
  addTo(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { words, unsettled = false }: AddToRatingDto,
  ) {
    return this.add.execute(caller, id, words, unsettled);
  }

  @Get('service-rating-statistics')
  @Allow('rating.read-statistics')
  @ApiOperation({ summary: '辖区内本部门的服务评价统计，按机关和季度' })
  @ApiOkResponse({ type: RatingStatisticsDto })
  counted(@CurrentCaller() caller: Caller, @Query() query: StatisticsQueryDto) {
    return this.statistics.get(caller, query);
  }

  @Get('service-rating-statistics/export')
  @Allow('rating.read-statistics')
  @GivesSpreadsheet('服务评价统计')
  async exportCounted(
    @CurrentCaller() caller: Caller,
    @Query() selection: StatisticsSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exportStatistics.execute(caller, selection, gone));
  }
}
