import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { ApiController, CurrentCaller, SignedIn } from '@zhaoguan/platform';
import { FigureCache } from '../use-cases/figure-cache';
import { Figures } from '../use-cases/figures.query';
import { WorkItems } from '../use-cases/work-items.query';
import {
  DaysToDecisionDto,
  DistrictsDto,
  FilingsByWeekDto,
  FindingsDto,
  GradeHistoryDto,
  GradesDto,
  PlansProgressDto,
  ResultsDto,
  WaitingFigureDto,
} from './figures.dto';
import { toSummary } from './work-items.dto';

@ApiController('figures', '工作台')
export class FiguresController {
  constructor(
    private readonly figures: Figures,
    private readonly workItems: WorkItems,
    private readonly cache: FigureCache,
  ) {}

  @Get('waiting')
  @SignedIn()
  @ApiOperation({ summary: '统计：我的待办，按类别和期限' })
  @ApiOkResponse({ type: WaitingFigureDto })
  waiting(@CurrentCaller() caller: Caller) {
    return this.cache.get(`waiting ${caller.id}`, async () =>
      toSummary(await this.workItems.summary(caller)),
    );
  }

  @Get('filings-by-week')
  @SignedIn()
  @ApiOperation({ summary: '统计：每周提交的备案及其办理情况' })
  @ApiOkResponse({ type: FilingsByWeekDto })
  filingsByWeek(@CurrentCaller() caller: Caller) {
    return this.figures.filingsByWeek(caller);
  }

  @Get('days-to-decision')
  @SignedIn()
  @ApiOperation({ summary: '统计：备案从提交到办结的工作日数（最近 26 周）' })
  @ApiOkResponse({ type: DaysToDecisionDto })
  daysToDecision(@CurrentCaller() caller: Caller) {
    return this.figures.daysToDecision(caller);
  }

  @Get('grades')
  @SignedIn()
  @ApiOperation({ summary: '统计：各类机构的信用等级' })
  @ApiOkResponse({ type: GradesDto })
  grades(@CurrentCaller() caller: Caller) {
    return this.figures.grades(caller);
  }

  @Get('findings')
  @SignedIn()
  @ApiOperation({ summary: '统计：检查中最常见的不符合项' })
  @ApiOkResponse({ type: FindingsDto })
  findings(@CurrentCaller() caller: Caller) {
    return this.figures.findings(caller);
  }

  @Get('results')
  @SignedIn()
  @ApiOperation({ summary: '统计：各种检查结果的数目' })
  @ApiOkResponse({ type: ResultsDto })
  results(@CurrentCaller() caller: Caller) {
    return this.figures.results(caller);
  }

  @Get('districts')
  @SignedIn()
  @ApiOperation({ summary: '统计：下一级区划的机构、床位（托位）、信用与问题，供方格图使用' })
  @ApiOkResponse({ type: DistrictsDto })
  districts(@CurrentCaller() caller: Caller) {
    return this.figures.districts(caller);
  }

  @Get('plans')
  @SignedIn()
  @ApiOperation({ summary: '统计：进行中的抽查的完成情况' })
  @ApiOkResponse({ type: PlansProgressDto })
  plans(@CurrentCaller() caller: Caller) {
    return this.figures.progress(caller);
  }

  @Get('grade-history')
  @SignedIn()
  @ApiOperation({ summary: '统计：本人各机构信用等级的变化' })
  @ApiOkResponse({ type: GradeHistoryDto })
  gradeHistory(@CurrentCaller() caller: Caller) {
    return this.figures.gradeHistory(caller);
  }
}
