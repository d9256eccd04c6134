import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FILING_TYPES, KINDS, type FilingType, type Kind } from '@zhaoguan/contracts';
import { MayBeAbsent } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { InstitutionInput } from './filing-input.dto';

export class DraftFilingDto {
  @ApiProperty({ enum: FILING_TYPES, example: 'INITIAL', description: '首次备案、变更、暂停、恢复、终止' })
  @IsIn(FILING_TYPES)
  type!: FilingType;

  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiPropertyOptional({
    type: InstitutionInput,
    description:
      '没有写 institutionId 的首次备案必填；变更备案只写要变更的项，其余按名录预填；暂停、恢复、终止只写 notice',
  })
  @ValidateIf(
    ({ type, institution, institutionId, againOf }: DraftFilingDto) =>
      institution !== undefined || (type === 'INITIAL' && (institutionId ?? againOf) === undefined),
  )
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => InstitutionInput)
  @IsObject()
  institution?: InstitutionInput;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      '变更、暂停、恢复、终止的机构，没有写 againOf 的必填；首次备案不填；实行许可以后，已备案机构申请许可、延续许可的，写这家机构，按名录预填',
  })
  @MayBeAbsent()
  @IsUUID('all')
  institutionId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description:
      '本人不予备案、不予许可、撤回或者视为撤回的一件，类型与本件相同：按它填写的内容重新填报，带出不须重新签署的材料；变更、暂停、恢复、终止的，机构随之确定，此后名录中已经变更的内容按名录',
  })
  @MayBeAbsent()
  @IsUUID('all')
  againOf?: string;
}

export class EditFilingDto {
  @ApiProperty({ type: InstitutionInput, description: '只写要改的项；写 null 即清空' })
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => InstitutionInput)
  @IsObject()
  institution!: InstitutionInput;
}

export class WithdrawFilingDto {
  @ApiPropertyOptional({
    example: '开办计划推迟，先撤回，准备好以后再申请',
    maxLength: 500,
    description: '撤回的原因，可以不写；写入办理过程。窗口代办的必填，写明申请人怎样提出',
  })
  @MayBeAbsent()
  @MaxLength(500)
  @IsString()
  reason?: string;
}
