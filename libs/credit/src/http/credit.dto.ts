import { ApiProperty } from '@nestjs/swagger';
import { GRADES, KINDS, type Grade, type Kind } from '@zhaoguan/contracts';
import { IsString, MaxLength } from 'class-validator';
import { InWords } from '@zhaoguan/platform';
import { CREDIT_SOURCES } from '../domain/scoring';

export class RectifiedDto {
  @ApiProperty({ example: '11 月 25 日复查，疏散通道已清理，符合要求。', description: '复查情况' })
  @IsString()
  @MaxLength(1000)
  @InWords('请填写复查情况')
  note!: string;
}

export class CreditSourceDto {
  @ApiProperty({ enum: CREDIT_SOURCES, example: 'PENALTY' })
  type!: string;
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: 'YL07', description: '检查项代码；来源为整体的为空' })
  item!: string;
}

export class CreditEventDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: 'PENALTY_GENERAL' })
  ruleCode!: string;
  @ApiProperty({ example: '受到一般失信类行政处罚' })
  ruleName!: string;
  @ApiProperty({ enum: ['DEDUCT', 'BONUS'], example: 'DEDUCT', description: '扣分 或者 加分' })
  direction!: string;
  @ApiProperty({ example: '2026年11月30日受到一般失信类行政处罚（610116-YL-罚决-2026-0001）' })
  text!: string;
  @ApiProperty({ type: CreditSourceDto })
  source!: CreditSourceDto;
  @ApiProperty({ example: 10, description: '原始分值' })
  points!: number;
  @ApiProperty({ example: 5, description: '当前计入的分值（合计上限之前）' })
  pointsNow!: number;
  @ApiProperty({ example: '2026-11-30' })
  effectiveOn!: string;
  @ApiProperty({ example: '2027-11-30', description: '自该日起不再计分' })
  expiresOn!: string;
  @ApiProperty({ enum: GRADES, nullable: true, example: null, description: '未解除前直接确定的等级' })
  forcesGrade!: Grade | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '整改确认日期' })
  liftedOn!: string | null;
  @ApiProperty({ example: '系统默认评价规则', description: '记分规则的依据' })
  basis!: string;
}

export class GradeChangeDto {
  @ApiProperty({ enum: GRADES, nullable: true, example: 'B' })
  from!: Grade | null;
  @ApiProperty({ enum: GRADES, example: 'C' })
  to!: Grade;
  @ApiProperty({ example: 70 })
  score!: number;
  @ApiProperty({ example: '2026-11-30' })
  changedOn!: string;
  @ApiProperty({ example: '检查结果公布' })
  cause!: string;
  @ApiProperty({ type: [String], format: 'uuid', description: '变动时计入的信用事件' })
  events!: string[];
}

export class OutlookDto {
  @ApiProperty({ example: '2027-05-30' })
  on!: string;
  @ApiProperty({ example: 75 })
  score!: number;
  @ApiProperty({ enum: GRADES, example: 'B' })
  grade!: Grade;
}

class AdjustmentDto {
  @ApiProperty({ example: '同一次检查的扣分合计以 10 分为限' })
  text!: string;
  @ApiProperty({ example: 5, description: '计入合计的分值；负数为减' })
  points!: number;
}

class GradeBandDto {
  @ApiProperty({ enum: GRADES, example: 'C' })
  grade!: Grade;
  @ApiProperty({ example: 60, description: '最低得分（含）' })
  min!: number;
  @ApiProperty({ example: 74, description: '最高得分（含）' })
  max!: number;
}

export class CreditDto {
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安颐养院' })
  institutionName!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '2026-11-30', description: '计算日期' })
  on!: string;
  @ApiProperty({ example: 80, description: '起评分' })
  start!: number;
  @ApiProperty({ example: 70 })
  score!: number;
  @ApiProperty({ enum: GRADES, example: 'C' })
  grade!: Grade;
  @ApiProperty({ example: '信用较低' })
  gradeLabel!: string;
  @ApiProperty({ example: '2026-11-30' })
  gradeSince!: string;
  @ApiProperty({ type: [String], format: 'uuid', description: '直接确定等级的信用事件' })
  forcedBy!: string[];
  @ApiProperty({ type: [CreditEventDto] })
  events!: CreditEventDto[];
  @ApiProperty({
    type: [AdjustmentDto],
    description: '合计上限和取整；与起评分、信用事件相加即为得分',
  })
  adjustments!: AdjustmentDto[];
  @ApiProperty({ type: [GradeBandDto], description: '各等级的得分范围' })
  bands!: GradeBandDto[];
  @ApiProperty({ type: [GradeChangeDto], description: '等级变动，最近的在前' })
  changes!: GradeChangeDto[];
  @ApiProperty({ type: [OutlookDto], description: '不发生其他事件时，今后的得分和等级' })
  outlook!: OutlookDto[];
  @ApiProperty({ type: [String], example: ['检查未发现问题，可加 2 分'], description: '可以改善等级的事项' })
  improvements!: string[];
}
