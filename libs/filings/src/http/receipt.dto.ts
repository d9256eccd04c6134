import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FILING_ENDS,
  FILING_TYPES,
  KINDS,
  LICENCE_STANDINGS,
  REGIMES,
  SITE_TYPES,
  type FilingEnd,
  type FilingType,
  type Kind,
  type LicenceStanding,
  type Regime,
} from '@zhaoguan/contracts';
import { filingProcess, type FilingStatus } from '../domain/filing.process';
import { OpenRenewalDto } from './filing-licence.dto';

export class RegisteredNumberDto {
  @ApiProperty({ example: '610116-YL-2021-0105' })
  filingNumber!: string;
  @ApiProperty({ format: 'uuid', example: '019a9d3c-7a00-7000-8000-000000000001' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安养老院' })
  name!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', example: '2021-05-06' })
  filedOn!: string | null;
}

/** The receipt of an end (终止服务) prints neither head nor size, nor did that of a 暂停 or 恢复 once. */
class PrintedSiteDto {
  @ApiPropertyOptional({ type: String, nullable: true, example: '52610116MJT0000199' })
  uscc?: string | null;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: '回执上的地址；家庭托育点只公开到乡镇（街道）',
  })
  address?: string | null;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '示例·王建国',
    description:
      '回执上的法定代表人（主要负责人）；回执上没有的（终止服务，以及以前出具的暂停、恢复服务的回执）为空',
  })
  legalRepresentative?: string | null;
  @ApiPropertyOptional({ type: Number, nullable: true, example: 120, description: '回执上的床位数、托位数' })
  capacity?: number | null;
  @ApiPropertyOptional({ type: Number, nullable: true, example: 60, description: '其中的护理型床位数' })
  nursingBeds?: number | null;
}

class ReceiptVersionDto extends PrintedSiteDto {
  @ApiProperty({ example: 2, description: '第几版；首次备案的回执为 1' })
  version!: number;
  @ApiProperty({ enum: FILING_TYPES, example: 'CHANGE' })
  type!: FilingType;
  @ApiProperty({ description: '延长暂停：已经暂停服务的机构办理的暂停' })
  prolongs!: boolean;
  @ApiProperty({ example: '示例·长安养老院', description: '这一版回执上的机构名称' })
  name!: string;
  @ApiProperty({ format: 'date', example: '2026-12-01' })
  filedOn!: string;
  @ApiProperty({ type: String, nullable: true, description: '这一版回执 PDF 的 SM3' })
  sm3!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2026-12-03',
    description: '所记载的事项在生效以前已经准予撤回、回执不再有效的日期；没有撤回的为空',
  })
  retractedOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '长民准回〔2026〕1号',
    description: '准予撤回告知书的文号；没有撤回的为空',
  })
  retractedBy!: string | null;
}

class RegistrationDto extends ReceiptVersionDto {
  @ApiProperty({
    description:
      'true：版次是登记回执自己的编号（登记第几号）；false：以前印为许可证第几版的登记回执，编号照原件',
  })
  apart!: boolean;
  @ApiProperty({ format: 'date', example: '2027-01-01', description: '暂停、延长暂停、恢复、终止服务的日期' })
  effectiveOn!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2026-12-01',
    description: '延长暂停：暂停服务起始日；其他为空',
  })
  suspendedSince!: string | null;
}

class LicenceStandingDto {
  @ApiProperty({
    enum: LICENCE_STANDINGS,
    example: 'SUSPENDED',
    description: '有效、暂停服务、已终止服务、有效期届满、已由另一许可证代替、已注销或者撤销',
  })
  state!: LicenceStanding['state'];
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2027-01-01',
    description: '从哪一天起',
  })
  since!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '610116-TYXK-2027-0001（登记第1号）',
    description: '依据哪一份登记回执，或者由哪一许可证代替；没有的为空',
  })
  by!: string | null;
}

class LicenceSuccessorDto {
  @ApiProperty({ example: '610116-TYXK-2027-0001' })
  number!: string;
  @ApiProperty({ type: LicenceStandingDto, description: '这一许可证今天的状态' })
  standing!: LicenceStandingDto;
  @ApiProperty({ enum: FILING_ENDS, nullable: true, description: '已注销或者撤销的方式；没有的为空' })
  endedAs!: FilingEnd | null;
}

export class EndedNumberDto {
  @ApiProperty({ enum: FILING_ENDS, example: 'REVOKED' })
  endedAs!: FilingEnd;
  @ApiProperty({ format: 'date', example: '2026-12-20' })
  endedOn!: string;
}

export class ReceiptVerificationDto extends PrintedSiteDto {
  @ApiProperty({
    type: Boolean,
    nullable: true,
    example: true,
    description:
      'true：本系统出具过该编号的回执；false：没有这个编号，没有其他内容；null：编号在名录中，但回执是在本系统启用前或者由其他途径出具的，见 registered',
  })
  genuine!: boolean | null;
  @ApiPropertyOptional({ type: RegisteredNumberDto, description: '只在 genuine 为 null 时出现' })
  registered?: RegisteredNumberDto;
  @ApiPropertyOptional({
    type: EndedNumberDto,
    nullable: true,
    description: '备案已由备案机关注销或者撤销，回执不再有效；有效的为空',
  })
  ended?: EndedNumberDto | null;
  @ApiPropertyOptional({ example: '610116-YL-2026-0001' })
  filingNumber?: string;
  @ApiPropertyOptional({ example: '示例·长安养老院' })
  name?: string;
  @ApiPropertyOptional({ enum: KINDS })
  kind?: Kind;
  @ApiPropertyOptional({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType?: 'HOME' | null;
  @ApiPropertyOptional({ example: '610116' })
  district?: string;
  @ApiPropertyOptional({ format: 'date', example: '2026-11-20' })
  filedOn?: string;
  @ApiPropertyOptional({ enum: REGIMES, description: '备案回执或者许可证' })
  regime?: Regime;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'date',
    description: '许可证有效期的最后一日；备案和没有有效期的为空',
  })
  validUntil?: string | null;
  @ApiPropertyOptional({
    type: OpenRenewalDto,
    nullable: true,
    description: '按期申请延续、还没有作出决定的许可为什么继续有效；没有申请延续的为空',
  })
  renewal?: OpenRenewalDto | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: '代替它的许可证的编号；没有的为空' })
  replacedBy?: string | null;
  @ApiPropertyOptional({
    type: LicenceSuccessorDto,
    nullable: true,
    description: '代替它的许可证后来怎样：仍然有效、暂停、终止、届满、已注销或者撤销；没有代替的为空',
  })
  replacement?: LicenceSuccessorDto | null;
  @ApiPropertyOptional({ enum: filingProcess.states, example: 'ACCEPTED' })
  status?: FilingStatus;
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: '现行回执 PDF 的 SM3，可与手中文件比对',
  })
  sm3?: string | null;
  @ApiPropertyOptional({ enum: FILING_TYPES, description: '现行回执由哪一类备案出具' })
  type?: FilingType;
  @ApiPropertyOptional({ example: 2, description: '现行的是第几版；已经准予撤回的不是现行的' })
  version?: number;
  @ApiPropertyOptional({
    type: [ReceiptVersionDto],
    description: '历次回执（许可的为历次许可证），新的在前；旧版由新版代替，已经准予撤回的除外，不代替以前的',
  })
  versions?: ReceiptVersionDto[];
  @ApiPropertyOptional({
    type: [RegistrationDto],
    description:
      '同一许可证编号下暂停、恢复、终止服务的登记回执，新的在前；不是许可证的新版，已经准予撤回的不再有效。备案的为空',
  })
  registrations?: RegistrationDto[];
  @ApiPropertyOptional({
    type: LicenceStandingDto,
    nullable: true,
    description: '许可证今天的状态，因为什么，从哪一天起；备案的为空',
  })
  standing?: LicenceStandingDto | null;
}
