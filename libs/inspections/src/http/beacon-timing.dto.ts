import { ApiProperty } from '@nestjs/swagger';
import type { Foreknowledge } from '@zhaoguan/draw';

/** When the announced beacon becomes known, by its number. */
export class BeaconTimingDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-10T13:15:00.000Z',
    description: '按期号推算，公开随机数最早在此时产生；春节、国庆休市会使其推迟。无此期号时为空',
  })
  notBefore!: Date | null;
  @ApiProperty({
    enum: ['NO', 'PERHAPS', 'YES', 'NO_SUCH_ROUND'],
    example: 'PERHAPS',
    description: '公告时公开随机数是否已经产生：否、仅凭期号不能断定、是、该年没有这一期',
  })
  knownAtAnnouncement!: Foreknowledge;
  @ApiProperty({
    example: false,
    description: '公开随机数的值是否在它可能产生之前就已录入；只有演示系统允许',
  })
  enteredEarly!: boolean;
}
