import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, PageOf } from '@zhaoguan/platform';
import { AssignCase } from '../use-cases/assign-case';
import { GetAssignment } from '../use-cases/get-assignment.query';
import { AssignCaseDto, AssigneeDto, AssignmentDto, ReleaseCaseDto, TakeCaseDto } from './assignment.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);

/** Who of the authority conducts a case (承办人). */
@ApiController('filings', '登记备案')
export class AssignmentController {
  constructor(
    private readonly assignCase: AssignCase,
    private readonly getAssignment: GetAssignment,
  ) {}

  @Get(':id/assignment')
  @Allow('filing.assign')
  @ApiOperation({ summary: '承办人，以及历次分派和移交' })
  @ApiOkResponse({ type: AssignmentDto })
  get(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.getAssignment.execute(caller, id);
  }

  @Get(':id/assignees')
  @Allow('filing.assign')
  @ApiOperation({ summary: '可以承办本件的人员：本部门、本辖区有受理岗位的' })
  @ApiOkResponse({ type: PageOf(AssigneeDto) })
  assignees(@CurrentCaller() caller: Caller, @Id() id: string) {
    return this.getAssignment.assignees(caller, id);
  }

  @Post(':id/assignment/take')
  @HttpCode(200)
  @Allow('filing.assign')
  @ApiOperation({
    summary: '领取承办，或者从同事处接办',
    description:
      '由别人承办的，接办以后才能作出决定（ASSIGNED_TO_ANOTHER）；没有承办人的，谁办理就由谁承办。',
  })
  @ApiOkResponse({ type: AssignmentDto })
  take(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { note }: TakeCaseDto) {
    return this.assignCase.take(caller, id, note);
  }

  @Post(':id/assignment/assign')
  @HttpCode(200)
  @Allow('filing.assign')
  @ApiOperation({ summary: '分派给同事，或者移交' })
  @ApiOkResponse({ type: AssignmentDto })
  assign(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { personId, note }: AssignCaseDto) {
    return this.assignCase.assign(caller, id, personId, note);
  }

  @Post(':id/assignment/release')
  @HttpCode(200)
  @Allow('filing.assign')
  @ApiOperation({ summary: '退回待分派' })
  @ApiOkResponse({ type: AssignmentDto })
  release(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { note }: ReleaseCaseDto) {
    return this.assignCase.release(caller, id, note);
  }
}
