import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  IfMatch,
  PageOf,
  UntilGone,
  uploadedFile,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommitMaterial } from '../use-cases/commit-material';
import { ExportCommitments } from '../use-cases/export-commitments.query';
import { ListCommitments } from '../use-cases/list-commitments.query';
import { SettleCommitment, type Judgement } from '../use-cases/settle-commitment';
import {
  CommitmentLineDto,
  CommitmentQueryDto,
  GiveCommitmentDto,
  JudgeCommitmentDto,
} from './commitment.dto';
import { FilingDto } from './filing.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Code = (): ParameterDecorator => Param('code');
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** Commitments (告知承诺) in place of materials: given, kept by handing in later, looked at by the authority. */
@ApiController('filings/:id/commitments/:code', '登记备案')
export class CommitmentsController {
  constructor(
    private readonly commit: CommitMaterial,
    private readonly settle: SettleCommitment,
  ) {}

  @Put()
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '以告知承诺代替备案材料', description: '先阅读 offer.text，原样送回表示确认。' })
  @ApiOkResponse({ type: FilingDto })
  async give(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Code() code: string,
    @Body() body: GiveCommitmentDto,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.commit.give(caller, id, code, body.text));
  }

  @Post('withdraw')
  @HttpCode(200)
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '撤回告知承诺（提交以前，或者退回补正期间）' })
  @ApiOkResponse({ type: FilingDto })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Code() code: string,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.commit.withdraw(caller, id, code));
  }

  @Put('material')
  @Allow('filing.file')
  @ApiOperation({ summary: '准予备案以后补交承诺的材料（PDF、JPEG、PNG，不超过 20 MB）' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOkResponse({ type: FilingDto })
  async handIn(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Code() code: string,
    @Req() request: FastifyRequest,
    @Reply() reply: FastifyReply,
  ) {
    await this.settle.check(caller, id, code);
    return withEtag(reply, await this.settle.handIn(caller, id, code, await uploadedFile(request)));
  }

  @Post('confirm')
  @HttpCode(200)
  @Allow('filing.accept')
  @ApiOperation({ summary: '核实补交的材料，承诺已履行' })
  @ApiOkResponse({ type: FilingDto })
  confirm(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Code() code: string,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return this.judged(reply, { caller, id, code, version }, { action: 'confirm' });
  }

  @Post('return')
  @HttpCode(200)
  @Allow('filing.return')
  @ApiOperation({ summary: '补交的材料退回重交' })
  @ApiOkResponse({ type: FilingDto })
  return(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Code() code: string,
    @Body() { reason }: JudgeCommitmentDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return this.judged(reply, { caller, id, code, version }, { action: 'return', reason });
  }

  @Post('breach')
  @HttpCode(200)
  @Allow('filing.accept')
  @ApiOperation({
    summary: '认定未履行告知承诺',
    description: '未补交的，期满以后才能认定；补交的材料不实的，随时可以认定。',
  })
  @ApiOkResponse({ type: FilingDto })
  breach(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Code() code: string,
    @Body() { reason }: JudgeCommitmentDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return this.judged(reply, { caller, id, code, version }, { action: 'breach', reason });
  }

  private async judged(
    reply: FastifyReply,
    { caller, id, code, version }: JudgedFile,
    { action, reason }: { readonly action: Judgement; readonly reason?: string | undefined },
  ) {
    const judgement = reason === undefined ? { action } : { action, reason };
    return withEtag(reply, await this.settle.judge(caller, id, code, judgement, version));
  }
}

interface JudgedFile {
  readonly caller: Caller;
  readonly id: string;
  readonly code: string;
  readonly version: number | undefined;
}

/** What an institution has promised, and what became of it. */
@ApiController('commitments', '登记备案')
export class InstitutionCommitmentsController {
  constructor(
    private readonly list: ListCommitments,
    private readonly exports: ExportCommitments,
  ) {}

  @Get()
  @Allow('filing.read')
  @ApiOperation({ summary: '一家机构的告知承诺：已生效的，最近到期的在前' })
  @ApiOkResponse({ type: PageOf(CommitmentLineDto) })
  ofInstitution(@CurrentCaller() caller: Caller, @Query() query: CommitmentQueryDto) {
    return this.list.execute(caller, query.institutionId);
  }

  @Get('export')
  @Allow('filing.read')
  @GivesSpreadsheet('告知承诺')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: CommitmentQueryDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }
}
