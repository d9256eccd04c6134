import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller } from '@zhaoguan/platform';
import { ListEntriesQuery } from '../use-cases/list-entries.query';
import { AuditEntryPage, EntryQueryDto } from './log.dto';

@ApiController('audit-entries', '操作记录')
export class AuditEntriesController {
  constructor(private readonly entries: ListEntriesQuery) {}

  @Get()
  @Allow('audit.read')
  @ApiOperation({ summary: '本辖区的操作记录，新的在前' })
  @ApiOkResponse({ type: AuditEntryPage })
  list(@CurrentCaller() caller: Caller, @Query() query: EntryQueryDto) {
    return this.entries.execute(caller, query);
  }
}
