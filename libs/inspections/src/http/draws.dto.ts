import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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
import { BeaconTimingDto } from './beacon-timing.dto';
import { DrawFactsDto, DrawFailureDto } from './draw-facts.dto';
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
  @ApiProperty({ example: '2026135:03,08,12,21,27,33|09', description: '按规定格式书写的公开随机数的值' })
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
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026135:03,08,12,21,27,33|09',
    description: '确认之前只有录入人能看到',
  })
  value!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/' })
  sourceUrl!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  enteredAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  confirmedAt!: Date | null;
  @ApiProperty({ type: BeaconTimingDto })
  timing!: BeaconTimingDto;
}

class DrawSummaryDto extends DrawFactsDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  planId!: string;
  @ApiProperty({ type: DrawBeaconDto })
  beacon!: DrawBeaconDto;
  @ApiProperty({ example: 1 })
  version!: number;
}
export class DrawPageDto extends PageOf(DrawSummaryDto) {}

export class DrawDto extends DrawSummaryDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '公告全文（zhaoguan-draw-v1）' })
  announcement!: object;
  @ApiProperty({ example: '…', description: '公告规范文本（RFC 8785）的 SM3' })
  announcementSm3!: string;
  @ApiProperty({
    type: DrawFailureDto,
    nullable: true,
    example: null,
    description: '人员无法安排的，指明机构和部门；作废公开前只有主管部门可见',
  })
  failure!: DrawFailureDto | null;
  @ApiProperty({ example: 5, description: '尚未提交结果、或者结果等待会签的检查' })
  outstandingTasks!: number;
  @ApiProperty({ example: 2, description: '已经提交、还没有公布的检查结果' })
  unpublishedResults!: number;
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

class IncompleteTaskDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ad', description: '检查任务' })
  id!: string;
  @ApiProperty({ example: '示例·长安夕阳养老院' })
  institutionName!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
}
export class IncompletePageDto extends PageOf(IncompleteTaskDto) {}
