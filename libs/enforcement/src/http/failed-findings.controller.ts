import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { OpenFindings } from '../use-cases/open-findings.query';
import { FailedFindingPage } from './penalty-case-answer.dto';
import { FailedFindingsQueryDto } from './penalty-case.dto';

@ApiController('failed-findings', '行政处罚')
export class FailedFindingsController {
  constructor(private readonly findings: OpenFindings) {}

  @Get()
  @Allow('case.manage')
  @ApiOperation({ summary: '案源：辖区内尚未立案的不符合项' })
  @ApiOkResponse({ type: FailedFindingPage })
  list(@CurrentCaller() caller: Caller, @Query() query: FailedFindingsQueryDto) {
    return this.findings.list(caller, query);
  }
}
