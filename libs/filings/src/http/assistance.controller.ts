import { Body, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, SecretAnswer, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { AssistFiling } from '../use-cases/assist-filing';
import { FindSameCode } from '../use-cases/find-same-code.query';
import { AssistFilingDto, OpenAccountDto, OpenedAccountDto, SameCodeAtWindowDto } from './assistance.dto';
import { FilingDto } from './filing.dto';
import { SameCodeDto } from './same-code.dto';

const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What an official enters at the window for an applicant who is there (窗口代办). */
@ApiController('filings', '登记备案')
export class AssistanceController {
  constructor(
    private readonly assist: AssistFiling,
    private readonly sameCode: FindSameCode,
  ) {}

  @Post('assisted')
  @Allow('filing.assist')
  @ApiOperation({
    summary: '窗口代办：代到场的申请人起草备案',
    description:
      '备案归申请人，代办人在提交以前和退回补正期间代为填写，须上传申请人签字的窗口代办确认书；代办人不能办理自己代办的备案（ENTERED_BY_YOURSELF）。',
  })
  @ApiCreatedResponse({ type: FilingDto })
  async begin(
    @CurrentCaller() caller: Caller,
    @Body() { applicant, ...draft }: AssistFilingDto,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.assist.begin(caller, applicant, draft));
  }

  @Post('assisted/same-code')
  @HttpCode(200)
  @Allow('filing.assist')
  @ApiOperation({
    summary: '窗口代办起草前查询申请人的账号中是否已有同一代码的草稿、备案',
    description:
      '供起草前提示，不影响起草。用户名和姓名都相符的才回答（APPLICANT_UNKNOWN）。申请人自己起草、还没有提交的，只给出有几份（draftsUnseen），不给出内容。用 POST 是为了不把姓名写入网址。',
  })
  @ApiOkResponse({ type: SameCodeDto })
  findSameCode(@CurrentCaller() caller: Caller, @Body() { applicant, ...code }: SameCodeAtWindowDto) {
    return this.sameCode.atWindow(caller, applicant, code);
  }

  @Post('assisted/accounts')
  @Allow('filing.assist')
  @SecretAnswer()
  @ApiOperation({
    summary: '窗口代办：为没有账号的申请人开立机构经办人账号；初始密码只显示一次',
    description:
      '先核对要办理的备案由本窗口受理：不由本机关受理的不开立账号（WRONG_DISTRICT，写明由哪一个部门受理）。',
  })
  @ApiCreatedResponse({ type: OpenedAccountDto })
  openAccount(@CurrentCaller() caller: Caller, @Body() { district, about, ...applicant }: OpenAccountDto) {
    return this.assist.openAccount(caller, applicant, district, about);
  }

  @Post(':id/assistance/end')
  @HttpCode(200)
  @Allow('filing.file')
  @ApiOperation({ summary: '申请人结束窗口代办，此后自己办理' })
  @ApiOkResponse({ type: FilingDto })
  async end(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.assist.end(caller, id));
  }

  @Post(':id/assistance/leave')
  @HttpCode(204)
  @Allow('filing.assist')
  @ApiOperation({
    summary: '代办人退出窗口代办，草稿或者退回补正的内容留给申请人自己办理',
    description: '代办人不能删除申请人的草稿（DRAFT_OF_APPLICANT）；退出以后看不到尚未提交的内容。',
  })
  @ApiNoContentResponse()
  leave(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.assist.leave(caller, id);
  }
}
