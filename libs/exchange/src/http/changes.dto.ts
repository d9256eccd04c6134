import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FILING_ENDS,
  INSTITUTION_STATUSES,
  PARTNER_EVENTS,
  REMOVAL_SERVICES,
  REMOVAL_TYPES,
  type FilingEnd,
  type InstitutionStatus,
  type PartnerEvent,
  type RemovalService,
  type RemovalType,
} from '@zhaoguan/contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

export class ToldRemovalDto {
  @ApiProperty({ enum: REMOVAL_TYPES, description: 'CANCELLATION 注销，REVOCATION 撤销' })
  type!: RemovalType;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '长民备撤决〔2026〕1号',
    description: '事先告知书、决定书、恢复告知书的文号；终止办理没有文书，为 null',
  })
  number!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '文书的日期' })
  issuedOn!: string | null;
  @ApiProperty({
    enum: REMOVAL_SERVICES,
    nullable: true,
    description: '主管部门怎样送达事先告知书；只有事先告知才有',
  })
  service!: RemovalService | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '陈述申辩截止日期' })
  statementUntil!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '文书核验的地址' })
  checkUrl!: string | null;
}

export class ToldVerificationDto {
  @ApiProperty({ format: 'date', example: '2026-11-20', description: '现场核查的日期' })
  visitedOn!: string;
  @ApiProperty({ type: [String], example: ['床位数'], description: '不一致的项目；不含备案和核查的内容' })
  items!: readonly string[];
  @ApiProperty({ type: String, nullable: true, description: '申请人要做什么、最迟哪天；已经一致的为 null' })
  toDo!: string | null;
}

export class ToldPaperDto {
  @ApiProperty({ format: 'uuid', description: '由 GET …/papers/{id}/file 下载' })
  id!: string;
  @ApiProperty({ example: 'CORRECTION_NOTICE', description: '文书种类' })
  kind!: string;
  @ApiProperty({ example: '长民备补〔2026〕1号', description: '文号' })
  number!: string;
  @ApiProperty({ format: 'date', example: '2026-11-20' })
  issuedOn!: string;
  @ApiProperty({ description: '文书核验的地址' })
  checkUrl!: string;
}

export class CaseChangeDto {
  @ApiProperty({ format: 'uuid', description: '同一进展在推送和查询中编号相同，可据此去重' })
  eventId!: string;
  @ApiProperty({ enum: PARTNER_EVENTS })
  event!: PartnerEvent;
  @ApiProperty({ example: 'BJ-2026-000123', description: '对接平台的业务编号' })
  reference!: string;
  @ApiProperty({ format: 'uuid' })
  filingId!: string;
  @ApiProperty({ example: 1, description: '本件的第几项进展，从 1 起连续' })
  seq!: number;
  @ApiProperty({ example: 'SUBMITTED' })
  status!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '主管部门办理期限' })
  dueOn!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '退回补正的，最迟重新提交的日期；现场核查不一致的，最迟办理变更或者改正的日期',
  })
  correctBy!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({
    enum: INSTITUTION_STATUSES,
    nullable: true,
    description: '机构的状态；办理备案的进展为 null',
  })
  institutionStatus!: InstitutionStatus | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '机构的状态、备案（许可）的效力自哪天起如此；没有变化的为 null',
  })
  effectiveOn!: string | null;
  @ApiProperty({
    enum: FILING_ENDS,
    nullable: true,
    description: '备案（许可）已注销 CANCELLED、已撤销 REVOKED；仍然有效的为 null',
  })
  filingEnd!: FilingEnd | null;
  @ApiProperty({
    type: ToldPaperDto,
    nullable: true,
    description: '这一步出具的补正通知书、告知书、决定书；没有的为 null。回执由 receipt.pdf 下载',
  })
  paper!: ToldPaperDto | null;
  @ApiProperty({ type: ToldRemovalDto, nullable: true, description: '注销、撤销的这一步；其他进展为 null' })
  removal!: ToldRemovalDto | null;
  @ApiProperty({
    type: ToldVerificationDto,
    nullable: true,
    description: '现场核查的这一步；其他进展为 null',
  })
  verification!: ToldVerificationDto | null;
}

export class ChangeFeedDto {
  @ApiProperty({ type: [CaseChangeDto] })
  items!: CaseChangeDto[];
  @ApiProperty({ example: '17', description: '下次查询的 after；没有新进展时不变' })
  next!: string;
  @ApiProperty({ description: '后面现在还有' })
  more!: boolean;
}

export class ChangeFeedQueryDto {
  @ApiPropertyOptional({ minimum: 0, default: 0, description: '上次返回的 next；从头查询为 0' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  after: number = 0;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 100;
}
