import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { DecisionServiceFieldsDto } from '@zhaoguan/access';
import {
  KINDS,
  REGIMES,
  REMOVAL_SERVICES,
  REMOVAL_TYPES,
  type Kind,
  type Regime,
  type RemovalService,
  type RemovalType,
} from '@zhaoguan/contracts';
import { InWords, IsDay, MayBeAbsent, PageQuery, SomeNumber } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { removalProcess, type RemovalStatus } from '../domain/removal.process';
import { MOST_REMOVAL_FILES } from '../domain/removal-rules';

/** Something besides white space. */
const LONGEST = 5000;

export class OpenRemovalDto {
  @ApiProperty({ format: 'uuid', description: '机构' })
  @IsUUID()
  institutionId!: string;

  @ApiProperty({
    example: 'FALSE_MATERIALS',
    description: '情形，见 GET /removal-grounds；由它确定是注销还是撤销',
  })
  @IsString()
  @MaxLength(50)
  ground!: string;

  @ApiProperty({
    example: '核查发现消防材料编号与出具单位的记录不符。',
    description: '线索来源和初步情况，不告知机构',
  })
  @InWords('请用文字写明线索来源和初步情况，至少两个字')
  @MaxLength(LONGEST)
  @IsString()
  clue!: string;
}

export class RemovalNoticePaperDto {
  @ApiProperty({
    example: '经向出具单位核实，备案时提交的消防材料并非其出具。',
    description: '查明的事实、据以认定的证据和认定的理由；拟作出的决定和依据由告知书另行载明',
  })
  @InWords('请用文字写明事实、证据和理由，至少两个字')
  @MaxLength(LONGEST)
  @IsString()
  facts!: string;
}

export class RemovalServiceDto {
  @ApiProperty({ enum: REMOVAL_SERVICES, example: 'ONLINE', description: '送达方式' })
  @IsIn(REMOVAL_SERVICES)
  service!: RemovalService;

  @ApiPropertyOptional({
    example: '由机构负责人当面签收',
    description: '由谁签收、怎样送达，或者为什么公告送达；系统送达不填',
  })
  @MayBeAbsent()
  @InWords('请用文字写明送达情况，至少两个字')
  @MaxLength(500)
  @IsString()
  serviceNote?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2026-11-26',
    description: '当面、邮寄或者留置送达的日期；不填为今天',
  })
  @MayBeAbsent()
  @IsDay()
  servedOn?: string;
}

/** Told at once; what is handed over on paper is drawn up first. */
export class RemovalNoticeDto extends IntersectionType(RemovalNoticePaperDto, RemovalServiceDto) {}

export class RemovalStatementDto {
  @ApiProperty({
    example: '该材料由中介代办，本机构已另行取得验收意见书。',
    description: '陈述申辩的内容；放弃的，写明放弃的方式',
  })
  @InWords('请用文字写明，至少两个字')
  @MaxLength(LONGEST)
  @IsString()
  text!: string;

  @ApiPropertyOptional({ description: '放弃陈述申辩；不填为陈述' })
  @MayBeAbsent()
  @IsBoolean()
  waived?: boolean;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: '先前上传、随本次陈述提交的材料' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_REMOVAL_FILES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  fileIds?: string[];
}

export class RemovalProposalDto {
  @ApiProperty({
    example: '备案时提交的消防材料虚假，备案不是依真实情况取得的。',
    description: '决定的理由，原文写入决定书，随决定送达机构；查明的事实由决定的人写明',
  })
  @InWords('请用文字写明决定的理由，至少两个字')
  @MaxLength(LONGEST)
  @IsString()
  text!: string;

  @ApiPropertyOptional({ description: '对陈述申辩的复核意见；机构陈述申辩过的必填' })
  @MayBeAbsent()
  @InWords('请用文字写明复核意见，至少两个字')
  @MaxLength(LONGEST)
  @IsString()
  statementReview?: string;
}

export class DecideRemovalDto {
  @ApiPropertyOptional({
    example: '经听取陈述申辩并复核，备案时提交的消防材料不是出具单位出具的。',
    description: '听取陈述申辩以后查明的事实，写入决定书；不填的，以事先告知书写明的为准',
  })
  @MayBeAbsent()
  @InWords('请用文字写明查明的事实，至少两个字')
  @MaxLength(LONGEST)
  @IsString()
  facts?: string;
}

export class RemovalDecisionServiceDto extends DecisionServiceFieldsDto {
  @ApiProperty({ enum: REMOVAL_SERVICES, example: 'DELIVERED', description: '送达方式' })
  @IsIn(REMOVAL_SERVICES)
  service!: RemovalService;
}

export class RemovalReasonDto {
  @ApiProperty({ example: '证据不足，须补充出具单位的书面意见。', description: '理由' })
  @InWords('请用文字写明理由，至少两个字')
  @MaxLength(2000)
  @IsString()
  reason!: string;
}

export class AnnulRemovalDto extends RemovalReasonDto {
  @ApiProperty({ example: '长政复决字〔2026〕3号', description: '撤销原决定的文书编号' })
  @SomeNumber('请填写文书编号')
  @MaxLength(200)
  @IsString()
  document!: string;
}

export class RemovalSelectionDto {
  @ApiPropertyOptional({ enum: removalProcess.states })
  @IsOptional()
  @IsIn(removalProcess.states)
  status?: RemovalStatus;

  @ApiPropertyOptional({ enum: REMOVAL_TYPES })
  @IsOptional()
  @IsIn(REMOVAL_TYPES)
  type?: RemovalType;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  institutionId?: string;
}

export class RemovalListQueryDto extends IntersectionType(RemovalSelectionDto, PageQuery) {}

export class RemovalGroundQueryDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiPropertyOptional({ enum: REGIMES, default: 'FILING', description: '机构持有的是备案还是许可' })
  @IsOptional()
  @IsIn(REGIMES)
  regime: Regime = 'FILING';
}
