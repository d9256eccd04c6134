import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { LeftBehind } from '../use-cases/left-behind.query';
import { LeftOpinions } from '../use-cases/left-opinions.query';
import { LeftBehindDto, LeftBehindQueryDto } from './left-behind.dto';

/** What an account leaves behind in the offices that take filings, before it is taken out of use or may do less. */
@ApiController('filings', '登记备案')
export class LeftBehindController {
  constructor(
    private readonly leftBehind: LeftBehind,
    private readonly leftOpinions: LeftOpinions,
  ) {}

  @Get('left-behind/:personId')
  @Allow('person.manage')
  @ApiOperation({
    summary:
      '停用、变更账号以前：哪些机关、部门将没有可以办理申请、答复协同意见的人员，几件申请、几件征求意见届时无人可以办理、答复',
    description: '只计件数，不含申请的内容。',
  })
  @ApiOkResponse({ type: LeftBehindDto })
  async find(
    @CurrentCaller() caller: Caller,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Query() { roles, districts = [], departments = [] }: LeftBehindQueryDto,
  ): Promise<LeftBehindDto> {
    const after = roles === undefined ? null : { roles, districts, departments };
    return {
      offices: await this.leftBehind.execute(caller, personId, after),
      departments: await this.leftOpinions.execute(caller, personId, after),
    };
  }
}
