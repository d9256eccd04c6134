import { Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { KINDS, REGIMES, type Kind, type Regime, type RegimeRow } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { ApiController, Public } from '../http/policy';
import { CLOCK } from '../tokens';
import { ReferenceData } from './reference-data';

const A_MINUTE = 'public, max-age=60';

class RegimeDto {
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ example: '000000', description: '适用的地区：区县、市、省，全国为 000000' })
  jurisdiction!: string;
  @ApiProperty({ enum: REGIMES, description: '备案，或者许可' })
  regime!: Regime;
  @ApiProperty({ type: String, format: 'date', example: '2019-12-19', description: '从哪一天起' })
  effectiveFrom!: string;
}

class RegimeListDto {
  @ApiProperty({ type: [RegimeDto] })
  items!: readonly RegimeDto[];
}

/** Where which kind of institution is filed or licensed (备案、许可), of what has begun: by it pages name what they list. */
@ApiController('regimes', '基础数据')
export class RegimesController {
  constructor(
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', A_MINUTE)
  @ApiOperation({ summary: '各地从哪一天起适用备案还是许可' })
  @ApiOkResponse({ type: RegimeListDto })
  async list(): Promise<RegimeListDto> {
    const on = dateInShanghai(this.clock.now());
    const rows = await this.reference.list<RegimeRow>('regimes');
    const begun = rows.filter(({ effectiveFrom }) => effectiveFrom <= on);
    return {
      items: begun.map(({ kind, jurisdiction, regime, effectiveFrom }) => ({
        kind,
        jurisdiction,
        regime,
        effectiveFrom,
      })),
    };
  }
}
