import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController } from '@zhaoguan/platform';
import { saysGone } from '../domain/findings';
import { LookUp } from '../use-cases/look-up.query';
import { ItemListDto, ItemQuery, ResultCategoryListDto } from './items.dto';

@ApiController('inspection-items', '抽查事项')
export class InspectionItemsController {
  constructor(private readonly lookUp: LookUp) {}

  @Get()
  @Allow('item.read')
  @ApiOperation({ summary: '抽查事项清单' })
  @ApiOkResponse({ type: ItemListDto })
  async list(@Query() query: ItemQuery) {
    return { items: await this.lookUp.items(query.kind), nextCursor: null };
  }
}

@ApiController('inspection-result-categories', '抽查事项')
export class InspectionResultCategoriesController {
  constructor(private readonly lookUp: LookUp) {}

  @Get()
  @Allow('item.read')
  @ApiOperation({ summary: '检查结果公示用语' })
  @ApiOkResponse({ type: ResultCategoryListDto })
  async list() {
    const categories = await this.lookUp.resultCategories();
    const items = categories.map((category) => ({ ...category, needsFindings: !saysGone(category.code) }));
    return { items, nextCursor: null };
  }
}
