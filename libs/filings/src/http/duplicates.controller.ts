import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { FindDuplicates } from '../use-cases/find-duplicates.query';
import { DuplicatesDto } from './duplicates.dto';

/** What those who decide a filing are told of others that may be the same. */
@ApiController('filings', '登记备案')
export class DuplicatesController {
  constructor(private readonly findDuplicates: FindDuplicates) {}

  @Get(':id/duplicates')
  @Allow('filing.assign')
  @ApiOperation({
    summary: '疑似重复的机构和备案',
    description:
      '信用代码相同、地址相同或者相近、法定代表人（负责人）为同一人的。同一处已经终止服务的机构列在最后，可能是此前的机构。仅作提示，不影响办理；其他辖区或者其他部门的只计数。名录中已有、还没有归入任何账号的同一处机构，另在 takesOver 中写明。',
  })
  @ApiOkResponse({ type: DuplicatesDto })
  find(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.findDuplicates.execute(caller, id);
  }
}
