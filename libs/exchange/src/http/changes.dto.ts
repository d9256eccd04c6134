import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PARTNER_EVENTS, type PartnerEvent } from '@zhaoguan/contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

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
    description: '退回补正的，最迟重新提交的日期',
  })
  correctBy!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
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
