import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { RATING_LEVELS, type RatingLevel } from '@zhaoguan/contracts';
import { PageQuery } from '@zhaoguan/platform';
import { IsOptional, Matches } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class StatisticsSelectionDto {
  @ApiPropertyOptional({
    format: 'date',
    description:
      '从哪一天起；不填为截止日前十二个月。只办理差评回访的人员按日统计，其他人员按已经结束的整季度统计，所填日期算作它所在的季度',
  })
  @IsOptional()
  @Matches(DAY, { message: '日期格式不正确' })
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: '到哪一天止；不填为今天' })
  @IsOptional()
  @Matches(DAY, { message: '日期格式不正确' })
  to?: string;
}

export class StatisticsQueryDto extends IntersectionType(StatisticsSelectionDto, PageQuery) {}

const COUNT = { type: 'integer' } as const;

export class FollowUpCountsDto {
  @ApiProperty({ description: '差评件数' })
  opened!: number;
  @ApiProperty({ description: '已办结' })
  ended!: number;
  @ApiProperty({ description: '按期办结' })
  endedInTime!: number;
  @ApiProperty({ description: '超期未办结' })
  overdue!: number;
}

export class OfficeFiguresDto {
  @ApiProperty({ example: '610116/ELDERLY_CARE' })
  office!: string;
  @ApiProperty({ example: '西安市长安区民政局' })
  officeName!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: '评价数，不含经核实不成立的；评价太少的，连同其他各项为空，以免认出评价人',
  })
  total!: number | null;
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(RATING_LEVELS.map((level) => [level, COUNT])),
    nullable: true,
    description: '各等级的评价数；评价太少、不分项的为空',
    additionalProperties: false,
  })
  levels!: Record<RatingLevel, number> | null;
  @ApiProperty({ type: Number, nullable: true, description: '经核实不成立的差评' })
  unfounded!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 9650,
    description: '满意率，万分之一；前三个等级的占比',
  })
  satisfaction!: number | null;
  @ApiProperty({ type: FollowUpCountsDto, nullable: true })
  followUps!: FollowUpCountsDto | null;
}

export class PeriodFiguresDto {
  @ApiProperty({ example: '2026-Q3', description: '季度；只办理差评回访的人员按月份，如 2026-11' })
  period!: string;
  @ApiProperty({ description: '非常满意、满意、基本满意' })
  satisfied!: number;
  @ApiProperty({ description: '不满意、非常不满意' })
  dissatisfied!: number;
}

export class RatingStatisticsDto {
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  @ApiProperty({ example: 10, description: '一个季度评价少于该数的机关，该季度不计入' })
  minimum!: number;
  @ApiProperty({ type: [OfficeFiguresDto] })
  items!: OfficeFiguresDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
  @ApiProperty({ type: [PeriodFiguresDto] })
  periods!: PeriodFiguresDto[];
}
