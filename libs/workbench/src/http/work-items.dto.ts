import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  SUBJECT_TYPES,
  URGENCIES,
  WORK_ITEM_LABELS,
  WORK_ITEM_TYPES,
  type SubjectType,
  type Urgency,
  type WorkItemType,
} from '@zhaoguan/contracts';
import { PageOf, PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional } from 'class-validator';
import type { DatedWorkItem, WorkItemSummary } from '../domain/work-item';

export class WorkItemSelectionDto {
  @ApiPropertyOptional({ enum: WORK_ITEM_TYPES, example: 'FILING_TO_DECIDE', description: '只看这一类' })
  @IsOptional()
  @IsIn(WORK_ITEM_TYPES)
  type?: WorkItemType;
}

export class WorkItemQueryDto extends IntersectionType(WorkItemSelectionDto, PageQuery) {}

/** What a line is about: its kind and its id lead to a page. */
export class SubjectDto {
  @ApiProperty({ enum: SUBJECT_TYPES, example: 'filing' })
  type!: SubjectType;
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-0000000000f1' })
  id!: string;
}

export class WorkItemDto {
  @ApiProperty({ enum: WORK_ITEM_TYPES, example: 'FILING_TO_DECIDE' })
  type!: WorkItemType;
  @ApiProperty({ example: WORK_ITEM_LABELS.FILING_TO_DECIDE })
  typeLabel!: string;
  @ApiProperty({ type: SubjectDto })
  subject!: SubjectDto;
  @ApiProperty({ example: '示例·长安颐养院', description: '机构、计划或者人员的名称' })
  title!: string;
  @ApiProperty({ example: '第1次提交' })
  detail!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116', description: '涉及多个辖区的为空' })
  district!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-11-20T02:00:00.000Z',
    description: '从何时起待办',
  })
  since!: Date;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-11-27',
    description: '期限的最后一日',
  })
  dueOn!: string | null;
  @ApiProperty({ enum: URGENCIES, example: 'LATER' })
  urgency!: Urgency;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 5,
    description: '还有几个工作日；负数为已超期的工作日数',
  })
  workingDaysLeft!: number | null;
}
export const WorkItemPageDto = PageOf(WorkItemDto);

class TypeCountDto {
  @ApiProperty({ enum: WORK_ITEM_TYPES, example: 'FILING_TO_DECIDE' })
  type!: WorkItemType;
  @ApiProperty({ example: WORK_ITEM_LABELS.FILING_TO_DECIDE })
  typeLabel!: string;
  @ApiProperty({ example: 3 })
  count!: number;
}

class UrgencyCountsDto implements Record<Urgency, number> {
  @ApiProperty({ example: 1, description: '已超期' })
  OVERDUE!: number;
  @ApiProperty({ example: 0, description: '今天到期' })
  TODAY!: number;
  @ApiProperty({ example: 2, description: '期限在三个工作日以内' })
  SOON!: number;
  @ApiProperty({ example: 4, description: '期限在三个工作日以上' })
  LATER!: number;
  @ApiProperty({ example: 0, description: '没有期限' })
  NONE!: number;
}

export class WorkItemSummaryDto {
  @ApiProperty({ example: 7 })
  total!: number;
  @ApiProperty({ type: [TypeCountDto], description: '没有待办的类别不列' })
  byType!: TypeCountDto[];
  @ApiProperty({ type: UrgencyCountsDto })
  byUrgency!: UrgencyCountsDto;
}

export function toWorkItem({ subjectType, subjectId, ...item }: DatedWorkItem): WorkItemDto {
  return { ...item, typeLabel: WORK_ITEM_LABELS[item.type], subject: { type: subjectType, id: subjectId } };
}

export function toSummary({ byType, ...summary }: WorkItemSummary): WorkItemSummaryDto {
  return { ...summary, byType: byType.map((row) => ({ ...row, typeLabel: WORK_ITEM_LABELS[row.type] })) };
}
