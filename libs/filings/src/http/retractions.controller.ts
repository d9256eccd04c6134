import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { RetractNotice } from '../use-cases/retract-notice';
import { RetractionsOfFiling } from '../use-cases/retractions-of-filing.query';
import { AskRetractionDto, DeclineRetractionDto, RetractionsDto } from './retraction.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const RetractionId = (): ParameterDecorator => Param('retractionId', ParseUUIDPipe);

/** What was accepted and is not in force yet is taken back (撤回). */
@ApiController('filings', '登记备案')
export class RetractionsController {
  constructor(
    private readonly notices: RetractNotice,
    private readonly retractions: RetractionsOfFiling,
  ) {}

  @Get(':id/retractions')
  @Allow('filing.read')
  @ApiOperation({ summary: '撤回已经准予、尚未生效的暂停、恢复、终止服务的情况；其他的为空' })
  @ApiOkResponse({ type: RetractionsDto })
  list(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.retractions.execute(caller, id);
  }

  @Post(':id/retractions')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '申请撤回已经准予、尚未生效的暂停、恢复、终止服务',
    description: '申请以后，在答复以前不生效，原定的日期到了也不生效。窗口可以代申请人提出。',
  })
  @ApiCreatedResponse({ type: RetractionsDto })
  ask(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { reason }: AskRetractionDto) {
    return this.notices.ask(caller, id, reason);
  }

  @Post(':id/retractions/:retractionId/grant')
  @HttpCode(200)
  @Allow('filing.accept')
  @ApiOperation({ summary: '准予撤回：原事项不再执行，出具准予撤回告知书；代为提出的人不能自己决定' })
  @ApiOkResponse({ type: RetractionsDto })
  grant(@CurrentCaller() caller: Caller, @Id() id: string, @RetractionId() retractionId: string) {
    return this.notices.grant(caller, id, retractionId);
  }

  @Post(':id/retractions/:retractionId/decline')
  @HttpCode(200)
  @Allow('filing.accept')
  @ApiOperation({ summary: '不予撤回，说明理由：原事项仍按原定的日期生效，日期已过的当即生效' })
  @ApiOkResponse({ type: RetractionsDto })
  decline(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @RetractionId() retractionId: string,
    @Body() { reason }: DeclineRetractionDto,
  ) {
    return this.notices.decline(caller, id, retractionId, reason);
  }

  @Post(':id/retractions/:retractionId/take-back')
  @HttpCode(200)
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '不再申请撤回：原事项仍按原定的日期生效，日期已过的当即生效' })
  @ApiOkResponse({ type: RetractionsDto })
  takeBack(@CurrentCaller() caller: Caller, @Id() id: string, @RetractionId() retractionId: string) {
    return this.notices.takeBack(caller, id, retractionId);
  }
}
