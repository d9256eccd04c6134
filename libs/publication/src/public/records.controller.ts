import { Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, Public } from '@zhaoguan/platform';
import { toPage } from './keyset-page';
import { NonconformitiesQuery } from './nonconformities.query';
import { PenaltiesQuery } from './penalties.query';
import { PublicCacheInterceptor } from './public-cache.interceptor';
import { PublicNonconformityDto, PublicNonconformityPageDto } from './nonconformities.dto';
import { DistrictQuery } from './public.dto';
import {
  PublicPenaltyDto,
  PublicPenaltyPageDto,
  PublicRemovalPageDto,
  PublicResultDto,
  PublicResultPageDto,
  RecordsQuery,
  ResultsSearchQuery,
} from './records.dto';
import { PublicRemovals } from './removals.query';
import { ResultsQuery } from './results.query';

@ApiController('public', '公众查询')
@UseInterceptors(PublicCacheInterceptor)
export class PublicRecordsController {
  constructor(
    private readonly results: ResultsQuery,
    private readonly penalties: PenaltiesQuery,
    private readonly removals: PublicRemovals,
    private readonly nonconformities: NonconformitiesQuery,
  ) {}

  @Get('inspection-results')
  @Public()
  @ApiOperation({ summary: '查询公布的检查结果' })
  @ApiOkResponse({ type: PublicResultPageDto })
  async listResults(@Query() criteria: ResultsSearchQuery) {
    return toPage(await this.results.list(criteria));
  }

  @Get('inspection-results/:id')
  @Public()
  @ApiOperation({ summary: '查看一次检查的结果' })
  @ApiOkResponse({ type: PublicResultDto })
  getResult(@Param('id') id: string) {
    return this.results.get(id);
  }

  @Get('penalties')
  @Public()
  @ApiOperation({ summary: '查询公示期内的行政处罚' })
  @ApiOkResponse({ type: PublicPenaltyPageDto })
  async listPenalties(@Query() criteria: RecordsQuery) {
    return toPage(await this.penalties.list(criteria));
  }

  @Get('removals')
  @Public()
  @ApiOperation({ summary: '查询备案机关注销、撤销的备案' })
  @ApiOkResponse({ type: PublicRemovalPageDto })
  async listRemovals(@Query() criteria: RecordsQuery) {
    return toPage(await this.removals.list(criteria));
  }

  @Get('penalties/:id')
  @Public()
  @ApiOperation({ summary: '查看一件行政处罚' })
  @ApiOkResponse({ type: PublicPenaltyDto })
  getPenalty(@Param('id') id: string) {
    return this.penalties.get(id);
  }

  @Get('nonconformities')
  @Public()
  @ApiOperation({ summary: '查询备案内容不符合要求、已向社会公开的托育机构' })
  @ApiOkResponse({ type: PublicNonconformityPageDto })
  async listNonconformities(@Query() criteria: DistrictQuery) {
    return toPage(await this.nonconformities.list(criteria));
  }

  @Get('nonconformities/:id')
  @Public()
  @ApiOperation({ summary: '查看一件备案内容不符合要求的公开' })
  @ApiOkResponse({ type: PublicNonconformityDto })
  getNonconformity(@Param('id') id: string) {
    return this.nonconformities.get(id);
  }
}
