import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { AskOpinion } from '../use-cases/ask-opinion';
import { OpinionsOfFiling } from '../use-cases/opinions-of-filing.query';
import { AskOpinionDto, EndOpinionDto, WaiveOpinionsDto, OpinionsDto } from './opinion.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Opinions of other departments on a filing (并联意见). */
@ApiController('filings', '登记备案')
export class FilingOpinionsController {
  constructor(
    private readonly asking: AskOpinion,
    private readonly opinions: OpinionsOfFiling,
  ) {}

  @Get(':id/opinions')
  @Allow('filing.read')
  @ApiOperation({ summary: '征求了哪些部门的意见；申请人在办结以前只看到部门和期限' })
  @ApiOkResponse({ type: OpinionsDto })
  list(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.opinions.execute(caller, id);
  }

  @Post(':id/opinions')
  @Allow('filing.consult')
  @ApiOperation({ summary: '征求一个部门的意见；主管部门的办理期限不停止计算' })
  @ApiCreatedResponse({ type: OpinionsDto })
  ask(@CurrentCaller() caller: Caller, @Id() id: string, @Body() body: AskOpinionDto) {
    return this.asking.ask(caller, id, body);
  }

  @Post(':id/opinions/waive')
  @HttpCode(200)
  @Allow('filing.consult')
  @ApiOperation({ summary: '不再等待尚未答复的意见，说明理由；没有等待的意见以后可以作出决定' })
  @ApiOkResponse({ type: OpinionsDto })
  waive(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { reason, opinions }: WaiveOpinionsDto) {
    return this.asking.waive(caller, id, { reason, opinions });
  }

  @Post(':id/opinions/:opinionId/withdraw')
  @HttpCode(200)
  @Allow('filing.consult')
  @ApiOperation({ summary: '撤回征求意见' })
  @ApiOkResponse({ type: OpinionsDto })
  withdraw(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('opinionId', ParseUUIDPipe) opinionId: string,
    @Body() { reason }: EndOpinionDto,
  ) {
    return this.asking.withdraw(caller, id, opinionId, reason);
  }
}
