import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RevealBody } from '@zhaoguan/access';
import { InWords, MayBeAbsent } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CALL_LENGTH } from '../domain/call-before-return';
import { UNHEEDED_LENGTH } from '../domain/disagreement';
import { DISMISSAL_GROUNDS, type DismissalGround } from '../domain/dismissal';
import { REVEALABLE_OF_FILING } from '../use-cases/reveal-applicant';

export class RemarkDto {
  @ApiProperty({
    example: '/institution/address',
    description:
      '指向申请书的一项、本件的一份材料（/materials/编码）、与名录中已有机构关系的说明（/takeover，takeover.remarkable 的），或者整件备案（/）（JSON Pointer）',
  })
  @MaxLength(200)
  @Matches(/^(?:\/|(?:\/(?:[^~/]|~[01])+)*)$/, { message: '应为 /institution/address 这样的位置' })
  @IsString()
  pointer!: string;

  @ApiProperty({ example: '住所应写到门牌号', maxLength: 500 })
  @InWords('请用文字写明')
  @MaxLength(500)
  @IsString()
  message!: string;
}

export class ReturnFilingDto {
  @ApiProperty({ type: [RemarkDto], description: '须一次告知全部补正内容' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => RemarkDto)
  @IsArray()
  reasons!: RemarkDto[];

  @ApiProperty({
    required: false,
    example: '电话说明了租赁合同须写明到期日，申请人本周补来',
    description: '电话联系申请人的情况，记入内部备注；须电话联系的必填（callBeforeReturn）',
    maxLength: CALL_LENGTH,
  })
  @MayBeAbsent()
  @InWords('请用文字写明')
  @MaxLength(CALL_LENGTH)
  @IsString()
  call?: string;
}

export class RefuseFilingDto {
  @ApiProperty({ example: '该场所不提供全日集中住宿服务，不属于养老机构备案范围', maxLength: 2000 })
  @InWords('请用文字写明理由')
  @MaxLength(2000)
  @IsString()
  reason!: string;
}

export class AcceptFilingDto {
  @ApiPropertyOptional({
    example: '该房屋已于昨日办妥用途变更，变更登记见材料',
    maxLength: UNHEEDED_LENGTH,
    description:
      '不采纳的理由：有部门答复不同意的必填（disagreeing），写入办理过程，办结以后申请人可以看到；没有的不需要，也不保存',
  })
  @MayBeAbsent()
  @MaxLength(UNHEEDED_LENGTH)
  @IsString()
  reason?: string;

  @ApiPropertyOptional({
    example: true,
    description:
      '延续和已备案机构的首次许可：填写以后机构又办理了变更、与本件所填不同的（overtaken），以名录现在的内容准予；没有写明的，有不同时不予办理（RENEWAL_OVERTAKEN）',
  })
  @MayBeAbsent()
  @IsBoolean()
  keepChanges?: boolean;
}

export class DismissFilingDto {
  @ApiProperty({
    enum: Object.keys(DISMISSAL_GROUNDS),
    example: 'NOT_COMPETENT',
    description: 'NO_LICENCE_NEEDED 依法不需要取得行政许可，NOT_COMPETENT 依法不属于本机关职权范围',
  })
  @IsIn(Object.keys(DISMISSAL_GROUNDS))
  ground!: DismissalGround;

  @ApiProperty({ example: '该场所位于相邻的区，不在本区辖区内。', maxLength: 2000 })
  @InWords('请用文字写明理由')
  @MaxLength(2000)
  @IsString()
  reason!: string;

  @ApiPropertyOptional({
    example: '西安市雁塔区卫生健康局',
    maxLength: 100,
    description: '不属于本机关职权范围的，应当向哪个行政机关申请',
  })
  @MayBeAbsent()
  @InWords('请写明行政机关的名称')
  @MaxLength(100)
  @IsString()
  competent?: string;
}

export class RevealApplicantDto extends RevealBody(REVEALABLE_OF_FILING) {}
