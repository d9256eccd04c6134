import { Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, nameFragmentOf, Public } from '@zhaoguan/platform';
import { InstitutionsQuery } from './institutions.query';
import { InstitutionRecordQuery } from './institution-record.query';
import { PublicInstitutionPageDto } from './institutions.dto';
import { toPage } from './keyset-page';
import { PublicCacheInterceptor } from './public-cache.interceptor';
import { InstitutionSearchQuery } from './public.dto';
import { InstitutionRecordDto } from './records.dto';

@ApiController('public/institutions', '公众查询')
@UseInterceptors(PublicCacheInterceptor)
export class PublicInstitutionsController {
  constructor(
    private readonly institutions: InstitutionsQuery,
    private readonly records: InstitutionRecordQuery,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '查询机构名录' })
  @ApiOkResponse({ type: PublicInstitutionPageDto })
  async list(@Query() { q, ...criteria }: InstitutionSearchQuery) {
    return toPage(await this.institutions.list({ ...criteria, fragment: nameFragmentOf(q) }));
  }

  @Get(':id')
  @Public()
  @ApiOperation({ summary: '查看一家机构：名录、信用等级、最近检查结果、公示期内的处罚' })
  @ApiOkResponse({ type: InstitutionRecordDto })
  get(@Param('id') id: string) {
    return this.records.get(id);
  }
}
