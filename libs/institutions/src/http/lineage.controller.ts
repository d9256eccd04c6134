import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, PageOf, PageQuery } from '@zhaoguan/platform';
import { EnterLink } from '../use-cases/enter-link';
import { Lineage } from '../use-cases/lineage.query';
import { EnterLinkDto, LinkEntryDto, RelatedPageDto, RelatedQueryDto } from './lineage.dto';

@ApiController('institutions', '机构名录')
export class LineageController {
  constructor(
    private readonly lineage: Lineage,
    private readonly enterLink: EnterLink,
  ) {}

  @Get(':id/related')
  @Allow('lineage.read')
  @ApiOperation({ summary: '沿革与关联：此前、此后的机构，同一举办主体、同一负责人或者实际控制人的其他机构' })
  @ApiOkResponse({ type: RelatedPageDto })
  related(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: RelatedQueryDto,
  ) {
    return this.lineage.related(caller, id, query);
  }

  @Get(':id/links')
  @Allow('lineage.read')
  @ApiOperation({ summary: '沿革与关联的登记记录：谁、何时、凭什么' })
  @ApiOkResponse({ type: PageOf(LinkEntryDto) })
  entries(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ) {
    return this.lineage.entries(caller, id, query);
  }

  @Post(':id/links')
  @HttpCode(204)
  @Allow('lineage.manage')
  @ApiOperation({ summary: '登记或者更正一项沿革、关联；每次都是新的一条' })
  @ApiNoContentResponse()
  enter(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() claim: EnterLinkDto,
  ) {
    return this.enterLink.execute(caller, id, claim);
  }
}
