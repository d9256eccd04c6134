import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '@zhaoguan/platform';
import { IsDay } from './code.validators';

class FactFindingDto {
  @ApiProperty({ example: '/institution/capacity', description: '核查项目，见 facts' })
  @MaxLength(200)
  @IsString()
  pointer!: string;

  @ApiProperty({ description: '与备案的内容一致' })
  @IsBoolean()
  matches!: boolean;

  @ApiPropertyOptional({
    example: '三层为办公用房',
    maxLength: 500,
    description: '不一致的，实际情况；写明 foundNumber 的可以不填',
  })
  @MayBeAbsent()
  @MaxLength(500)
  @IsString()
  found?: string;

  @ApiPropertyOptional({
    example: 96,
    minimum: 0,
    maximum: 1_000_000,
    description: '不一致的数量（facts 中写明 unit 的项目），现场清点、测量的数',
  })
  @MayBeAbsent()
  @Max(1_000_000)
  @Min(0)
  @IsNumber({ maxDecimalPlaces: 2 })
  foundNumber?: number;
}

export class RecordVisitDto {
  @ApiProperty({ format: 'date', example: '2026-12-01', description: '现场核查的日期' })
  @IsDay()
  visitedOn!: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: '到现场的工作人员，两名以上，见 verification/officers',
  })
  @ArrayMaxSize(10)
  @IsUUID('all', { each: true })
  @IsArray()
  officerIds!: string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['示例·赵工程师'],
    description: '一同到现场的外部专家的姓名，不计入两名工作人员',
  })
  @MayBeAbsent()
  @ArrayMaxSize(10)
  @Matches(/\p{L}.*\p{L}/su, { each: true, message: '请写明姓名' })
  @MaxLength(50, { each: true })
  @IsString({ each: true })
  @IsArray()
  experts?: string[];

  @ApiProperty({ type: [FactFindingDto], description: '逐项核查的结果，须覆盖全部核查项目' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => FactFindingDto)
  @IsArray()
  facts!: FactFindingDto[];

  @ApiPropertyOptional({
    maxLength: 2000,
    description: '现场情况说明；与备案不一致、申请人没有能够登录的账号的必填，写明怎样告知',
  })
  @MayBeAbsent()
  @MaxLength(2000)
  @IsString()
  note?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: '已上传的现场照片、文件' })
  @MayBeAbsent()
  @ArrayMaxSize(30)
  @IsUUID('all', { each: true })
  @IsArray()
  fileIds?: string[];
}
