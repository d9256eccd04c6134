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
import { ForeseeAcceptance } from '../use-cases/foresee-acceptance.query';
import { OpenMismatches } from '../use-cases/open-mismatches.query';
import { OrderVisit } from '../use-cases/order-visit';
import { VerificationFiles } from '../use-cases/verification-files';
import { Verifications } from '../use-cases/verifications.query';
import { VerifyOnSite } from '../use-cases/verify-on-site';
import { AssigneeDto } from './assignment.dto';
import { AcceptanceForeseenDto, InstitutionVerificationsDto, OpenMismatchDto } from './foreseen.dto';
import { RecordVisitDto } from './record-visit.dto';
import {
  CallOffVisitDto,
  CorrectMismatchDto,
  OrderVisitDto,
  VerificationDto,
  VerificationFileDto,
} from './verification.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** Verification on the spot (现场核查) of what was filed. */
@ApiController('filings', '登记备案')
export class VerificationController {
  constructor(
    private readonly verifications: Verifications,
    private readonly verify: VerifyOnSite,
    private readonly files: VerificationFiles,
    private readonly orders: OrderVisit,
    private readonly foresee: ForeseeAcceptance,
  ) {}

  @Get(':id/verifications')
  @Allow('filing.read')
  @ApiOperation({ summary: '本件的现场核查，最近的在前；没有核查的为空' })
  @ApiOkResponse({ type: PageOf(VerificationDto) })
  list(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.verifications.ofFiling(caller, id);
  }

  @Post(':id/verifications')
  @Allow('filing.verify')
  @ApiOperation({
    summary: '安排现场核查',
    description:
      '审查许可申请时，或者托育机构、家庭托育点备案准予前后；通知申请人，不影响办理期限。许可申请有安排而没有记录的核查的，不能准予。',
  })
  @ApiCreatedResponse({ type: VerificationDto })
  async order(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { purpose, plannedOn }: OrderVisitDto,
    @Reply() reply: FastifyReply,
  ) {
    const day = plannedOn === undefined ? null : plainDate(plannedOn);
    return withEtag(reply, await this.orders.order(caller, id, { purpose, plannedOn: day }));
  }

  @Post(':id/verification/withdraw')
  @HttpCode(200)
  @Allow('filing.verify')
  @ApiOperation({ summary: '撤销现场核查的安排，通知申请人' })
  @ApiOkResponse({ type: VerificationDto })
  async callOff(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { reason }: CallOffVisitDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.orders.callOff(caller, id, reason, version));
  }

  @Get(':id/if-accepted')
  @Allow('filing.accept')
  @ApiOperation({ summary: '今天准予的，此后要做什么：现场核查的期限、告知承诺材料的补交期限' })
  @ApiOkResponse({ type: AcceptanceForeseenDto })
  ifAccepted(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.foresee.execute(caller, id);
  }

  @Get(':id/verification/officers')
  @Allow('filing.verify')
  @ApiOperation({ summary: '可以到现场核查的人员：本部门、本辖区有核查岗位的人员和检查人员' })
  @ApiOkResponse({ type: PageOf(AssigneeDto) })
  officers(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.verify.officers(caller, id);
  }

  @Post(':id/verification/record')
  @HttpCode(200)
  @Allow('filing.verify')
  @ApiOperation({
    summary: '记录现场核查',
    description: '全部项目一致的为核查一致；有一项不一致的为核查不一致，通知申请人限期办理变更备案或者改正。',
  })
  @ApiOkResponse({ type: VerificationDto })
  async record(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: RecordVisitDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    const { visitedOn, fileIds = [], experts = [], ...said } = body;
    const visit = { ...said, fileIds, experts, visitedOn: plainDate(visitedOn) };
    return withEtag(reply, await this.verify.record(caller, id, visit, version));
  }

  @Post(':id/verification/correct')
  @HttpCode(200)
  @Allow('filing.file')
  @ApiOperation({ summary: '申请人报告已改正，请备案机关复核' })
  @ApiOkResponse({ type: VerificationDto })
  async correct(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { statement }: CorrectMismatchDto,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.verify.correct(caller, id, statement, version));
  }

  @Post(':id/verification/settle')
  @HttpCode(200)
  @Allow('filing.verify')
  @ApiOperation({
    summary: '不再到现场，据现在填报的内容办结复核',
    description: '核查不一致的每一项，申请人都已改为现场所见的，才能这样办结；不是的，到现场复核并记录。',
  })
  @ApiOkResponse({ type: VerificationDto })
  async settle(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch('required') version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.verify.settle(caller, id, version));
  }

  @Post(':id/verification/files')
  @Allow('filing.verify', 'filing.file')
  @ApiOperation({ summary: '上传现场照片、改正材料（PDF、JPEG、PNG，不超过 20 MB）' })
  @TakesFile()
  @ApiCreatedResponse({ type: VerificationFileDto })
  async upload(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Req() request: FastifyRequest,
  ): Promise<VerificationFileDto> {
    const file = await this.files.add(caller, id, await uploadedFile(request));
    return { id: file.id, name: file.name, size: file.size, mediaType: file.mediaType };
  }

  @Get(':id/verification/files/:fileId')
  @Allow('filing.read')
  @ApiOperation({ summary: '下载现场照片、改正材料' })
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

/** What was found of an institution and is not put right yet. */
@ApiController('verifications', '登记备案')
export class InstitutionVerificationsController {
  constructor(private readonly mismatches: OpenMismatches) {}

  @Get()
  @Allow('filing.read')
  @ApiOperation({ summary: '一家机构现场核查不一致、还没有办结的：哪些项目、哪天核查、最迟何时改正' })
  @ApiOkResponse({ type: PageOf(OpenMismatchDto) })
  ofInstitution(@CurrentCaller() caller: Caller, @Query() query: InstitutionVerificationsDto) {
    return this.mismatches.execute(caller, query.institutionId);
  }
}
