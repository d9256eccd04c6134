import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { ConfirmRectified } from '../use-cases/confirm-rectified';
import { CreditQuery } from '../use-cases/credit.query';
import { PreviewPenaltyOnGrade } from '../use-cases/preview-penalty.query';
import { CreditDto, RectifiedDto } from './credit.dto';
import { GradePreviewDto, GradePreviewQueryDto } from './grade-preview.dto';

@ApiController('institutions/:id/credit', '信用')
export class CreditController {
  constructor(
    private readonly query: CreditQuery,
    private readonly confirm: ConfirmRectified,
    private readonly preview: PreviewPenaltyOnGrade,
  ) {}

  @Get()
  @Allow('credit.read')
  @ApiOperation({ summary: '信用等级及其说明：主管部门查辖区机构，经办人查本机构' })
  @ApiOkResponse({ type: CreditDto })
  get(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    return this.query.get(caller, id);
  }

  @Get('preview')
  @Allow('case.read')
  @ApiOperation({ summary: '今天作出某一类处罚决定，对信用等级的影响' })
  @ApiOkResponse({ type: GradePreviewDto })
  ofPenalty(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query() { publicityClass }: GradePreviewQueryDto,
  ) {
    return this.preview.execute(caller, id, publicityClass);
  }

  @Get('preview/breach')
  @Allow('filing.accept')
  @ApiOperation({ summary: '今天认定未履行告知承诺，对信用等级的影响' })
  @ApiOkResponse({ type: GradePreviewDto })
  ofBreach(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    return this.preview.execute(caller, id, 'BREACH');
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
