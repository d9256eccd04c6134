import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  DEPARTMENT_CODES,
  OVERDUE_LACKS,
  OVERDUE_LEVELS,
  WORK_ITEM_LABELS,
  WORK_ITEM_TYPES,
  type OverdueBand,
  type OverdueLack,
  type OverdueLevel,
  type WorkItemType,
} from '@zhaoguan/contracts';
import { InWords, PageOf, PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { overdueProcess, type OverdueAct, type OverdueStatus } from '../domain/overdue.process';
import type { OverdueLine, OverdueView } from '../use-cases/overdue.query';
import { SubjectDto } from './work-items.dto';

export class OverdueSelectionDto {
  @ApiPropertyOptional({ enum: overdueProcess.states, description: '不选的，列出尚未办结的' })
  @IsOptional()
  @IsIn(overdueProcess.states)
  status?: OverdueStatus;

  @ApiPropertyOptional({ enum: OVERDUE_LEVELS, description: '报到哪一级' })
  @IsOptional()
  @IsIn(OVERDUE_LEVELS)
  level?: OverdueLevel;

  @ApiPropertyOptional({ enum: DEPARTMENT_CODES, example: 'civil-affairs', description: '只看这个部门的' })
  @IsOptional()
  @IsIn(DEPARTMENT_CODES)
  department?: string;
}

export class OverdueQueryDto extends IntersectionType(OverdueSelectionDto, PageQuery) {}

export class OverdueNoteDto {
  @ApiProperty({
    maxLength: 1000,
    example: '请于本周内办结，材料有疑问的先电话核实。',
    description: '督办意见，或者超期的原因',
  })
  @InWords('请用文字写明')
  @IsString()
  @MaxLength(1000)
  note!: string;
}

class OverdueLineDto {
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-0000000000e1' })
  id!: string;
  @ApiProperty({ enum: WORK_ITEM_TYPES, example: 'FILING_TO_DECIDE' })
  type!: WorkItemType;
  @ApiProperty({ example: WORK_ITEM_LABELS.FILING_TO_DECIDE })
  typeLabel!: string;
  @ApiProperty({ type: SubjectDto })
  subject!: SubjectDto;
  @ApiProperty({ example: '示例·长安颐养院', description: '机构名称；尚未开始的检查，为计划名称' })
  title!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '承办的机关' })
  officeName!: string;
  @ApiProperty({ format: 'date', example: '2026-11-27', description: '期限的最后一日' })
  dueOn!: string;
  @ApiProperty({ example: 3, description: '已超期的工作日数' })
  daysOverdue!: number;
  @ApiProperty({ enum: OVERDUE_LEVELS, description: '报到哪一级' })
  level!: OverdueLevel;
  @ApiProperty({ example: '610116', description: '由这一级区划的负责人督办' })
  place!: string;
  @ApiProperty({ example: '已报上级：西安市民政局', description: '报到哪里；不经本级负责人的，写明原因' })
  raisedTo!: string;
  @ApiProperty({ enum: overdueProcess.states })
  status!: OverdueStatus;
  @ApiProperty({ format: 'date-time' })
  raisedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
}

class OverdueActDto {
  @ApiProperty({ example: '督办' })
  label!: string;
  @ApiProperty({ enum: OVERDUE_LEVELS })
  level!: OverdueLevel;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true, description: '空的为系统' })
  actorName!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '其中的身份证件号码和电话已遮盖' })
  note!: string | null;
}

export class OverdueDto extends OverdueLineDto {
  @ApiProperty({ example: 1 })
  version!: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-12-04',
    description: '自这一日起仍未办结的，报上级部门督办；已报上级的、上级没有可以督办的人员的、已办结的为空',
  })
  goesUpOn!: string | null;
  @ApiProperty({ enum: ['urge', 'explain'], isArray: true })
  availableActions!: OverdueAct[];
  @ApiProperty({ type: [OverdueActDto] })
  history!: OverdueActDto[];
}

export class OverdueOfCaseDto {
  @ApiProperty({ type: [OverdueDto], description: '超期最久的在前；没有的、看不到的为空' })
  items!: OverdueDto[];
}

export class OverduePage extends PageOf(OverdueLineDto) {}

class OverdueCountsDto implements Record<OverdueBand | 'further' | 'ended', number> {
  @ApiProperty({ example: 4, description: '超期一至五个工作日，尚未办结' })
  upTo5!: number;
  @ApiProperty({ example: 1, description: '超期六至十五个工作日，尚未办结' })
  upTo15!: number;
  @ApiProperty({ example: 0, description: '超期十六个工作日以上，尚未办结' })
  longer!: number;
  @ApiProperty({ example: 1, description: '其中已报上级部门' })
  further!: number;
  @ApiProperty({ example: 12, description: '最近一年内办结' })
  ended!: number;
}

class OfficeOverdueDto extends OverdueCountsDto {
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ example: '西安市长安区民政局' })
  officeName!: string;
}

export class OverdueOfFilingDto {
  @ApiProperty({
    enum: OVERDUE_LEVELS,
    nullable: true,
    description: '超期没有办结的，已报哪一级督办；没有上报的、已经办结的为空',
  })
  raisedTo!: OverdueLevel | null;
  @ApiProperty({
    enum: OVERDUE_LACKS,
    nullable: true,
    description:
      '在本平台没有可以督办的人员：ABOVE 上级部门没有，由本级督办；ALL 本级和上级部门都没有；有的为空',
  })
  lacking!: OverdueLack | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '029-85280000',
    description: '办理机关的电话；没有登记的为空',
  })
  phone!: string | null;
}

export class OverdueStatisticsDto {
  @ApiProperty({ type: OverdueCountsDto, description: '全部机关合计' })
  total!: OverdueCountsDto;
  @ApiProperty({ type: [OfficeOverdueDto], description: '超期最多的一百个机关' })
  items!: OfficeOverdueDto[];
}

export function toOverdueLine({ subjectType, subjectId, ...line }: OverdueLine): OverdueLineDto {
  return { ...line, typeLabel: WORK_ITEM_LABELS[line.type], subject: { type: subjectType, id: subjectId } };
}

export function toOverdue({
  version,
  goesUpOn,
  availableActions,
  history,
  ...line
}: OverdueView): OverdueDto {
  return {
    ...toOverdueLine(line),
    version,
    goesUpOn,
    availableActions: [...availableActions],
    history: [...history],
  };
}
