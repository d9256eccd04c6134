import { Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiController, SignedIn } from '@zhaoguan/platform';
import { GetFilingForm } from '../use-cases/get-filing-form.query';
import { FilingFormDto, FormVersionQueryDto, FormWantedDto } from './filing-form.dto';

/** The forms as data: the console shows them and checks by them while people type. */
@ApiController('filing-forms', '登记备案')
export class FilingFormsController {
  constructor(private readonly forms: GetFilingForm) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '现行备案表单：填报项目、校验规则和限额' })
  @ApiOkResponse({ type: FilingFormDto })
  today(@Query() query: FormWantedDto) {
    return this.forms.today(query);
  }

  @Get(':code/:version')
  @SignedIn()
  @ApiOperation({ summary: '某一版备案表单，如一件备案起草时的版本' })
  @ApiOkResponse({ type: FilingFormDto })
  version(
    @Param('code') code: string,
    @Param('version', ParseIntPipe) version: number,
    @Query() { district }: FormVersionQueryDto,
  ) {
    return this.forms.version(code, version, district);
  }
}
