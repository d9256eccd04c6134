import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  GivesUpload,
  IfMatch,
  PageOf,
  TakesFile,
  uploadedFile,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClosureFiles } from '../use-cases/closure-files';
import { Closures } from '../use-cases/closures.query';
import { RecordClosure } from '../use-cases/record-closure';
import { ReportClosure } from '../use-cases/report-closure';
import {
  ClosureDto,
  ClosureFileDto,
  ClosureQueryDto,
  NamingClosureDto,
  RecordClosureDto,
  ReportClosureDto,
} from './closure.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What the office finds once an institution has ended (终止后续核实). */
@ApiController('filings', '登记备案')
export class ClosuresController {
  constructor(
    private readonly closures: Closures,
    private readonly records: RecordClosure,
    private readonly reports: ReportClosure,
    private readonly files: ClosureFiles,
  ) {}

  @Get(':id/closure')
  @Allow('filing.read')
  @ApiOperation({ summary: '终止服务后的人员安置、退费核实；不是终止或者还没有准予的为空' })
  @ApiOkResponse({ type: PageOf(ClosureDto) })
  ofFiling(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.closures.ofFiling(caller, id);
  }

  @Post(':id/closure/records')
  @Allow('filing.verify')
  @ApiOperation({
    summary: '记录终止服务后的人员安置、退费，或者更正以前的记录',
    description: '终止服务当天起可以记录；尚未完成的，期限重新起算。记录只追加，更正以新的记录写明理由。',
  })
  @ApiCreatedResponse({ type: ClosureDto })
  async record(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { checkedOn, words = '', reason = '', ...found }: RecordClosureDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    const finding = { ...found, checkedOn: plainDate(checkedOn), words: said(words), reason: said(reason) };
    return withEtag(reply, await this.records.execute(caller, id, finding, version));
  }

  @Post(':id/closure/report')
  @HttpCode(200)
  @Allow('filing.file')
  @ApiOperation({
    summary: '申请人报告安置、退费已完成，请办理机关再次核实',
    description: '核实尚未完成的可以报告；再次核实仍未完成的，可以再报告。报告只追加，不修改。',
  })
  @ApiOkResponse({ type: ClosureDto })
  async report(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: ReportClosureDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.reports.execute(caller, id, body, version));
  }

  @Post(':id/closure/files')
  @Allow('filing.file')
  @ApiOperation({ summary: '上传安置、退费的材料（PDF、JPEG、PNG，不超过 20 MB）' })
  @TakesFile()
  @ApiCreatedResponse({ type: ClosureFileDto })
  async upload(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Req() request: FastifyRequest,
  ): Promise<ClosureFileDto> {
    const file = await this.files.add(caller, id, await uploadedFile(request));
    return { id: file.id, name: file.name, size: file.size, mediaType: file.mediaType };
  }

  @Get(':id/closure/files/:fileId')
  @Allow('filing.read')
  @ApiOperation({ summary: '下载安置、退费的材料' })
  @GivesUpload()
  async download(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.read(caller, id, fileId);
    return download(content, { ...file, fileName: file.name });
  }
}

const said = (text: string): string | null => text.trim() || null;

/** What became of the closures of an institution. */
@ApiController('closures', '登记备案')
export class InstitutionClosuresController {
  constructor(private readonly closures: Closures) {}

  @Get()
  @Allow('filing.read')
  @ApiOperation({ summary: '一家机构终止服务后的人员安置、退费核实，最近的在前' })
  @ApiOkResponse({ type: PageOf(ClosureDto) })
  ofInstitution(@CurrentCaller() caller: Caller, @Query() { institutionId }: ClosureQueryDto) {
    return this.closures.ofInstitution(caller, institutionId);
  }

  @Get('naming')
  @Allow('institution.read')
  @ApiOperation({ summary: '写明由一家机构承接、还没有写入它的沿革的终止服务，先终止的在前' })
  @ApiOkResponse({ type: PageOf(NamingClosureDto) })
  naming(@CurrentCaller() caller: Caller, @Query() { institutionId }: ClosureQueryDto) {
    return this.closures.naming(caller, institutionId);
  }
}
