import { Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { ApiController, Public } from '../http/policy';
import { CLOCK } from '../tokens';
import { ReferenceData } from './reference-data';

class CalendarDto {
  @ApiProperty({ type: String, format: 'date', example: '2026-11-26', description: '今天（北京时间）' })
  today!: PlainDate;
  @ApiProperty({ type: [Number], example: [2025, 2026], description: '已公布放假安排的年份' })
  years!: readonly number[];
  @ApiProperty({ type: [String], example: ['2026-10-01'], description: '周一至周五中放假的日子' })
  holidays!: readonly PlainDate[];
  @ApiProperty({ type: [String], example: ['2026-10-10'], description: '周末中上班的日子' })
  workdays!: readonly PlainDate[];
}

/** 工作日历: with it anybody counts the working days of a term as the system does. */
@ApiController('calendar', '基础数据')
export class CalendarController {
  constructor(
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '今天和工作日历' })
  @ApiOkResponse({ type: CalendarDto })
  async get(): Promise<CalendarDto> {
    const { years, holidays, workdays } = await this.reference.calendar();
    const days = (set: ReadonlySet<string>) => [...set].toSorted() as PlainDate[];
    return {
      today: dateInShanghai(this.clock.now()),
      years,
      holidays: days(holidays),
      workdays: days(workdays),
    };
  }
}
