import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ITEM_SEVERITIES, KINDS, type ItemSeverity, type Kind } from '@zhaoguan/contracts';
import { MayBeAbsent, PageOf, PageQuery } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { OUTCOMES, type Outcome } from '../domain/findings';
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

  @ApiPropertyOptional({ example: '二层东侧疏散通道堆放杂物', description: '情况说明；不符合的必填' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;

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
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ enum: taskProcess.states, example: 'ASSIGNED' })
  status!: TaskStatus;
  @ApiProperty({ example: '待检查' })
  statusLabel!: string;
  @ApiProperty({ example: '2026-12-18', description: '完成检查的期限' })
  dueOn!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  startedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  submittedAt!: Date | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  resultId!: string | null;
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
}

export class TaskDto extends TaskSummaryDto {
  @ApiProperty({ type: [TeamMemberDto] })
  team!: TeamMemberDto[];
  @ApiProperty({ type: [PlanItemDto] })
  items!: PlanItemDto[];
  @ApiProperty({ type: [FindingDto] })
  findings!: FindingDto[];
  @ApiProperty({ type: [EvidenceDto] })
  evidence!: EvidenceDto[];
}
