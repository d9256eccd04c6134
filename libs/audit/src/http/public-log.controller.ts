import { Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { ApiController, Public } from '@zhaoguan/platform';
import { PublicLogQuery } from '../use-cases/public-log.query';
import {
  ConsistencyProofDto,
  ConsistencyQueryDto,
  InclusionProofDto,
  InclusionQueryDto,
  LogKeyDto,
  SeqParamDto,
} from './log.dto';

@ApiController('public/log', '公开：透明日志')
export class PublicLogController {
  constructor(private readonly log: PublicLogQuery) {}

  @Get('key')
  @Public()
  @Header('cache-control', 'public, max-age=3600')
  @ApiOperation({ summary: '日志的名称和验签公钥' })
  @ApiOkResponse({ type: LogKeyDto })
  key() {
    return this.log.key();
  }

  @Get('checkpoint')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=10')
  @ApiOperation({ summary: '最新的签名检查点（C2SP 文本）' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' }, description: '名称、条数、根、时间，空行，签名行' })
  checkpoint() {
    return this.log.checkpoint();
  }

  @Get('entries/:seq')
  @Public()
  @ApiOperation({ summary: '某一位置的叶散列及其在检查点中的证明（不含内容）' })
  @ApiOkResponse({ type: InclusionProofDto })
  entry(@Param() { seq }: SeqParamDto, @Query() { size }: InclusionQueryDto) {
    return this.log.inclusion(seq, size);
  }

  @Get('proof')
  @Public()
  @ApiOperation({ summary: '两个检查点之间只增不改的证明' })
  @ApiOkResponse({ type: ConsistencyProofDto })
  proof(@Query() { first, second }: ConsistencyQueryDto) {
    return this.log.consistency(first, second);
  }
}
