import { Readable } from 'node:stream';
import { Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ApiController, Public } from '@zhaoguan/platform';
import { DrawOutcomeQuery } from './draw-outcome.query';
import { DrawsQuery } from './draws.query';
import { PUBLIC_CACHE } from './public-cache.interceptor';

/** The hat of a draw for people; the canonical list, whose digest was announced, is `targets` of the draw itself. */
@ApiController('public/draws', '公众查询')
@Public()
export class DrawRosterController {
  constructor(
    private readonly draws: DrawsQuery,
    private readonly outcome: DrawOutcomeQuery,
  ) {}

  @Get(':id/roster.csv')
  @Header('cache-control', PUBLIC_CACHE)
  @ApiOperation({ summary: '检查对象名单（CSV，含机构名称），供人阅读；核对摘要请用 targets' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async roster(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    await this.draws.get(id);
    return new StreamableFile(Readable.from(this.outcome.roster(id)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="roster-${id}.csv"`,
    });
  }
}
