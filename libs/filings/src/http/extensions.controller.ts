import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { ExtendTerm } from '../use-cases/extend-term';
import { ExtensionsOfFiling } from '../use-cases/extensions-of-filing.query';
import { AskExtensionDto, DeclineExtensionDto, ExtensionsDto } from './extension.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const ExtensionId = (): ParameterDecorator => Param('extensionId', ParseUUIDPipe);

/** Extensions of the term of a decision on a licence (延长办理期限). */
@ApiController('filings', '登记备案')
export class ExtensionsController {
  constructor(
    private readonly term: ExtendTerm,
    private readonly extensions: ExtensionsOfFiling,
  ) {}

  @Get(':id/extensions')
  @Allow('filing.read')
  @ApiOperation({ summary: '许可申请延长办理期限的情况；申请人只看到已经批准的' })
  @ApiOkResponse({ type: ExtensionsDto })
  list(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.extensions.execute(caller, id);
  }

  @Post(':id/extensions')
  @Allow('filing.ask-extension')
  @ApiOperation({ summary: '报请延长许可申请的办理期限，一件只能延长一次；期限届满以后不能报请' })
  @ApiCreatedResponse({ type: ExtensionsDto })
  ask(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { reason }: AskExtensionDto) {
    return this.term.ask(caller, id, reason);
  }

  @Post(':id/extensions/:extensionId/approve')
  @HttpCode(200)
  @Allow('filing.extend')
  @ApiOperation({ summary: '批准延长办理期限，理由书面告知申请人；报请人不能自己批准' })
  @ApiOkResponse({ type: ExtensionsDto })
  approve(@CurrentCaller() caller: Caller, @Id() id: string, @ExtensionId() extensionId: string) {
    return this.term.approve(caller, id, extensionId);
  }

  @Post(':id/extensions/:extensionId/decline')
  @HttpCode(200)
  @Allow('filing.extend')
  @ApiOperation({ summary: '不批准延长办理期限，说明理由' })
  @ApiOkResponse({ type: ExtensionsDto })
  decline(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @ExtensionId() extensionId: string,
    @Body() { reason }: DeclineExtensionDto,
  ) {
    return this.term.decline(caller, id, extensionId, reason);
  }
}
