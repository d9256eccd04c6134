import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KINDS, type Kind } from '@zhaoguan/contracts';
import { PageOf, PageQuery } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { drawProcess, type DrawAction, type DrawStatus } from '../domain/draw.process';

export class BeaconDto {
  @ApiProperty({ example: 'fucai-ssq', description: 'fucai-ssq、fucai-kl8、drand；多个来源用 + 连接' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  source!: string;

  @ApiProperty({ example: '2026135', description: '公告之后开奖的期号或者轮次；多个用 + 连接' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  round!: string;
}

export class AnnounceDrawDto {
  @ApiProperty({ type: BeaconDto })
  @ValidateNested()
  @IsObject()
  @Type(() => BeaconDto)
  @IsNotEmpty()
  beacon!: BeaconDto;
}

export class ConfirmBeaconDto {
  @ApiProperty({ example: '2026135:03,08,12,21,27,33|09', description: '按规定格式书写的信标值' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  value!: string;
}

export class EnterBeaconDto extends ConfirmBeaconDto {
  @ApiProperty({ example: 'https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/', description: '公布该结果的网址' })
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, disallow_auth: true })
  @MaxLength(500)
  sourceUrl!: string;
}

export class DrawQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  @IsOptional()
  @IsUUID('all')
  planId?: string;

  @ApiPropertyOptional({ enum: drawProcess.states, example: 'DRAWN' })
  @IsOptional()
  @IsIn(drawProcess.states)
  status?: DrawStatus;
}

export class DrawBeaconDto extends BeaconDto {
  @ApiProperty({ type: String, nullable: true, example: '2026135:03,08,12,21,27,33|09' })
  value!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/' })
  sourceUrl!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  enteredAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  confirmedAt!: Date | null;
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

class DrawSummaryDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac' })
  id!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  planId!: string;
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
  @ApiProperty({ type: DrawBeaconDto })
  beacon!: DrawBeaconDto;
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
  @ApiProperty({ example: 1 })
  version!: number;
}
export class DrawPageDto extends PageOf(DrawSummaryDto) {}

export class DrawDto extends DrawSummaryDto {
  @ApiProperty({ type: Object, description: '公告全文（zhaoguan-draw-v1）' })
  announcement!: object;
  @ApiProperty({ example: '…', description: '公告规范文本（RFC 8785）的 SM3' })
  announcementSm3!: string;
  @ApiProperty({
    type: DrawFailureDto,
    nullable: true,
    example: null,
    description: '人员无法安排的，指明机构和部门',
  })
  failure!: DrawFailureDto | null;
  @ApiProperty({ example: 5, description: '尚未提交结果的检查' })
  outstandingTasks!: number;
  @ApiProperty({ enum: drawProcess.actionNames, isArray: true, example: ['enterBeacon', 'void'] })
  availableActions!: readonly DrawAction[];
}

class SelectedTargetDto {
  @ApiProperty({ example: 1 })
  rank!: number;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安夕阳养老院' })
  institutionName!: string;
  @ApiProperty({ example: 'B' })
  stratum!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
}
export class SelectedPageDto extends PageOf(SelectedTargetDto) {}
