import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { RevealBody } from '@zhaoguan/access';
import {
  FILING_ENDS,
  FILING_TYPES,
  GRADES,
  INSTITUTION_STATUSES,
  KINDS,
  LEGAL_FORMS,
  OWNERSHIPS,
  REGIMES,
  SITE_TYPES,
  type FilingEnd,
  type FilingType,
  type Grade,
  type InstitutionStatus,
  type Kind,
  type LegalForm,
  type Ownership,
  type Regime,
} from '@zhaoguan/contracts';
import { PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { REVEALABLE_OF_INSTITUTION } from '../use-cases/reveal-head';

export class InstitutionSelectionDto {
  @ApiPropertyOptional({
    example: '颐养',
    description: '机构名称、曾用名中的文字，或者完整的统一社会信用代码、备案编号',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ example: '610116', description: '市级、省级代码包含其下各区县' })
  @IsOptional()
  @Matches(/^[1-9]\d{5}$/)
  district?: string;

  @ApiPropertyOptional({ enum: GRADES })
  @IsOptional()
  @IsIn(GRADES)
  grade?: Grade;
}

export class InstitutionListQueryDto extends IntersectionType(InstitutionSelectionDto, PageQuery) {}

class InstitutionLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '示例·长安养老院' })
  name!: string;
  @ApiProperty({ example: '526101160000000199' })
  uscc!: string;
  @ApiProperty({ example: '陕西省西安市长安区韦曲街道示例路1号' })
  address!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: 120, description: '床位数或者托位数' })
  capacity!: number;
  @ApiProperty({ enum: INSTITUTION_STATUSES, example: 'OPERATING' })
  status!: InstitutionStatus;
  @ApiProperty({ enum: GRADES, example: 'B' })
  grade!: Grade;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', example: '2026-11-20' })
  filedOn!: string | null;
  @ApiProperty({
    enum: FILING_ENDS,
    nullable: true,
    description: '备案或者许可已由主管机关注销或者撤销；有效的为空',
  })
  filingEndedAs!: FilingEnd | null;
  @ApiProperty({ enum: REGIMES, example: 'FILING', description: '编号下持有的是备案还是许可证' })
  regime!: Regime;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '许可证已经过期、没有延续（也不视为准予延续）的，有效期的最后一日；其他为空',
  })
  licenceExpiredOn!: string | null;
}

export class ListedInstitutionDto extends InstitutionLineDto {
  @ApiProperty({ type: [String], example: ['示例·旧名养老院'], description: '曾用名，由近到远' })
  formerNames!: readonly string[];
}

export class InstitutionHeadDto {
  @ApiProperty({ example: '示例·王建国' })
  name!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116********0019' })
  residentId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '138****0001' })
  phone!: string | null;
}

export class InstitutionContactDto {
  @ApiProperty({ type: String, nullable: true, example: '示例·周经办' })
  name!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '138****0003' })
  phone!: string | null;
}

export class PendingStepDto {
  @ApiProperty({ example: '暂停服务' })
  label!: string;
  @ApiProperty({ format: 'date', example: '2027-01-01' })
  effectiveOn!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '由哪一件备案（登记）决定' })
  filingId!: string | null;
  @ApiProperty({ description: '已经申请撤回：答复以前不生效，日期到了也不生效' })
  held!: boolean;
}

export class ExpectedResumptionDto {
  @ApiProperty({ format: 'date', example: '2027-03-01' })
  on!: string;
  @ApiProperty({ description: '这一天已过，服务还没有恢复' })
  hasPassed!: boolean;
}

export class InstitutionDto extends InstitutionLineDto {
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '许可证有效期的最后一日；备案和没有有效期的为空',
  })
  validUntil!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '实行许可以后，这家机构的备案继续有效到哪一天（过渡期）；不需要换领许可证的为空',
  })
  transitionUntil!: string | null;
  @ApiProperty({
    type: PendingStepDto,
    nullable: true,
    description: '已经办结、还没有到生效日期的暂停、恢复或者终止；没有的为空',
  })
  pendingStep!: PendingStepDto | null;
  @ApiProperty({
    type: ExpectedResumptionDto,
    nullable: true,
    description: '暂停服务的，预计恢复服务日；没有暂停，或者没有写明的为空',
  })
  expectedResumption!: ExpectedResumptionDto | null;
  @ApiProperty({
    enum: FILING_TYPES,
    isArray: true,
    example: ['CHANGE', 'SUSPENSION', 'CLOSURE'],
    description: '这家机构的经办人现在可以办理的备案；对其他人为空',
  })
  openFilings!: readonly FilingType[];
  @ApiProperty({
    enum: FILING_TYPES,
    isArray: true,
    example: ['CHANGE', 'SUSPENSION', 'CLOSURE'],
    description:
      '受理机关的窗口现在可以代这家机构的经办人办理的备案（窗口代办）；没有经办人账号的，对其他人，为空',
  })
  openAtWindow!: readonly FilingType[];
  @ApiProperty({ description: '由当前登录人所在的机关办理；否则只能查看' })
  ofOwnOffice!: boolean;
  @ApiProperty({ enum: LEGAL_FORMS, example: 'PRIVATE_NON_ENTERPRISE' })
  legalForm!: LegalForm;
  @ApiProperty({ type: InstitutionHeadDto, nullable: true, description: '法定代表人或者主要负责人' })
  legalRepresentative!: InstitutionHeadDto | null;
  @ApiProperty({
    type: InstitutionContactDto,
    nullable: true,
    description: '最近一次准予的备案或者许可填报的联系人；没有填报的为空',
  })
  contact!: InstitutionContactDto | null;
  @ApiProperty({ type: String, nullable: true, example: '029-85290001', description: '对外公开的服务电话' })
  servicePhone!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '610116001' })
  township!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '610100',
    description: '备案机关为市级或者省级的，所在市、省的区划代码；由服务场所所在地备案机关办理的为空',
  })
  authority!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 60, description: '护理型床位数' })
  nursingBeds!: number | null;
  @ApiProperty({ enum: OWNERSHIPS, nullable: true, example: 'PRIVATE' })
  ownership!: Ownership | null;
  @ApiProperty({ type: Number, nullable: true, example: 3600.5, description: '平方米' })
  floorAreaM2!: number | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '其他备案事项，因机构类型而异',
    example: { premisesTenure: 'OWNED' },
  })
  details!: Readonly<Record<string, unknown>>;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '现信用等级自何日起' })
  gradeSince!: string | null;
  @ApiProperty({ enum: ['FILING', 'IMPORT'], description: '来自备案或者名录导入' })
  source!: 'FILING' | 'IMPORT';
  @ApiProperty({ format: 'date-time' })
  registeredAt!: Date;
  @ApiProperty({ example: 1, description: '也在 ETag 中' })
  version!: number;
}

export class RevealHeadDto extends RevealBody(REVEALABLE_OF_INSTITUTION) {}
