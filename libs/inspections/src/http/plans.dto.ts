import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { DEPARTMENT_CODES, GRADES, KINDS, type Grade, type Kind } from '@zhaoguan/contracts';
import { MayBeAbsent, PageOf, PageQuery } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PlanItemDto } from './items.dto';

const DISTRICT = /^[1-9][0-9]{5}(?:[0-9]{3})?$/;

export class StratumDto {
  @ApiProperty({ enum: GRADES, example: 'A', description: '信用等级' })
  @IsIn(GRADES)
  key!: Grade;

  @ApiProperty({ example: 100, minimum: 0, maximum: 10_000, description: '抽查比例，万分之几' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  basisPoints!: number;

  @ApiProperty({ example: 1, minimum: 0, description: '至少抽取的家数' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  minimum!: number;
}

export class DemandDto {
  @ApiProperty({ enum: DEPARTMENT_CODES, example: 'civil-affairs', description: '参加检查的部门' })
  @IsIn(DEPARTMENT_CODES)
  department!: string;

  @ApiProperty({ example: 2, minimum: 1, description: '每家机构派出的人数；各部门合计不少于两人' })
  @IsInt()
  @Min(1)
  @Max(20)
  inspectors!: number;
}

export class CreatePlanDto {
  @ApiProperty({ example: '2026年养老机构第四季度双随机抽查', maxLength: 200 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title!: string;

  @ApiProperty({ example: 2026 })
  @IsInt()
  @Min(2000)
  @Max(2200)
  year!: number;

  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({
    type: [String],
    example: ['610116'],
    description: '行政区划代码：省、市代表其全部区县；功能区可以列出所管的乡镇街道（九位）',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @Matches(DISTRICT, { each: true, message: '应为六位行政区划代码，或者九位乡镇街道代码' })
  districts!: string[];

  @ApiProperty({ type: [String], format: 'uuid', example: ['7a0f2c9e-3b1d-8c5a-9e7f-0123456789ab'] })
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  itemIds!: string[];

  @ApiProperty({ type: [StratumDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => StratumDto)
  strata!: StratumDto[];

  @ApiProperty({ type: [DemandDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => DemandDto)
  demands!: DemandDto[];

  @ApiProperty({ example: 12, minimum: 1, description: '每名检查人员在一次抽取中最多承担的家数' })
  @IsInt()
  @Min(1)
  @Max(100_000)
  maxLoad!: number;

  @ApiPropertyOptional({ example: 20, default: 20, minimum: 1, description: '抽取后完成检查的工作日数' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(250)
  taskWorkingDays: number = 20;
}

/** What of a plan decides how many are drawn. */
export class PlanDraftDto extends PickType(CreatePlanDto, [
  'kind',
  'districts',
  'strata',
  'demands',
  'maxLoad',
] as const) {}

export class PlanQuery extends PageQuery {
  @ApiPropertyOptional({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ example: 2026 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  year?: number;
}

export class PlanSummaryDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  id!: string;
  @ApiProperty({ example: '2026年养老机构第四季度双随机抽查' })
  title!: string;
  @ApiProperty({ example: 2026 })
  year!: number;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ type: [String], example: ['610116'], description: '区县代码，或者单列的乡镇街道代码' })
  districts!: readonly string[];
  @ApiProperty({
    type: [String],
    example: [],
    description: '上述区县内由功能区等其他主管机关负责的乡镇街道，不列入抽取范围',
  })
  excludedTownships!: readonly string[];
  @ApiProperty({ type: [StratumDto] })
  strata!: readonly StratumDto[];
  @ApiProperty({ type: [DemandDto] })
  demands!: readonly DemandDto[];
  @ApiProperty({ example: 12 })
  maxLoad!: number;
  @ApiProperty({ example: 20 })
  taskWorkingDays!: number;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  createdAt!: Date;
  @ApiProperty({ example: 1 })
  version!: number;
}
export class PlanPageDto extends PageOf(PlanSummaryDto) {}

export class PlanDto extends PlanSummaryDto {
  @ApiProperty({ type: [String], format: 'uuid', example: ['7a0f2c9e-3b1d-8c5a-9e7f-0123456789ab'] })
  itemIds!: readonly string[];
  @ApiProperty({ type: [PlanItemDto], description: '制定计划时的抽查事项清单' })
  items!: readonly object[];
  @ApiProperty({ type: [String], enum: ['announceDraw'], example: ['announceDraw'] })
  availableActions!: readonly string[];
}

export class StratumPreviewDto extends StratumDto {
  @ApiProperty({ example: 42, description: '名录中的家数' })
  targets!: number;
  @ApiProperty({ example: 1, description: '将抽取的家数' })
  drawn!: number;
}

export class ShortageInDistrictDto {
  @ApiProperty({ example: '610116', description: '* 为全部辖区' })
  district!: string;
  @ApiPropertyOptional({
    format: 'uuid',
    example: '0193d0c2-7d1e-7c3a-8f00-1234567890ad',
    description: '因回避而派不出足够人员的机构',
  })
  institutionId?: string;
  @ApiPropertyOptional({ example: '示例·长安夕阳养老院' })
  institutionName?: string;
  @ApiProperty({ example: 40, description: '需要的人次' })
  needed!: number;
  @ApiProperty({ example: 12, description: '能够安排的人次' })
  capacity!: number;
}

export class ShortageDto {
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ type: [ShortageInDistrictDto] })
  missing!: ShortageInDistrictDto[];
}

export class PlanPreviewDto {
  @ApiProperty({ example: 42, description: '名录中的机构数' })
  targets!: number;
  @ApiProperty({ example: 0, description: '其中的家庭托育点数' })
  homeTargets!: number;
  @ApiProperty({ example: 5, description: '将抽取的机构数' })
  drawn!: number;
  @ApiProperty({ type: [StratumPreviewDto] })
  strata!: StratumPreviewDto[];
  @ApiProperty({ type: [String], example: [], description: '有机构而没有规定比例的信用等级' })
  gradesWithoutStratum!: string[];
  @ApiProperty({ example: 8, description: '可用检查人员数' })
  inspectors!: number;
  @ApiProperty({ type: [ShortageDto], description: '人员不足的部门' })
  shortages!: ShortageDto[];
}
