import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FILING_TYPES, KINDS, type FilingType, type Kind } from '@zhaoguan/contracts';
import { MayBeAbsent } from '@zhaoguan/platform';
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

// A path that ends in `/..` names another one before it is sent: such a case could be handed in and never asked for.
const REFERENCE = /^(?!\.{1,2}$)[\w.-]{1,64}$/;
const REFERENCE_WORDS = { message: '应为 1 至 64 位字母、数字、点、横线、下划线，不能只是“.”或者“..”' };

export class ExchangeFilingInputDto {
  @ApiProperty({
    example: 'BJ-2026-000123',
    description:
      '对接平台的业务编号：1 至 64 位字母、数字、点、横线、下划线，不能只是“.”或者“..”；以同一编号重复提交只办理一次',
  })
  @IsString()
  @Matches(REFERENCE, REFERENCE_WORDS)
  reference!: string;

  @ApiPropertyOptional({
    enum: FILING_TYPES,
    example: 'INITIAL',
    description:
      '首次备案（不写的即是）、变更、暂停、恢复、终止；已经暂停的机构再转来暂停的，是延长暂停。不是首次备案的，须写 firstReference',
  })
  @MayBeAbsent()
  @IsIn(FILING_TYPES)
  type?: FilingType;

  @ApiPropertyOptional({
    example: 'BJ-2026-000100',
    description:
      '变更、暂停、恢复、终止的是哪一家机构：它现在的首次备案（许可、延续）转来时的业务编号。首次备案不写',
  })
  @MayBeAbsent()
  @Matches(REFERENCE, REFERENCE_WORDS)
  @IsString()
  firstReference?: string;

  @ApiProperty({ type: ExchangeApplicantDto })
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => ExchangeApplicantDto)
  @IsObject()
  applicant!: ExchangeApplicantDto;

  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({
    type: InstitutionInput,
    description: '变更只写要变更的项，其余按名录；暂停、恢复、终止只写 notice',
  })
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => InstitutionInput)
  @IsObject()
  institution!: InstitutionInput;
}
