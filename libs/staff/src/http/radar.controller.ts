import { Body, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { normalizeText } from '@zhaoguan/kernel';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  UntilGone,
} from '@zhaoguan/platform';
import { ExportExpiries } from '../use-cases/export-expiries.query';
import { CheckExpiries } from '../use-cases/check-expiries';
import { RadarQuery } from '../use-cases/radar.query';
import {
  ExpiryCheckDto,
  ExpiryListQueryDto,
  ExpirySelectionDto,
  ExpiryMonthDto,
  ExpiryMonthsQueryDto,
  ExpiryPageDto,
} from './radar.dto';

@ApiController('expiries', '到期预警')
export class RadarController {
  constructor(
    private readonly query: RadarQuery,
    private readonly checks: CheckExpiries,
    private readonly exports: ExportExpiries,
  ) {}

  @Get()
  @Allow('expiry.read')
  @ApiOperation({ summary: '到期事项，先到期的在前：机构看自己的，主管部门看本辖区的' })
  @ApiOkResponse({ type: ExpiryPageDto })
  list(@CurrentCaller() caller: Caller, @Query() query: ExpiryListQueryDto) {
    return this.query.list(caller, query);
  }

  @Get('export')
  @Allow('expiry.read')
  @GivesSpreadsheet('到期事项')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: ExpirySelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }

  @Get('months')
  @Allow('expiry.read')
  @ApiOperation({ summary: '今后十二个月每月到期多少项，已到期多少项' })
  @ApiOkResponse({ type: [ExpiryMonthDto] })
  months(@CurrentCaller() caller: Caller, @Query() query: ExpiryMonthsQueryDto) {
    return this.query.months(caller, query);
  }

  @Post('checks')
  @HttpCode(204)
  @Allow('expiry.check')
  @ApiOperation({ summary: '记录对一家机构已到期事项的核查情况' })
  @ApiNoContentResponse()
  async check(@CurrentCaller() caller: Caller, @Body() body: ExpiryCheckDto): Promise<void> {
    await this.checks.execute(caller, { ...body, note: normalizeText(body.note) });
  }
}
