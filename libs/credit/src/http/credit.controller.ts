import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { ConfirmRectified } from '../use-cases/confirm-rectified';
import { CreditQuery } from '../use-cases/credit.query';
import { CreditDto, RectifiedDto } from './credit.dto';

@ApiController('institutions/:id/credit', '信用')
export class CreditController {
  constructor(
    private readonly query: CreditQuery,
    private readonly confirm: ConfirmRectified,
  ) {}

  @Get()
  @Allow('credit.read')
  @ApiOperation({ summary: '信用等级及其说明：主管部门查辖区机构，经办人查本机构' })
  @ApiOkResponse({ type: CreditDto })
  get(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    return this.query.get(caller, id);
  }

  @Post('events/:eventId/rectified')
  @HttpCode(200)
  @Allow('credit.confirm')
  @ApiOperation({ summary: '确认重大问题整改合格' })
  @ApiOkResponse({ type: CreditDto })
  rectified(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('eventId') eventId: string,
    @Body() body: RectifiedDto,
  ) {
    return this.confirm.execute(caller, id, eventId, body.note);
  }
}
