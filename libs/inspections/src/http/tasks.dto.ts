import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ITEM_SEVERITIES,
  KINDS,
  OUTCOMES,
  SITE_TYPES,
  type ItemSeverity,
  type Kind,
  type Outcome,
} from '@zhaoguan/contracts';
import { InWords, MayBeAbsent, PageOf, PageQuery } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { taskProcess, type TaskAction, type TaskStatus } from '../domain/task.process';
import { PlanItemDto } from './items.dto';

export class TaskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['me'], example: 'me', description: '只看本人的任务' })
  @IsOptional()
  @IsIn(['me'])
  assignee?: 'me';

  @ApiPropertyOptional({ enum: taskProcess.states, example: 'ASSIGNED' })
  @IsOptional()
  @IsIn(taskProcess.states)
  status?: TaskStatus;

  @ApiPropertyOptional({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac' })
  @IsOptional()
  @IsUUID('all')
  drawId?: string;

  @ApiPropertyOptional({ example: '610116', description: '机构所在区县' })
  @IsOptional()
  @Matches(/^[0-9]{6}$/)
  district?: string;
}

export class FindingInputDto {
  @ApiProperty({
    format: 'uuid',
    example: '7a0f2c9e-3b1d-8c5a-9e7f-0123456789ab',
    description: '抽查事项编号',
  })
  @IsUUID('all')
  itemId!: string;

  @ApiProperty({ enum: OUTCOMES, example: 'PASS', description: '符合、不符合、不适用' })
  @IsIn(OUTCOMES)
  outcome!: Outcome;

  /** `null` is what an answer holds where nothing was noted: a phone that was offline sends it back as it came. */
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '二层东侧疏散通道堆放杂物',
    description: '情况说明；不符合的必填，没有的为空',
  })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string | null;

  @ApiPropertyOptional({ type: [String], format: 'uuid', example: [], description: '证据编号' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  evidenceIds: string[] = [];
}

export class SubmitTaskDto {
  @ApiProperty({ example: 'NO_PROBLEM', description: '检查结果公示用语的代码' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  result!: string;
}

export class InspectedInstitutionDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ad' })
  id!: string;
  @ApiProperty({ example: '示例·长安夕阳养老院' })
  name!: string;
  @ApiProperty({ example: '西安市长安区示例路1号' })
  address!: string;
}

class TaskSummaryDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  id!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac' })
  drawId!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ae' })
  planId!: string;
  @ApiProperty({ example: '2026年养老机构第四季度双随机抽查' })
  planTitle!: string;
  @ApiProperty({ type: InspectedInstitutionDto })
  institution!: InspectedInstitutionDto;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ enum: taskProcess.states, example: 'ASSIGNED' })
  status!: TaskStatus;
  @ApiProperty({ example: '待检查' })
  statusLabel!: string;
  @ApiProperty({ example: '2026-12-18', description: '完成检查的期限' })
  dueOn!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 20,
    description: '距期限的工作日数，负数为已超期；检查已经结束的为空',
  })
  workingDaysLeft!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  startedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  submittedAt!: Date | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  resultId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'NO_PROBLEM', description: '提交的检查结果公示用语' })
  resultCode!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: '机构已关闭、迁出或者无法联系的结果，经检查组另一名成员会签的时间',
  })
  coSignedAt!: Date | null;
  @ApiProperty({ example: 1 })
  version!: number;
  @ApiProperty({ enum: taskProcess.actionNames, isArray: true, example: ['start'] })
  availableActions!: TaskAction[];
}
export class TaskPageDto extends PageOf(TaskSummaryDto) {}

export class TeamMemberDto {
  @ApiProperty({ example: '示例·王检查' })
  name!: string;
  @ApiProperty({ example: '61011620260001', description: '执法证号' })
  certificateNumber!: string;
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ example: false, description: '不能参加检查：账号已停用、名录中已停用或者执法证已到期' })
  isAbsent!: boolean;
}

export class StandInInputDto {
  @ApiProperty({ example: '已调离本单位', maxLength: 1000, description: '理由，随抽取公开' })
  @IsString()
  @InWords('请用文字写明理由')
  @MaxLength(1000)
  reason!: string;

  @ApiProperty({ example: '61011620260001', description: '不能参加检查的成员的执法证号' })
  @IsString()
  @Matches(/^[0-9A-Za-z._-]{1,64}$/, { message: '执法证号格式不正确' })
  certificateNumber!: string;
}

export class StandInDto {
  @ApiProperty({ example: '示例·王检查', description: '不能参加检查的成员' })
  leftName!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·赵检查',
    description: '替补的成员；没有人员可派、检查终止的为空',
  })
  joinedName!: string | null;
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ example: '已调离本单位' })
  reason!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  decidedAt!: Date;
}

export class FindingDto extends FindingInputDto {
  @ApiProperty({
    format: 'uuid',
    example: '0193d0c2-7d1e-7c3a-8f00-1234567890b0',
    description: '检查情况编号；不符合的，立案时引用',
  })
  id!: string;
  @ApiProperty({ example: 'YL08' })
  itemCode!: string;
  @ApiProperty({ example: '疏散通道' })
  itemTitle!: string;
  @ApiProperty({ enum: ITEM_SEVERITIES, example: 'V' })
  severity!: ItemSeverity;
  @ApiProperty({ example: '符合' })
  outcomeLabel!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-27T06:05:00.000Z' })
  recordedAt!: Date;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·王检查',
    description: '最后填写这一项的检查人员',
  })
  recordedByName!: string | null;
}

export class EvidenceDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890af' })
  id!: string;
  @ApiProperty({ example: '…', description: '内容的 SM3' })
  sm3!: string;
  @ApiProperty({ example: 204_800 })
  size!: number;
  @ApiProperty({ example: 'image/jpeg' })
  mediaType!: string;
  @ApiProperty({ example: '疏散通道.jpg' })
  name!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-27T06:05:00.000Z', description: '上传时间' })
  uploadedAt!: Date;
}

export class WithdrawalDto {
  @ApiProperty({ type: String, nullable: true, example: '示例·王检查' })
  actorName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-27T08:00:00.000Z' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true, example: '到场核实，机构仍在营业' })
  reason!: string | null;
}

export class TaskDto extends TaskSummaryDto {
  @ApiProperty({
    type: WithdrawalDto,
    nullable: true,
    description: '检查继续进行中：最近一次撤回检查结果；没有的为空',
  })
  withdrawal!: WithdrawalDto | null;
  @ApiProperty({ type: [StandInDto], description: '检查人员替补记录' })
  standIns!: readonly StandInDto[];
  @ApiProperty({ type: [TeamMemberDto] })
  team!: TeamMemberDto[];
  @ApiProperty({ type: [PlanItemDto] })
  items!: PlanItemDto[];
  @ApiProperty({ type: [FindingDto] })
  findings!: FindingDto[];
  @ApiProperty({ type: [EvidenceDto] })
  evidence!: EvidenceDto[];
}
