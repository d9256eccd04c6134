import { ApiProperty } from '@nestjs/swagger';
import { KINDS, type Kind } from '@zhaoguan/contracts';
import { drawProcess, type DrawStatus } from '../domain/draw.process';

/** What everybody may know of a draw, officials and the public alike. */
export class DrawFactsDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac' })
  id!: string;
  @ApiProperty({ example: '2026年养老机构第四季度双随机抽查' })
  title!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ type: [String], example: ['610116'] })
  districts!: readonly string[];
  @ApiProperty({ enum: drawProcess.states, example: 'ANNOUNCED' })
  status!: DrawStatus;
  @ApiProperty({ example: '已公告' })
  statusLabel!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  announcedAt!: Date;
  @ApiProperty({ example: 42, description: '列入抽取范围的家数' })
  targetCount!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: '抽取结果摘要（SM3），抽取时公开',
  })
  resultDigest!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  drawnAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  openedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  voidedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  voidReason!: string | null;
}

export class DrawFailureDto {
  @ApiProperty({
    format: 'uuid',
    example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab',
    description: '派不出人员的机构',
  })
  target!: string;
  @ApiProperty({ example: 'civil-affairs', description: '派不出人员的部门' })
  department!: string;
}
