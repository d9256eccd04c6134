import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { FindSameCode } from '../use-cases/find-same-code.query';
import { SameCodeDto, SameCodeQueryDto } from './same-code.dto';

/** What an applicant is told of their code before they hand in. */
@ApiController('filings', '登记备案')
export class SameCodeController {
  constructor(private readonly findSameCode: FindSameCode) {}

  @Get('same-code')
  @Allow('filing.file')
  @ApiOperation({
    summary: '起草前查询信用代码是否已有备案',
    description:
      '供起草前提示，不影响起草。他人的只回答公开名录中有没有；本人的给出编号和状态，包括还没有提交的草稿。名录导入、还没有归入任何账号的，给出名录公布的内容，供预填。',
  })
  @ApiOkResponse({ type: SameCodeDto })
  beforeDraft(@CurrentCaller() caller: Caller, @Query() query: SameCodeQueryDto) {
    return this.findSameCode.beforeDraft(caller, query);
  }

  @Get(':id/same-code')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '信用代码是否已有备案',
    description:
      '供填写时提示，不影响提交。他人的只回答公开名录中有没有，草稿和没有准予备案的一概不提；本人的给出编号和状态。',
  })
  @ApiOkResponse({ type: SameCodeDto })
  find(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.findSameCode.execute(caller, id);
  }
}
