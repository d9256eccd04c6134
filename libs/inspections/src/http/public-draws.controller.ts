import { Readable } from 'node:stream';
import { Get, Param, ParseUUIDPipe, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { beaconTiming } from '@zhaoguan/draw';
import { ApiController, Public } from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DRAW_STATUS_LABELS } from '../domain/draw.process';
import { PublicDrawStore, type PublicDraw } from '../store/public-draw.store';
import { PublicDrawDto, PublicDrawPageDto, PublicDrawQuery } from './public-draws.dto';

/** What never changes again may be kept by every cache on the way for a day. */
const LASTING = 'public, max-age=86400, immutable';

@ApiController('public/draws', '公开查询')
@Public()
export class PublicDrawsController {
  constructor(private readonly draws: PublicDrawStore) {}

  @Get()
  @ApiOperation({ summary: '抽取公告，新的在前' })
  @ApiOkResponse({ type: PublicDrawPageDto })
  async list(@Query() query: PublicDrawQuery) {
    const { items, nextCursor } = await this.draws.list(query);
    return { items: items.map(toSummary), nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: '一次抽取的公告、进展和补抽记录' })
  @ApiOkResponse({ type: PublicDrawDto })
  async get(@Param('id', ParseUUIDPipe) id: string) {
    const draw = await this.draws.get(id);
    const { announcement, announcementSm3 } = draw;
    const directory = await this.draws.listDirectory(id);
    const replacements = await this.draws.listReplacements(id);
    return {
      ...toSummary(draw),
      announcement: JSON.parse(announcement) as object,
      announcementSm3,
      directory,
      accounts: await this.draws.accountActs(id),
      replacements,
      standIns: await this.draws.listStandIns(id),
    };
  }

  @Get(':id/targets')
  @ApiOperation({
    summary: '列入抽取范围的全部机构：每行编号、等级、区划，以制表符分隔；全文的 SM3 即公告的 targetsDigest',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  async targets(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const draw = await this.draws.get(id);
    if (isKnown(request, reply, `targets-${draw.announcementSm3}`)) return undefined;
    return new StreamableFile(Readable.from(this.draws.targets(id)), { type: 'text/plain; charset=utf-8' });
  }

  @Get(':id/bundle')
  @ApiOperation({ summary: '完整抽取文件，任何人可据以重算验证' })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true, description: 'docs/spec/draw.md' } })
  async bundle(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const draw = await this.draws.get(id);
    const content = await this.draws.bundle(draw);
    if (isKnown(request, reply, `bundle-${draw.announcementSm3}`)) return undefined;
    return new StreamableFile(Readable.from(content), { type: 'application/json; charset=utf-8' });
  }
}

/** Sets the validator of something that never changes; true, with 304, when the client has it already. */
function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  void reply.header('etag', `"${tag}"`).header('cache-control', LASTING);
  const known = request.headers['if-none-match'];
  if (
    known === undefined ||
    !known.split(',').some((each) => each.trim().replace(/^W\//, '') === `"${tag}"`)
  ) {
    return false;
  }
  void reply.status(304);
  return true;
}

function toSummary(draw: PublicDraw) {
  const {
    announcement: _,
    announcementSm3: __,
    beaconSource,
    beaconRound,
    beaconValue,
    beaconSourceUrl,
    beaconEnteredAt,
    ...rest
  } = draw;
  return {
    ...rest,
    statusLabel: DRAW_STATUS_LABELS[draw.status],
    beacon: {
      source: beaconSource,
      round: beaconRound,
      value: beaconValue,
      sourceUrl: beaconSourceUrl,
      enteredAt: beaconEnteredAt,
      timing: beaconTiming({ source: beaconSource, round: beaconRound }, draw.announcedAt, beaconEnteredAt),
    },
  };
}
