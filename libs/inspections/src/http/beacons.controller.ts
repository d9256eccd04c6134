import { Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { refuse } from '@zhaoguan/contracts';
import { beaconTiming, parseBeacon } from '@zhaoguan/draw';
import type { Clock } from '@zhaoguan/kernel';
import { Allow, ApiController, CLOCK } from '@zhaoguan/platform';
import { BeaconTimingDto } from './beacon-timing.dto';
import { BeaconDto } from './draws.dto';

@ApiController('beacon-timing', '双随机抽取')
export class BeaconsController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @Allow('draw.announce')
  @ApiOperation({ summary: '如果现在公告，公开随机数何时产生' })
  @ApiOkResponse({ type: BeaconTimingDto })
  timing(@Query() { source, round }: BeaconDto): BeaconTimingDto {
    const parsed = parseBeacon({ source, round });
    if (!parsed.ok) {
      throw refuse('INVALID_BEACON', { reason: parsed.reason }, [
        { pointer: '/round', code: 'INVALID_BEACON', message: parsed.reason },
      ]);
    }
    return beaconTiming({ source, round }, this.clock.now(), null);
  }
}
