import { Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, Public } from '@zhaoguan/platform';
import { PublicCacheInterceptor } from '@zhaoguan/publication';
import { presentGuide, presentItem } from '../guides/present-guide';
import { ServiceGuides } from '../guides/service-guides';
import { ServiceGuideDto, ServiceGuideQuery, ServiceItemListDto } from './service-guides.dto';

/** The same guides for programs, such as a 政务服务平台 that shows them. */
@ApiController('public/service-guides', '公众查询')
@UseInterceptors(PublicCacheInterceptor)
export class ServiceGuidesController {
  constructor(private readonly guides: ServiceGuides) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '列出政务服务事项' })
  @ApiOkResponse({ type: ServiceItemListDto })
  async list() {
    return { items: (await this.guides.items()).map(presentItem) };
  }

  @Get(':item')
  @Public()
  @ApiOperation({ summary: '查看一个事项的办事指南' })
  @ApiOkResponse({ type: ServiceGuideDto })
  async get(@Param('item') item: string, @Query() { district, held }: ServiceGuideQuery) {
    return presentGuide(await this.guides.guide(item, district ?? null, held));
  }
}
