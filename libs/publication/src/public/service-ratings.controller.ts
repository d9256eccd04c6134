import { Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, PageQuery, Public } from '@zhaoguan/platform';
import { PublicCacheInterceptor } from './public-cache.interceptor';
import { PublicServiceRatingPageDto } from './service-ratings.dto';
import { ServiceRatingsQuery } from './service-ratings.query';

@ApiController('public/service-ratings', '公众查询')
@UseInterceptors(PublicCacheInterceptor)
export class PublicServiceRatingsController {
  constructor(private readonly ratings: ServiceRatingsQuery) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '各机关最近四个已经结束的季度的服务评价统计' })
  @ApiOkResponse({ type: PublicServiceRatingPageDto })
  list(@Query() { limit, cursor }: PageQuery) {
    return this.ratings.list({ limit, cursor });
  }
}
