import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DESTINATIONS, type Destination } from '../domain/service-notice';
import { IsDay } from './code.validators';

const Day = (description: string, example: string): PropertyDecorator =>
  ApiPropertyOptional({ type: String, nullable: true, format: 'date', description, example });

export class PlacementInput {
  @ApiProperty({
    enum: DESTINATIONS,
    example: 'OTHER_INSTITUTION',
    description: '其他机构、家中、医疗机构、其他',
  })
  @IsIn(DESTINATIONS)
  destination!: Destination;

  @ApiProperty({ example: 30, description: '人数' })
  @Min(1)
  @Max(100_000)
  @IsInt()
  people!: number;

  @ApiPropertyOptional({ type: String, nullable: true, example: '示例·长安颐养院', description: '接收机构' })
  @IsOptional()
  @MaxLength(100)
  @IsString()
  name?: string | null;
}

/** 暂停、恢复、终止服务的安排. */
export class ServiceNoticeInput {
  @Day('暂停、恢复或者终止服务之日', '2027-01-01')
  @IsOptional()
  @IsDay()
  startsOn?: string | null;

  @Day('暂停的，预计恢复服务之日', '2027-03-01')
  @IsOptional()
  @IsDay()
  endsOn?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '房屋装修',
    description: '原因；恢复的，准备情况',
  })
  @IsOptional()
  @MaxLength(1000)
  @IsString()
  reason?: string | null;

  @Day('书面告知老年人、监护人的日期', '2026-11-01')
  @IsOptional()
  @IsDay()
  notifiedOn?: string | null;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    example: 36,
    description: '在住老年人、在托婴幼儿人数',
  })
  @IsOptional()
  @Min(0)
  @Max(100_000)
  @IsInt()
  residents?: number | null;

  @ApiPropertyOptional({ type: [PlacementInput], description: '安置去向，各行人数之和等于在住、在托人数' })
  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => PlacementInput)
  @IsArray()
  placements?: PlacementInput[] | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 1_250_000, description: '应退费用，分' })
  @IsOptional()
  @Min(0)
  @Max(1e13)
  @IsInt()
  refundFen?: number | null;

  @Day('最迟退清之日', '2026-12-31')
  @IsOptional()
  @IsDay()
  refundBy?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '示例·长安颐养院',
    description: '承接机构，终止的填',
  })
  @IsOptional()
  @MaxLength(100)
  @IsString()
  successor?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '示例·长安颐养院档案室',
    description: '档案的保管，终止的填',
  })
  @IsOptional()
  @MaxLength(200)
  @IsString()
  recordsKeptBy?: string | null;
}
