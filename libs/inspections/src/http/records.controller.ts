import { Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { DrawRecords } from '../use-cases/draw-records.query';
import { LookAtTasks } from '../use-cases/look-at-tasks.query';
import { ReadHistory } from '../use-cases/read-history.query';
import { InspectionActPageDto, LookPageDto, StratumPageDto } from './records.dto';

/** A short list that always comes whole. */
const whole = <T>(items: readonly T[]) => ({ items, nextCursor: null });

@ApiController('draws', '双随机抽取')
export class DrawRecordsController {
  constructor(
    private readonly records: DrawRecords,
    private readonly history: ReadHistory,
  ) {}

  @Get(':id/history')
  @Allow('draw.read')
  @ApiOperation({ summary: '抽取的办理过程' })
  @ApiOkResponse({ type: InspectionActPageDto })
  async acts(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return whole(await this.history.ofDraw(caller, id));
  }

  @Get(':id/strata')
  @Allow('draw.read')
  @ApiOperation({ summary: '各信用等级列入的家数和抽取的家数' })
  @ApiOkResponse({ type: StratumPageDto })
  async strata(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return whole(await this.records.strata(caller, id));
  }

  @Get(':id/looks')
  @Allow('draw.read')
  @ApiOperation({ summary: '公开前谁看过抽取结果和尚未开始的任务，按人按天合计' })
  @ApiOkResponse({ type: LookPageDto })
  async looks(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return whole(await this.records.looks(caller, id));
  }
}

@ApiController('inspection-tasks', '检查任务')
export class TaskRecordsController {
  constructor(
    private readonly tasks: LookAtTasks,
    private readonly history: ReadHistory,
  ) {}

  @Get(':id/history')
  @Allow('task.read', 'task.inspect', 'task.own')
  @ApiOperation({ summary: '检查任务的办理过程' })
  @ApiOkResponse({ type: InspectionActPageDto })
  async acts(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    await this.tasks.get(caller, id);
    return whole(await this.history.ofTask(caller, id));
  }
}
