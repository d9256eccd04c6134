import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, IfMatch, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { DecidePenaltyCase } from '../use-cases/decide-penalty-case';
import { OpenPenaltyCase } from '../use-cases/open-penalty-case';
import { PenaltyCasesQuery } from '../use-cases/penalty-cases.query';
import { ReceiveStatement, type StatementToReceive } from '../use-cases/receive-statement';
import { PenaltyCaseDto, PenaltyCasePage } from './penalty-case-answer.dto';
import { CaseListQueryDto, DecideDto, OpenCaseDto, StatementDto } from './penalty-case.dto';

@ApiController('penalty-cases', '行政处罚')
export class PenaltyCasesController {
  constructor(
    private readonly openCase: OpenPenaltyCase,
    private readonly receiveStatement: ReceiveStatement,
    private readonly decideCase: DecidePenaltyCase,
    private readonly query: PenaltyCasesQuery,
  ) {}

  @Post()
  @Allow('case.manage')
  @ApiOperation({ summary: '立案' })
  @ApiCreatedResponse({ type: PenaltyCaseDto })
  async open(
    @CurrentCaller() caller: Caller,
    @Body() body: OpenCaseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.openCase.execute(caller, body));
  }

  @Get()
  @Allow('case.read', 'case.state')
  @ApiOperation({ summary: '案件列表：承办部门查本辖区案件，当事人查本机构已告知的案件' })
  @ApiOkResponse({ type: PenaltyCasePage })
  list(@CurrentCaller() caller: Caller, @Query() query: CaseListQueryDto) {
    return this.query.list(caller, query);
  }

  @Get(':id')
  @Allow('case.read', 'case.state')
  @ApiOperation({ summary: '查看案件' })
  @ApiOkResponse({ type: PenaltyCaseDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.query.get(caller, id));
  }

  @Post(':id/statement')
  @HttpCode(200)
  @Allow('case.state', 'case.manage')
  @ApiOperation({ summary: '陈述申辩：当事人提交，或者承办人记录陈述、放弃' })
  @ApiOkResponse({ type: PenaltyCaseDto })
  async statement(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: StatementDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const statement = statementOf(body, caller);
    return withEtag(reply, await this.receiveStatement.execute(caller, id, statement, version));
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Allow('case.decide')
  @ApiOperation({ summary: '作出决定：给予处罚或者不予处罚' })
  @ApiOkResponse({ type: PenaltyCaseDto })
  async decide(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: DecideDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.decideCase.execute(caller, id, body, version));
  }
}

/** An official waives nothing for itself: a waiver it enters is one recorded for the party. */
function statementOf(
  { text, note, waived, recordedForParty, fileIds = [] }: StatementDto,
  caller: Caller,
): StatementToReceive {
  const byOfficial = recordedForParty === true || (waived === true && !caller.permissions.has('case.state'));
  return {
    nature: waived === true ? 'WAIVER' : 'STATEMENT',
    text: (waived === true ? note : text) ?? '',
    recordedForParty: byOfficial,
    fileIds: waived === true ? [] : fileIds,
  };
}
