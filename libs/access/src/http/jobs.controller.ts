import { Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, PageQuery } from '@zhaoguan/platform';
import { ManageDeadJobs } from '../use-cases/dead-jobs';
import { DeadJobDto, DeadJobPage } from './jobs.dto';

@ApiController('jobs', '后台任务')
export class JobsController {
  constructor(private readonly jobs: ManageDeadJobs) {}

  @Get('dead')
  @Allow('job.manage')
  @ApiOperation({ summary: '多次重试仍失败的后台任务，新的在前' })
  @ApiOkResponse({ type: DeadJobPage })
  list(@CurrentCaller() caller: Caller, @Query() { limit, cursor }: PageQuery) {
    return this.jobs.list(caller, limit, cursor);
  }

  @Post('dead/:id/retry')
  @HttpCode(200)
  @Allow('job.manage')
  @ApiOperation({ summary: '重新执行一个失败的任务' })
  @ApiOkResponse({ type: DeadJobDto })
  retry(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    return this.jobs.retry(caller, id);
  }
}
