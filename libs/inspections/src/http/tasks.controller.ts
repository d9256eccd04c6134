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
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  GivesUpload,
  IfMatch,
  ReferenceData,
  TakesFile,
  uploadedFile,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddEvidence } from '../use-cases/add-evidence';
import { CoSignTask } from '../use-cases/co-sign-task';
import { LookAtTasks } from '../use-cases/look-at-tasks.query';
import { RecordFindings } from '../use-cases/record-findings';
import { CallOffTask } from '../use-cases/call-off';
import { ReplaceTarget } from '../use-cases/replace-target';
import { StartTask } from '../use-cases/start-task';
import { StandInForInspector } from '../use-cases/stand-in';
import { SubmitTask } from '../use-cases/submit-task';
import { WithdrawReport } from '../use-cases/withdraw-report';
import { FindingsPipe } from './findings.pipe';
import { ReasonDto } from './inspectors.dto';
import { toTask, toTaskSummary } from './present';
import {
  EvidenceDto,
  FindingInputDto,
  StandInInputDto,
  SubmitTaskDto,
  TaskDto,
  TaskPageDto,
  TaskQuery,
} from './tasks.dto';

@ApiController('inspection-tasks', '检查任务')
export class InspectionTasksController {
  constructor(
    private readonly tasks: LookAtTasks,
    private readonly startTask: StartTask,
    private readonly recordFindings: RecordFindings,
    private readonly addEvidence: AddEvidence,
    private readonly submitTask: SubmitTask,
    private readonly coSignTask: CoSignTask,
    private readonly withdrawing: WithdrawReport,
    private readonly replaceTarget: ReplaceTarget,
    private readonly standInForInspector: StandInForInspector,
    private readonly callOffTask: CallOffTask,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  @Allow('task.read', 'task.inspect', 'task.own')
  @ApiOperation({ summary: '检查任务，期限近的在前' })
  @ApiOkResponse({ type: TaskPageDto })
  async list(@CurrentCaller() caller: Caller, @Query() { assignee, ...query }: TaskQuery) {
    const { items, nextCursor } = await this.tasks.list(caller, { ...query, mine: assignee === 'me' });
    const daysLeft = await this.reference.workingDaysLeft();
    return { items: items.map((task) => toTaskSummary(task, caller, daysLeft)), nextCursor };
  }

  @Get(':id')
  @Allow('task.read', 'task.inspect', 'task.own')
  @ApiOperation({ summary: '一项检查任务' })
  @ApiOkResponse({ type: TaskDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(caller, id, reply);
  }

  @Post(':id/start')
  @Allow('task.inspect')
  @HttpCode(200)
  @ApiOperation({ summary: '开始检查' })
  @ApiOkResponse({ type: TaskDto })
  async start(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.startTask.execute(caller, id, version);
    return this.answer(caller, id, reply);
  }

  @Put(':id/findings')
  @Allow('task.inspect')
  @ApiOperation({ summary: '记录检查情况；同一事项以后一次为准' })
  @ApiBody({ type: [FindingInputDto] })
  @ApiOkResponse({ type: TaskDto })
  async record(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body(FindingsPipe) findings: FindingInputDto[],
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.recordFindings.execute(caller, id, version, findings);
    return this.answer(caller, id, reply);
  }

  @Post(':id/evidence')
  @Allow('task.inspect')
  @ApiOperation({ summary: '上传检查证据（照片或 PDF）' })
  @TakesFile()
  @ApiCreatedResponse({ type: EvidenceDto })
  async upload(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ) {
    const { file, filename } = await uploadedFile(request);
    return this.addEvidence.execute(caller, id, file, filename);
  }

  @Get(':id/evidence/:evidenceId')
  @Allow('task.read', 'task.inspect')
  @ApiOperation({ summary: '下载检查证据' })
  @GivesUpload()
  async download(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidenceId', ParseUUIDPipe) evidenceId: string,
  ): Promise<StreamableFile> {
    const { evidence, content } = await this.tasks.evidence(caller, id, evidenceId);
    return download(content, { ...evidence, fileName: evidence.name });
  }

  @Post(':id/submit')
  @Allow('task.inspect')
  @HttpCode(200)
  @ApiOperation({ summary: '提交检查结果' })
  @ApiOkResponse({ type: TaskDto })
  async submit(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body() body: SubmitTaskDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.submitTask.execute(caller, id, version, body.result);
    return this.answer(caller, id, reply);
  }

  @Post(':id/co-sign')
  @Allow('task.inspect')
  @HttpCode(200)
  @ApiOperation({ summary: '会签：检查组另一名成员确认机构已关闭、迁出或者无法联系，之后才能补抽' })
  @ApiOkResponse({ type: TaskDto })
  async coSign(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.coSignTask.execute(caller, id, version);
    return this.answer(caller, id, reply);
  }

  @Post(':id/withdraw-report')
  @Allow('task.inspect')
  @HttpCode(200)
  @ApiOperation({
    summary: '撤回检查结果：机构已关闭、迁出或者无法联系的报告，会签以前可以撤回，继续检查',
  })
  @ApiOkResponse({ type: TaskDto })
  async withdrawReport(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.withdrawing.execute(caller, id, body.reason, version);
    return this.answer(caller, id, reply);
  }

  @Post(':id/replace')
  @Allow('task.replace')
  @ApiOperation({ summary: '补抽：机构已关闭或者迁出的，由下一家备选机构代替' })
  @ApiCreatedResponse({ type: TaskDto })
  async replace(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id: nextId } = await this.replaceTarget.execute(caller, id, body.reason);
    return this.answer(caller, nextId, reply);
  }

  @Post(':id/stand-in')
  @Allow('task.replace')
  @HttpCode(200)
  @ApiOperation({
    summary: '替补检查人员：检查组成员不能参加的，由抽取的随机数从同部门可派的人员中选出替补',
  })
  @ApiOkResponse({ type: TaskDto })
  async standIn(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StandInInputDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.standInForInspector.execute(caller, id, body);
    return this.answer(caller, id, reply);
  }

  @Post(':id/call-off')
  @Allow('task.replace')
  @HttpCode(200)
  @ApiOperation({
    summary: '终止检查：检查组成员不能参加，同部门又没有人员可以替补，持续五个工作日以后',
  })
  @ApiOkResponse({ type: TaskDto })
  async callOff(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.callOffTask.execute(caller, id, body.reason);
    return this.answer(caller, id, reply);
  }

  private async answer(caller: Caller, id: string, reply: FastifyReply) {
    const daysLeft = await this.reference.workingDaysLeft();
    return withEtag(reply, toTask(await this.tasks.get(caller, id), caller, daysLeft));
  }
}
