import { ApiProperty } from '@nestjs/swagger';
import {
  ITEM_SEVERITIES,
  KINDS,
  OUTCOMES,
  SITE_TYPES,
  type ItemSeverity,
  type Kind,
  type Outcome,
} from '@zhaoguan/contracts';
import { PageOf } from '@zhaoguan/platform';
import { resultProcess, type ResultStatus } from '../domain/result.process';
import { taskProcess, type TaskStatus } from '../domain/task.process';
import { LegalBasisDto, PlanItemDto } from './items.dto';
import { TeamMemberDto } from './tasks.dto';

class OwnResultDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ae' })
  id!: string;
  @ApiProperty({ example: 'PROBLEMS_PENDING' })
  code!: string;
  @ApiProperty({ example: '发现问题待后续处理', description: '检查结果公示用语' })
  label!: string;
  @ApiProperty({ example: '2026-11-27', description: '检查日期' })
  inspectedOn!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '检查机关' })
  agency!: string;
  @ApiProperty({ enum: resultProcess.states, example: 'PENDING' })
  status!: ResultStatus;
  @ApiProperty({ example: '待公布' })
  statusLabel!: string;
  @ApiProperty({ example: '2026-12-25', description: '公布的最后期限' })
  dueOn!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  publishedAt!: string | null;
}

class OwnInspectionLineDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  id!: string;
  @ApiProperty({ example: '2026年养老机构第四季度双随机抽查' })
  planTitle!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ad' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安夕阳养老院' })
  institutionName!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ enum: taskProcess.states, example: 'SUBMITTED' })
  status!: TaskStatus;
  @ApiProperty({ example: '已提交' })
  statusLabel!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-11-27T02:00:00.000Z' })
  startedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-11-27T08:00:00.000Z' })
  submittedAt!: Date | null;
  @ApiProperty({ type: OwnResultDto, nullable: true, description: '检查尚未结束的为 null' })
  result!: OwnResultDto | null;
}
export class OwnInspectionPageDto extends PageOf(OwnInspectionLineDto) {}

class OwnFindingDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890b0' })
  id!: string;
  @ApiProperty({ example: 'YL08' })
  itemCode!: string;
  @ApiProperty({ example: '疏散通道' })
  itemTitle!: string;
  @ApiProperty({ example: '疏散通道、安全出口是否畅通', description: '该项的要求，即应当改正到的状态' })
  check!: string;
  @ApiProperty({ type: [LegalBasisDto] })
  legalBasis!: LegalBasisDto[];
  @ApiProperty({ enum: ITEM_SEVERITIES, example: 'V' })
  severity!: ItemSeverity;
  @ApiProperty({ example: '重大' })
  severityLabel!: string;
  @ApiProperty({ enum: OUTCOMES, example: 'FAIL' })
  outcome!: Outcome;
  @ApiProperty({ example: '不符合' })
  outcomeLabel!: string;
  @ApiProperty({ type: String, nullable: true, example: '二层东侧疏散通道堆放杂物' })
  note!: string | null;
}

export class OwnInspectionDto extends OwnInspectionLineDto {
  @ApiProperty({ type: [TeamMemberDto] })
  team!: TeamMemberDto[];
  @ApiProperty({ type: [PlanItemDto] })
  items!: PlanItemDto[];
  @ApiProperty({ type: [OwnFindingDto], description: '检查人员提交以前为空' })
  findings!: OwnFindingDto[];
}
