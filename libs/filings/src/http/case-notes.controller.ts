import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, PageOf, PageQuery } from '@zhaoguan/platform';
import { CaseNotes } from '../use-cases/case-notes';
import { CaseNoteDto, WriteCaseNoteDto } from './case-note.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Notes = PageOf(CaseNoteDto);

/** What officials write down for each other (内部备注). */
@ApiController('filings', '登记备案')
export class CaseNotesController {
  constructor(private readonly notes: CaseNotes) {}

  @Get(':id/notes')
  @Allow('filing.note')
  @ApiOperation({ summary: '内部备注，新的在前；申请人看不到' })
  @ApiOkResponse({ type: Notes })
  list(@CurrentCaller() caller: Caller, @Id() id: string, @Query() query: PageQuery) {
    return this.notes.list(caller, id, query);
  }

  @Post(':id/notes')
  @Allow('filing.note')
  @ApiOperation({ summary: '写内部备注；写下以后不能修改' })
  @ApiCreatedResponse({ type: Notes, description: '最新的备注' })
  write(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { text }: WriteCaseNoteDto) {
    return this.notes.add(caller, id, text);
  }
}
