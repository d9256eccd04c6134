import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { normalizeText, plainDate } from '@zhaoguan/kernel';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  IfMatch,
  SecretAnswer,
  UntilGone,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import type { MemberFacts } from '../domain/member';
import { ExportRegister } from '../use-cases/export-register.query';
import { KeepStaff } from '../use-cases/keep-staff';
import { RevealNames } from '../use-cases/reveal-names';
import { StaffQuery } from '../use-cases/staff.query';
import { coverageAnswer } from './coverage-answer';
import {
  InstitutionStaffQueryDto,
  NewStaffDto,
  RevealStaffDto,
  StaffFactsDto,
  StaffLeaveDto,
  StaffListQueryDto,
  StaffSelectionDto,
  StaffRequirementQueryDto,
} from './staff-input.dto';
import {
  StaffCoverageDto,
  StaffMemberDto,
  StaffNamesDto,
  StaffPageDto,
  StaffRequirementDto,
} from './staff.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

@ApiController('staff', '从业人员名录')
export class StaffController {
  constructor(
    private readonly keep: KeepStaff,
    private readonly query: StaffQuery,
    private readonly names: RevealNames,
    private readonly exports: ExportRegister,
  ) {}

  @Post()
  @Allow('staff.keep')
  @ApiOperation({ summary: '登记从业人员' })
  @ApiCreatedResponse({ type: StaffMemberDto })
  async add(@CurrentCaller() caller: Caller, @Body() body: NewStaffDto, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.keep.add(caller, body.institutionId, factsOf(body)));
  }

  @Get()
  @Allow('staff.keep', 'staff.read')
  @ApiOperation({ summary: '一家机构的从业人员：机构看自己的，主管部门看本辖区的（隐去名字）' })
  @ApiOkResponse({ type: StaffPageDto })
  list(@CurrentCaller() caller: Caller, @Query() query: StaffListQueryDto) {
    return this.query.list(caller, query);
  }

  @Get('export')
  @Allow('staff.keep', 'staff.read')
  @GivesSpreadsheet('一家机构的从业人员', '姓名与列表相同，工作人员只看姓氏。')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: StaffSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, selection, gone));
  }

  @Get('coverage')
  @Allow('staff.keep', 'staff.read')
  @ApiOperation({ summary: '一家机构从业人员证件齐全有效的情况' })
  @ApiOkResponse({ type: StaffCoverageDto })
  async coverage(
    @CurrentCaller() caller: Caller,
    @Query() { institutionId }: InstitutionStaffQueryDto,
  ): Promise<StaffCoverageDto> {
    const { mayRevealNames, ...sum } = await this.query.coverage(caller, institutionId);
    return { ...coverageAnswer(sum), mayRevealNames };
  }

  @Post('reveal')
  @HttpCode(200)
  @Allow('staff.reveal')
  @SecretAnswer()
  @ApiOperation({ summary: '查看一家机构从业人员的姓名明文；须说明理由，留痕，每人每天限 30 次' })
  @ApiOkResponse({ type: StaffNamesDto })
  reveal(@CurrentCaller() caller: Caller, @Body() { institutionId, reason }: RevealStaffDto) {
    return this.names.execute(caller, institutionId, reason);
  }

  @Get(':id')
  @Allow('staff.keep', 'staff.read')
  @ApiOperation({ summary: '查看一名从业人员及其证件' })
  @ApiOkResponse({ type: StaffMemberDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.query.get(caller, id));
  }

  @Put(':id')
  @Allow('staff.keep')
  @ApiOperation({ summary: '更正登记，或者变更岗位' })
  @ApiOkResponse({ type: StaffMemberDto })
  async correct(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() body: StaffFactsDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.keep.correct(caller, id, factsOf(body), version));
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Allow('staff.keep')
  @ApiOperation({ summary: '登记离职' })
  @ApiOkResponse({ type: StaffMemberDto })
  async leave(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { leftOn }: StaffLeaveDto,
    @IfMatch() version: number | undefined,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.keep.leave(caller, id, plainDate(leftOn), version));
  }
}

@ApiController('staff-requirements', '从业人员名录')
export class StaffRequirementsController {
  constructor(private readonly query: StaffQuery) {}

  @Get()
  @Allow('staff.keep', 'staff.read')
  @ApiOperation({ summary: '现行的从业人员证件要求' })
  @ApiOkResponse({ type: [StaffRequirementDto] })
  async list(@Query() { kind, siteType }: StaffRequirementQueryDto): Promise<StaffRequirementDto[]> {
    return (await this.query.requirements({ kind, siteType: siteType ?? null })).map(
      ({ code, label, credential, alternatives = [], posts, basis, note }) => ({
        code,
        label,
        credential,
        alternatives,
        posts,
        basis,
        note,
      }),
    );
  }
}

const factsOf = ({ name, post, employedOn }: StaffFactsDto): MemberFacts => ({
  name: normalizeText(name),
  post,
  employedOn: plainDate(employedOn),
});
