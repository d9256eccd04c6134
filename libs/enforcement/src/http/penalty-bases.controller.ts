import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { PenaltyBases } from '../use-cases/penalty-bases.query';
import { PenaltyBasesQueryDto, PenaltyBasisListDto } from './penalty-bases.dto';

@ApiController('penalty-bases', '行政处罚')
export class PenaltyBasesController {
  constructor(private readonly bases: PenaltyBases) {}

  @Get()
  @Allow('case.read')
  @ApiOperation({ summary: '处罚依据：本辖区施行的条款和法定档次' })
  @ApiOkResponse({ type: PenaltyBasisListDto })
  async list(@CurrentCaller() caller: Caller, @Query() { kind }: PenaltyBasesQueryDto) {
    return { items: await this.bases.list(caller, kind), nextCursor: null };
  }
}
