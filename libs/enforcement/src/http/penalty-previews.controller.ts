import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, toProblem } from '@zhaoguan/platform';
import { PreviewPenalty } from '../use-cases/preview-penalty.query';
import { PenaltyPreviewDto, PenaltyPreviewQueryDto } from './penalty-preview.dto';

@ApiController('penalty-cases', '行政处罚')
export class PenaltyPreviewsController {
  constructor(private readonly preview: PreviewPenalty) {}

  @Get(':id/preview')
  @Allow('case.manage', 'case.decide')
  @ApiOperation({ summary: '拟作处罚的后果：是否在幅度以内、是否应当告知听证、公示和缴款' })
  @ApiOkResponse({ type: PenaltyPreviewDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() { measures = [], amountFen = 0, severity }: PenaltyPreviewQueryDto,
  ) {
    const proposal = { measures, amountFen, ...(severity === undefined ? {} : { severity }) };
    const { refusal, ...preview } = await this.preview.execute(caller, id, proposal);
    return { ...preview, refusal: refusal && toProblem(refusal, caller.traceId) };
  }
}
