import { Body, Param, ParseUUIDPipe, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { StateTakeover } from '../use-cases/state-takeover';
import { FilingDto } from './filing.dto';
import { StateTakeoverDto } from './takeover.dto';

const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What an applicant says of what stands in the register under their code or in their house. */
@ApiController('filings', '登记备案')
export class TakeoverController {
  constructor(private readonly state: StateTakeover) {}

  @Put(':id/takeover')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '说明与名录中已有机构的关系',
    description:
      '首次备案、许可申请：同一统一社会信用代码的机构由另一个账号办理的，提交以前须说明原因并上传授权委托书，提交以后才转为这种情形的，退回补正以前不能准予（TAKEOVER_UNEXPLAINED）；承接同一地址原机构场地的，说明以后须上传证明材料，原机构终止或者注销以后才能准予（PREDECESSOR_STANDS）。再次说明的，以最后一次为准。',
  })
  @ApiOkResponse({ type: FilingDto })
  async put(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StateTakeoverDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.state.execute(caller, id, body, version));
  }
}
