import { ApiProperty } from '@nestjs/swagger';
import {
  DISTRICT_LEVELS,
  GRADES,
  ITEM_SEVERITIES,
  KINDS,
  type DistrictLevel,
  type Grade,
  type Kind,
} from '@zhaoguan/contracts';
import type { FilingOutcome } from '../domain/figures';
import { WorkItemSummaryDto } from './work-items.dto';

/** When it was counted; figures are counted at most once a minute. */
class DatedDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-11-20T02:00:00.000Z',
    description: '统计时间',
  })
  asOf!: Date;
}

export class WaitingFigureDto extends DatedDto {
  @ApiProperty({ type: WorkItemSummaryDto })
  figure!: WorkItemSummaryDto;
}

class OutcomeCountsDto implements Record<FilingOutcome, number> {
  @ApiProperty({ example: 3, description: '尚未办结' })
  SUBMITTED!: number;
  @ApiProperty({ example: 1, description: '退回补正' })
  RETURNED!: number;
  @ApiProperty({ example: 0, description: '不予受理，只有许可申请才有' })
  DISMISSED!: number;
  @ApiProperty({ example: 0, description: '不予备案、不予许可' })
  REFUSED!: number;
  @ApiProperty({ example: 0, description: '逾期未补正视为撤回' })
  LAPSED!: number;
  @ApiProperty({ example: 0, description: '申请人撤回' })
  WITHDRAWN!: number;
  @ApiProperty({ example: 12, description: '准予备案、准予许可' })
  ACCEPTED!: number;
}

class WeekOfFilingsDto {
  @ApiProperty({ example: '2026-W47' })
  week!: string;
  @ApiProperty({ type: String, format: 'date', example: '2026-11-16', description: '该周星期一' })
  from!: string;
  @ApiProperty({ type: OutcomeCountsDto })
  byOutcome!: OutcomeCountsDto;
}

export class FilingsByWeekDto extends DatedDto {
  @ApiProperty({ type: [WeekOfFilingsDto], description: '最近 26 周，旧的在前' })
  figure!: WeekOfFilingsDto[];
}

class DaysOfKindDto {
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ example: 12, description: '办结件数' })
  decided!: number;
  @ApiProperty({ type: Number, nullable: true, example: 3.5, description: '提交至办结工作日数的中位数' })
  medianWorkingDays!: number | null;
}

export class DaysToDecisionDto extends DatedDto {
  @ApiProperty({ type: [DaysOfKindDto] })
  figure!: DaysOfKindDto[];
}

class GradeCountsDto implements Record<Grade, number> {
  @ApiProperty({ example: 10 })
  A!: number;
  @ApiProperty({ example: 80 })
  B!: number;
  @ApiProperty({ example: 8 })
  C!: number;
  @ApiProperty({ example: 2 })
  D!: number;
}

class GradesOfKindDto {
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ type: GradeCountsDto })
  byGrade!: GradeCountsDto;
}

export class GradesDto extends DatedDto {
  @ApiProperty({ type: [GradesOfKindDto] })
  figure!: GradesOfKindDto[];
}

class FindingCountDto {
  @ApiProperty({ example: 'YL-XF-01' })
  itemCode!: string;
  @ApiProperty({ example: '疏散通道、安全出口畅通' })
  itemTitle!: string;
  @ApiProperty({ enum: ITEM_SEVERITIES, example: 'H' })
  severity!: 'V' | 'H' | 'M' | 'L';
  @ApiProperty({ example: 7 })
  count!: number;
}

export class FindingsDto extends DatedDto {
  @ApiProperty({ type: [FindingCountDto], description: '最近 12 个月最多的 20 项' })
  figure!: FindingCountDto[];
}

class ResultCountDto {
  @ApiProperty({ example: 'NO_PROBLEM' })
  resultCode!: string;
  @ApiProperty({ example: '未发现问题' })
  resultLabel!: string;
  @ApiProperty({ example: 40 })
  count!: number;
}

export class ResultsDto extends DatedDto {
  @ApiProperty({ type: [ResultCountDto], description: '最近 12 个月' })
  figure!: ResultCountDto[];
}

class TileDto {
  @ApiProperty({ example: 3, description: '由西向东' })
  column!: number;
  @ApiProperty({ example: 6, description: '由北向南' })
  row!: number;
}

class DistrictFiguresDto {
  @ApiProperty({ example: '610116' })
  code!: string;
  @ApiProperty({ example: '长安区' })
  name!: string;
  @ApiProperty({ enum: DISTRICT_LEVELS, example: 'COUNTY' })
  level!: DistrictLevel;
  @ApiProperty({ type: TileDto, nullable: true, description: '在同级方格图中的位置；没有的为空' })
  tile!: TileDto | null;
  @ApiProperty({ example: 42 })
  institutions!: number;
  @ApiProperty({ example: 5200, description: '床位、托位数' })
  capacity!: number;
  @ApiProperty({ type: Number, nullable: true, example: 0.1, description: '信用 C、D 级机构所占比例' })
  lowGradeShare!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 3,
    description: '最近 12 个月发现问题且尚无处理决定的检查；无权查看检查结果的为空',
  })
  openProblems!: number | null;
}

export class DistrictsFigureDto extends DatedDto {
  @ApiProperty({
    type: [DistrictFiguresDto],
    description: '本辖区的下一级区划；不知所属乡镇、街道的列在本级名下',
  })
  figure!: DistrictFiguresDto[];
}

class PlanProgressDto {
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-0000000000a1' })
  planId!: string;
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-0000000000a2' })
  drawId!: string;
  @ApiProperty({ example: '示例·2026年第四季度养老机构双随机抽查' })
  title!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ type: [String], example: ['610116'] })
  districts!: string[];
  @ApiProperty({ type: String, format: 'date', example: '2026-12-18' })
  dueOn!: string;
  @ApiProperty({ example: 4, description: '已提交' })
  done!: number;
  @ApiProperty({ example: 1, description: '检查中' })
  begun!: number;
  @ApiProperty({ example: 7, description: '尚未开始' })
  waiting!: number;
}

export class PlansProgressDto extends DatedDto {
  @ApiProperty({ type: [PlanProgressDto], description: '进行中的抽查，期限近的在前' })
  figure!: PlanProgressDto[];
}

class GradeChangeFigureDto {
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-0000000000b1' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安颐养院' })
  institutionName!: string;
  @ApiProperty({ enum: GRADES, nullable: true, example: 'B', description: '首次评定的为空' })
  from!: Grade | null;
  @ApiProperty({ enum: GRADES, example: 'C' })
  to!: Grade;
  @ApiProperty({ example: 73 })
  score!: number;
  @ApiProperty({ type: String, format: 'date', example: '2026-11-20' })
  changedOn!: string;
  @ApiProperty({ example: '检查发现问题' })
  cause!: string;
}

export class GradeHistoryDto extends DatedDto {
  @ApiProperty({ type: [GradeChangeFigureDto], description: '本人各机构的等级变化，旧的在前' })
  figure!: GradeChangeFigureDto[];
}
