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
import { PageOf, PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional } from 'class-validator';
import { resultProcess, type ResultAction, type ResultStatus } from '../domain/result.process';
import type { ResultOrder } from '../store/result.store';
import { LegalBasisDto } from './items.dto';

const RESULT_ORDERS: readonly ResultOrder[] = ['-createdAt', 'dueOn'];

export class ResultQuery extends PageQuery {
  @ApiPropertyOptional({ enum: resultProcess.states, example: 'PENDING' })
  @IsOptional()
  @IsIn(resultProcess.states)
  status?: ResultStatus;

  @ApiPropertyOptional({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ enum: RESULT_ORDERS, example: 'dueOn', description: 'dueOn：期限近的在前' })
  @IsOptional()
  @IsIn(RESULT_ORDERS)
  sort: ResultOrder = '-createdAt';
}

export class FailureDto {
  @ApiProperty({
    format: 'uuid',
    example: '0193d0c2-7d1e-7c3a-8f00-1234567890b0',
    description: '检查情况编号，立案时引用',
  })
  findingId!: string;
  @ApiProperty({ format: 'uuid', example: '7a0f2c9e-3b1d-8c5a-9e7f-0123456789ab' })
  itemId!: string;
  @ApiProperty({ example: 'YL08' })
  itemCode!: string;
  @ApiProperty({ example: '疏散通道' })
  title!: string;
  @ApiProperty({ enum: ITEM_SEVERITIES, example: 'V' })
  severity!: ItemSeverity;
  @ApiProperty({ type: [LegalBasisDto] })
  legalBasis!: LegalBasisDto[];
}

export class KeptFindingDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890b0' })
  id!: string;
  @ApiProperty({ example: 'YL08' })
  itemCode!: string;
  @ApiProperty({ example: '疏散通道' })
  itemTitle!: string;
  @ApiProperty({ enum: OUTCOMES, example: 'FAIL' })
  outcome!: Outcome;
  @ApiProperty({ example: '不符合' })
  outcomeLabel!: string;
  @ApiProperty({ type: String, nullable: true, example: '二层东侧疏散通道堆放杂物' })
  note!: string | null;
}

export class ResultDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  id!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac' })
  taskId!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ad' })
  planId!: string;
  @ApiProperty({ example: '2026年养老机构第四季度双随机抽查' })
  planTitle!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ae' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安夕阳养老院' })
  institutionName!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '2026-11-27', description: '检查日期' })
  inspectedOn!: string;
  @ApiProperty({ example: 'NO_PROBLEM' })
  resultCode!: string;
  @ApiProperty({ example: '未发现问题' })
  resultLabel!: string;
  @ApiProperty({ type: [FailureDto], description: '不符合的事项' })
  failures!: FailureDto[];
  @ApiProperty({ example: '西安市长安区民政局', description: '检查机关' })
  agency!: string;
  @ApiProperty({ type: [String], example: ['61011620260001', '61011620260002'], description: '执法证号' })
  certificateNumbers!: string[];
  @ApiProperty({ example: '2026-12-25', description: '公布的最后期限' })
  dueOn!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 12,
    description: '距公布期限的工作日数，负数为已超期；已公布的为空',
  })
  workingDaysLeft!: number | null;
  @ApiProperty({ enum: resultProcess.states, example: 'PENDING' })
  status!: ResultStatus;
  @ApiProperty({ example: '待公布' })
  statusLabel!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-27T08:00:00.000Z' })
  createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  publishedAt!: Date | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·李复核',
    description: '公布人姓名；期满自动公布的为“系统”',
  })
  publishedByName!: string | null;
  @ApiProperty({
    example: false,
    description: '机构已关闭、迁出或者无法联系的结果，等待检查组另一名成员会签，之后才能公布',
  })
  awaitsCoSignature!: boolean;
  @ApiProperty({
    type: [String],
    example: [],
    description: '检查组一名成员以不同结论替换另一名成员的结论的，逐次写明；不公开',
  })
  disagreements!: readonly string[];
  @ApiProperty({
    type: [String],
    example: [],
    description: '同一次检查中检查组以前撤回的结果、撤回前认定的不符合和理由，逐次写明；不公开',
  })
  withdrawals!: readonly string[];
  @ApiProperty({
    type: [KeptFindingDto],
    nullable: true,
    description: '已撤回的结果：撤回时已经记录的检查情况；其他为空',
  })
  keptFindings!: readonly KeptFindingDto[] | null;
  @ApiProperty({ example: 1 })
  version!: number;
  @ApiProperty({ enum: resultProcess.actionNames, isArray: true, example: ['publish'] })
  availableActions!: ResultAction[];
}
export class ResultPageDto extends PageOf(ResultDto) {}
