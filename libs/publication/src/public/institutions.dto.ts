import { ApiProperty } from '@nestjs/swagger';
import {
  GRADES,
  INSTITUTION_STATUSES,
  KINDS,
  LEGAL_FORMS,
  OWNERSHIPS,
  REGIMES,
  SITE_TYPES,
  type Grade,
  type Kind,
  type LegalForm,
  type Regime,
} from '@zhaoguan/contracts';
import { PageOf } from '@zhaoguan/platform';
import type { PublicInstitution } from './institutions.query';

export class PublishedParticularDto {
  @ApiProperty({ example: 'fees', description: '备案表单中的项目' })
  name!: string;
  @ApiProperty({ example: '收费标准' })
  label!: string;
  @ApiProperty({ example: '床位费 1,200.00 元至 3,000.00 元、每月' })
  value!: string;
}

export class PublicInstitutionDto {
  @ApiProperty({ format: 'uuid', example: '019a9d3c-7a00-7000-8000-000000000001' })
  id!: string;
  @ApiProperty({ enum: KINDS, description: '机构类型' })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '示例·春晖养护中心' })
  name!: string;
  @ApiProperty({ example: '52610116MJY1234569', description: '统一社会信用代码' })
  uscc!: string;
  @ApiProperty({ enum: LEGAL_FORMS, description: '法人类型' })
  legalForm!: LegalForm;
  @ApiProperty({ type: String, nullable: true, example: '张示例', description: '法定代表人姓名' })
  legalRepresentative!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '029-85290000', description: '机构公开的服务电话' })
  servicePhone!: string | null;
  @ApiProperty({ example: '长安区示例路 1 号', description: '家庭托育点设在住宅内，只公开到街道（乡镇）' })
  address!: string;
  @ApiProperty({ example: '610116', description: '行政区划代码' })
  district!: string;
  @ApiProperty({ example: '陕西省西安市长安区' })
  districtName!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '西安市长安区民政局',
    description: '备案机关、许可机关；没有编号的为 null',
  })
  authorityName!: string | null;
  @ApiProperty({ example: 120, description: '床位（养老）或者托位（托育）' })
  capacity!: number;
  @ApiProperty({ type: Number, nullable: true, example: 72, description: '护理型床位' })
  nursingBeds!: number | null;
  @ApiProperty({ enum: OWNERSHIPS, nullable: true, description: '举办性质' })
  ownership!: PublicInstitution['ownership'];
  @ApiProperty({ enum: INSTITUTION_STATUSES, description: '在营、暂停服务、已终止' })
  status!: PublicInstitution['status'];
  @ApiProperty({ enum: GRADES, description: '信用等级' })
  grade!: Grade;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-09-20',
    description: '等级起算日',
  })
  gradeSince!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0042', description: '备案编号' })
  filingNumber!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-03-02',
    description: '备案日期',
  })
  filedOn!: string | null;
  @ApiProperty({ enum: REGIMES, example: 'FILING', description: '编号下持有的是备案还是许可证' })
  regime!: Regime;
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
    description: '许可证已经过期、没有延续（也不视为准予延续）的，有效期的最后一日；其他为空',
  })
  licenceExpiredOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '实行许可以后，这家机构的备案继续有效到哪一天（过渡期）；不需要换领许可证的为空',
  })
  transitionUntil!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-03-02T06:00:00.000Z',
    description: '录入名录的时间',
  })
  registeredAt!: Date;
  @ApiProperty({ type: [String], example: ['示例·旧名养护中心'], description: '曾用名，由近到远' })
  formerNames!: readonly string[];
  @ApiProperty({
    type: [PublishedParticularDto],
    description: '备案时填报、向社会公开的收费标准、人员配备（只有人数）和普惠情况；没有填报的不列',
  })
  particulars!: PublishedParticularDto[];
}

export class PublicInstitutionPageDto extends PageOf(PublicInstitutionDto) {}
