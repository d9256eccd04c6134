import { ApiProperty } from '@nestjs/swagger';
import { KINDS, type Kind } from '@zhaoguan/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsUsccCode } from './code.validators';
import { InstitutionInput } from './filing-input.dto';

export class ExchangeApplicantDto {
  @ApiProperty({ example: 'u-7f3a', maxLength: 128, description: '对接平台中用户的固定编号' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  userReference!: string;

  @ApiProperty({ example: '示例·王建国', maxLength: 50, description: '实名认证的姓名' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  name!: string;

  @ApiProperty({ example: '526101160000000199', description: '所代表的法人的统一社会信用代码' })
  @IsNotEmpty()
  @IsUsccCode()
  uscc!: string;
}

export class ExchangeFilingInputDto {
  @ApiProperty({
    example: 'BJ-2026-000123',
    description:
      '对接平台的业务编号：1 至 64 位字母、数字、点、横线、下划线，不能只是“.”或者“..”；以同一编号重复提交只办理一次',
  })
  @IsString()
  // A path that ends in `/..` names another one before it is sent: such a case could be handed in and never asked for.
  @Matches(/^(?!\.{1,2}$)[\w.-]{1,64}$/, {
    message: '应为 1 至 64 位字母、数字、点、横线、下划线，不能只是“.”或者“..”',
  })
  reference!: string;

  @ApiProperty({ type: ExchangeApplicantDto })
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => ExchangeApplicantDto)
  @IsObject()
  applicant!: ExchangeApplicantDto;

  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({ type: InstitutionInput })
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => InstitutionInput)
  @IsObject()
  institution!: InstitutionInput;
}
