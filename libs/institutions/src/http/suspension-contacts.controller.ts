import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { Allow, ApiController, CurrentCaller, PageOf, PageQuery } from '@zhaoguan/platform';
import { SuspensionContacts } from '../use-cases/suspension-contacts';
import { RecordSuspensionContactDto, SuspensionContactDto } from './suspension-contact.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Contacts = PageOf(SuspensionContactDto);

/** What the authority learns of a suspension past its day. */
@ApiController('institutions', '机构名录')
export class SuspensionContactsController {
  constructor(private readonly contacts: SuspensionContacts) {}

  @Get(':id/suspension-contacts')
  @Allow('filing.note')
  @ApiOperation({ summary: '暂停期间了解的情况，新的在前；只有备案机关看得到' })
  @ApiOkResponse({ type: Contacts })
  list(@CurrentCaller() caller: Caller, @Id() id: string, @Query() query: PageQuery) {
    return this.contacts.list(caller, id, query);
  }

  @Post(':id/suspension-contacts')
  @Allow('filing.accept')
  @ApiOperation({ summary: '记录暂停期间了解的情况和再次了解的日期；记录以后不能修改，有误的再记一条' })
  @ApiCreatedResponse({ type: Contacts, description: '最新的记录' })
  record(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @Body() { contactedOn, lookAgainOn, ...said }: RecordSuspensionContactDto,
  ) {
    const [on, again] = [plainDate(contactedOn), plainDate(lookAgainOn)];
    return this.contacts.add(caller, id, { ...said, contactedOn: on, lookAgainOn: again });
  }
}
