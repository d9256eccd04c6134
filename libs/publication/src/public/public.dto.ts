import { ApiPropertyOptional } from '@nestjs/swagger';
import { GRADES, KINDS, type Grade, type Kind, SITE_TYPES } from '@zhaoguan/contracts';
import { PageQuery } from '@zhaoguan/platform';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

/** A form sends a field that was left empty as `kind=`: the same as not sending it. */
const emptyIsAbsent = ({ value }: TransformFnParams): unknown => (value === '' ? undefined : value);
export const EmptyIsAbsent = (): PropertyDecorator => Transform(emptyIsAbsent);

const DISTRICT_CODE = /^[1-9]\d(?:0000|(?!00)\d{4})$/;

export class DistrictQuery extends PageQuery {
  @ApiPropertyOptional({
    example: '610100',
    description: '六位行政区划代码（GB/T 2260）；市、省代码包含其下各区县',
  })
  @EmptyIsAbsent()
  @IsOptional()
  @Matches(DISTRICT_CODE, { message: '请填写六位行政区划代码' })
  district?: string;
}

export class InstitutionSearchQuery extends DistrictQuery {
  @ApiPropertyOptional({ example: '春晖', description: '名称或者曾用名中连续的两个字以上' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsString()
  q?: string;

  @ApiPropertyOptional({ enum: KINDS, description: '机构类型' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ enum: SITE_TYPES, description: 'HOME：只要家庭托育点' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(SITE_TYPES)
  siteType?: 'HOME';

  @ApiPropertyOptional({ enum: GRADES, description: '信用等级' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade;
}
