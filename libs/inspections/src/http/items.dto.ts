import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ITEM_SEVERITIES, KINDS, type ItemSeverity, type Kind } from '@zhaoguan/contracts';
import { IsIn, IsOptional } from 'class-validator';

export class ItemQuery {
  @ApiPropertyOptional({ enum: KINDS, example: 'ELDERLY_CARE', description: '机构类型' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;
}

export class LegalBasisDto {
  @ApiProperty({ example: '《中华人民共和国老年人权益保障法》（2018年修正）' })
  law!: string;
  @ApiProperty({ type: String, nullable: true, example: '第四十三条' })
  article!: string | null;
  @ApiProperty({ example: true, description: '是否有约束力；推荐性标准为否' })
  binding!: boolean;
}

export class PlanItemDto {
  @ApiProperty({ format: 'uuid', example: '7a0f2c9e-3b1d-8c5a-9e7f-0123456789ab' })
  id!: string;
  @ApiProperty({ example: 'YL01' })
  code!: string;
  @ApiProperty({ example: '登记证书与登记事项' })
  title!: string;
  @ApiProperty({ example: '是否依法登记且登记证书有效，机构名称、住所、法定代表人与登记事项是否一致' })
  check!: string;
  @ApiProperty({ type: [LegalBasisDto] })
  legalBasis!: LegalBasisDto[];
  @ApiProperty({ enum: ITEM_SEVERITIES, example: 'H' })
  severity!: ItemSeverity;
  @ApiProperty({ example: '严重' })
  severityLabel!: string;
  @ApiPropertyOptional({ example: '运营秩序', description: '检查内容类别；早先的计划没有' })
  category?: string;
}

export class ItemDto extends PlanItemDto {
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'HOME：只适用于家庭托育点' })
  siteType!: string | null;
  @ApiProperty({ example: false, description: '只有推荐性标准作依据，检查结论只能作指导' })
  guidanceOnly!: boolean;
  @ApiProperty({ example: 10, description: '不符合时扣分' })
  deductionPoints!: number;
  @ApiProperty({ type: Number, nullable: true, example: null, description: '不符合时总分的上限' })
  scoreCap!: number | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '按重大问题处理的情形' })
  vetoWhen!: string | null;
  @ApiProperty({ example: 'civil-affairs', description: '牵头部门' })
  leadDepartment!: string;
  @ApiProperty({ type: [String], example: ['market-regulation'], description: '配合部门' })
  assistingDepartments!: string[];
  @ApiProperty({ enum: ['ON_SITE', 'DOCUMENT'], example: 'DOCUMENT', description: '检查方式' })
  method!: string;
  @ApiProperty({ example: '运营秩序' })
  override category!: string;
  @ApiProperty({ example: false, description: '重点检查事项' })
  keyItem!: boolean;
}

export class ItemListDto {
  @ApiProperty({ type: [ItemDto] })
  items!: ItemDto[];
  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}

export class ResultCategoryDto {
  @ApiProperty({ format: 'uuid', example: '7a0f2c9e-3b1d-8c5a-9e7f-0123456789ab' })
  id!: string;
  @ApiProperty({ example: 'NO_PROBLEM' })
  code!: string;
  @ApiProperty({ example: '1', description: '国家企业信用信息公示系统代码' })
  sourceCode!: string;
  @ApiProperty({ example: '未发现问题' })
  label!: string;
  @ApiProperty({ example: true })
  excludesOthers!: boolean;
  @ApiProperty({ example: false, description: '须责令改正、立案或者移送' })
  requiresFollowUp!: boolean;
  @ApiProperty({ example: true, description: '每个事项都要有结论；机构已关闭、迁出或者找不到的不要求' })
  needsFindings!: boolean;
}

export class ResultCategoryListDto {
  @ApiProperty({ type: [ResultCategoryDto] })
  items!: ResultCategoryDto[];
  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}
