import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FILING_ENDS,
  GRADES,
  INSTITUTION_STATUSES,
  KINDS,
  LINK_BASES,
  LINK_KINDS,
  REGIMES,
  RELATION_BASES,
  RELATIONS,
  SITE_TYPES,
  type FilingEnd,
  type Grade,
  type InstitutionStatus,
  type Kind,
  type LinkBasis,
  type LinkKind,
  type Regime,
  type Relation,
  type RelationBasis,
} from '@zhaoguan/contracts';
import { InWords, MayBeAbsent, PageOf, PageQuery } from '@zhaoguan/platform';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';

export class RelatedQueryDto extends PageQuery {
  @ApiProperty({ enum: RELATIONS, description: '此前、此后的机构，同一举办主体，同一负责人或者实际控制人' })
  @IsIn(RELATIONS)
  relation!: Relation;
}

class RelatedInstitutionDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·旧春晖养老院' })
  name!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ enum: INSTITUTION_STATUSES })
  status!: InstitutionStatus;
  @ApiProperty({ enum: GRADES })
  grade!: Grade;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '备案日期' })
  filedOn!: string | null;
  @ApiProperty({ enum: FILING_ENDS, nullable: true })
  filingEndedAs!: FilingEnd | null;
  @ApiProperty({ enum: REGIMES, description: '编号下持有的是备案还是许可证' })
  regime!: Regime;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '终止，或者备案、许可注销、撤销之日',
  })
  endedOn!: string | null;
  @ApiProperty({ enum: Object.keys(RELATION_BASES), description: '凭什么认定有这项关联' })
  basis!: RelationBasis;
}

export class RelatedPageDto extends PageOf(RelatedInstitutionDto) {
  @ApiProperty({ example: 0, description: '本辖区以外还有几家；不提供名称' })
  elsewhere!: number;
}

export class LinkEntryDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: LINK_KINDS })
  kind!: LinkKind;
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ type: String, nullable: true })
  institutionName!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  otherId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '另一家机构；不在本辖区的为空' })
  otherName!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '总部的统一社会信用代码' })
  otherCode!: string | null;
  @ApiProperty({ description: '登记为有这项关联；否则是更正为没有' })
  stands!: boolean;
  @ApiProperty({ description: '对这两家机构的最后一次登记' })
  isLatest!: boolean;
  @ApiProperty({ enum: LINK_BASES })
  basis!: LinkBasis;
  @ApiProperty({ type: String, nullable: true, description: '依据' })
  reason!: string | null;
  @ApiProperty({ example: '示例·李受理' })
  madeByName!: string;
  @ApiProperty({ format: 'date-time' })
  madeAt!: Date;
}

export class EnterLinkDto {
  @ApiProperty({ enum: LINK_KINDS })
  @IsIn(LINK_KINDS)
  kind!: LinkKind;

  @ApiPropertyOptional({ format: 'uuid', description: '另一家机构；登记总部时不填' })
  @MayBeAbsent()
  @IsUUID()
  otherId?: string;

  @ApiPropertyOptional({ example: '91610116MA6TX00017', description: '总部的统一社会信用代码' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  otherCode?: string;

  @ApiProperty({ description: '有这项关联；false 为更正：没有' })
  @IsBoolean()
  stands!: boolean;

  @ApiProperty({ example: '据 2026 年 9 月 3 日房屋租赁合同，该处原为同一场所', maxLength: 1000 })
  @InWords('请用文字写明')
  @MaxLength(1000)
  @IsString()
  reason!: string;
}
